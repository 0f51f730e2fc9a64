import type { Json, Reply } from '../kit/reply.js';
import { happensBefore, ofAsker } from './before.js';
import { aFewAtOnce, bytesOf, nobody } from './bytes.js';
import { resourceOf, type Operation } from './document.js';
import { columns, outcomeOf, type Column, type Outcome } from './expectations.js';
import { ofOneself, signsUp } from './oneself.js';
import { comesBack, ofOpenDoor } from './open-doors.js';
import { writesOnce } from './repetitions.js';
import { clientOf, hasRecord, hiddenFrom, leakIn, pathOf, sideOf, type Stage } from './stage.js';
import { changesSince, contentOf, lastEvent, writersSince } from './untouched.js';

/** One operation, and who asks for what. */
interface Cell {
  operation: Operation;
  column: Column;
  outcome: Outcome;
}

const STATUS: Readonly<Record<Exclude<Outcome, 'success'>, readonly [number, string]>> = {
  'sign-in-needed': [401, 'sign-in-needed'],
  'not-your-right': [403, 'not-your-right'],
  unknown: [404, 'unknown-record'],
};

const VERSION_NEEDED = [428, 'if-match-needed'] as const;

export const cellsOf = (operations: readonly Operation[]): Cell[] =>
  operations.flatMap((operation) =>
    columns.map((column) => ({
      operation,
      column,
      outcome: outcomeOf(operation.grants, hasRecord(operation), column),
    })),
  );

const nameOf = ({ operation, column }: Cell): string => `${operation.name} × ${column.title}`;

/** Every cell that the policy closes: refused as promised, and nothing in the database has changed. */
export async function tryRefused(stage: Stage, cells: readonly Cell[]): Promise<void> {
  const { rows, findings } = stage;
  const before = await contentOf(rows);
  const event = await lastEvent(rows);
  const asked = new Map<string, Cell>();
  await aFewAtOnce(cells, async (cell) => {
    const { operation, column } = cell;
    const id = hasRecord(operation) ? await stage.world.record(resourceOf(operation.template), column.record) : '';
    for (const variant of variantsOf(cell)) {
      const reply = await ask(stage, cell, id, variant);
      asked.set(reply.headers.get('x-request-id') ?? '', cell);
      const what = await refusalProblem(stage, cell, id, variant, reply);
      if (what) findings.push({ where: nameOf(cell), what });
    }
    stage.tried.cells += 1;
  });
  for (const table of await changesSince(before, rows)) {
    const writers = [...(await writersSince(event, rows))].flatMap((request) => asked.get(request) ?? []);
    const where = writers.map(nameOf).join('; ') || 'a refused request';
    findings.push({ where, what: `${table} has changed` });
  }
}

/** Further addresses of the same door. */
function variantsOf({ operation, column, outcome }: Cell): readonly Variant[] {
  if (operation.method === 'PATCH') return [{}, { unversioned: true }];
  if (operation.method !== 'GET') return [{}];
  if (outcome === 'sign-in-needed') return column.actor === 'anonymous' ? [{}, { method: 'HEAD' }] : [{}];
  const takes = (name: string) => operation.query.some((parameter) => parameter.name === name);
  return [{}, ...(takes('knownAt') ? [{ query: `?knownAt=${new Date(Date.now() - 1).toISOString()}` }] : [])];
}
interface Variant {
  method?: string;
  query?: string;
  /** A correction without If-Match: it must not say more than one with it. */
  unversioned?: boolean;
}

async function refusalProblem(
  stage: Stage,
  cell: Cell,
  id: string,
  variant: Variant,
  reply: Reply,
): Promise<string | null> {
  const promised = STATUS[cell.outcome as Exclude<Outcome, 'success'>];
  const [status, code] = variant.unversioned && promised[0] === 404 ? VERSION_NEEDED : promised;
  if (reply.status !== status) return `${status} promised, answered ${reply.status}`;
  if (variant.method === 'HEAD') return null;
  if (reply.problemCode !== code) return `${code} promised, answered ${reply.problemCode}`;
  if (cell.outcome !== 'unknown') return null;
  const other = nobody();
  const miss = await ask(stage, cell, other, variant);
  return bytesOf(reply, id) === bytesOf(miss, other) ? null : 'other bytes than for an unknown id';
}

async function ask(
  stage: Stage,
  { operation, column }: Cell,
  id: string,
  { method, query = '', unversioned }: Variant,
): Promise<Reply> {
  const body = await bodyOnce(stage, operation, column, id);
  return clientOf(stage, column).ask({
    method: method ?? operation.method,
    path: pathOf(operation, id) + query,
    headers: {
      ...(body && { 'Content-Type': 'application/json' }),
      ...(operation.method === 'PATCH' && !unversioned && { 'If-Match': '"1"' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
}

/** A body that the rules would accept, naming the asker's own records. */
async function bodyOnce({ world }: Stage, operation: Operation, column: Column, id: string): Promise<Json | undefined> {
  const side = sideOf(column);
  return world.body(
    operation,
    world.refer(operation, side, (kind) => world.record(kind, side)),
    id,
  );
}

/** Every cell that the policy opens: answered with success, as declared, and with nothing that the asker must not see. */
export async function tryOpened(stage: Stage, cells: readonly Cell[]): Promise<void> {
  const reads = ({ operation }: Cell): boolean => operation.method === 'GET';
  await aFewAtOnce(cells.filter(reads), (cell) => succeeds(stage, cell));
  await aFewAtOnce(
    cells.filter((cell) => !reads(cell)),
    (cell) => succeeds(stage, cell),
  );
}

async function succeeds(stage: Stage, cell: Cell): Promise<void> {
  const { operation, column } = cell;
  stage.tried.cells += 1;
  const reply = await (operation.method === 'GET' ? reads(stage, cell) : writes(stage, cell));
  const leaked = leakIn(reply, hiddenFrom(stage, column));
  const what =
    reply.status >= 400
      ? `success promised, answered ${reply.status} ${reply.text.slice(0, 300)}`
      : !operation.statuses.includes(reply.status)
        ? `answered ${reply.status}, which is not declared`
        : leaked
          ? `shows ${leaked}, which is not its reader's`
          : stage.answers.problemWith(operation, reply, column.role);
  if (what) stage.findings.push({ where: nameOf(cell), what });
}

async function reads(stage: Stage, { operation, column }: Cell): Promise<Reply> {
  if (operation.template.endsWith('/callback')) {
    const { path, cookie } = await comesBack(stage);
    return clientOf(stage, column).get(path, {}, { Cookie: cookie });
  }
  const id = hasRecord(operation) ? await stage.world.record(resourceOf(operation.template), column.record) : '';
  const query = new URLSearchParams();
  if (operation.query.some(({ name }) => name === 'ever')) query.set('ever', 'true');
  for (const { name, required } of operation.query)
    if (required) query.set(name, await insistedOn(stage, name, column));
  return clientOf(stage, column).get(`${pathOf(operation, id)}${query.size > 0 ? `?${query}` : ''}`);
}

/** What a report insists on being told. */
export async function insistedOn({ world }: Stage, name: string, column: Pick<Column, 'actor'>): Promise<string> {
  if (name === 'seq' || name === 'from') return '1'; // of the log's tree, which is everybody's
  if (name !== 'documentCode') throw new Error(`A read needs ${name}: say in cells.ts what to give.`);
  const [row] = await world.rows<{ code: string }>('select code from registry.documents where id = $1', [
    await world.record('documents', sideOf(column)),
  ]);
  return String(row?.code);
}

/** On a record of its own, since it may end it. */
async function writes(stage: Stage, { operation, column }: Cell): Promise<Reply> {
  const { world } = stage;
  const { method, template, grants } = operation;
  if (grants === null) return clientOf(stage, column).post(template, await ofOpenDoor(template, stage));
  if (grants.some(({ role, scope }) => role === column.role && scope === 'everywhere'))
    return changesOneself(stage, operation, column);
  const side = sideOf(column);
  const id = hasRecord(operation) ? await world.fresh(resourceOf(template), side) : '';
  await happensBefore(operation, id, world.maker(operation, side), world);
  const by = clientOf(stage, column);
  const refer = world.refer(operation, side, (kind) => world.fresh(kind, side));
  const body = { ...(await world.body(operation, refer, id)), ...ofAsker(operation, column.role) };
  const path = pathOf(operation, id);
  const version: Record<string, string> = method === 'PATCH' ? { 'If-Match': (await by.get(path)).etag } : {};
  return writesOnce(stage, operation, column, by, async (client, headers) =>
    method === 'PATCH' ? client.patch(path, body, { ...version, ...headers }) : client.post(path, body, headers),
  );
}

/** What everybody may do, such as signing out, somebody does who is made for it. */
async function changesOneself({ actors, world }: Stage, { template }: Operation, { role }: Column): Promise<Reply> {
  const newcomer = await signsUp(actors.administrator, role ?? '', await world.record('organizations', 'A'));
  return newcomer.client.post(template, await ofOneself(template, newcomer));
}

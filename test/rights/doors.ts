import type { Json, Reply } from '../kit/reply.js';
import { aFewAtOnce, bytesOf, nobody } from './bytes.js';
import { resolved, resourceOf, type Operation, type Schema } from './document.js';
import { clientOf, hasRecord, hiddenFrom, leakIn, pathOf, sideOf, type Stage } from './stage.js';
import { referenced, type Side } from './world.js';

/** Somebody, and whose records he must not find. */
export interface Stranger {
  actor: string;
  role: string;
  hidden: Side;
}
export const strangers: readonly Stranger[] = [
  { actor: 'member', role: 'member', hidden: 'B' },
  { actor: 'member', role: 'member', hidden: 'foreign' },
  { actor: 'auditor', role: 'auditor', hidden: 'foreign' },
  { actor: 'secretariat', role: 'secretariat', hidden: 'foreign' },
  { actor: 'administrator', role: 'administrator', hidden: 'foreign' },
  { actor: 'otherAlliance', role: 'secretariat', hidden: 'A' },
];

const may = ({ grants }: Operation, { role }: Stranger): boolean =>
  grants?.some((grant) => grant.role === role) ?? false;

/** The scope of the others is theirs: the interference shows that it holds. */
const seekers = strangers.filter(({ actor }) => actor !== 'auditor' && actor !== 'administrator');

/** Filters: one by another's id says what one by nobody's says; one by another's values does not show the record. */
export async function tryFilters(stage: Stage): Promise<void> {
  const lists = stage.operations.filter(
    ({ method, template, query }) => method === 'GET' && !template.includes('{') && query.length > 0,
  );
  const pairs = seekers.flatMap((stranger) =>
    lists.filter((list) => may(list, stranger)).map((list) => ({ stranger, list })),
  );
  await aFewAtOnce(pairs, async ({ stranger, list }) => {
    const hidden = hiddenFrom(stage, stranger);
    const values = await valuesOfHidden(stage, list, stranger);
    for (const { name, schema } of list.query) {
      const where = `${list.name}?${name} × ${stranger.actor} on a record of ${stranger.hidden}`;
      const isId = (schema.items ?? schema).format === 'uuid';
      const id = isId && referenced[name] ? await stage.world.record(referenced[name], stranger.hidden) : undefined;
      const value = values[name.replace(/(From|To)$/, '')] ?? values[name];
      stage.tried.doors += 1;
      if (id && hidden.has(id)) {
        const other = nobody();
        const [found, missed] = [
          await filtered(stage, stranger, list, name, id),
          await filtered(stage, stranger, list, name, other),
        ];
        if (bytesOf(found, id) !== bytesOf(missed, other))
          stage.findings.push({ where, what: 'other bytes than for an unknown id' });
      } else if (typeof value === 'string' || typeof value === 'number') {
        const leaked = leakIn(await filtered(stage, stranger, list, name, String(value)), hidden);
        if (leaked) stage.findings.push({ where, what: `shows ${leaked}` });
      }
    }
  });
}

/** The hidden record as its owners see it. */
async function valuesOfHidden(stage: Stage, list: Operation, { hidden }: Stranger): Promise<Json> {
  const resource = /^\/api\/v1\/([\w-]+)$/.exec(list.template)?.[1] ?? '';
  const one = stage.operations.find(({ name }) => name === `GET /api/v1/${resource}/{id}`);
  if (!one) return {};
  const owner = stage.world.maker(one, hidden);
  return (await owner.get(pathOf(one, await stage.world.record(resource, hidden)))).body;
}

const filtered = (stage: Stage, stranger: Stranger, list: Operation, name: string, value: string): Promise<Reply> => {
  const query = new URLSearchParams({ [name]: value });
  for (const also of ['ever', 'total'])
    if (list.query.some((parameter) => parameter.name === also)) query.set(also, 'true');
  return Promise.resolve(clientOf(stage, stranger).get(`${list.template}?${query}`));
};

/** References in bodies, bulk ones included: another's record is as unknown as nobody's. */
export async function tryReferences(stage: Stage): Promise<void> {
  const writers = strangers.filter(({ hidden }) => hidden !== 'B');
  const pairs = writers.flatMap((stranger) =>
    stage.operations
      .filter((operation) => operation.body && may(operation, stranger))
      .map((operation) => ({ stranger, operation })),
  );
  await aFewAtOnce(pairs, ({ stranger, operation }) => tryReferencesOf(stage, operation, stranger));
}

async function tryReferencesOf(stage: Stage, operation: Operation, stranger: Stranger): Promise<void> {
  const { world, document } = stage;
  const side = sideOf(stranger);
  const by = clientOf(stage, stranger);
  const target = hasRecord(operation) ? await world.record(resourceOf(operation.template), side) : '';
  const body = await world.body(
    operation,
    world.refer(operation, side, (kind) => world.record(kind, side)),
    target,
  );
  const path = pathOf(operation, target);
  const headers: Record<string, string> = operation.method === 'PATCH' ? { 'If-Match': (await by.get(path)).etag } : {};
  for (const place of referencesIn((schema) => resolved<Schema>(document, schema), operation.body as Schema)) {
    const field = place.at(-1) as string;
    const hidden = await world.record(referenced[field] ?? '', stranger.hidden);
    if (!hiddenFrom(stage, stranger).has(hidden)) continue;
    stage.tried.doors += 1;
    const send = (id: string) => {
      const sent = JSON.stringify(withValue(body ?? {}, place, id));
      return by.ask({
        method: operation.method,
        path,
        headers: { 'Content-Type': 'application/json', ...headers },
        body: sent,
      });
    };
    const other = nobody();
    const [found, missed] = [await send(hidden), await send(other)];
    const where = `${operation.name} naming ${place.join('/')} × ${stranger.actor} on a record of ${stranger.hidden}`;
    if (found.status < 400) stage.findings.push({ where, what: `accepted with ${found.status}` });
    else if (bytesOf(found, hidden) !== bytesOf(missed, other)) {
      stage.findings.push({
        where,
        what: `other bytes than for an unknown id: ${found.text.slice(0, 300)} / ${missed.text.slice(0, 300)}`,
      });
    }
  }
}

/** Where in a body ids of records can stand. */
function referencesIn(resolve: (schema: Schema) => Schema, schema: Schema, at: readonly string[] = []): string[][] {
  const { properties = {}, items } = resolve(schema);
  if (items) return referencesIn(resolve, items, [...at, '0']);
  return Object.entries(properties).flatMap(([name, property]) =>
    resolve(property).format === 'uuid'
      ? referenced[name]
        ? [[...at, name]]
        : []
      : referencesIn(resolve, property, [...at, name]),
  );
}

/** The same body with another value at one place; lists that are empty there get what the place needs. */
function withValue(body: unknown, [step = '', ...rest]: readonly string[], value: string): unknown {
  const inner = (part: unknown) => (rest.length === 0 ? value : withValue(part, rest, value));
  if (step === '0')
    return [inner((body as unknown[] | undefined)?.[0] ?? {}), ...((body as unknown[] | undefined) ?? []).slice(1)];
  return { ...(body as Json), [step]: inner((body as Json | undefined)?.[step]) };
}

/** A correction names the version that it corrects. */
export async function tryVersions(stage: Stage): Promise<void> {
  const corrections = stage.operations.filter(({ method }) => method === 'PATCH');
  await aFewAtOnce(corrections, async (operation) => {
    const role =
      operation.grants?.find((grant) => grant.role === 'secretariat' || grant.role === 'administrator')?.role ?? '';
    const by = clientOf(stage, { actor: role });
    const id = await stage.world.record(resourceOf(operation.template), 'A');
    const body = await stage.world.body(
      operation,
      stage.world.refer(operation, 'A', (kind) => stage.world.record(kind, 'A')),
      id,
    );
    for (const [headers, status] of [
      [{}, 428],
      [{ 'If-Match': '"999"' }, 412],
    ] as const) {
      const reply = await by.patch(pathOf(operation, id), body ?? {}, headers);
      stage.tried.doors += 1;
      const where = `${operation.name} × ${role} ${status === 428 ? 'without a version' : 'with a stale version'}`;
      if (reply.status !== status) stage.findings.push({ where, what: `${status} promised, answered ${reply.status}` });
    }
  });
}

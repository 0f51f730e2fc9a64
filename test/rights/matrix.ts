import { actorsBefore } from './actors.js';
import { Answers } from './answers.js';
import { cellsOf, tryOpened, tryRefused } from './cells.js';
import { committedDocument, operationsOf, type Document } from './document.js';
import { tryFilters, tryReferences, tryVersions } from './doors.js';
import { Answered } from './interference.js';
import { disagreements, routesOf } from './routing-table.js';
import type { Finding, Stage } from './stage.js';
import type { Subject } from './subject.js';
import { changesSince, contentOf } from './untouched.js';
import { marks, World } from './world.js';

export interface Result {
  operations: number;
  cells: number;
  doors: number;
  findings: Finding[];
}

/**
 * Holds one server to the committed document, cell by cell and door by door.
 * @param untilFound leaves out what comes after the part that found something
 */
export async function matrixOf(
  { server: { url }, databaseUrl, rows, issuer, dist }: Subject,
  untilFound = false,
): Promise<Result> {
  const document = committedDocument();
  const routes = routesOf(dist, databaseUrl);
  routes.catch(() => undefined); // awaited below
  const actors = await actorsBefore(url, rows);
  const stage: Stage = {
    document,
    operations: operationsOf(document),
    actors,
    world: new World(document, actors, rows, issuer),
    answers: new Answers(document),
    rows,
    issuer,
    findings: [],
    tried: { cells: 0, doors: 0 },
  };
  const served = (await (await fetch(`${url}/docs/openapi.json`)).json()) as Document;
  const known = await routes;
  const wrong = new Set([document, served].flatMap((one) => disagreements(known, one)));
  for (const what of wrong) stage.findings.push({ where: 'routing table', what });
  const parts = [buildWorlds, tryRefusals, (one: Stage) => tryOpened(one, cells(one, true)), tryUnmasked];
  for (const part of parts) {
    if (!untilFound || stage.findings.length === 0) await part(stage);
  }
  return { operations: stage.operations.length, ...stage.tried, findings: stage.findings };
}

const cells = ({ operations }: Stage, opened: boolean) =>
  cellsOf(operations).filter(({ outcome }) => (outcome === 'success') === opened);

/** Records of A, then of B, then of the other alliance: whoever must not see them is told the same before and after. */
async function buildWorlds(stage: Stage): Promise<void> {
  const { world } = stage;
  const foreigner = new Answered(stage, { actor: 'otherAlliance', role: 'secretariat' }, ['alliance'], marks.A);
  const member = new Answered(stage, { actor: 'member', role: 'member' }, ['organization', 'everywhere'], marks.B);
  const staff = ['secretariat', 'auditor', 'administrator'].map(
    (role) => new Answered(stage, { actor: role, role }, ['alliance', 'everywhere'], marks.foreign),
  );
  await world.record('documents', 'A');
  await foreigner.note();
  await world.build('A');
  await member.note();
  await world.build('B');
  await member.compare('B recorded');
  await foreigner.compare('A and B recorded');
  for (const one of staff) await one.note();
  await world.build('foreign');
  for (const one of staff) await one.compare('the other alliance recorded');
}

/** Everything that must be refused, and afterwards not a row is different. */
async function tryRefusals(stage: Stage): Promise<void> {
  await tryRefused(stage, cells(stage, false));
  const before = await contentOf(stage.rows);
  await tryFilters(stage);
  await tryReferences(stage);
  await tryVersions(stage);
  for (const table of await changesSince(before, stage.rows)) {
    stage.findings.push({ where: 'filters, references and versions', what: `${table} has changed` });
  }
}

/** A mask proves nothing when nobody saw what it hides. */
async function tryUnmasked({ answers, document, findings }: Stage): Promise<void> {
  const masked = new Set(
    [...JSON.stringify(document.components['schemas']).matchAll(/"(\w+)":\{[^{}]*"x-mask"/g)].map(
      ([, name]) => name ?? '',
    ),
  );
  for (const name of masked) {
    if (!answers.unmasked.has(name))
      findings.push({ where: `the mask of ${name}`, what: 'nobody saw the field in clear' });
  }
}

import { noted, kept } from '../setup/run.js';
import { cloneDatabase, rowsOf } from '../setup/database.js';
import { castAccounts } from '../setup/cast.js';
import { operationFinder, publishedOperations, type Operation } from './document.js';
import type { CountedReply } from './replies.js';
import { undeclaredAnswers } from './undeclared.js';
import { structural, unprovoked } from './structural.js';

const roleOf = new Map<string, string>(castAccounts.map(({ name, role }) => [name, role]));

/** What the stories never did, in sentences; empty when they did everything. Asked by the reporter after the last test. */
export async function missingFromRun(): Promise<string[]> {
  if (kept('openapi.json') === undefined) return ['No server was started: there is nothing to count.'];
  const operations = publishedOperations();
  const replies = noted<CountedReply>('replies');
  const problems = JSON.parse(kept('problems.json') ?? '[]') as DeclaredProblem[];
  return [
    ...missingRoutes(operations, replies),
    ...missingRights(operations, replies),
    ...missingProblems(problems, replies),
    ...undeclaredAnswers(operations, replies),
    ...deadLocations(operations, replies),
    ...unprovenConstraints(problems, await namedConstraints()),
  ];
}

/** Routes that nobody used, or from which no stranger was turned away. */
export function missingRoutes(operations: readonly Operation[], replies: readonly CountedReply[]): string[] {
  const find = operationFinder(operations);
  const byOperation = new Map<Operation, CountedReply[]>();
  const knownIds = new Set(replies.flatMap(({ ids }) => ids));
  for (const reply of replies) {
    const operation = find(reply.method, reply.path);
    if (operation) byOperation.set(operation, [...(byOperation.get(operation) ?? []), reply]);
  }
  return operations.flatMap((operation) => {
    const seen = byOperation.get(operation) ?? [];
    const route = `${operation.method} ${operation.template}`;
    const grants = operation.policy?.grants ?? [];
    const holds = (actor: string) => grants.some(({ role }) => role === roleOf.get(actor));
    const someoneLacksIt = [...new Set(roleOf.values())].some((role) => !grants.some((grant) => grant.role === role));
    const isOwned = operation.template.includes('{id}') && grants.some(({ scope }) => scope !== 'everywhere');
    return [
      seen.some(({ status }) => status < 400) ? [] : `${route}: never answered with success`,
      !operation.policy || seen.some(({ status }) => status === 401)
        ? []
        : `${route}: never refused to someone not signed in`,
      !operation.policy || !someoneLacksIt || seen.some(({ status }) => status === 403)
        ? []
        : `${route}: never refused to a role without the right`,
      !isOwned || seen.some((reply) => reply.status === 404 && holds(reply.actor) && knows(knownIds, reply.path))
        ? []
        : `${route}: never hid another's record from someone who has the right to their own`,
    ].flat();
  });
}

/** What was entered and is not read where its answer says so. */
export function deadLocations(operations: readonly Operation[], replies: readonly CountedReply[]): string[] {
  const find = operationFinder(operations);
  const dead = replies.filter(({ location }) => location?.startsWith('/api/') && !find('GET', location));
  return [...new Set(dead.map(({ method, path, location }) => sentence(find(method, path), location)))];
}

const sentence = (operation: Operation | undefined, location = ''): string =>
  `${operation?.method} ${operation?.template}: its Location is no address: ${location.replaceAll(/[0-9a-f-]{36}/g, '{id}')}`;

const knows = (ids: ReadonlySet<string>, path: string): boolean => path.split('/').some((part) => ids.has(part));

/** Rights of the published policies that nobody ever used with success. */
export function missingRights(operations: readonly Operation[], replies: readonly CountedReply[]): string[] {
  const find = operationFinder(operations);
  const used = new Set(
    replies.filter(({ status }) => status < 400).map(({ method, path }) => find(method, path)?.policy?.right),
  );
  const all = new Set(operations.flatMap(({ policy }) => policy?.right ?? []));
  return [...all].filter((right) => !used.has(right)).map((right) => `The right ${right}: never used`);
}

/** A problem that the program declares, with the constraints that prove it. */
interface DeclaredProblem {
  code: string;
  retired: boolean;
  constraints: string[];
}

/** Problems that no request ever met. */
export function missingProblems(problems: readonly DeclaredProblem[], replies: readonly CountedReply[]): string[] {
  const seen = new Set(replies.map(({ code }) => code));
  return problems
    .filter(({ code, retired }) => !retired && !seen.has(code) && !(code in unprovoked))
    .map(({ code }) => `The problem ${code}: never seen`);
}

/** Constraints whose violation no problem explains, problems whose constraint is gone, and excuses nobody needs. */
export function unprovenConstraints(problems: readonly DeclaredProblem[], named: readonly string[]): string[] {
  const proofs = new Set(problems.flatMap(({ constraints }) => constraints));
  const present = new Set(named);
  return [
    ...named
      .filter((name) => !proofs.has(name) && !(name in structural))
      .map(
        (name) =>
          `The constraint ${name}: no problem says it in words; name it in one, or in test/counting/structural.ts with the reason`,
      ),
    ...[...proofs]
      .filter((name) => !present.has(name))
      .map((name) => `The constraint ${name}: a problem names it, the database has none`),
    ...Object.keys(structural)
      .filter((name) => !present.has(name))
      .map((name) => `The constraint ${name}: excused as structural, but there is none`),
    ...Object.keys(structural)
      .filter((name) => proofs.has(name))
      .map((name) => `The constraint ${name}: excused as structural, but a problem says it in words`),
  ];
}

/**
 * Checks, unique and exclusion constraints, unique indexes of the registry, and what its triggers raise as constraints;
 * partitions speak for their parents.
 */
async function namedConstraints(): Promise<string[]> {
  const database = await cloneDatabase();
  try {
    const rows = await rowsOf<{ name: string }>(database.url, NAMED_CONSTRAINTS);
    return rows.map(({ name }) => name);
  } finally {
    await database.drop();
  }
}

const NAMED_CONSTRAINTS = `
  select c.conname::text as name from pg_constraint c join pg_class t on t.oid = c.conrelid
  where t.relnamespace = 'registry'::regnamespace and c.contype in ('c', 'u', 'x') and not t.relispartition
  union
  select i.relname::text from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
  where t.relnamespace = 'registry'::regnamespace and x.indisunique and not x.indisprimary and not t.relispartition
  union
  select (regexp_matches(p.prosrc, 'constraint = ''(\\w+)''', 'g'))[1] from pg_proc p
  where p.pronamespace = 'registry'::regnamespace and p.prorettype = 'trigger'::regtype
  order by 1`;

import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One run of the suite: its folder, its PostgreSQL. Made by the global setup, inherited by every worker. */
interface Run {
  /** Holds what the run notes while it works; gone at its end. */
  folder: string;
  /** The superuser's address of the run's PostgreSQL. */
  serverUrl: string;
}

const VARIABLE = 'HTX_TEST_RUN';
/** The migrated database with the cast, of which each test file gets a clone. */
export const TEMPLATE = 'htx_template';

export const beginRun = (run: Run): void => {
  process.env[VARIABLE] = JSON.stringify(run);
};

/** @throws Error when a test file runs without the global setup */
export function theRun(): Run {
  const run = process.env[VARIABLE];
  if (!run) throw new Error('There is no test run: start the tests with npm test.');
  return JSON.parse(run) as Run;
}

/** The address of a database on the run's PostgreSQL. */
export function urlOf(database: string): string {
  const url = new URL(theRun().serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** Under which name the logins of the run's servers are kept: made once, good for every database of its PostgreSQL. */
export const LOGINS = 'logins.json';

/** Where a server logs in to a database of the run, as two of its settings. */
export function loginsTo(databaseUrl: string): Record<'SERVER_DATABASE_URL' | 'VISITOR_DATABASE_URL', string> {
  const logins = JSON.parse(kept(LOGINS) ?? '{}') as { databaseUrl: string; visitorUrl: string };
  const { pathname } = new URL(databaseUrl);
  const there = (url: string): string => Object.assign(new URL(url), { pathname }).href;
  return { SERVER_DATABASE_URL: there(logins.databaseUrl), VISITOR_DATABASE_URL: there(logins.visitorUrl) };
}

/** Notes lines of one kind; each worker has a file of its own. */
export const note = (kind: string, lines: readonly object[]): void =>
  appendFileSync(
    join(theRun().folder, `${kind}-${process.pid}.ndjson`),
    lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
  );

/** What all workers noted of one kind. */
export const noted = <Line>(kind: string): Line[] =>
  readdirSync(theRun().folder)
    .filter((file) => file.startsWith(`${kind}-`) && file.endsWith('.ndjson'))
    .flatMap((file) => readFileSync(join(theRun().folder, file), 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line) as Line);

/** Keeps a text that is the same for the whole run; it is made once. */
export async function keepOnce(name: string, make: () => Promise<string>): Promise<void> {
  const path = join(theRun().folder, name);
  if (!existsSync(path)) writeFileSync(path, await make());
}

export function kept(name: string): string | undefined {
  const path = join(theRun().folder, name);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

import { expect, test } from '@jest/globals';
import { rowsOf } from '../../setup/database.js';
import { matrixOf } from '../matrix.js';
import type { Finding } from '../stage.js';
import { withSubject } from '../subject.js';
import { withFault } from './faulty-build.js';
import { faults, type Fault } from './faults.js';

/** Told at once: somebody waits for it. */
const tell = (broken: string, what: string): void => void process.stdout.write(`- ${broken}: ${what}\n`);

/** What the matrix finds on a server with the fault. */
const findingsWith = (fault: Fault): Promise<Finding[]> =>
  withFault(fault, async (dist) => {
    const prepare = (databaseUrl: string) => takeDown(databaseUrl, fault);
    const found = await withSubject((subject) => matrixOf(subject, true), { dist, prepare });
    return found.findings;
  });

/** Takes the second wall down, whole or at one table. @throws Error when that table has none */
async function takeDown(url: string, { openTable }: Fault): Promise<void> {
  const walled = await rowsOf<{ name: string }>(
    url,
    `select oid::regclass::text as name from pg_class
     where relrowsecurity and relnamespace in ('registry'::regnamespace, 'audit'::regnamespace)`,
  );
  const open = openTable === undefined ? walled : walled.filter(({ name }) => name === `registry.${openTable}`);
  if (open.length === 0) throw new Error(`${openTable ?? 'No table'} has no row-level security to take down.`);
  const statements = open.map(({ name }) => `alter table ${name} disable row level security`);
  await rowsOf(url, statements.join(';'));
}

test.each(faults.map((fault) => [fault.broken, fault] as const))('%s', async (broken, fault) => {
  const findings = await findingsWith(fault).catch((error: unknown) => {
    tell(broken, 'NOT TRIED, the records for it could not be made');
    throw error;
  });
  const [first] = findings;
  tell(broken, first ? `${first.where}: ${first.what} (and ${findings.length - 1} more)` : 'NOT CAUGHT');
  expect(findings.length).toBeGreaterThan(0);
});

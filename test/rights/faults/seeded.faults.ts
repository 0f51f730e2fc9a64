import { afterAll, expect, test } from '@jest/globals';
import { startServer } from '../../kit/server.js';
import { cloneDatabase, rowsOf } from '../../setup/database.js';
import { matrixOf } from '../matrix.js';
import type { Finding } from '../stage.js';
import { withFault } from './faulty-build.js';
import { faults, type Fault } from './faults.js';

const caught: string[] = [];
afterAll(() => {
  process.stdout.write(`\n${caught.map((line, i) => `${i + 1}. ${line}`).join('\n')}\n\n`);
});

/** What the matrix finds on a server with the fault; null when the fault waits for row-level security on its table. */
async function findingsWith(fault: Fault): Promise<Finding[] | null> {
  const database = await cloneDatabase();
  try {
    if (!(await setWall(database.url, fault))) return null;
    return await withFault(fault, async (dist) => {
      const server = await startServer(database.url, {}, [], `${dist}/main.js`);
      try {
        return (await matrixOf({ url: server.url, databaseUrl: database.url, dist }, () => true)).findings;
      } finally {
        await server.stop().catch(() => undefined); // a broken program may complain
      }
    });
  } finally {
    await database.drop();
  }
}

/** Takes the second wall down, whole or at one table. @returns false when that table has none yet */
async function setWall(url: string, { openTable }: Fault): Promise<boolean> {
  const walled = await rowsOf<{ name: string }>(
    url,
    `select relname::text as name from pg_class where relrowsecurity and relnamespace = 'registry'::regnamespace`,
  );
  if (openTable !== undefined && !walled.some(({ name }) => name === openTable)) return false;
  for (const { name } of walled) {
    if (openTable === undefined || openTable === name) {
      await rowsOf(url, `alter table registry.${name} disable row level security`);
    }
  }
  return true;
}

test.each(faults.map((fault) => [fault.broken, fault] as const))('%s', async (broken, fault) => {
  const findings = await findingsWith(fault).catch((error: unknown) => {
    caught.push(`${broken}: NOT TRIED, the records for it could not be made`);
    throw error;
  });
  if (findings === null) return void caught.push(`${broken}: pending, ${fault.openTable} has no row-level security`);
  const [first] = findings;
  caught.push(`${broken}: ${first ? `${first.where}: ${first.what} (and ${findings.length - 1} more)` : 'NOT CAUGHT'}`);
  expect(findings.length).toBeGreaterThan(0);
});

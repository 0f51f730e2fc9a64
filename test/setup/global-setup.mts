import { chmodSync, existsSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as embedded from '../../src/platform/database/embedded/embedded-server.js';
import { builtFile, runBuilt } from './built.js';
import { addCast } from './cast.js';
import { onDatabase, onServer } from './database.js';
import type * as logins from '../../src/platform/database/logins.js';
import { beginRun, LOGINS, keepOnce, TEMPLATE, urlOf } from './run.js';

/** A test database may lose everything with the power: nobody waits for the disk. */
const hasty = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: '200',
};

const MEMORY = '/dev/shm';
const ROOM = 4 * 2 ** 30;

/** What the main process of a run keeps for its end. */
export interface TestRun {
  folder: string;
  stop(): Promise<void>;
}

declare global {
  var testRun: TestRun | undefined;
}

/** Starts one PostgreSQL for the whole run and makes the template that every test file clones. */
export default async function setUp(): Promise<void> {
  const { startEmbeddedServer } = await built<typeof embedded>('platform/database/embedded/embedded-server.ts');
  const { makeLogins } = await built<typeof logins>('platform/database/logins.ts');
  const folder = mkdtempSync(join(quickestFolder(), 'htx-test-'));
  chmodSync(folder, 0o755); // PostgreSQL's account passes here when the tests run as root
  const server = await startEmbeddedServer({ folder, say: () => undefined, settings: hasty });
  globalThis.testRun = { folder, stop: () => server.stop() };
  try {
    beginRun({ folder, serverUrl: server.url });
    process.env['AUDIT_KEY_FILE'] = join(folder, 'audit-key.pem'); // one for all servers of the run
    await onServer(`create database ${TEMPLATE}`);
    await runBuilt('program/cli.ts', ['migrate'], { DATABASE_URL: urlOf(TEMPLATE) });
    await keepOnce(LOGINS, async () => JSON.stringify(await makeLogins(urlOf(TEMPLATE))));
    await addCast(urlOf(TEMPLATE));
    await onDatabase(urlOf(TEMPLATE), 'analyze'); // nothing else does in a test database: autovacuum is off
    await onServer('checkpoint'); // or the first clone would wait for it
    await onServer(`alter database ${TEMPLATE} with is_template true allow_connections false`);
  } catch (error) {
    await server.stop();
    throw error;
  }
}

const built = <Module,>(source: string): Promise<Module> =>
  import(pathToFileURL(builtFile(source)).href) as Promise<Module>;

/** In memory, where the system offers room there: every test file copies a database of 25 MB and drops it. */
function quickestFolder(): string {
  if (!existsSync(MEMORY)) return tmpdir();
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize >= ROOM ? MEMORY : tmpdir();
}

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { chown, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Binaries } from './binaries.js';
import type { Home } from './home.js';
import { refusalBehind, StartRefusal } from '../../problems/start-refusal.js';

/**
 * Makes the database cluster if there is none, under another name first, so that one whose making was interrupted is never taken
 * for a whole one.
 * @param durable false leaves the new files to the operating system's own time (for tests)
 * @returns the superuser's password
 * @throws StartRefusal when the cluster is of another major version, is gone, or cannot be made
 */
export async function openCluster(
  home: Home,
  binaries: Binaries,
  durable: boolean,
  say: (line: string) => void,
): Promise<string> {
  const password = join(home.path, 'password');
  if (existsSync(home.cluster)) {
    refuseOtherVersion(home.cluster, binaries.major);
    if (!existsSync(password))
      throw new StartRefusal(`The database's password, the file ${password}, is missing: put it back.`);
    return readFile(password, 'utf8');
  }

  const made = { cluster: `${home.cluster}.new`, password: `${password}.new` };
  if (existsSync(password) && !existsSync(made.cluster)) {
    throw new StartRefusal(
      `The database of ${home.path} is gone, though its password is there: put the folder cluster back, or take the file password away to begin a new registry.`,
    );
  }
  say(`Creating the database in ${home.path}`);
  for (const unfinished of [password, made.password]) await rm(unfinished, { force: true });
  await rm(made.cluster, { recursive: true, force: true });
  await mkdir(made.cluster, { mode: 0o700 });
  await writeFile(made.password, randomBytes(24).toString('base64url'), { mode: 0o600, flush: durable });
  if (home.user) {
    for (const path of [made.cluster, made.password]) await chown(path, home.user.uid, home.user.gid);
  }
  await initdb(home, binaries, made, durable);
  await rename(made.password, password);
  await rename(made.cluster, home.cluster);
  if (durable) await syncFolder(home.path);
  return readFile(password, 'utf8');
}

function refuseOtherVersion(cluster: string, ours: number): void {
  const file = join(cluster, 'PG_VERSION');
  const theirs = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  if (!theirs) throw new StartRefusal(`${cluster} is not a PostgreSQL data folder: move it away and start again.`);
  if (theirs === String(ours)) return;
  throw new StartRefusal(
    `The database in ${cluster} was made by PostgreSQL ${theirs}, and this program brings PostgreSQL ${ours}: start the release that made it and carry the data over with pg_dump, or set DATABASE_URL to a PostgreSQL ${theirs} server.`,
  );
}

// The library's own initialise() writes the password into a file that every account can read, and takes the machine's locale.
async function initdb(
  home: Home,
  { initdb }: Binaries,
  made: { cluster: string; password: string },
  durable: boolean,
): Promise<void> {
  const choices = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${made.password}`, '--no-instructions'];
  const language = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const child = spawn(initdb, ['-D', made.cluster, ...choices, ...language, ...(durable ? [] : ['--no-sync'])], {
    ...home.user,
    cwd: '/',
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [said, [code, signal]] = await Promise.all([text(child.stderr), once(child, 'close')]);
  if (code === 0) return;
  const complaint = said.match(/(?:error|FATAL|PANIC): +(.+)/)?.[1] ?? `initdb ended with ${signal ?? code}`;
  throw (
    refusalBehind(said, home.path) ?? new StartRefusal(`The database in ${home.path} could not be made: ${complaint}`)
  );
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

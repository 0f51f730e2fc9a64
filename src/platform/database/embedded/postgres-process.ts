import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync, renameSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Binaries } from './binaries.js';
import type { Home } from './home.js';
import { readPostmasterFile } from './postmaster-file.js';
import { refusalBehind, StartRefusal } from '../../problems/start-refusal.js';

/** PostgreSQL, accepting connections on 127.0.0.1. */
export interface Postgres {
  process: ChildProcess;
  port: number;
  /** Path of its log, begun anew at each start; the one before is kept beside it. */
  log: string;
}

/**
 * Starts PostgreSQL in a process group of its own: a Ctrl-C in the terminal reaches this program only, which can finish its
 * requests first. It ends with this process at the latest.
 * @throws StartRefusal with PostgreSQL's own words when it does not start
 */
export async function startPostgres(
  home: Home,
  binaries: Binaries,
  settings: Record<string, string>,
  say: (line: string) => void,
): Promise<Postgres> {
  const log = join(home.folder, 'postgres.log');
  if (existsSync(log)) renameSync(log, join(home.folder, 'postgres.previous.log'));
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const child = launch(home, binaries, log, {
      ...settings,
      port: String(port),
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
    });
    if (await isReady(child, home.cluster)) return { process: child, port, log };
    const said = readFileSync(log, 'utf8');
    // Another program took the port in between, or backends of a killed server have not noticed yet that it is gone.
    const passing = /could not create any TCP\/IP sockets|pre-existing shared memory block/.test(said);
    if (!passing || attempt === 50) throw whyNot(said, home, log);
    if (attempt === 2) say('Waiting for what an earlier PostgreSQL still has in hand');
    await pause(200);
  }
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. Resolves when the process is gone. */
export async function stopPostgres(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.ref();
  const exit = once(child, 'exit');
  child.kill('SIGINT');
  const impatience = setTimeout(() => child.kill('SIGQUIT'), 60_000);
  await exit.finally(() => clearTimeout(impatience));
}

// The library's own start() leaves PostgreSQL in the terminal's process group and installs signal handlers that end the program.
function launch(
  { cluster, user }: Home,
  { postgres }: Binaries,
  log: string,
  settings: Record<string, string>,
): ChildProcess {
  const output = openSync(log, 'w', 0o600);
  const child = spawn(
    postgres,
    ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...user,
      cwd: '/',
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', output, output],
      detached: true,
    },
  );
  closeSync(output);
  const endWithUs = (): boolean => child.kill('SIGINT');
  process.once('exit', endWithUs);
  child.once('exit', () => process.removeListener('exit', endWithUs));
  return child;
}

/** Recovery may take its time. */
async function isReady(child: ChildProcess, cluster: string): Promise<boolean> {
  const failure = new Promise<void>((resolve) => child.once('exit', resolve).once('error', () => resolve()));
  const ended = failure.then(() => true);
  while (!(await Promise.race([ended, pause(10, false)]))) {
    const said = readPostmasterFile(cluster);
    if (said?.ready && said.pid === child.pid) {
      child.unref();
      return true;
    }
  }
  return false;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function whyNot(said: string, { path, cluster }: Home, log: string): StartRefusal {
  const complaint = said.match(/(?:FATAL|PANIC): +(.+)/)?.[1] ?? 'it ended without a word';
  return (
    refusalBehind(said, path) ?? new StartRefusal(`PostgreSQL did not start on ${cluster} (${complaint}): see ${log}.`)
  );
}

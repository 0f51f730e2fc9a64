import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Home } from './home.js';
import { isGoneWithin, isPostgresOn, startOf } from './processes.js';
import { StartRefusal } from './start-refusal.js';

/**
 * Ends what an earlier program left running on this cluster when it was killed, so that there is one way of starting only.
 * @throws StartRefusal when it does not end
 */
export async function stopLeftover({ cluster }: Home, say: (line: string) => void): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n', 1)[0]);
  if (startOf(pid) !== undefined && isPostgresOn(cluster, pid)) await end(pid, say);
  disown(file);
}

async function end(pid: number, say: (line: string) => void): Promise<void> {
  say(`Stopping the PostgreSQL that an earlier run left behind (process ${pid})`);
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (startOf(pid)) process.kill(pid, signal);
    if (await isGoneWithin(15, pid)) return;
  }
  throw new StartRefusal(`The PostgreSQL of an earlier run (process ${pid}) does not end: stop it and start again.`);
}

/**
 * PostgreSQL gives up when the number in its lock file is another process's now, or a dead one's whose parent has not asked
 * for it. It ignores its own parent's, and still sees by the rest of the file whether backends of the earlier server are
 * alive; without the file it would not.
 */
function disown(file: string): void {
  if (!existsSync(file)) return;
  const [, ...rest] = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, [process.pid, ...rest].join('\n'));
}

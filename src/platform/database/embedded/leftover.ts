import { writeFileSync } from 'node:fs';
import type { Home } from './home.js';
import { readPostmasterFile } from './postmaster-file.js';
import { isGoneWithin, isPostgresOn, startOf } from './processes.js';
import { StartRefusal } from '../../problems/start-refusal.js';

/**
 * Ends what an earlier program left running on this cluster when it was killed, so that there is one way of starting only.
 * @throws StartRefusal when it does not end
 */
export async function stopLeftover({ cluster }: Home, say: (line: string) => void): Promise<void> {
  const left = readPostmasterFile(cluster);
  if (left && startOf(left.pid) !== undefined && isPostgresOn(cluster, left.pid)) await end(left.pid, say);
  disown(cluster);
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
function disown(cluster: string): void {
  const left = readPostmasterFile(cluster);
  if (left) writeFileSync(left.path, `${process.pid}\n${left.rest}`);
}

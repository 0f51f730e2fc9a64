import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const hasProc = existsSync('/proc/self/stat');

/**
 * When a process began, in a form that is only good for comparing: a process number is used again, the pair of number and
 * start is not.
 * @returns undefined when no such process runs (one that ended and waits for its parent does not run)
 */
export function startOf(pid: number): string | undefined {
  if (!hasProc) {
    const [state, ...start] = ps(pid, 'stat=,lstart=').split(/\s+/);
    return state && !state.startsWith('Z') ? start.join(' ') : undefined;
  }
  const stat = contentsOf(`/proc/${pid}/stat`);
  const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (!state || state === 'Z' || state === 'X') return undefined;
  return `${fields[18]} ${contentsOf('/proc/sys/kernel/random/boot_id').trim()}`;
}

/** Whether the process is the main process of a PostgreSQL that runs on this data folder. */
export function isPostgresOn(cluster: string, pid: number): boolean {
  if (!hasProc) return ps(pid, 'command=').includes(`postgres -D ${cluster}`);
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === cluster && /postgres\0-D\0/.test(contentsOf(`/proc/${pid}/cmdline`));
  } catch {
    return false;
  }
}

/** Waits until the process is gone. @returns false when it still runs after the given time */
export async function isGoneWithin(seconds: number, pid: number): Promise<boolean> {
  const deadline = Date.now() + seconds * 1000;
  while (startOf(pid) !== undefined) {
    if (Date.now() > deadline) return false;
    await pause(10);
  }
  return true;
}

function contentsOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function ps(pid: number, columns: string): string {
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
  return spawnSync('ps', ['-ww', '-o', columns, '-p', String(pid)], { encoding: 'utf8', env }).stdout?.trim() ?? '';
}

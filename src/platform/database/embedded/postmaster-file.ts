import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What PostgreSQL tells of itself in its lock file. */
export interface PostmasterFile {
  path: string;
  pid: number;
  port: string | undefined;
  /** Connections are accepted: what pg_ctl looks at. */
  ready: boolean;
  /** Everything after the process number. */
  rest: string;
}

/**
 * Reads the lock file of a cluster's PostgreSQL, `undefined` when there is none. PostgreSQL removes and writes it as it
 * likes, also between a look whether it is there and the reading.
 */
export function readPostmasterFile(cluster: string): PostmasterFile | undefined {
  const path = join(cluster, 'postmaster.pid');
  const lines = textIfThere(path)?.split('\n');
  if (!lines) return undefined;
  const [pid, , , port, , , , status] = lines;
  return { path, pid: Number(pid), port, ready: status?.trim() === 'ready', rest: lines.slice(1).join('\n') };
}

function textIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

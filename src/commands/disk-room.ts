import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fromStorage } from '../platform/audit/checkpoint-file.js';
import type { Settings } from '../platform/config/settings.js';

/** Bytes: as much as PostgreSQL lets its own journal (WAL) grow to (`max_wal_size`, 1 GB) before it takes any back. */
const FOR_THE_DATABASE = 2 ** 30;
/** Bytes: some forty thousand checkpoints. */
const FOR_CHECKPOINTS = 2 ** 24;

/** Which disks of this machine are nearly full, of those that the registry writes to; null when none is. */
export async function fullDisks({ dataFolder, databaseUrl, checkpointFile }: Settings): Promise<string | null> {
  const places = [
    ...(databaseUrl === null ? [roomLeft(dataFolder, FOR_THE_DATABASE)] : []),
    ...(checkpointFile === null ? [] : [roomLeft(dirname(checkpointFile), FOR_CHECKPOINTS)]),
  ];
  const found = await Promise.all(places);
  return found.filter((wrong) => wrong !== null).join(', ') || null;
}

async function roomLeft(place: string, enough: number): Promise<string | null> {
  const disk = await fromStorage(place, statfs(place)).catch(() => null); // what is not there, or away, is another finding
  if (disk === null || disk.bavail * disk.bsize >= enough) return null;
  return `${Math.floor((disk.bavail * disk.bsize) / 2 ** 20)} MB are left where ${place} is`;
}

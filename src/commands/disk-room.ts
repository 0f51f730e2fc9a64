import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Settings } from '../platform/config/settings.js';

/** Bytes: as much as PostgreSQL lets its own journal (WAL) grow to (`max_wal_size`, 1 GB) before it takes any back. */
const ENOUGH = 2 ** 30;

/** Which disks of this machine are nearly full, of those that the registry writes to; null when none is. */
export async function fullDisks({ dataFolder, databaseUrl, checkpointFile }: Settings): Promise<string | null> {
  const places = [
    ...(databaseUrl === null ? [dataFolder] : []),
    ...(checkpointFile === null ? [] : [dirname(checkpointFile)]),
  ];
  const found = await Promise.all(places.map(roomLeft));
  return found.filter((wrong) => wrong !== null).join(', ') || null;
}

async function roomLeft(place: string): Promise<string | null> {
  const disk = await statfs(place).catch(() => null); // what is not there is another finding
  if (disk === null || disk.bavail * disk.bsize >= ENOUGH) return null;
  return `${Math.floor((disk.bavail * disk.bsize) / 2 ** 20)} MB are left where ${place} is`;
}

import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { StartRefusal } from '../../problems/start-refusal.js';

/** The account that PostgreSQL runs as when this program runs as root, which PostgreSQL refuses to do. */
export interface DatabaseUser {
  uid: number;
  gid: number;
}

/** Whose a data folder is, unless it is root's or is not there. */
export function ownerOf(cluster: string): DatabaseUser | undefined {
  const owner = statSync(cluster, { throwIfNoEntry: false });
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : undefined;
}

/** @throws StartRefusal when there is no account that could run PostgreSQL */
export function findUser(): DatabaseUser {
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((which) => spawnSync('id', [which, name], { encoding: 'utf8' }).stdout?.trim());
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new StartRefusal(
    'PostgreSQL does not run as root, and this machine has neither an account postgres nor nobody: start as an ordinary user or set DATABASE_URL.',
  );
}

export function canEnter(user: DatabaseUser, folder: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...user, cwd: '/' }).status === 0;
}

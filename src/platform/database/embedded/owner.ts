import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startOf } from './processes.js';
import { StartRefusal } from '../../problems/start-refusal.js';

/**
 * Makes this process the only one that runs the database in `home`, until it releases it or ends in any way.
 * The file `owner` names the process and its start, so that a process number used again locks nobody out.
 * @returns what releases it
 * @throws StartRefusal naming the process when another living program has it
 */
export function own(home: string): () => void {
  const file = join(home, 'owner');
  const mine = `${process.pid} ${startOf(process.pid)}\n`;
  while (!create(file, mine)) {
    const theirs = contentsOf(file);
    const [pid, ...start] = theirs.trim().split(' ');
    if (pid && startOf(Number(pid)) === start.join(' ')) {
      throw new StartRefusal(`The database in ${home} is in use by process ${pid}: stop that program first.`);
    }
    setAside(file, theirs);
  }
  return () => {
    if (contentsOf(file) === mine) rmSync(file, { force: true });
  };
}

/** Creates the file with its content at once, so that no other start sees it empty. */
function create(file: string, content: string): boolean {
  const draft = `${file}.${process.pid}`;
  try {
    writeFileSync(draft, content);
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Removes the file of a program that is gone, unless another start has replaced it in the meantime. */
function setAside(file: string, expected: string): void {
  const aside = `${file}.gone.${process.pid}`;
  try {
    renameSync(file, aside);
    if (contentsOf(aside) !== expected) linkSync(aside, file);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function contentsOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

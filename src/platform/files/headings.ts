import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programFolder } from '../config/program-folder.js';

/**
 * The Vietnamese words of files, which data/headings.json keeps: of each field of an answer, of each list, and of what is
 * asked for.
 */
interface Headings {
  readonly fields: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, string>>;
  readonly asked: Readonly<Record<string, string>>;
}

let read: Headings | undefined;

/** The words, read with the first file. */
export const headings = (): Headings =>
  (read ??= JSON.parse(readFileSync(join(programFolder, 'data/headings.json'), 'utf8')) as Headings);

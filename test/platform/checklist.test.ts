import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../setup/built.js';

/** The checklist of docs/security.md: what its rows say that a test tries, the title of a test names. */

const checklist = readFileSync(join(root, 'docs/security.md'), 'utf8').split(/^## /m).find(isChecklist) ?? '';

function isChecklist(chapter: string): boolean {
  return chapter.startsWith('ASVS');
}

interface Row {
  numbers: string[];
  /** Files and folders of tests. */
  cited: string[];
}

const rows: Row[] = checklist.split('\n').flatMap((line) => {
  const [, numbers = '', state = ''] = /^\| (\d[^|]*?) +\| (.*) \|$/.exec(line) ?? [];
  return numbers === '' ? [] : [{ numbers: numbers.split(', ').flatMap(withinRange), cited: citedIn(state) }];
});

/** `7.2.1–7.2.4` is four numbers; one that stands alone is itself. */
function withinRange(text: string): string[] {
  const [first = '', last = first] = text.split('–');
  const section = first.replace(/\d+$/, '');
  if (!last.startsWith(section)) throw new Error(`${text} leads out of its section: write a list.`);
  const [from, to] = [first, last].map((number) => Number(number.slice(section.length))) as [number, number];
  return Array.from({ length: to - from + 1 }, (_, step) => `${section}${from + step}`);
}

/** A file that stands alone lies in the folder of the one before it. */
function citedIn(state: string): string[] {
  let folder = '';
  return [...state.matchAll(/`(test\/[\w/.-]+|[\w-]+\.(?:story|test)\.ts)`/g)].map(([, name = '']) => {
    const path = name.startsWith('test/') ? name : join(folder, name);
    folder = dirname(path);
    return path;
  });
}

function filesOf(path: string): string[] {
  if (statSync(join(root, path)).isFile()) return [path];
  const names = readdirSync(join(root, path), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.ts')).map((name) => join(path, name));
}

const numbersIn = (text: string): string[] =>
  [...text.matchAll(/\(ASVS ([\d., ]+)\)/g)].flatMap(([, numbers = '']) => numbers.split(', '));

const namedIn = (path: string): string[] =>
  filesOf(path).flatMap((file) => numbersIn(readFileSync(join(root, file), 'utf8')));

test('each requirement of a row that cites tests stands in a title of theirs', () => {
  const citing = rows.filter(({ cited }) => cited.length > 0);
  expect(citing.length).toBeGreaterThan(50);
  const untold = citing.flatMap(({ numbers, cited }) => {
    const named = cited.flatMap(namedIn);
    return numbers.filter((number) => !named.includes(number)).map((number) => `${number}: ${cited.join(', ')}`);
  });
  expect(untold).toEqual([]);
});

test('each requirement that a title names has its row, and no two have the same', () => {
  const listed = rows.flatMap(({ numbers }) => numbers);
  expect(namedIn('test').filter((number) => !listed.includes(number))).toEqual([]);
  expect(listed.filter((number, at) => listed.indexOf(number) !== at)).toEqual([]);
});

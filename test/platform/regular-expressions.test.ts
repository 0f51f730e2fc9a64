import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSafePattern } from 'redos-detector';
import ts from 'typescript';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

/** Those that search a text that no caller writes: the program's own words, or what PostgreSQL says. */
const ofOwnTexts = [
  String.raw`"codes_(\w+)"`,
  '`([a-z-]+)`: ',
  String.raw`\{(\w+)\}`,
  String.raw`schemas\/(\w+?)(?:Page)?"`,
  '(?:error|FATAL|PANIC): +(.+)',
  '(?:FATAL|PANIC): +(.+)',
];

/** Every regular expression literal of a file. */
function literalsOf(name: string): { place: string; pattern: string; flags: string }[] {
  const source = ts.createSourceFile(name, readFileSync(join('src', name), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: { place: string; pattern: string; flags: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const line = source.getLineAndCharacterOfPosition(node.pos).line + 1;
      found.push({ place: `${name}:${line}`, pattern: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const unsafe = ({ pattern, flags }: { pattern: string; flags: string }): boolean =>
  !isSafePattern(pattern, { unicode: flags.includes('u'), caseInsensitive: flags.includes('i'), timeout: 5_000 }).safe;

test('no regular expression backtracks without end', () => {
  const all = files.flatMap(literalsOf);
  expect(all.length).toBeGreaterThan(30);
  const found = all.filter(unsafe).map(({ pattern }) => pattern);
  expect(found.sort()).toEqual(ofOwnTexts.sort());
});

test('the checker knows a bad one', () => {
  expect(unsafe({ pattern: '^(a+)+$', flags: '' })).toBe(true);
});

test('no regular expression is made of what a caller says: those that are made name parameters of ours (ASVS 1.2.9)', () => {
  const making = files.filter((name) => /\bRegExp\(/.test(readFileSync(join('src', name), 'utf8')));
  expect(making.sort()).toEqual(['platform/reading/read-model.ts', 'platform/reading/sound-model.ts']);
});

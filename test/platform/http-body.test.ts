import { describe, expect, test } from '@jest/globals';
import { problemWithJson } from '../../src/platform/http/body.js';
import type { Words } from '../../src/platform/problems/language.js';

const why = (text: string, mostKeys = 2_000): string | null =>
  (problemWithJson(text, mostKeys)?.params['why'] as Words | undefined)?.en ?? null;
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

describe('a body within its limits', () => {
  test.each([
    ['twenty levels', nested(20)],
    ['many levels one after the other', `[${Array.from({ length: 500 }, () => nested(3)).join()}]`],
    ['brackets and colons inside of text', JSON.stringify({ text: '[{:'.repeat(5_000) })],
    ['quotes and backslashes inside of text', JSON.stringify({ text: '\\"[[\\\\' })],
    [
      'as many fields as allowed',
      JSON.stringify([0, 1].map(() => Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [i, i])))),
    ],
  ])('%s', (_, text) => {
    expect(why(text)).toBeNull();
  });
});

describe('a body beyond them', () => {
  test('is refused at the twenty-first level, objects and lists counted alike', () => {
    expect(why(nested(21))).toBe('more than 20 levels of nesting');
    expect(why('{"a":['.repeat(11))).toBe('more than 20 levels of nesting');
  });

  test('is refused at one field too many', () => {
    expect(why('{"a":1,"b":{"c":2}}', 3)).toBeNull();
    expect(why('{"a":1,"b":{"c":2}}', 2)).toBe('more than 2 keys');
  });

  test('is refused where one list or object has too many members, however deep it stands', () => {
    const list = (length: number) => JSON.stringify({ a: [{ b: Array.from({ length }, () => [0, { c: 1 }]) }] });
    expect(why(list(1_000))).toBeNull();
    expect(why(list(1_001))).toBe('more than 1000 members');
    expect(why(`[${nested(5)}${`,${nested(5)}`.repeat(1_000)}]`)).toBe('more than 1000 members');
  });

  test('is measured without recursion', () => {
    const long = nested(1_000_000);
    expect(why(long)).toBe('more than 20 levels of nesting');
    expect(why(JSON.stringify({ text: '\\"'.repeat(500_000) }))).toBeNull();
  });

  test('does not overrun the end of text that is no JSON', () => {
    for (const text of ['', '"', '"\\', '{"a', ']]]]']) expect(why(text)).toBeNull();
  });
});

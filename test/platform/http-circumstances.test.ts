import { describe, expect, test } from '@jest/globals';
import { isIdempotencyKey, versionsIn } from '../../src/platform/http/circumstances.js';
import { matches } from '../../src/platform/http/send.js';
import { languageOf } from '../../src/platform/problems/language.js';

describe('If-Match', () => {
  test.each([
    ['"3-Abc_-9"', [3]],
    [' "12-x" ', [12]],
    ['"3"', [3]],
    ['"3-abc", "xyz", "4-def"', [3, 4]],
    ['*', undefined],
  ])('%s admits the versions %j', (header, versions) => {
    expect(versionsIn(header)).toEqual(versions);
  });

  test.each(['', '3', '3-abc', 'W/"3-abc"', '"-3-abc"', '"1e3-abc"', '"9999999999-a"', '"*"'])(
    '%s admits none that a record can have',
    (header) => {
      expect(versionsIn(header)).toEqual([]);
    },
  );
});

describe('If-None-Match', () => {
  const etag = '"3-abc"';

  test.each(['"3-abc"', 'W/"3-abc"', '"1-x", "3-abc"', '*'])('%s holds still', (header) => {
    expect(matches(header, etag)).toBe(true);
  });

  test.each([undefined, '', '"3-abd"', '3-abc', '"4-abc"'])('%s does not', (header) => {
    expect(matches(header, etag)).toBe(false);
  });
});

describe('Idempotency-Key', () => {
  test.each(['k', '0190a5d0-ac96-774b-bcce-b302099a8057', '~'.repeat(200)])('%s is one', (key) => {
    expect(isIdempotencyKey(key)).toBe(true);
  });

  test.each(['', 'two words', 'khóa', 'a\tb', 'a'.repeat(201), [['a', 'b']]])('%j is none', (key) => {
    expect(isIdempotencyKey(key as string)).toBe(false);
  });
});

describe('Accept-Language', () => {
  test.each([
    ['en', 'en'],
    ['en-GB,en;q=0.9,vi;q=0.5', 'en'],
    ['fr, en;q=0.3', 'en'],
    ['EN-us', 'en'],
    ['vi;q=0.5,en;q=0.4', 'vi'],
    ['en;q=0', 'vi'],
    ['fr', 'vi'],
    ['*', 'vi'],
    [';;;,,q=', 'vi'],
    ['en'.repeat(10_000), 'vi'],
    [undefined, 'vi'],
  ])('%s is answered in %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});

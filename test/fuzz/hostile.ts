import fc from 'fast-check';

/** Texts that break what believes its input: quoting, encoding, size, numbers that are none, paths, formulas. */
export const hostileTexts = fc.constantFrom(
  '',
  ' ',
  "'",
  `' or 1=1 --`,
  `"; drop table accounts; --`,
  '$1',
  ':ownAllianceIds',
  '%',
  '_',
  '\\',
  '\u0000',
  '\ud800',
  '\u202e',
  'e\u0301'.repeat(300),
  'a'.repeat(100_000),
  '../../etc/passwd',
  '%00',
  '%ff%fe',
  '{{7*7}}',
  '=1+1',
  '<script>alert(1)</script>',
  'NaN',
  'Infinity',
  '-0',
  '1e309',
  '99999999999999999999',
  '0x10',
  'null',
  'undefined',
  'true',
  '[object Object]',
  '2020-02-31',
  '0000-00-00',
  '2020-11-27T25:00:00Z',
  '+275760-09-13T00:00:00.001Z',
  '00000000-0000-0000-0000-000000000000',
  '__proto__',
  'constructor',
  '🏛️',
);

/** The same as JSON values, besides the kinds that a field does not expect. */
export const hostileValues: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: hostileTexts },
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 1e308, Number.MAX_SAFE_INTEGER, [], {}, [[]], { a: 1 }),
  fc.array(fc.integer(), { maxLength: 600, minLength: 550 }),
  fc.constant({ $gt: '' }),
);

/** Bodies that are no JSON, or too much of it. */
export const hostileBodies = fc.constantFrom(
  '',
  '{',
  'null',
  '"text"',
  '[]',
  '{"a":1,"a":2}',
  '{"__proto__":{"role":"administrator"}}',
  '{"constructor":{"prototype":{}}}',
  '['.repeat(45_000),
  `${'{"a":'.repeat(30)}1${'}'.repeat(30)}`,
  `{"a":"${'x'.repeat(120_000)}"}`,
  '{"a":1e999}',
  '\ufeff{}',
  'a=1&b=2',
  '<xml/>',
);

/** Headers that a client may set, as HTTP admits them. */
export const hostileHeaders = fc.dictionary(
  fc.constantFrom(
    'If-Match',
    'If-None-Match',
    'Idempotency-Key',
    'Accept',
    'Accept-Language',
    'X-Forwarded-For',
    'X-Request-Id',
    'X-Api-Key',
  ),
  fc.constantFrom(
    '*',
    '"1"',
    '"1-x", W/"2"',
    '"99999999999999999999"',
    'a'.repeat(3_000),
    'text/csv',
    'xx;q=9',
    '127.0.0.1',
    "' or 1=1",
    '\t',
    'é',
  ),
  { maxKeys: 3 },
);

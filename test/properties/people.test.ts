import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Problem } from '../../src/platform/problems/problem.js';
import { validEntry } from '../../src/platform/records/valid-entry.js';
import { PersonEntry } from '../../src/registry/people/people.entries.js';

const entered = (fields: object): PersonEntry => validEntry(PersonEntry, { fullName: 'Nguyễn Thị Minh An', ...fields });

/** The rules that an entry breaks. */
function broken(fields: object): string[] {
  try {
    entered(fields);
    return [];
  } catch (error) {
    if (error instanceof Problem) return error.errors.map(({ rule }) => rule);
    throw error;
  }
}

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));

describe('a telephone number', () => {
  test.each([
    ['0912 345 678', '+84912345678'],
    ['(0225) 3842 222', '+842253842222'],
    ['+84 912 345 678', '+84912345678'],
    ['+1 650 253 0000', '+16502530000'],
  ])('%s is kept as %s', (sent, kept) => expect(entered({ phone: sent }).phone).toBe(kept));

  test.each(['12', 'gọi 0912345678', '0225 3842 222 ext 12', 'không có'])('%s is none', (sent) =>
    expect(broken({ phone: sent })).toEqual(['not-a-phone-number']),
  );

  test('stays as it is when it is sent again', () => {
    fc.assert(
      fc.property(digits(7), (rest) => {
        fc.pre(broken({ phone: `091${rest}` }).length === 0);
        const { phone } = entered({ phone: `091${rest}` });
        expect(entered({ phone }).phone).toBe(phone);
      }),
    );
  });
});

describe('an identity number', () => {
  test('has twelve digits, however they are grouped', () => {
    fc.assert(
      fc.property(digits(12), fc.constantFrom(' ', '.', '-', ''), (number, gap) => {
        const grouped = [number.slice(0, 3), number.slice(3, 6), number.slice(6)].join(gap);
        expect(entered({ identityNumber: grouped }).identityNumber).toBe(number);
      }),
    );
  });

  test('has no other length', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 20 })
          .filter((length) => length !== 12)
          .chain(digits),
        (number) => expect(broken({ identityNumber: number })).toEqual(['not-an-identity-number']),
      ),
    );
  });
});

test('a person may be entered by name alone', () => expect(broken({})).toEqual([]));

import { personName } from './person-name.js';

/** The order of the database's `vi-x-icu`: a ă â, d đ, e ê, o ô ơ, u ư; tones after letters, case last. */
const { compare } = new Intl.Collator('vi');

/** The order of organisations, places and titles. Total: only equal texts compare as 0. */
export const compareVietnamese = (one: string, other: string): number => compare(one, other) || byCodeUnit(one, other);

/** The order of a list of people: by given name, then family name, then middle name. Total. */
export function comparePersonNames(one: string, other: string): number {
  const [a, b] = [personName(one), personName(other)];
  return (
    compare(a.given, b.given) || compare(a.family, b.family) || compare(a.middle, b.middle) || byCodeUnit(one, other)
  );
}

function byCodeUnit(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

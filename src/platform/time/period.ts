import type { Day } from './day.js';

/** `[from, to)`; without an end while it lasts. */
export interface Period {
  readonly validFrom: Day;
  readonly validTo?: Day | null;
}

/** Whether two periods share a day, or one that ends as it begins, and has none, lies within the other. */
export function overlap(one: Period, other: Period): boolean {
  const [earlier, later] = one.validFrom <= other.validFrom ? [one, other] : [other, one];
  const begun = later.validFrom;
  if (earlier.validFrom < begun) return !earlier.validTo || begun < earlier.validTo;
  return [one, other].every(({ validTo }) => !validTo || begun < validTo);
}

/** The same, or both end on the one day on which they begin: what somebody entered twice. */
export const overlapOrRepeat = (one: Period, other: Period): boolean =>
  overlap(one, other) || [other.validFrom, one.validTo, other.validTo].every((day) => day === one.validFrom);

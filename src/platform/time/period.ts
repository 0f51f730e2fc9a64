import type { Day } from './day.js';

/** `[from, to)`; without an end while it lasts. */
export interface Period {
  readonly validFrom: Day;
  readonly validTo?: Day | null;
}

/** Whether two periods share a day; or one that ends as it begins, and has none, lies within the other or is the same. */
export function overlap(one: Period, other: Period): boolean {
  const [earlier, later] = one.validFrom <= other.validFrom ? [one, other] : [other, one];
  const begun = later.validFrom;
  if (earlier.validFrom < begun) return !earlier.validTo || begun < earlier.validTo;
  const [lasts, otherLasts] = [one, other].map(({ validTo }) => !validTo || begun < validTo);
  return lasts === otherLasts;
}

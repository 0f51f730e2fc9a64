import type { Day } from './day.js';

/** `[from, to)`; without an end while it lasts. */
export interface Period {
  readonly validFrom: Day;
  readonly validTo?: Day | null;
}

/** Whether two periods share a day; one that ends as it begins has none. */
export function overlap(one: Period, other: Period): boolean {
  const later = one.validFrom > other.validFrom ? one.validFrom : other.validFrom;
  return [one, other].every(({ validTo }) => !validTo || later < validTo);
}

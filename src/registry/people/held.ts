import type { Position } from './position.entity.js';

/** Position `po` is held on the day asked for. */
export const heldOnDayBy = (po: string): string =>
  `${po}.valid_from <= :asOf and (${po}.valid_to is null or ${po}.valid_to > :asOf)`;
export const heldOnDay = heldOnDayBy('po');

/** `[from, to)`; without an end while the position is held. */
export type Period = Pick<Position, 'validFrom' | 'validTo'>;

/** Whether two periods share a day; one that ends as it begins has none. */
export function overlap(one: Period, other: Period): boolean {
  const later = one.validFrom > other.validFrom ? one.validFrom : other.validFrom;
  return [one, other].every(({ validTo }) => !validTo || later < validTo);
}

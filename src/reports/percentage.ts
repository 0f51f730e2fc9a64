/** A share of the whole in percent, cut to two digits: rounded, 100 would be said before it is all of them. Of nothing there is none. */
export const percentage = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.floor((10_000 * part) / whole) / 100;

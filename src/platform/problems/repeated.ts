import type { FieldError } from './problem.js';
import { invalidEntry } from './request.problems.js';

/**
 * Holds that within one request a value stands once; an empty one may repeat.
 * @param at the pointer of each value
 * @throws Problem 422 `duplicate` at every further place of a value, with the first
 */
export function refuseRepeated(
  values: readonly (string | null | undefined)[],
  at: (index: number) => string = (index) => `/items/${index}`,
): void {
  const places = new Map<string, string>();
  const errors: FieldError[] = [];
  values.forEach((value, index) => {
    if (!value) return;
    const first = places.get(value);
    if (first === undefined) places.set(value, at(index));
    else errors.push({ pointer: at(index), rule: 'duplicate', params: { first } });
  });
  if (errors.length > 0) throw invalidEntry(errors);
}

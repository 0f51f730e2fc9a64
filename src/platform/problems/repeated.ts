import { invalidField } from './request.problems.js';

/**
 * Holds that within one request a value stands once; an empty one may repeat.
 * @param at the pointer of each value
 * @throws Problem 422 `duplicate` at the second place of a value
 */
export function refuseRepeated(
  values: readonly (string | null | undefined)[],
  at: (index: number) => string = (index) => `/items/${index}`,
): void {
  const seen = new Set<string>();
  values.forEach((value, index) => {
    if (value && seen.has(value)) throw invalidField(at(index), 'duplicate');
    if (value) seen.add(value);
  });
}

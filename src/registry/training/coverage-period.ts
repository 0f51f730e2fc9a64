import { invalidParameters } from '../../platform/problems/request.problems.js';
import type { Wanted } from '../../platform/reading/wanted.js';

/**
 * The wish with its period fixed, so that it is there in every statement: from 1 January of the year of `asOf` until that day,
 * unless the reader says otherwise.
 * @throws Problem 400 when it would end before it starts
 */
export function withPeriod(wanted: Wanted): Wanted {
  const given = (name: string) => wanted.filters.find((filter) => filter.name === name)?.values[0];
  const period = { from: given('from') ?? `${wanted.asOf.slice(0, 4)}-01-01`, to: given('to') ?? wanted.asOf };
  if (period.to < period.from)
    throw invalidParameters([{ pointer: '/to', rule: 'before-start', params: { start: period.from } }]);
  return { ...wanted, fixed: period };
}

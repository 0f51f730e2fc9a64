import { invalidParameters } from '../../platform/problems/request.problems.js';
import type { Wanted } from '../../platform/reading/wanted.js';

/** The period whose courses count: from 1 January of the year of `asOf` until that day, unless the reader says otherwise. */
export function periodOf(
  asOf: string,
  { from, to }: { from?: string | null | undefined; to?: string | null | undefined },
) {
  return { from: from ?? `${asOf.slice(0, 4)}-01-01`, to: to ?? asOf };
}

/**
 * The wish with its period fixed, so that it is there in every statement.
 * @throws Problem 400 when it would end before it starts
 */
export function withPeriod(wanted: Wanted): Wanted {
  const given = (name: string) => wanted.filters.find((filter) => filter.name === name)?.values[0];
  const period = periodOf(wanted.asOf, { from: given('from'), to: given('to') });
  if (period.to < period.from)
    throw invalidParameters([{ pointer: '/to', rule: 'before-start', params: { start: period.from } }]);
  return { ...wanted, fixed: period };
}

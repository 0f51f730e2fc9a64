import type { Wanted } from '../../platform/reading/wanted.js';

/** The period whose courses count: from 1 January of the year of `asOf` until that day, unless the reader says otherwise. */
export function periodOf(
  asOf: string,
  { from, to }: { from?: string | null | undefined; to?: string | null | undefined },
) {
  return { from: from ?? `${asOf.slice(0, 4)}-01-01`, to: to ?? asOf };
}

/** The wish with its period fixed, so that it is there in every statement. */
export function withPeriod(wanted: Wanted): Wanted {
  const given = (name: string) => wanted.filters.find((filter) => filter.name === name)?.values[0];
  return { ...wanted, fixed: periodOf(wanted.asOf, { from: given('from'), to: given('to') }) };
}

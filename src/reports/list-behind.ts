import type { Wanted } from '../platform/reading/wanted.js';

export type Filters = Readonly<Record<string, readonly string[]>>;

/** The list behind a number: its path, and the filters that leave just the rows that were counted. */
export interface ListBehind {
  readonly path: string;
  readonly filters: Filters;
  /** Also rows that are not in force on the day: the filters say which. */
  readonly ever?: true;
}

/** The filters of a list as a wish. */
export const wantedFilters = (filters: Filters): Wanted['filters'] =>
  Object.entries(filters).map(([name, values]) => ({ name, values }));

/** The address of the list, as of the day and as known at the instant that the report was asked for. */
export function linkTo(
  { path, filters, ever }: ListBehind,
  { asOf, knownAt }: Pick<Wanted, 'asOf' | 'knownAt'>,
): string {
  let narrowed = '';
  for (const [name, values] of Object.entries(filters)) {
    for (const value of values) narrowed += `${name}=${encodeURIComponent(value)}&`;
  }
  const whenever = ever ? 'ever=true&' : '';
  const known = knownAt === null ? '' : `&knownAt=${encodeURIComponent(knownAt)}`;
  return `/api/v1/${path}?${narrowed}${whenever}asOf=${asOf}${known}`;
}

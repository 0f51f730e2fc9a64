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
  const narrowed = Object.entries(filters).flatMap(([name, values]) => values.map((value) => [name, value] as const));
  const parameters = [
    ...narrowed,
    ...(ever ? [['ever', 'true'] as const] : []),
    ['asOf', asOf] as const,
    ...(knownAt === null ? [] : [['knownAt', knownAt] as const]),
  ];
  return `/api/v1/${path}?${parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
}

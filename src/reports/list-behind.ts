import type { ReadModel } from '../platform/reading/read-model.js';
import type { Wanted } from '../platform/reading/wanted.js';

export type Filters = Readonly<Record<string, readonly string[]>>;

/** The list behind a number: its path, and the filters that leave just the rows that were counted. */
export interface ListBehind {
  readonly path: string;
  readonly filters: Filters;
  /** Also rows that are not in force on the day: the filters say which. */
  readonly ever?: true;
}

/**
 * What answers a declared figure: a list, narrowed. The figure is counted from the very list that its link opens, so
 * that the number and its rows cannot disagree.
 */
export interface FigureSource extends ListBehind {
  readonly model: ReadModel;
  /**
   * How the number comes from the rows: their count, the sum of a field (up to that of another, where they tell a range), their share among wider rows, or the bounds (`low`
   * and `high`) that the row itself sets; words that were declared are looked for in a field, and the rows that have them
   * are counted.
   */
  readonly measure:
    | 'count'
    | 'bounds'
    | { readonly sumOf: string; readonly upTo?: string }
    | { readonly percentOf: Filters }
    | { readonly wordsIn: string };
}

export function source(
  model: ReadModel,
  path: string,
  filters: Filters,
  measure: FigureSource['measure'] = 'count',
): FigureSource {
  return { model, path, filters, measure };
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

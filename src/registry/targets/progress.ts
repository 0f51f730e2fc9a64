import { closedList, type CodeOf } from '../../platform/records/code-list.js';
import type { Target } from './target.entity.js';

export const targetStates = closedList('target_state', ['below', 'within', 'met', 'exceeded']);
export type TargetState = CodeOf<typeof targetStates>;

/** What a progress is held to: `low` at least, or a range from `low` to `high`. */
export type Bounds = Pick<Target, 'low' | 'high'>;

/** How a progress stands to what was to be reached; unknown while there is nothing to measure. */
export function stateOf({ low, high }: Bounds, progress: number | null): TargetState | null {
  if (progress === null) return null;
  if (progress < low) return 'below';
  if (high !== null) return progress > high ? 'exceeded' : 'within';
  return progress > low ? 'exceeded' : 'met';
}

/** From a day to a day, both included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/**
 * The calendar years of a term that have begun by a day, each until its end or that day. A year belongs to the term in
 * which its first of July lies: so each year is in one term, and a term of five years has five.
 */
export function yearsOf(
  term: { validFrom: string; validTo: string | null },
  asOf: string,
): (Span & { year: number })[] {
  const years = [];
  for (let year = Number(term.validFrom.slice(0, 4)); `${year}-01-01` <= asOf; year += 1) {
    const middle = `${year}-07-01`;
    const isOfTerm = term.validFrom <= middle && (term.validTo === null || middle < term.validTo);
    const last = `${year}-12-31`;
    if (isOfTerm) years.push({ year, from: `${year}-01-01`, to: last < asOf ? last : asOf });
  }
  return years;
}

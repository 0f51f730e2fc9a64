import { addDays } from '../../platform/time/day.js';
import { closedList, type CodeOf } from '../../platform/records/code-list.js';
import type { Target } from './target.entity.js';

export const targetStates = closedList('target_state', ['below', 'within', 'met', 'exceeded']);
/** A period of a target that is no calendar year. */
export const targetPeriods = closedList('target_period', ['term']);
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

type Term = { readonly validFrom: string; readonly validTo: string | null };

/**
 * The calendar years of a term that have begun by a day, each until its end or that day. A year belongs to the term in
 * which its first of July lies: so each year is in one term, and a term of five years has five. (No paper says it; the
 * registry's own reading.)
 */
export function yearsOf({ validFrom, validTo }: Term, asOf: string): (Span & { year: string })[] {
  const years = [];
  for (let year = Number(validFrom.slice(0, 4)); `${year}-01-01` <= asOf; year += 1) {
    const middle = `${year}-07-01`;
    const isOfTerm = validFrom <= middle && (validTo === null || middle < validTo);
    if (isOfTerm) years.push({ year: `${year}`, from: `${year}-01-01`, to: earlier(`${year}-12-31`, asOf) });
  }
  return years;
}

/** A span of a target, and what it is held to; null where it is not judged by itself. */
export interface HeldSpan extends Span {
  readonly period: string;
  readonly bounds: Bounds | null;
  /** Whether there is something to count yet: what adds up over the years of a term begins with the first of them. */
  readonly begun: boolean;
}

/** Each year of the term until a day, then all of it: a floor adds up over its years, the other shapes stay. */
export function spansOf(target: Term & Bounds & Pick<Target, 'shape' | 'source'>, asOf: string): HeldSpan[] {
  const { shape, source, low, high, validFrom, validTo } = target;
  const years = yearsOf(target, asOf);
  const yearly = shape === 'range_per_term' ? null : { low, high };
  const addsUp = shape === 'floor_per_year' && source !== 'statistic';
  const [first, last] = [years[0], years.at(-1)];
  const whole = addsUp && first && last ? { from: first.from, to: last.to } : termUntil(validFrom, validTo, asOf);
  const bounds = !addsUp ? { low, high } : first ? { low: low * years.length, high } : null;
  return [
    ...years.map(({ year, from, to }) => ({ period: year, from, to, bounds: yearly, begun: true })),
    { period: 'term', ...whole, bounds, begun: !addsUp || first !== undefined },
  ];
}

/** A term until a day, or to its own last day. */
export const termUntil = (validFrom: string, validTo: string | null, asOf: string): Span => ({
  from: validFrom,
  to: validTo === null ? asOf : earlier(addDays(validTo, -1), asOf),
});

const earlier = (one: string, other: string): string => (one < other ? one : other);

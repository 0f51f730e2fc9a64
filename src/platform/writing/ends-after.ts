import type { Problem } from '../problems/problem.js';
import type { Day } from '../time/day.js';

/**
 * The rule that something does not end before it begins. It is told of the field that was sent: whoever corrects the first
 * day alone reads of that.
 * @param first the field of its first day, which the problem names
 * @param end the field of its end
 * @param options.sameDay whether both may be one day
 */
export const endsAfter =
  <First extends string, End extends string>(
    first: First,
    end: End,
    problem: (params: Readonly<Record<First, Day>>) => Problem,
    { sameDay = false } = {},
  ) =>
  /** @param sent what the caller sent of it: an entry, or a correction */
  (period: Readonly<Partial<Record<First | End, Day | null>>>, sent: object = period): void => {
    const [begun, ended] = [period[first], period[end]];
    if (!begun || !ended || (sameDay ? begun <= ended : begun < ended)) return;
    throw problem({ [first]: begun } as Record<First, Day>).at(`/${end in sent ? end : first}`);
  };

import { dayInVietNam } from '../../platform/time/day.js';
import type { Delegate, DelegateSubstitution, Delegation } from './congress.entity.js';
import { SeatsTaken } from './congresses.problems.js';
import { leftToNobody } from './seat-holders.js';

type Seats = Pick<Delegation, 'officialSeats' | 'alternateSeats'>;

/** Who was named to a seat, and the day on which it was left to nobody: from then on another may be named to it. */
export type Seated = Pick<Delegate, 'kind' | 'namedOn'> & { leftOn: string | null };

/** Delegates of a delegation with the days on which they left, by its substitutions. */
export const seated = (
  delegates: readonly Pick<Delegate, 'id' | 'kind' | 'namedOn'>[],
  substitutions: readonly DelegateSubstitution[],
): Seated[] =>
  delegates.map((delegate) => {
    const left = leftToNobody(delegate, substitutions);
    return { ...delegate, leftOn: left === undefined ? null : dayInVietNam(left.substitutedAt) };
  });

/**
 * On no day are there more delegates than seats of their kind.
 * @param at where what asks for more seats, of that kind, stands in the request
 * @throws SeatsTaken with the numbers
 */
export function refuseMoreThanSeats(
  { officialSeats, alternateSeats }: Seats,
  delegates: readonly Seated[],
  at: (seats: 'officialSeats' | 'alternateSeats') => string,
): void {
  const [officials, alternates] = [mostAtOnce(delegates, 'official'), mostAtOnce(delegates, 'alternate')];
  if (officials > officialSeats || alternates > alternateSeats)
    throw SeatsTaken({ officialSeats, alternateSeats, officials, alternates }).at(
      at(officials > officialSeats ? 'officialSeats' : 'alternateSeats'),
    );
}

/** How many of a kind there are at most on one day, which is a day of a naming. */
function mostAtOnce(delegates: readonly Seated[], kind: Seated['kind']): number {
  const all = delegates.filter((delegate) => delegate.kind === kind);
  if (all.every(({ leftOn }) => leftOn === null)) return all.length;
  const on = (day: string) =>
    all.filter(({ namedOn, leftOn }) => namedOn <= day && (leftOn === null || leftOn > day)).length;
  return Math.max(...all.map(({ namedOn }) => on(namedOn)));
}

import { dayInVietNam } from '../../platform/time/day.js';
import type { Delegation } from './congress.entity.js';
import { SeatsTaken } from './congresses.problems.js';
import { leftToNobody, seatsTakenBefore, type Substitutions, type ToBeSeated } from './seat-holders.js';

type Seats = Pick<Delegation, 'officialSeats' | 'alternateSeats'>;

/**
 * On no day are there more delegates than seats of their kind, nor at an instant at which somebody who was named on that very
 * day has an alternate called up.
 * @param at where what asks for more seats, of that kind, stands in the request
 * @throws SeatsTaken with the numbers
 */
export function refuseMoreThanSeats(
  { officialSeats, alternateSeats }: Seats,
  delegates: readonly ToBeSeated[],
  substitutions: Substitutions,
  at: (seats: 'officialSeats' | 'alternateSeats') => string,
): void {
  const officials = Math.max(mostOnADay(delegates, substitutions, 'official'), mostAtACall(delegates, substitutions));
  const alternates = mostOnADay(delegates, substitutions, 'alternate');
  if (officials > officialSeats || alternates > alternateSeats)
    throw SeatsTaken({ officialSeats, alternateSeats, officials, alternates }).at(
      at(officials > officialSeats ? 'officialSeats' : 'alternateSeats'),
    );
}

/**
 * How many of a kind there are at most on one day, which is a day of a naming. From the day on which a seat was left to nobody
 * another may be named to it.
 */
function mostOnADay(delegates: readonly ToBeSeated[], substitutions: Substitutions, kind: ToBeSeated['kind']): number {
  const all = delegates
    .filter((delegate) => delegate.kind === kind)
    .map((delegate) => ({ ...delegate, leftOn: leftOn(delegate, substitutions) }));
  if (all.every(({ leftOn }) => leftOn === null)) return all.length;
  const on = (day: string) =>
    all.filter(({ namedOn, leftOn }) => namedOn <= day && (leftOn === null || leftOn > day)).length;
  return Math.max(...all.map(({ namedOn }) => on(namedOn)));
}

function leftOn(delegate: ToBeSeated, substitutions: Substitutions): string | null {
  const left = leftToNobody(delegate, substitutions);
  return left === undefined ? null : dayInVietNam(left.substitutedAt);
}

/** How many seats are taken at most just when an official who was named on the same day has an alternate called up. */
function mostAtACall(delegates: readonly ToBeSeated[], substitutions: Substitutions): number {
  const taken = delegates.flatMap(({ id, kind, namedOn }) => {
    const call = substitutions.find(({ delegateId, alternateId }) => delegateId === id && alternateId !== null);
    if (!call || id === undefined || kind !== 'official' || namedOn !== dayInVietNam(call.substitutedAt)) return [];
    return seatsTakenBefore({ id, namedOn }, call.substitutedAt, delegates, substitutions) + 1;
  });
  return Math.max(0, ...taken);
}

import { Problem } from '../../platform/problems/problem.js';
import type { Delegate, DelegateSubstitution, Delegation } from './congress.entity.js';
import { NotEntitled, SubstitutedBeforeEmpty } from './congresses.problems.js';

/** Who gave the seat away, to whom (null: to nobody), from when on. */
type Handover = Pick<DelegateSubstitution, 'delegateId' | 'alternateId' | 'substitutedAt'>;
/** The substitutions of one delegation that are in force; instants are whole texts, in order as their letters are. */
export type Substitutions = readonly Handover[];
type Named = Pick<Delegate, 'id' | 'kind'>;
/** Who is named to a seat, or is to be: then without an id yet. */
export type ToBeSeated = Pick<Delegate, 'kind' | 'namedOn'> & { id?: string };

/**
 * The delegate has a seat to give at this instant. An alternate who still waits has none, but may leave for good.
 * @throws NotEntitled
 */
export function refuseWithoutSeat(
  delegate: Named,
  alternateId: string | null,
  at: string,
  before: Substitutions,
): void {
  const replaced = before.find((one) => one.delegateId === delegate.id && one.alternateId !== null);
  const since = calledUp(delegate, before)?.substitutedAt;
  if (since !== undefined && since >= at) throw NotEntitled();
  if (alternateId === null) {
    const replacedBefore = replaced !== undefined && replaced.substitutedAt < at;
    if (replacedBefore || emptied(delegate, before)) throw NotEntitled();
  } else if (replaced || (delegate.kind === 'alternate' && since === undefined)) {
    throw NotEntitled();
  }
}

/**
 * Who is named on the day on which a seat is left has it from then on, and gives nothing away before.
 * @throws NotEntitled while as many as there are seats were named before, and have not left theirs to nobody
 */
export function refuseBeforeSeatIsFree(
  delegate: Delegate,
  at: string,
  { officialSeats }: Pick<Delegation, 'officialSeats'>,
  delegates: readonly Delegate[],
  before: Substitutions,
): void {
  if (delegate.kind !== 'official') return;
  if (seatsTakenBefore(delegate, at, delegates, before) >= officialSeats) throw NotEntitled();
}

/** How many officials were named before one, by the day and then by the id, and have not left their seats to nobody by an instant. */
export const seatsTakenBefore = (
  { id, namedOn }: Pick<Delegate, 'id' | 'namedOn'>,
  at: string,
  delegates: readonly ToBeSeated[],
  before: Substitutions,
): number =>
  delegates.filter((other) => {
    const isEarlier = other.namedOn < namedOn || (other.namedOn === namedOn && other.id !== undefined && other.id < id);
    if (other.kind !== 'official' || !isEarlier) return false;
    const left = leftToNobody(other, before)?.substitutedAt;
    return left === undefined || left > at;
  }).length;

/** @throws SubstitutedBeforeEmpty when the seat fell empty only after this instant */
export function refuseCallForEmpty(delegate: Named, at: string, before: Substitutions): void {
  const since = emptied(delegate, before)?.substitutedAt;
  if (since === undefined || since <= at) return;
  throw new Problem(SubstitutedBeforeEmpty, { since }, [
    { pointer: '/substitutedAt', rule: 'before-start', params: { start: since } },
  ]);
}

export const wasCalledUp = (alternate: Pick<ToBeSeated, 'id'>, before: Substitutions): boolean =>
  calledUp(alternate, before) !== undefined;

/** Whether the delegate left without anybody called up, by this instant. */
export function hasLeft(delegate: Named, at: string, before: Substitutions): boolean {
  const since = emptied(delegate, before)?.substitutedAt;
  return since !== undefined && since <= at;
}

/**
 * That the seat to which the delegate was named is left to nobody: by the last of those who sat on it. An alternate who was
 * called up sits on an official's, and leaves that one.
 */
export function leftToNobody(delegate: Pick<ToBeSeated, 'id' | 'kind'>, before: Substitutions): Handover | undefined {
  if (delegate.kind === 'alternate') return wasCalledUp(delegate, before) ? undefined : emptied(delegate, before);
  const next = before.find(({ delegateId, alternateId }) => delegateId === delegate.id && alternateId !== null);
  return next ? leftToNobody({ ...delegate, id: String(next.alternateId) }, before) : emptied(delegate, before);
}

const calledUp = ({ id }: Pick<ToBeSeated, 'id'>, before: Substitutions) =>
  before.find(({ alternateId }) => alternateId === id);

const emptied = ({ id }: Pick<ToBeSeated, 'id'>, before: Substitutions) =>
  before.find(({ delegateId, alternateId }) => delegateId === id && alternateId === null);

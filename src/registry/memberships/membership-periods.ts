import { overlapOrRepeat, type Period } from '../../platform/time/period.js';
import type { Registry } from '../../platform/writing/registry.js';
import { Membership, MembershipCategoryChange, MembershipSuspension } from './membership.entity.js';
import {
  AlreadyMember,
  AlreadySuspended,
  BeforeAdmission,
  CategoryOutside,
  SuspensionOutside,
} from './memberships.problems.js';

type Lasting = Pick<Membership, 'admittedOn' | 'endedOn'>;
type Rest = Pick<MembershipSuspension, 'suspendedOn' | 'resumedOn'>;

const restOf = ({ suspendedOn, resumedOn }: Rest): Period => ({
  validFrom: suspendedOn,
  validTo: resumedOn,
});

const periodOf = ({ admittedOn, endedOn }: Lasting): Period => ({ validFrom: admittedOn, validTo: endedOn });

const OPEN = { vi: 'nay', en: 'now' };
const NOT_ENDED = { vi: 'khi ra khỏi Liên minh', en: 'its end' };

/** @throws BeforeAdmission */
export function refuseBeforeAdmission({ admittedOn }: Pick<Membership, 'admittedOn'>, on: string, at: string): void {
  if (on < admittedOn) throw BeforeAdmission({ admittedOn }).at(at);
}

/** Two memberships of an organisation in one alliance never overlap. @throws AlreadyMember */
export async function refuseOverlap(
  registry: Registry,
  membership: Lasting & Pick<Membership, 'allianceId' | 'organizationId'> & { id?: string },
  at = '',
): Promise<void> {
  const { id, allianceId, organizationId } = membership;
  const others = await registry.find(Membership, { organizationId, allianceId });
  const overlapping = others.find((other) => other.id !== id && overlapOrRepeat(periodOf(other), periodOf(membership)));
  if (overlapping) throw AlreadyMember({ from: overlapping.admittedOn, number: overlapping.number }).at(at);
}

/** A membership does not rest twice at a time. @throws AlreadySuspended */
export async function refuseSuspensionsOverlap(
  registry: Registry,
  suspension: Pick<MembershipSuspension, 'membershipId' | 'suspendedOn' | 'resumedOn'>,
): Promise<void> {
  const { membershipId } = suspension;
  const others = await registry.find(MembershipSuspension, { membershipId });
  const overlapping = others.find((other) => overlapOrRepeat(restOf(other), restOf(suspension)));
  if (overlapping) throw AlreadySuspended({ from: overlapping.suspendedOn }).at('/suspendedOn');
}

/** A membership rests only while it lasts. @throws SuspensionOutside */
export function refuseSuspensionOutside(
  { admittedOn, endedOn }: Lasting,
  { suspendedOn, resumedOn }: Rest,
  at: string,
): void {
  const within =
    suspendedOn >= admittedOn && (endedOn === null || (suspendedOn <= endedOn && (resumedOn ?? '') <= endedOn));
  if (within) return;
  const [until, to] = [resumedOn ?? OPEN, endedOn ?? OPEN];
  throw SuspensionOutside({ suspendedOn, until, from: admittedOn, to }).at(at);
}

/** All its suspensions and changes of category lie within it. @throws SuspensionOutside, CategoryOutside */
export async function refusePartsOutside(
  registry: Registry,
  membership: Lasting & Pick<Membership, 'id'>,
  at: string,
): Promise<void> {
  const of = { membershipId: membership.id };
  for (const suspension of await registry.find(MembershipSuspension, of))
    refuseSuspensionOutside(membership, suspension, at);
  const { admittedOn, endedOn } = membership;
  for (const { validFrom } of await registry.find(MembershipCategoryChange, of))
    if (validFrom < admittedOn || (endedOn !== null && validFrom >= endedOn))
      throw CategoryOutside({ validFrom, from: admittedOn, to: endedOn ?? NOT_ENDED }).at(at);
}

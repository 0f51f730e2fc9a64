import { today } from '../../platform/time/day.js';
import { refuseRepeated } from '../../platform/problems/repeated.js';
import type { Registry } from '../../platform/writing/registry.js';
import { namesOfPeople } from '../people/name-of-person.js';
import { refuseNamedLate } from './congress-days.js';
import { Delegate, DelegateSubstitution, type Congress, type Delegation } from './congress.entity.js';
import type { FirstDelegate } from './congress.entries.js';
import { AlreadyDelegate, RankOfAlternates, RankTaken } from './congresses.problems.js';
import { sender } from './delegate.view.js';
import { refuseMoreThanSeats } from './seats.js';

type Named = Pick<Delegate, 'kind' | 'alternateRank'>;

/** Delegates to be named to one delegation, and where each stands in the request. */
export interface Naming {
  delegation: Delegation;
  delegates: readonly FirstDelegate[];
  /** Where one of them stands, or all of them. */
  at: (index?: number) => string;
}

/**
 * Names delegates to delegations of one congress, all of which this unit of work holds, set-wise.
 * @throws SeatsTaken, AlreadyDelegate, RankTaken, RankOfAlternates, NamedAfterCongress
 */
export async function nameDelegates(
  registry: Registry,
  congress: Congress,
  namings: readonly Naming[],
): Promise<Delegate[]> {
  const all = namings.flatMap(({ delegation, delegates, at }) =>
    delegates.map((delegate, index) => ({ delegation, delegate, at: at(index) })),
  );
  if (all.length === 0) return [];
  for (const { delegate, at } of all) refuseNamedLate(delegate, congress, at);
  const personId = all.map(({ delegate }) => delegate.personId);
  refuseRepeated(personId, (index) => `${all[index]?.at}/personId`);
  const [known] = await registry.find(Delegate, { congressId: congress.id, personId });
  if (known) {
    const { at } = all[personId.indexOf(known.personId)] ?? { at: '' };
    const name = (await namesOfPeople(registry, [known.personId])).get(known.personId) ?? '';
    throw AlreadyDelegate({ name, sender: await senderOf(registry, known.delegationId) }).at(`${at}/personId`);
  }
  const delegationId = namings.map(({ delegation }) => delegation.id);
  const present = await registry.find(Delegate, { delegationId });
  const substitutions = await registry.find(DelegateSubstitution, { delegationId });
  for (const { delegation, delegates, at } of namings) {
    const already = present.filter(({ delegationId }) => delegationId === delegation.id);
    refuseRanks(already, delegates, at);
    refuseMoreThanSeats(delegation, [...already, ...delegates], substitutions, () => at() || '/kind');
  }
  return registry.addAll(
    Delegate,
    all.map(({ delegation: { id: delegationId, allianceId, congressId, organizationId }, delegate }) => ({
      ...delegate,
      allianceId,
      organizationId: delegate.organizationId ?? organizationId,
      delegationId,
      congressId,
    })),
    (index) => all[index]?.at ?? '',
  );
}

/** @throws RankOfAlternates, RankTaken */
export function refuseRanks(
  already: readonly Named[],
  added: readonly Named[],
  at: (index: number) => string = () => '',
): void {
  const taken = new Set(already.flatMap(({ alternateRank }) => alternateRank ?? []));
  for (const [index, { kind, alternateRank }] of added.entries()) {
    const pointer = `${at(index)}/alternateRank`;
    if ((kind === 'alternate') !== (alternateRank != null)) throw RankOfAlternates().at(pointer);
    if (alternateRank == null) continue;
    if (taken.has(alternateRank)) throw RankTaken({ rank: alternateRank }).at(pointer);
    taken.add(alternateRank);
  }
}

/** Who sends a delegation, by the name of today. */
async function senderOf(registry: Registry, id: string): Promise<string> {
  const asked = `select ${sender} as sender from delegations dn where dn.id = :id`;
  const [found] = await registry.ask<{ sender: string }>(asked, { id, asOf: today() });
  return found?.sender ?? '';
}

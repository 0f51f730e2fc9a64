import { Injectable } from '@nestjs/common';
import { invalidField } from '../../platform/problems/request.problems.js';
import type { VoidingEntry } from '../../platform/records/entries.js';
import { dayInVietNam } from '../../platform/time/day.js';
import { inFull } from '../../platform/time/instant.js';
import type { Act } from '../../platform/rights/act.js';
import type { Registry } from '../../platform/writing/registry.js';
import { stillUsedBy } from '../../platform/writing/dependents.js';
import { Work } from '../../platform/writing/work.js';
import { refuseCalledOutOfDays } from './congress-days.js';
import { Delegate, DelegateSubstitution, Delegation } from './congress.entity.js';
import type { SubstitutionEntry } from './congress.entries.js';
import { NotAnAlternate } from './congresses.problems.js';
import { DelegateView } from './delegate.view.js';
import { holdDelegation } from './hold-delegation.js';
import { refuseMoreThanSeats } from './seats.js';
import { hasLeft, refuseBeforeSeatIsFree, refuseCallForEmpty, refuseWithoutSeat, wasCalledUp } from './seat-holders.js';

/** Who leaves a seat, and who is called up to it. Whoever writes holds the delegation and the congress meanwhile. */
@Injectable()
export class SubstitutionsService {
  constructor(private readonly work: Work) {}

  /**
   * An alternate takes the seat of a delegate who cannot attend; without one the seat stays empty. (Thay thế)
   * @throws NotEntitled, NotAnAlternate, SubstitutedAfterCongress, SubstitutedBeforeNaming, SubstitutedBeforeEmpty, SeatsTaken
   */
  substitute(id: string, { reason, sourceDocumentId, ...content }: SubstitutionEntry, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      const { congress, delegation } = await holdDelegation(registry, await registry.look(Delegate, id));
      const delegate = await registry.take(Delegate, id);
      const { allianceId, delegationId } = delegate;
      const before = await registry.find(DelegateSubstitution, { delegationId });
      const at = inFull(content.substitutedAt);
      const alternateId = content.alternateId ?? null;
      refuseWithoutSeat(delegate, alternateId, at, before);
      const delegates = await registry.find(Delegate, { delegationId });
      if (delegate.namedOn === dayInVietNam(at)) refuseBeforeSeatIsFree(delegate, at, delegation, delegates, before);
      const concerned = [delegate];
      if (alternateId !== null) {
        refuseCallForEmpty(delegate, at, before);
        concerned.push(await waitingAlternate(registry, delegate, alternateId, at, before));
      }
      refuseCalledOutOfDays(content, concerned, congress);
      const after = [...before, { delegateId: id, alternateId, substitutedAt: at }];
      refuseMoreThanSeats(delegation, delegates, after, () => '/alternateId');
      await registry.add(DelegateSubstitution, { ...content, alternateId, allianceId, delegationId, delegateId: id });
      return registry.showCreated(DelegateView, id);
    });
  }

  /** The substitution was entered by mistake. (Hủy thay thế) @throws StillUsed when the alternate was replaced in turn, SeatsTaken */
  void(id: string, entry: VoidingEntry, act: Act) {
    return this.work.run(act, entry, async (registry) => {
      const { delegationId, delegateId, alternateId } = await registry.look(DelegateSubstitution, id);
      const { congressId } = await registry.look(Delegation, delegationId);
      const { delegation } = await holdDelegation(registry, { congressId, delegationId });
      const substitution = await registry.take(DelegateSubstitution, id);
      const given = alternateId === null ? [] : await registry.find(DelegateSubstitution, { delegateId: alternateId });
      const later = given.filter((one) => one.alternateId !== null);
      if (later.length > 0) throw stillUsedBy([{ records: 'delegate_substitutions', count: later.length }]);
      const others = (await registry.find(DelegateSubstitution, { delegationId })).filter((one) => one.id !== id);
      refuseMoreThanSeats(delegation, await registry.find(Delegate, { delegationId }), others, () => '');
      await registry.void(substitution, entry.reason);
      return registry.showCreated(DelegateView, delegateId, {}, 'delegates');
    });
  }
}

/** @throws NotAnAlternate at the alternate who cannot be called up at this instant */
async function waitingAlternate(
  registry: Registry,
  { id, delegationId }: Delegate,
  alternateId: string,
  at: string,
  before: readonly DelegateSubstitution[],
): Promise<Delegate> {
  const [alternate] = await registry.find(Delegate, { id: alternateId });
  if (!alternate) throw invalidField('/alternateId', 'unknown-reference');
  const waits = alternate.kind === 'alternate' && alternate.delegationId === delegationId && alternate.id !== id;
  if (!waits || wasCalledUp(alternate, before) || hasLeft(alternate, at, before)) {
    throw NotAnAlternate().at('/alternateId');
  }
  return alternate;
}

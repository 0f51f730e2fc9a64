import { Injectable } from '@nestjs/common';
import type { VoidingEntry } from '../../platform/records/entries.js';
import type { Act } from '../../platform/rights/act.js';
import type { Registry } from '../../platform/writing/registry.js';
import { stillUsedBy } from '../../platform/writing/dependents.js';
import { Work } from '../../platform/writing/work.js';
import { refuseNamedAfterCall, refuseNamedLate } from './congress-days.js';
import { Congress, Delegate, DelegateSubstitution, Delegation } from './congress.entity.js';
import type { DelegateCorrection, DelegateEntry } from './congress.entries.js';
import { DelegateView } from './delegate.view.js';
import { holdDelegation } from './hold-delegation.js';
import { nameDelegates, refuseRanks } from './name-delegates.js';
import { refuseMoreThanSeats } from './seats.js';

/** The delegates of a delegation. Whoever writes holds the delegation and the congress meanwhile. */
@Injectable()
export class DelegatesService {
  constructor(private readonly work: Work) {}

  /** Name a delegate. (Ghi đại biểu) @throws what `nameDelegates` does */
  name(delegationId: string, { reason, sourceDocumentId, ...delegate }: DelegateEntry, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      const { congressId } = await registry.look(Delegation, delegationId);
      const congress = await registry.hold(Congress, congressId);
      const delegation = await registry.take(Delegation, delegationId);
      const [named] = await nameDelegates(registry, congress, [{ delegation, delegates: [delegate], at: () => '' }]);
      return registry.showCreated(DelegateView, (named as Delegate).id, { asOf: delegate.namedOn }, 'delegates');
    });
  }

  /** Correct what was entered wrongly; history keeps both versions. (Sửa) @throws as for naming */
  correct(id: string, { reason, sourceDocumentId, ...correction }: DelegateCorrection, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      const { congress, delegation } = await holdDelegation(registry, await registry.look(Delegate, id));
      const delegate = await registry.take(Delegate, id);
      const delegates = await registry.find(Delegate, { delegationId: delegation.id });
      const others = delegates.filter((other) => other.id !== id);
      const corrected = { ...delegate, ...correction };
      const calls = await substitutionsOf(registry, id);
      if (corrected.kind !== delegate.kind) refuseUsed(calls);
      refuseNamedLate(corrected, congress, '');
      refuseNamedAfterCall(corrected, calls);
      refuseRanks(others, [corrected]);
      const substitutions = await registry.find(DelegateSubstitution, { delegationId: delegation.id });
      refuseMoreThanSeats(delegation, [...others, corrected], substitutions, () => placeOf(correction));
      await registry.correct(delegate, correction);
      return registry.show(DelegateView, id);
    });
  }

  /** It was entered by mistake: it stays in the history, and in no list. (Hủy do nhập nhầm) @throws StillUsed */
  void(id: string, entry: VoidingEntry, act: Act) {
    return this.work.run(act, entry, async (registry) => {
      await holdDelegation(registry, await registry.look(Delegate, id));
      const delegate = await registry.take(Delegate, id);
      refuseUsed(await substitutionsOf(registry, id));
      await registry.void(delegate, entry.reason);
      return registry.showCreated(DelegateView, id);
    });
  }
}

/** What of a correction asks for a seat: the kind, or the day. */
const placeOf = ({ kind }: Partial<DelegateCorrection>): string => (kind === undefined ? '/namedOn' : '/kind');

/** In which a delegate gave the seat or took it. */
async function substitutionsOf(registry: Registry, id: string): Promise<DelegateSubstitution[]> {
  const out = await registry.find(DelegateSubstitution, { delegateId: id });
  return [...out, ...(await registry.find(DelegateSubstitution, { alternateId: id }))];
}

function refuseUsed({ length: count }: readonly DelegateSubstitution[]): void {
  if (count > 0) throw stillUsedBy([{ records: 'delegate_substitutions', count }]);
}

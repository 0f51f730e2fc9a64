import { Injectable } from '@nestjs/common';
import { Answer } from '../../platform/reading/answer.js';
import type { VoidingEntry } from '../../platform/records/entries.js';
import type { Act } from '../../platform/rights/act.js';
import { refuseRepeated } from '../../platform/problems/repeated.js';
import type { Registry } from '../../platform/writing/registry.js';
import { Work } from '../../platform/writing/work.js';
import { Congress, Delegate, DelegateSubstitution, Delegation } from './congress.entity.js';
import type { DelegationBatch, DelegationCorrection, DelegationEntry } from './congress.entries.js';
import { DelegationTaken, OneSender } from './congresses.problems.js';
import { DelegationView } from './delegation.view.js';
import { nameDelegates } from './name-delegates.js';
import { refuseMoreThanSeats } from './seats.js';

type Sent = DelegationBatch['items'][number];

/** Who sends how many delegates to a congress. */
@Injectable()
export class DelegationsService {
  constructor(private readonly work: Work) {}

  /** Enter a delegation with its seats, and the delegates known so far. (Ghi đoàn đại biểu) */
  record(congressId: string, { reason, sourceDocumentId, ...sent }: DelegationEntry, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      const [delegation] = await send(registry, congressId, [sent], () => '');
      return registry.showCreated(DelegationView, (delegation as Delegation).id, {}, 'delegations');
    });
  }

  /** Enter up to 500 delegations to a congress, all or nothing. (Ghi hàng loạt) */
  recordAll(congressId: string, { items, ...grounds }: DelegationBatch, act: Act) {
    return this.work.run(act, grounds, async (registry) => {
      const delegations = await send(registry, congressId, items, (index) => `/items/${index}`);
      return Answer.json(JSON.stringify({ ids: delegations.map(({ id }) => id) }));
    });
  }

  /** Correct the seats; never below the delegates named. (Sửa số ghế) @throws SeatsTaken */
  correct(id: string, { reason, sourceDocumentId, ...correction }: DelegationCorrection, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      const delegation = await registry.take(Delegation, id);
      const delegates = await registry.find(Delegate, { delegationId: id });
      const substitutions = await registry.find(DelegateSubstitution, { delegationId: id });
      refuseMoreThanSeats({ ...delegation, ...correction }, delegates, substitutions, (seats) => `/${seats}`);
      await registry.correct(delegation, correction);
      return registry.show(DelegationView, id);
    });
  }

  /** It was entered by mistake: it stays in the history, and in no list. (Hủy do nhập nhầm) @throws StillUsed */
  void(id: string, entry: VoidingEntry, act: Act) {
    return this.work.void(Delegation, DelegationView, id, entry, act);
  }
}

async function send(
  registry: Registry,
  congressId: string,
  sent: readonly Sent[],
  at: (index: number) => string,
): Promise<Delegation[]> {
  const congress = await registry.take(Congress, congressId);
  const { allianceId } = congress;
  const sender = ({ sendingAllianceId, organizationId }: Sent) => sendingAllianceId ?? organizationId;
  const placeOf = (i: number) => `${at(i)}/${sent[i]?.sendingAllianceId ? 'sendingAllianceId' : 'organizationId'}`;
  const senders = new Set((await registry.find(Delegation, { congressId })).map(sender));
  sent.forEach((one, i) => {
    if (!sender(one) || (one.sendingAllianceId && one.organizationId)) throw OneSender().at(placeOf(i));
    if (senders.has(sender(one))) throw DelegationTaken().at(placeOf(i));
  });
  refuseRepeated(sent.map(sender), placeOf);
  const delegations = await registry.addAll(
    Delegation,
    sent.map(({ delegates: _, ...content }) => ({ ...content, allianceId, congressId })),
    at,
  );
  await nameDelegates(
    registry,
    congress,
    delegations.map((delegation, i) => ({
      delegation,
      delegates: sent[i]?.delegates ?? [],
      at: (index?: number) => `${at(i)}/delegates${index === undefined ? '' : `/${index}`}`,
    })),
  );
  return delegations;
}

import { Injectable } from '@nestjs/common';
import type { VoidingEntry } from '../../platform/records/entries.js';
import type { Act } from '../../platform/rights/act.js';
import type { Registry } from '../../platform/writing/registry.js';
import { Work } from '../../platform/writing/work.js';
import { AwardDecisionWithAwards } from './award-decision.view.js';
import { Award, AwardDecision, AwardRevocation } from './award.entity.js';
import { refuseUnclear, refuseUnfit } from './awarding.js';
import type { AwardDecisionCorrection, AwardDecisionEntry, AwardItem, AwardsEntry } from './awards.entries.js';
import { AwardDecisionNumberTaken, RevokedBeforeAward } from './awards.problems.js';

/** The decisions that award, each entered with what it awards. */
@Injectable()
export class AwardDecisionsService {
  constructor(private readonly work: Work) {}

  /** Enter a decision with its awards, all or nothing. (Ghi quyết định khen thưởng) @throws AwardDecisionNumberTaken, those of `award` */
  record({ reason, sourceDocumentId, awards, ...content }: AwardDecisionEntry, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      await refuseNumber(registry, { ...content, allianceId: registry.allianceId });
      const decision = await registry.add(AwardDecision, content);
      await award(registry, decision, awards);
      return registry.showCreated(AwardDecisionWithAwards, decision.id, { asOf: content.decidedOn });
    });
  }

  /** Enter further awards of a decision. (Ghi bổ sung) @throws those of `award` */
  add(id: string, entry: AwardsEntry, act: Act) {
    return this.work.run(act, entry, async (registry) => {
      const decision = await registry.take(AwardDecision, id);
      await award(registry, decision, entry.awards);
      return registry.showCreated(AwardDecisionWithAwards, id, { asOf: decision.decidedOn });
    });
  }

  /** Correct what was entered wrongly; the awards keep fitting it. (Sửa) @throws AwardDecisionNumberTaken, AwardFormNotInForce, RevokedBeforeAward */
  correct(id: string, { reason, sourceDocumentId, ...correction }: AwardDecisionCorrection, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      const decision = await registry.take(AwardDecision, id);
      const corrected = { ...decision, ...correction };
      await refuseNumber(registry, corrected);
      if (corrected.decidedOn !== decision.decidedOn) await refuseDay(registry, corrected);
      await registry.correct(decision, correction);
      return registry.show(AwardDecisionWithAwards, id);
    });
  }

  /** It was entered by mistake, and its awards with it: they stay in the history, and in no list. (Hủy do nhập nhầm) */
  void(id: string, entry: VoidingEntry, act: Act) {
    return this.work.run(act, entry, async (registry) => {
      const decision = await registry.take(AwardDecision, id);
      for (const award of await registry.find(Award, { decisionId: id })) await registry.void(award, entry.reason);
      await registry.void(decision, entry.reason);
      return registry.showCreated(AwardDecisionWithAwards, id);
    });
  }
}

/** @throws AwardRecipientUnclear, AwardAchievementUnclear, AwardFormNotInForce, AwardFormNotForRecipient */
async function award(registry: Registry, decision: AwardDecision, awards: readonly AwardItem[]): Promise<void> {
  const at = (index: number) => `/awards/${index}`;
  const placed = awards.map((award, i) => ({ award, at: at(i) }));
  refuseUnclear(placed);
  await refuseUnfit(registry, decision.decidedOn, placed);
  const { id: decisionId, allianceId } = decision;
  await registry.addAll(
    Award,
    awards.map((award) => ({ ...award, allianceId, decisionId })),
    at,
  );
}

async function refuseNumber(registry: Registry, decision: Numbered): Promise<void> {
  const { id = null, allianceId, issuingBodyId, number, decidedOn } = decision;
  const year = decidedOn.slice(0, 4);
  const asked = { id, allianceId, issuingBodyId, number, from: `${year}-01-01`, to: `${year}-12-31` };
  const [same] = await registry.ask<{ number: string }>(SAME_NUMBER, asked);
  if (same) throw AwardDecisionNumberTaken({ number: same.number, year }).at('/number');
}

async function refuseDay(registry: Registry, { id, decidedOn }: AwardDecision): Promise<void> {
  const awards = await registry.find(Award, { decisionId: id });
  if (awards.length === 0) return;
  const ofEachForm = [...new Map(awards.map((award) => [award.formId, { award, at: '' }])).values()];
  await refuseUnfit(registry, decidedOn, ofEachForm, () => '/decidedOn');
  const revocations = await registry.find(AwardRevocation, { awardId: awards.map((award) => award.id) });
  const early = revocations.find((revocation) => revocation.decidedOn < decidedOn);
  if (early) throw RevokedBeforeAward({ revokedOn: early.decidedOn, decidedOn }).at('/decidedOn');
}

type Numbered = Pick<AwardDecision, 'allianceId' | 'issuingBodyId' | 'number' | 'decidedOn'> & { id?: string };
/** Another decision of the body in that year has the number, however it is typed. */
const SAME_NUMBER = `select number from award_decisions
  where alliance_id = :allianceId and issuing_body_id = :issuingBodyId and number_key(number) = number_key(:number)
    and decided_on between :from and :to and id is distinct from :id and voided_at is null`;

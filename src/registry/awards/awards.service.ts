import { Injectable } from '@nestjs/common';
import type { VoidingEntry } from '../../platform/records/entries.js';
import type { Act } from '../../platform/rights/act.js';
import type { Registry } from '../../platform/writing/registry.js';
import { Work } from '../../platform/writing/work.js';
import { Award, AwardDecision, AwardRevocation } from './award.entity.js';
import { AwardView } from './award.view.js';
import { refuseUnclear, refuseUnfit } from './awarding.js';
import type { AwardCorrection, RevocationEntry } from './awards.entries.js';
import { AwardRevoked, RevokedBeforeAward } from './awards.problems.js';
import { AwardRevocationView } from './revocation.view.js';

/** What became of single awards: corrected (the paper was misread), revoked (taken away) or voided (never awarded). */
@Injectable()
export class AwardsService {
  constructor(private readonly work: Work) {}

  /** Correct what was entered wrongly; history keeps both versions. (Sửa) @throws what entering it would */
  correct(id: string, { reason, sourceDocumentId, ...correction }: AwardCorrection, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      const decision = await holdDecisionOf(registry, id);
      const award = await registry.take(Award, id);
      const placed = [{ award: { ...award, ...correction }, at: '' }];
      refuseUnclear(placed);
      await refuseUnfit(registry, decision.decidedOn, placed);
      await registry.correct(award, correction);
      return registry.show(AwardView, id);
    });
  }

  /** The award is taken away by a decision; it stays on record as revoked. (Hủy bỏ quyết định khen thưởng) @throws AwardRevoked, RevokedBeforeAward */
  revoke(id: string, { reason, sourceDocumentId, ...content }: RevocationEntry, act: Act) {
    const { decidedOn } = content;
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      const decision = await holdDecisionOf(registry, id);
      const award = await registry.take(Award, id);
      const [revocation] = await registry.find(AwardRevocation, { awardId: id });
      if (revocation) throw AwardRevoked({ on: revocation.decidedOn });
      if (decidedOn < decision.decidedOn) {
        throw RevokedBeforeAward({ revokedOn: decidedOn, decidedOn: decision.decidedOn }).at('/decidedOn');
      }
      const { allianceId } = award;
      await registry.add(AwardRevocation, { allianceId, awardId: id, ...content });
      return registry.showCreated(AwardView, id, { asOf: decidedOn });
    });
  }

  /** The revocation was entered by mistake: the award stands as before. (Hủy do nhập nhầm) */
  voidRevocation(id: string, entry: VoidingEntry, act: Act) {
    return this.work.void(AwardRevocation, AwardRevocationView, id, entry, act, async (registry) => {
      const { awardId } = await registry.look(AwardRevocation, id);
      await holdDecisionOf(registry, awardId);
    });
  }

  /** It was entered by mistake: it stays in the history, and in no list. (Hủy do nhập nhầm) */
  void(id: string, entry: VoidingEntry, act: Act) {
    return this.work.void(Award, AwardView, id, entry, act, (registry) => holdDecisionOf(registry, id));
  }
}

/** Held, and before the award, so that its day stays what the rules were held against. */
async function holdDecisionOf(registry: Registry, awardId: string): Promise<AwardDecision> {
  const { decisionId } = await registry.look(Award, awardId);
  return registry.hold(AwardDecision, decisionId);
}

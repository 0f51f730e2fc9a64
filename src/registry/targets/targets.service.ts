import { Injectable } from '@nestjs/common';
import type { VoidingEntry } from '../../platform/records/entries.js';
import type { Act } from '../../platform/rights/act.js';
import type { Registry } from '../../platform/writing/registry.js';
import { Work } from '../../platform/writing/work.js';
import { Target, type TargetCorrection, type TargetEntry } from './target.entity.js';
import { TargetView } from './target.view.js';
import {
  TargetBoundsUnfit,
  TargetCodeTaken,
  TargetFigureUnfit,
  TargetNeedsPopulation,
  TargetSourceUnfit,
} from './targets.problems.js';

/** What an alliance sets itself for a term. */
@Injectable()
export class TargetsService {
  constructor(private readonly work: Work) {}

  /** Set a target for a term. (Đặt chỉ tiêu) @throws TargetCodeTaken, and what `refuseUnfit` throws */
  record({ reason, sourceDocumentId, ...content }: TargetEntry, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      refuseUnfit(content);
      await refuseCode(registry, content);
      const target = await registry.add(Target, { ...content, ...(await allianceOfTerm(registry, content.termId)) });
      return registry.showCreated(TargetView, target.id);
    });
  }

  /** Correct what was entered wrongly; history keeps both versions. (Sửa) @throws as for one that is set */
  correct(id: string, { reason, sourceDocumentId, ...correction }: TargetCorrection, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      const target = await registry.take(Target, id);
      const corrected = { ...target, ...correction };
      refuseUnfit(corrected);
      await refuseCode(registry, corrected);
      await registry.correct(target, correction);
      return registry.show(TargetView, id);
    });
  }

  /** It was entered by mistake: it stays in the history, and in no list. (Hủy do nhập nhầm) */
  void(id: string, entry: VoidingEntry, act: Act) {
    return this.work.void(Target, TargetView, id, entry, act);
  }
}

type Measured = Pick<Target, 'shape' | 'low' | 'source'> & Partial<Target>;

/** @throws TargetBoundsUnfit, TargetNeedsPopulation, TargetSourceUnfit, TargetFigureUnfit */
function refuseUnfit({ shape, low, high = null, population, source, statisticFigure }: Measured): void {
  const fits = shape === 'range_per_term' ? high !== null && high >= low : high === null;
  if (!fits || (shape === 'percentage' && low > 100)) throw TargetBoundsUnfit().at(fits ? '/low' : '/high');
  if (shape === 'percentage' && !population) throw TargetNeedsPopulation().at('/population');
  const isShare = source === 'training_coverage' || source === 'cooperative_training_coverage';
  if (source !== 'statistic' && (shape === 'percentage') !== isShare) throw TargetSourceUnfit().at('/source');
  if ((source === 'statistic') !== Boolean(statisticFigure)) throw TargetFigureUnfit().at('/statisticFigure');
}

async function refuseCode(
  registry: Registry,
  { id, termId, code }: Pick<Target, 'termId' | 'code'> & { id?: string },
): Promise<void> {
  const found = await registry.find(Target, { termId, code });
  if (found.some((other) => other.id !== id)) throw TargetCodeTaken({ code }).at('/code');
}

/** A target belongs to the alliance whose term it is. */
async function allianceOfTerm(registry: Registry, termId: string): Promise<{ allianceId?: string }> {
  const sql = 'select alliance_id as "allianceId" from alliance_terms where id = :termId';
  const [term] = await registry.ask<{ allianceId: string }>(sql, { termId });
  return term ?? {};
}

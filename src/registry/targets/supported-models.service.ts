import { Injectable } from '@nestjs/common';
import type { VoidingEntry } from '../../platform/records/entries.js';
import type { Act } from '../../platform/rights/act.js';
import type { Registry } from '../../platform/writing/registry.js';
import { endsAfter } from '../../platform/writing/ends-after.js';
import { Work } from '../../platform/writing/work.js';
import { overlap, type Period } from '../../platform/time/period.js';
import { SupportedModel, type SupportedModelCorrection, type SupportedModelEntry } from './supported-model.entity.js';
import { SupportedModelView } from './supported-model.view.js';
import { ModelEndsTooEarly, ModelRecorded } from './supported-models.problems.js';

const refuseReversed = endsAfter('validFrom', 'validTo', ModelEndsTooEarly);

/** Which organisations are built up as models, since when. */
@Injectable()
export class SupportedModelsService {
  constructor(private readonly work: Work) {}

  /** Record a model. (Ghi mô hình) @throws ModelEndsTooEarly, ModelRecorded */
  record({ reason, sourceDocumentId, ...content }: SupportedModelEntry, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      refuseReversed(content);
      await refuseOverlap(registry, content);
      const model = await registry.add(SupportedModel, content);
      return registry.showCreated(SupportedModelView, model.id, { asOf: content.validFrom });
    });
  }

  /** Correct a model, or say when it ended; history keeps both versions. (Sửa) @throws ModelEndsTooEarly, ModelRecorded */
  correct(id: string, { reason, sourceDocumentId, ...correction }: SupportedModelCorrection, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      const model = await registry.take(SupportedModel, id);
      const corrected = { ...model, ...correction };
      refuseReversed(corrected, correction);
      await refuseOverlap(registry, corrected);
      await registry.correct(model, correction);
      return registry.show(SupportedModelView, id);
    });
  }

  /** It was entered by mistake: it stays in the history, and in no list. (Hủy do nhập nhầm) */
  void(id: string, entry: VoidingEntry, act: Act) {
    return this.work.void(SupportedModel, SupportedModelView, id, entry, act);
  }
}

async function refuseOverlap(
  registry: Registry,
  { id, organizationId, kind, ...period }: Period & Pick<SupportedModel, 'organizationId' | 'kind'> & { id?: string },
): Promise<void> {
  const others = await registry.find(SupportedModel, { organizationId, kind });
  const overlapping = others.find((other) => other.id !== id && overlap(period, other));
  if (overlapping) throw ModelRecorded({ from: overlapping.validFrom }).at('/validFrom');
}

import { Injectable } from '@nestjs/common';
import type { VoidingEntry } from '../../platform/records/entries.js';
import type { Act } from '../../platform/rights/act.js';
import { endsAfter } from '../../platform/writing/ends-after.js';
import { Work } from '../../platform/writing/work.js';
import { TrainingProgramme, type ProgrammeCorrection, type ProgrammeEntry } from './programme.entity.js';
import { TrainingProgrammeView } from './programme.view.js';
import { ProgrammeEndsTooEarly } from './training.problems.js';

const refuseReversed = endsAfter('validFrom', 'validTo', ProgrammeEndsTooEarly);

/** Programmes of training: for whom, and who pays. */
@Injectable()
export class ProgrammesService {
  constructor(private readonly work: Work) {}

  /** Enter a programme. (Ghi chương trình) @throws ProgrammeEndsTooEarly */
  record({ reason, sourceDocumentId, ...content }: ProgrammeEntry, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      refuseReversed(content);
      const programme = await registry.add(TrainingProgramme, content);
      return registry.showCreated(TrainingProgrammeView, programme.id);
    });
  }

  /** Correct what was entered wrongly; history keeps both versions. (Sửa) @throws ProgrammeEndsTooEarly */
  correct(id: string, { reason, sourceDocumentId, ...correction }: ProgrammeCorrection, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      const programme = await registry.take(TrainingProgramme, id);
      refuseReversed({ ...programme, ...correction }, correction);
      await registry.correct(programme, correction);
      return registry.show(TrainingProgrammeView, id);
    });
  }

  /** It was entered by mistake: it stays in the history, and in no list. (Hủy do nhập nhầm) @throws StillUsed */
  void(id: string, entry: VoidingEntry, act: Act) {
    return this.work.void(TrainingProgramme, TrainingProgrammeView, id, entry, act);
  }
}

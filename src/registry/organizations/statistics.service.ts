import { Injectable } from '@nestjs/common';
import type { VoidingEntry } from '../../platform/records/entries.js';
import type { Act } from '../../platform/rights/act.js';
import { Work } from '../../platform/writing/work.js';
import { FigureView } from './figure.view.js';
import { ObligationView } from './obligation.view.js';
import { refuseUnfitFigure } from './figure-rules.js';
import { OrganizationFigure, OrganizationObligation } from './organization.entity.js';
import type { FigureCorrection, ObligationCorrection } from './organization.entries.js';

/** Corrections of the rows behind sums and rates. */
@Injectable()
export class StatisticsService {
  constructor(private readonly work: Work) {}

  /** Correct an obligation, or say that it was done. (Sửa, hoàn thành nghĩa vụ) */
  correctObligation(id: string, { reason, sourceDocumentId, ...correction }: ObligationCorrection, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      await registry.correct(await registry.take(OrganizationObligation, id), correction);
      return registry.show(ObligationView, id);
    });
  }

  /** An obligation was entered by mistake. (Hủy nghĩa vụ) */
  voidObligation(id: string, entry: VoidingEntry, act: Act) {
    return this.work.void(OrganizationObligation, ObligationView, id, entry, act);
  }

  /** Correct a yearly figure. (Sửa số liệu) */
  correctFigure(id: string, { reason, sourceDocumentId, ...correction }: FigureCorrection, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      const figure = await registry.take(OrganizationFigure, id);
      refuseUnfitFigure({ ...figure, ...correction });
      await registry.correct(figure, correction);
      return registry.show(FigureView, id);
    });
  }

  /** A figure was entered by mistake. (Hủy số liệu) */
  voidFigure(id: string, entry: VoidingEntry, act: Act) {
    return this.work.void(OrganizationFigure, FigureView, id, entry, act);
  }
}

import { Injectable } from '@nestjs/common';
import { invalidField } from '../../platform/problems/request.problems.js';
import type { VoidingEntry } from '../../platform/records/entries.js';
import type { Act } from '../../platform/rights/act.js';
import { Work } from '../../platform/writing/work.js';
import { Alliance, AllianceBody, AllianceTerm, type BodyCorrection, type BodyEntry } from './alliance.entity.js';
import { AllianceBodyView } from './alliance-parts.view.js';
import { AllianceView } from './alliance.view.js';
import { BodyExists } from './alliances.problems.js';

/** The bodies of an alliance in its terms of office. */
@Injectable()
export class BodiesService {
  constructor(private readonly work: Work) {}

  /** A body of the alliance in one of its terms, with its seats. (Cơ quan) @throws BodyExists */
  seat(allianceId: string, { reason, sourceDocumentId, ...content }: BodyEntry, act: Act) {
    const { termId, kind } = content;
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      await registry.take(Alliance, allianceId);
      const term = (await registry.find(AllianceTerm, { allianceId })).find(({ id }) => id === termId);
      if (!term) throw invalidField('/termId', 'unknown-reference');
      const same = await registry.find(AllianceBody, { termId, kind });
      if (same.length > 0) throw BodyExists({ term: term.name }).at('/kind');
      await registry.add(AllianceBody, { allianceId, ...content });
      return registry.showCreated(AllianceView, allianceId, { asOf: term.validFrom });
    });
  }

  /** Correct the number of seats. (Sửa số lượng ủy viên) */
  correct(id: string, { reason, sourceDocumentId, ...correction }: BodyCorrection, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      await registry.correct(await registry.take(AllianceBody, id), correction);
      return registry.show(AllianceBodyView, id);
    });
  }

  /** A body was entered by mistake. (Hủy cơ quan) */
  void(id: string, entry: VoidingEntry, act: Act) {
    return this.work.void(AllianceBody, AllianceBodyView, id, entry, act);
  }
}

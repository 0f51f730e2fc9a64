import { Injectable } from '@nestjs/common';
import { refuseRepeated } from '../../platform/problems/repeated.js';
import type { VoidingEntry } from '../../platform/records/entries.js';
import type { Act } from '../../platform/rights/act.js';
import { DatedNames } from '../../platform/writing/dated-names.js';
import { addOnFreeDay } from '../../platform/writing/free-day.js';
import { Work } from '../../platform/writing/work.js';
import { IssuingBody, IssuingBodyNaming } from './document.entity.js';
import {
  type IssuingBodyCorrection,
  type IssuingBodyEntry,
  type IssuingBodyNameCorrection,
  type IssuingBodyNameEntry,
} from './document.entries.js';
import { NameDayTaken, OnlyNameOfIssuingBody } from './documents.problems.js';
import { IssuingBodyNameView, IssuingBodyView } from './issuing-body.view.js';

/** Who issues documents, under which names. */
@Injectable()
export class IssuingBodiesService {
  private readonly names: DatedNames<IssuingBodyNaming>;

  constructor(private readonly work: Work) {
    this.names = new DatedNames(work, {
      type: IssuingBodyNaming,
      owner: IssuingBody,
      ownerId: 'issuingBodyId',
      view: IssuingBodyNameView,
      dayTaken: NameDayTaken,
      onlyName: OnlyNameOfIssuingBody,
    });
  }

  /** Enter a body that issues documents. (Ghi cơ quan ban hành) */
  record({ reason, sourceDocumentId, names, ...content }: IssuingBodyEntry, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      refuseRepeated(
        names.map(({ validFrom }) => validFrom),
        (index) => `/names/${index}/validFrom`,
      );
      const { id } = await registry.add(IssuingBody, content);
      await registry.addAll(
        IssuingBodyNaming,
        names.map((name) => ({ ...name, issuingBodyId: id })),
        (index) => `/names/${index}`,
      );
      return registry.showCreated(IssuingBodyView, id);
    });
  }

  /** Correct its level, or the body above it; history keeps both versions. (Sửa) @throws BodyBelowItself */
  correct(id: string, { reason, sourceDocumentId, ...correction }: IssuingBodyCorrection, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      await registry.correct(await registry.take(IssuingBody, id), correction);
      return registry.show(IssuingBodyView, id);
    });
  }

  /** A new name from a day on; the old ones still find it. (Đổi tên) @throws NameDayTaken */
  rename(id: string, { reason, sourceDocumentId, ...name }: IssuingBodyNameEntry, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      const { allianceId } = await registry.take(IssuingBody, id);
      const owner = { allianceId, issuingBodyId: id };
      await addOnFreeDay(registry, IssuingBodyNaming, owner, name, NameDayTaken);
      return registry.showCreated(IssuingBodyView, id, { asOf: name.validFrom });
    });
  }

  /** Correct how a name is written, or its first day; history keeps both versions. (Sửa tên) @throws NameDayTaken */
  correctName(id: string, correction: IssuingBodyNameCorrection, act: Act) {
    return this.names.correct(id, correction, act);
  }

  /** A name was entered by mistake. (Hủy tên) @throws OnlyNameOfIssuingBody */
  voidName(id: string, entry: VoidingEntry, act: Act) {
    return this.names.void(id, entry, act);
  }

  /** It was entered by mistake: it stays in the history, and in no list. (Hủy do nhập nhầm) */
  void(id: string, entry: VoidingEntry, act: Act) {
    return this.work.void(IssuingBody, IssuingBodyView, id, entry, act);
  }
}

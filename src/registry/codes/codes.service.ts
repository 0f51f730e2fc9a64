import { Injectable } from '@nestjs/common';
import { UnknownRecord } from '../../platform/problems/request.problems.js';
import { Reader } from '../../platform/reading/reader.js';
import { subjectOf } from '../../platform/reading/subject.js';
import type { Wanted } from '../../platform/reading/wanted.js';
import { isCode } from '../../platform/records/code-list.js';
import type { Act } from '../../platform/rights/act.js';
import { endsAfter } from '../../platform/writing/ends-after.js';
import { Work } from '../../platform/writing/work.js';
import { CodeListView, CodeView } from './code.view.js';
import { CodeEndsTooEarly, CodeListClosed, CodeTaken } from './codes.problems.js';
import { OwnCode, type OwnCodeCorrection, type OwnCodeEntry } from './own-code.entity.js';
import { OwnCodeView } from './own-code.view.js';

const refuseReversed = endsAfter('validFrom', 'validTo', CodeEndsTooEarly);

/** The words behind the codes in all answers. */
@Injectable()
export class CodesService {
  constructor(
    private readonly reader: Reader,
    private readonly work: Work,
  ) {}

  /** The codes of one list with their labels. @throws Problem 404 when there is no such list */
  async of(list: string, wanted: Wanted, act: Act) {
    if (!isCode(list)) throw UnknownRecord();
    const subject = subjectOf(CodeListView, await this.reader.require(CodeListView, list, wanted, act));
    return this.reader.page(CodeView, { ...wanted, subject, fixed: { list } }, act);
  }

  /**
   * Add a code to an open list. (Thêm mã vào danh mục)
   * @throws UnknownRecord, CodeListClosed, CodeTaken, CodeEndsTooEarly
   */
  add(list: string, { reason, sourceDocumentId, ...content }: OwnCodeEntry, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      refuseReversed(content);
      const [known] = await registry.ask<{ open: boolean; taken: boolean }>(
        `select open, exists (select from codes c where c.list = cl.list and c.code = :code) as taken
         from code_lists cl where cl.list = :list`,
        { list, code: content.code },
      );
      if (!known) throw UnknownRecord();
      if (!known.open) throw CodeListClosed();
      if (known.taken) throw CodeTaken({ code: content.code }).at('/code');
      const { id } = await registry.add(OwnCode, { list, ...content });
      return registry.showCreated(OwnCodeView, id, {}, 'own-codes');
    });
  }

  /** Correct an own code, or end it; what records hold of it stays. (Sửa) @throws CodeEndsTooEarly */
  correct(id: string, { reason, sourceDocumentId, ...correction }: OwnCodeCorrection, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      const code = await registry.take(OwnCode, id);
      refuseReversed({ ...code, ...correction }, correction);
      await registry.correct(code, correction);
      return registry.show(OwnCodeView, id);
    });
  }
}

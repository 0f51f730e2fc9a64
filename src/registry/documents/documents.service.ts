import { Injectable } from '@nestjs/common';
import type { VoidingEntry } from '../../platform/records/entries.js';
import type { Act } from '../../platform/rights/act.js';
import type { Registry } from '../../platform/writing/registry.js';
import { Work } from '../../platform/writing/work.js';
import { DeclaredFigure, RegistryDocument } from './document.entity.js';
import { type DeclaredFiguresEntry, type DocumentCorrection, type DocumentEntry } from './document.entries.js';
import { DeclaredFigureView, DocumentView } from './document.view.js';
import { DocumentCodeTaken, FigureDeclaredTwice, FigureIncomplete } from './documents.problems.js';

/** The papers behind the facts, and the figures that they declare. */
@Injectable()
export class DocumentsService {
  constructor(private readonly work: Work) {}

  /** Enter a document. (Ghi văn bản) */
  record({ reason, sourceDocumentId, ...content }: DocumentEntry, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      await refuseCode(registry, { ...content, allianceId: registry.allianceId });
      const { id } = await registry.add(RegistryDocument, content);
      return registry.showCreated(DocumentView, id);
    });
  }

  /** Correct what was entered wrongly; history keeps both versions. (Sửa) */
  correct(id: string, { reason, sourceDocumentId, ...correction }: DocumentCorrection, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      const document = await registry.take(RegistryDocument, id);
      await refuseCode(registry, { ...document, ...correction });
      await registry.correct(document, correction);
      return registry.show(DocumentView, id);
    });
  }

  /** Enter the figures that a document declares. (Ghi số liệu công bố) */
  declare(id: string, { items, ...grounds }: DeclaredFiguresEntry, act: Act) {
    return this.work.run(act, grounds, async (registry) => {
      const { allianceId } = await registry.take(RegistryDocument, id);
      const declared = new Set((await registry.find(DeclaredFigure, { documentId: id })).map(keyOf));
      for (const [i, item] of items.entries()) {
        const { code, asOf, value, valueTo, wording, relation } = item;
        if (declared.has(keyOf(item))) throw FigureDeclaredTwice({ code, asOf }).at(`/items/${i}/code`);
        declared.add(keyOf(item));
        const ranged = relation === 'between' ? valueTo != null && value != null && valueTo >= value : valueTo == null;
        if ((value == null) === (wording == null)) throw FigureIncomplete({ code }).at(`/items/${i}/value`);
        if (!ranged) throw FigureIncomplete({ code }).at(`/items/${i}/valueTo`);
      }
      await registry.addAll(
        DeclaredFigure,
        items.map((item) => ({ ...item, allianceId, documentId: id })),
      );
      return registry.showCreated(DocumentView, id);
    });
  }

  /** A figure was entered wrongly; then it is declared anew. (Hủy số liệu) */
  voidFigure(id: string, entry: VoidingEntry, act: Act) {
    return this.work.void(DeclaredFigure, DeclaredFigureView, id, entry, act);
  }

  /** It was entered by mistake: it stays in the history, and in no list. (Hủy do nhập nhầm) */
  void(id: string, entry: VoidingEntry, act: Act) {
    return this.work.void(RegistryDocument, DocumentView, id, entry, act);
  }
}

async function refuseCode(registry: Registry, document: Coded): Promise<void> {
  const { id = null, allianceId, code } = document;
  const [same] = await registry.ask<{ code: string }>(SAME_CODE, { id, allianceId, code });
  if (same) throw DocumentCodeTaken({ code: same.code }).at('/code');
}

type Coded = Pick<RegistryDocument, 'allianceId' | 'code'> & { id?: string };

/** Another document of the alliance has the code, in capitals or not. */
const SAME_CODE = `select code from documents
  where alliance_id = :allianceId and upper(code) = upper(:code) and id is distinct from :id and voided_at is null`;

const keyOf = ({ code, asOf }: Pick<DeclaredFigure, 'code' | 'asOf'>): string => `${code} ${asOf}`;

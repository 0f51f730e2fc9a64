import type { INestApplicationContext } from '@nestjs/common';
import { validEntry } from '../platform/records/valid-entry.js';
import type { Act } from '../platform/rights/act.js';
import { DocumentEntry } from '../registry/documents/document.entity.js';
import { DocumentsService } from '../registry/documents/documents.service.js';
import { idIn, idsByKey } from './entered.js';

/** A decision of the demo registry, by its code. */
export interface DemoPaper {
  code: string;
  number: string;
  issuedOn: string;
  title: string;
}

/** Enters decisions, each once, and answers their ids. */
export async function papersOf(app: INestApplicationContext, issuingBodyId: string, act: Act) {
  const known = await idsByKey(app, 'select code as key, id from documents where voided_at is null');
  const service = app.get(DocumentsService);
  return async (paper: DemoPaper): Promise<string> => {
    const before = known.get(paper.code);
    if (before !== undefined) return before;
    const decision = validEntry(DocumentEntry, { ...paper, kind: 'decision', issuingBodyId });
    return idIn(await service.record(decision, act));
  };
}

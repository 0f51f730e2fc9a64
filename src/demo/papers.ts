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

/** Enters a decision, once, and answers its id. */
export type Papers = (paper: DemoPaper) => Promise<string>;

/** How the alliance's decisions are entered. */
export async function papersOf(app: INestApplicationContext, issuingBodyId: string, act: Act): Promise<Papers> {
  const known = await idsByKey(app, 'select code as key, id from documents where voided_at is null');
  const service = app.get(DocumentsService);
  return async (paper) => {
    const before = known.get(paper.code);
    if (before !== undefined) return before;
    const decision = validEntry(DocumentEntry, { ...paper, kind: 'decision', issuingBodyId });
    return idIn(await service.record(decision, act));
  };
}

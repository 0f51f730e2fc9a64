import type { INestApplicationContext } from '@nestjs/common';
import { validEntry } from '../platform/records/valid-entry.js';
import type { Act } from '../platform/rights/act.js';
import { DocumentEntry } from '../registry/documents/document.entries.js';
import { DocumentsService } from '../registry/documents/documents.service.js';
import { idIn, idsByKey } from './entered.js';
import { numberOn } from './random.js';

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

/** The alliance decides about admissions twice a year, by one decision each time. */
export function admissionPaper(issuedOn: string): DemoPaper {
  const code = `QD-${numberOn(issuedOn)}-${issuedOn.slice(0, 4)}`;
  return { code, number: `${numberOn(issuedOn)}/QĐ-LMHTX`, issuedOn, title: 'Về việc kết nạp thành viên Liên minh' };
}

/** Decisions about one member, by its number in the roll. */
export const suspensionPaper = (member: string, issuedOn: string): DemoPaper => ({
  code: `QD-D${member}`,
  number: `${numberOn(issuedOn)}/QĐ-LMHTX`,
  issuedOn,
  title: 'Về việc đình chỉ tư cách thành viên',
});

const ENDS = {
  withdrawn: 'Về việc cho ra khỏi Liên minh',
  expelled: 'Về việc khai trừ khỏi Liên minh',
  dissolved: 'Về việc chấm dứt tư cách thành viên',
};
export const exitPaper = (member: string, issuedOn: string, kind: keyof typeof ENDS): DemoPaper => ({
  code: `QD-R${member}`,
  number: `${numberOn(issuedOn)}/QĐ-LMHTX`,
  issuedOn,
  title: ENDS[kind],
});

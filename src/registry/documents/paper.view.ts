import { ReadModel } from '../../platform/reading/read-model.js';
import { code, day, id, text } from '../../platform/reading/view-fields.js';
import { documentKinds } from './document.entity.js';

/** A document named inside another record's answer. */
export class Paper extends ReadModel({
  says: 'The document behind a fact',
  from: 'documents d',
  scopes: {},
  fields: {
    id: id('d.id', 'Its id'),
    code: text('d.code', 'Its code', { example: 'ARTICLE-2020-12-21' }),
    kind: code(documentKinds, 'd.kind', 'Kind'),
    number: text('d.number', 'Number as printed', { nullable: true }),
    issuedOn: day('d.issued_on', 'Day of issue'),
    title: text('d.title', 'Title'),
  },
}) {}

/** The filter of a list by the paper that its rows cite. @param cites over `:documentId` */
export const byPaper = (cites: string) =>
  ({
    documentId: {
      says: 'Those that cite this document',
      kind: 'id',
      sql: cites,
      called: `(select concat_ws(', ', d.code, d.number, d.title) from documents d where d.id = :id and d.alliance_id = any(:ownAllianceIds))`,
    },
  }) as const;

import { closedList } from '../../platform/records/code-list.js';
import { mayCompare } from '../../platform/reading/compared.js';
import { many, one, ReadModel } from '../../platform/reading/read-model.js';
import { code, day, decimal, id, lastWriteOf, text, warnings, writesOf } from '../../platform/reading/view-fields.js';
import { documentKinds, figureRelations } from './document.entity.js';
import { Issuer } from './issuing-body.view.js';
import { Paper } from './paper.view.js';

const figureFields = {
  id: id('df.id', 'Its id'),
  code: text('df.code', 'Code of the figure', { example: 'members.represented' }),
  relation: code(figureRelations, 'df.relation', 'How it is meant'),
  value: decimal('df.value', 'Value; the lower one of a range', { nullable: true, example: 263 }),
  valueTo: decimal('df.value_to', 'Upper value of a range', { nullable: true }),
  wording: text('df.wording', 'Words, where the fact is no number', { nullable: true }),
  unit: text('df.unit', 'Unit', { nullable: true }),
  asOf: day('df.as_of', 'The day it speaks of'),
  note: text('df.note', 'Note', { nullable: true }),
};

class FigureOfDocument extends ReadModel({
  says: 'A figure that the document declares',
  from: 'declared_figures df',
  where: 'df.voided_at is null',
  scopes: {},
  fields: figureFields,
}) {}

/** One declared figure by itself, voided or not. */
export class DeclaredFigureView extends ReadModel({
  says: 'A figure that a document declares',
  from: 'declared_figures df',
  scopes: { alliance: 'df.alliance_id' },
  version: 'df.version',
  fields: {
    ...figureFields,
    document: one(Paper, 'd.id = df.document_id', 'The document'),
    ...writesOf('df'),
  },
}) {}

/** Of document `d`. */
const documentWarnings = warnings(closedList('document_warning', ['recorded_twice']), {
  recorded_twice: `d.voided_at is null and ${mayCompare} and exists (select from documents other
      where other.alliance_id = d.alliance_id and other.issued_on = d.issued_on and other.id <> d.id and other.voided_at is null
      and other.issuing_body_id is not distinct from d.issuing_body_id
      and coalesce(upper(other.number) = upper(d.number), other.number is null and d.number is null and fold(other.title) = fold(d.title)))`,
});

export class DocumentView extends ReadModel({
  says: 'A document with the figures that it declares',
  from: 'documents d',
  inForce: 'd.voided_at is null and d.issued_on <= :asOf',
  scopes: { alliance: 'd.alliance_id' },
  version: 'd.version',
  updatedAt: lastWriteOf('d', { declared_figures: 'document_id' }),
  search: {
    says: 'its code, number and title',
    sql: `fold(d.code || ' ' || coalesce(d.number, '') || ' ' || d.title) like :q`,
  },
  order: '-issuedOn',
  fields: {
    id: id('d.id', 'Its id'),
    allianceId: id('d.alliance_id', 'The alliance that keeps its record', { filter: 'is' }),
    code: text('d.code', 'Code that the registry quotes', { filter: 'is', sort: true, example: 'ARTICLE-2020-12-21' }),
    kind: code(documentKinds, 'd.kind', 'Kind', { filter: 'is' }),
    number: text('d.number', 'Number as printed', { nullable: true, filter: 'is', example: '163/QĐ-UBND' }),
    issuedOn: day('d.issued_on', 'Day of issue', { filter: 'range', sort: true, example: '2020-12-21' }),
    issuingBody: one(Issuer, 'b.id = d.issuing_body_id', 'Who issued it'),
    title: text('d.title', 'Title'),
    url: text('d.url', 'Where it can be read', { nullable: true }),
    figures: many(FigureOfDocument, 'df.document_id = d.id', 'The figures that it declares', {
      orderBy: 'df.rank, df.code',
    }),
    warnings: documentWarnings,
    ...writesOf('d'),
  },
  filters: {
    issuingBodyId: { says: 'Documents of this issuing body', kind: 'id', sql: 'd.issuing_body_id = :issuingBodyId' },
  },
}) {}

import { many, one, ReadModel } from '../../platform/reading/read-model.js';
import { code, day, decimal, id, instant, integer, text } from '../../platform/reading/view-fields.js';
import { documentKinds, figureRelations, issuingBodyLevels } from './document.entity.js';

const bodyName = `coalesce(
      (select bn.name from issuing_body_names bn where bn.issuing_body_id = b.id and bn.voided_at is null
        and bn.valid_from <= :asOf order by bn.valid_from desc limit 1),
      (select bn.name from issuing_body_names bn where bn.issuing_body_id = b.id and bn.voided_at is null
        order by bn.valid_from limit 1))`;

export class IssuingBodyView extends ReadModel({
  says: 'An issuing body by its name on the day',
  from: 'issuing_bodies b',
  inForce: 'b.voided_at is null',
  scopes: { alliance: 'b.alliance_id' },
  version: 'b.version',
  fields: {
    id: id('b.id', 'Its id'),
    level: code(issuingBodyLevels, 'b.level', 'Level', { filter: 'is' }),
    name: text(bodyName, 'Its name on the day'),
    parentId: id('b.parent_id', 'The body above it', { nullable: true }),
    version: integer('b.version', 'Counts its writes; the first part of the ETag'),
  },
}) {}

class DeclaredFigureView extends ReadModel({
  says: 'A figure that the document declares',
  from: 'declared_figures df',
  where: 'df.voided_at is null',
  scopes: {},
  fields: {
    id: id('df.id', 'Its id'),
    code: text('df.code', 'Code of the figure', { example: 'members.represented' }),
    relation: code(figureRelations, 'df.relation', 'How it is meant'),
    value: decimal('df.value', 'Value; the lower one of a range', { nullable: true }),
    valueTo: decimal('df.value_to', 'Upper value of a range', { nullable: true }),
    wording: text('df.wording', 'Words, where the fact is no number', { nullable: true }),
    unit: text('df.unit', 'Unit', { nullable: true }),
    asOf: day('df.as_of', 'The day it speaks of'),
    note: text('df.note', 'Note', { nullable: true }),
  },
}) {}

export class DocumentView extends ReadModel({
  says: 'A document with the figures that it declares',
  from: 'documents d',
  inForce: 'd.voided_at is null and d.issued_on <= :asOf',
  scopes: { alliance: 'd.alliance_id' },
  version: 'd.version',
  updatedAt: 'd.updated_at',
  search: 'fold(d.title) like fold(:q)',
  order: '-issuedOn',
  fields: {
    id: id('d.id', 'Its id'),
    code: text('d.code', 'Code that the registry quotes', { filter: 'is', sort: true, example: 'ARTICLE-2020-12-21' }),
    kind: code(documentKinds, 'd.kind', 'Kind', { filter: 'is' }),
    number: text('d.number', 'Number as printed', { nullable: true, filter: 'is' }),
    issuedOn: day('d.issued_on', 'Day of issue', { filter: 'range', sort: true }),
    issuingBody: one(IssuingBodyView, 'b.id = d.issuing_body_id', 'Who issued it'),
    title: text('d.title', 'Title'),
    figures: many(DeclaredFigureView, 'df.document_id = d.id', 'The figures that it declares', { orderBy: 'df.rank' }),
    voidedAt: instant('d.voided_at', 'When it was taken back as entered by mistake', { nullable: true }),
    version: integer('d.version', 'Counts its writes; the first part of the ETag'),
  },
}) {}

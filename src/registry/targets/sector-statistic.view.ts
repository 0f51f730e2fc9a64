import { one, ReadModel } from '../../platform/reading/read-model.js';
import { code, day, decimal, id, lastWriteOf, text, writesOf } from '../../platform/reading/view-fields.js';
import { figureRelations } from '../documents/document.entity.js';
import { byPaper, Paper } from '../documents/paper.view.js';

const revisions = 'sector_statistics r where r.revises_id = st.id and r.voided_at is null';

/** Of one figure, a day has the entry of the latest day up to it that no other entry revises. */
const latest = `not exists (select from sector_statistics later where later.alliance_id = st.alliance_id
      and later.figure = st.figure and later.voided_at is null and later.as_of > st.as_of and later.as_of <= :asOf)`;

export class SectorStatisticView extends ReadModel({
  says: 'A published number about the whole sector',
  from: 'sector_statistics st',
  inForce: `st.voided_at is null and st.as_of <= :asOf and not exists (select from ${revisions}) and ${latest}`,
  scopes: { alliance: 'st.alliance_id' },
  version: 'st.version',
  updatedAt: lastWriteOf('st', { sector_statistics: 'revises_id' }),
  order: 'figure',
  fields: {
    id: id('st.id', 'Its id'),
    allianceId: id('st.alliance_id', 'The alliance that keeps it', { filter: 'is' }),
    figure: text('st.figure', 'Code of the figure', { filter: 'is', sort: true, example: 'sector.cooperative_groups' }),
    relation: code(figureRelations, 'st.relation', 'How it is meant', { filter: 'is' }),
    value: decimal('st.value', 'Value; the lower one of a range', { example: 2600 }),
    valueTo: decimal('st.value_to', 'Upper value of a range', { nullable: true }),
    unit: text('st.unit', 'Unit', { nullable: true }),
    asOf: day('st.as_of', 'The day it speaks of', { filter: 'range', sort: true, example: '2020-11-27' }),
    producer: text('st.producer', 'Who produced it', { filter: 'is' }),
    document: one(Paper, 'd.id = st.document_id', 'The document that it stands in'),
    revisesId: id('st.revises_id', 'The entry that this one revises', { nullable: true }),
    revisedById: id(`(select r.id from ${revisions})`, 'The entry that revises this one', { nullable: true }),
    ...writesOf('st'),
  },
  filters: byPaper('st.document_id = :documentId'),
}) {}

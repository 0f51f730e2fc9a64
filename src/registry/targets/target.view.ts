import { inForceOnDay, lastsOnDay } from '../../platform/reading/on-day.js';
import { one, ReadModel } from '../../platform/reading/read-model.js';
import { code, decimal, id, text, writesOf } from '../../platform/reading/view-fields.js';
import { NamedTerm } from '../alliances/alliance-parts.view.js';
import { byPaper, Paper } from '../documents/paper.view.js';
import { targetShapes, targetSources } from './target.entity.js';

export class TargetView extends ReadModel({
  says: 'A target of a term',
  from: 'targets tg join alliance_terms term on term.id = tg.term_id',
  inForce: `tg.voided_at is null and term.voided_at is null and ${inForceOnDay('term')}`,
  scopes: { alliance: 'tg.alliance_id' },
  version: 'tg.version',
  updatedAt: 'tg.updated_at',
  order: 'code',
  fields: {
    id: id('tg.id', 'Its id'),
    allianceId: id('tg.alliance_id', 'The alliance', { filter: 'is' }),
    term: one(NamedTerm, 't.id = tg.term_id', 'The term'),
    code: text('tg.code', 'Code, once in a term', { filter: 'is', sort: true, example: 'target.models' }),
    name: text('tg.name', 'Name'),
    shape: code(targetShapes, 'tg.shape', 'Shape', { filter: 'is' }),
    low: decimal('tg.low', 'What is to be reached; the lower end of a range', { example: 3 }),
    high: decimal('tg.high', 'Upper end of a range', { nullable: true, example: 5 }),
    unit: text('tg.unit', 'Unit'),
    population: text('tg.population', 'What it is a share of', { nullable: true }),
    source: code(targetSources, 'tg.source', 'What it is measured by', { filter: 'is' }),
    statisticFigure: text('tg.statistic_figure', 'Figure of the sector statistic', { nullable: true }),
    document: one(Paper, 'd.id = tg.document_id', 'The resolution that sets it'),
    ...writesOf('tg'),
  },
  filters: {
    ...byPaper('tg.document_id = :documentId'),
    termId: { says: 'Targets of this term', kind: 'id', sql: 'tg.term_id = :termId' },
    termOn: {
      says: 'Targets of the term that this day lies in; with `ever=true` also when that term is over on `asOf`',
      kind: 'day',
      sql: `tg.voided_at is null and term.voided_at is null and ${lastsOnDay('term.valid_from', 'term.valid_to', ':termOn')}`,
    },
  },
}) {}

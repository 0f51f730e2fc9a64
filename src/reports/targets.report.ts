import type { Report } from '../platform/reading/report-shape.js';
import { targetPeriods, targetStates } from '../registry/targets/progress.js';
import { targetShapes, type Target } from '../registry/targets/target.entity.js';
import { allianceId, asOf, code, count, date, knownAt, link, number, wholes, word } from './columns.js';
import type { Measured } from './target-sources.js';

/** A target of a term, before it is measured. */
export interface TargetRow extends Record<string, string | number | null>, Measured {
  code: string;
  name: string;
  term: string;
  validFrom: string;
  validTo: string | null;
  shape: Target['shape'];
  low: number;
  high: number | null;
  unit: string;
  population: string | null;
}

/** The targets of a term by its id, or else of the one that began last. */
export const targetsReport: Report = {
  name: 'targets',
  says: 'The targets of a term: what was reached in each of its years, and altogether until a day',
  title: 'Chỉ tiêu nhiệm kỳ và kết quả',
  scopes: { alliance: 'tg.alliance_id' },
  sql: (
    scope,
  ) => `select tg.code, tg.name, tg.shape, tg.low::float8 as low, tg.high::float8 as high, tg.unit, tg.population,
  tg.source, tg.statistic_figure as "statisticFigure", tg.alliance_id as "allianceId",
  term.name as term, term.valid_from as "validFrom", term.valid_to as "validTo"
from targets tg join alliance_terms term on term.id = tg.term_id
where tg.voided_at is null and term.voided_at is null and (${scope}) and term.valid_from <= :asOf
  and case when :termId = ''
    then not exists (select from alliance_terms later where later.alliance_id = term.alliance_id and later.voided_at is null
      and later.valid_from > term.valid_from and later.valid_from <= :asOf)
    else term.id::text = :termId end
order by tg.code, tg.id`,
  head: {
    termId: { type: 'string', format: 'uuid', nullable: true, description: 'The term asked for; null: the last begun' },
    term: { type: 'string', nullable: true, description: 'Its name' },
    allianceId,
    asOf,
    knownAt,
  },
  columns: {
    code: word('Code of the target', 'Mã', { unprinted: true }),
    name: word('Its name', 'Chỉ tiêu'),
    term: word('The term', 'Nhiệm kỳ'),
    shape: code(targetShapes, 'Its shape', 'Dạng'),
    period: code(targetPeriods, 'A calendar year of the term, or `term`: altogether until the day', 'Kỳ'),
    from: date('First day counted', 'Từ ngày'),
    to: date('Last day counted', 'Đến ngày'),
    low: number('What the period is held to; null when it is not judged by itself', 'Mức'),
    high: number('Upper end of a range', 'Đến mức'),
    unit: word('Unit', 'Đơn vị tính'),
    population: word('What a percentage is a share of', 'Tổng thể'),
    progress: number('What the rows say', 'Thực hiện'),
    state: code(targetStates, 'How the target stands', 'Kết quả'),
    rowCount: count('How many rows that is', 'Số dòng', { unprinted: true }),
    rows: link('The list of those rows', 'Các dòng'),
    ...wholes,
  },
};

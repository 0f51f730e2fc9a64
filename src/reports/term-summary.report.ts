import type { Report } from '../platform/reading/report-shape.js';
import { targetStates } from '../registry/targets/progress.js';
import { allianceId, asOf, code, count, date, knownAt, link, number, wholes, word } from './columns.js';

/** A term by its id, or else the one of the caller's own alliance, or the one asked for, that began last by the day. */
export const termSummaryReport: Report = {
  name: 'term-summary',
  says: 'The balance of a term until a day, line by line, then its targets',
  title: 'Tổng kết nhiệm kỳ',
  scopes: { alliance: 'term.alliance_id' },
  sql: (scope) => `select term.id as "termId", term.name as term, term.alliance_id as "allianceId",
  term.valid_from as "validFrom", term.valid_to as "validTo"
from alliance_terms term
where term.voided_at is null and (${scope}) and case when :termId = ''
  then term.alliance_id = (:ownAllianceIds::uuid[])[1] and term.valid_from <= :asOf
  else term.id::text = :termId end
order by term.valid_from desc limit 1`,
  head: {
    termId: { type: 'string', format: 'uuid', nullable: true, description: 'The term; null when none has begun' },
    term: { type: 'string', nullable: true, description: 'Its name' },
    allianceId: {
      ...allianceId,
      description: 'Whose term it is; null when none has begun, and no alliance was asked for',
    },
    asOf,
    knownAt,
  },
  columns: {
    term: word('The term', 'Nhiệm kỳ', { unprinted: true }),
    line: word('Code of the line, or of the target', 'Mã', { unprinted: true }),
    name: word('What is counted', 'Nội dung'),
    from: date('First day counted', 'Từ ngày'),
    to: date('Last day counted', 'Đến ngày'),
    unit: word('Unit', 'Đơn vị tính'),
    low: number('What a target is held to', 'Mức'),
    high: number('Upper end of its range', 'Đến mức'),
    value: number('What the rows say', 'Thực hiện'),
    state: code(targetStates, 'How a target stands', 'Kết quả'),
    rowCount: count('How many rows that is', 'Số dòng', { unprinted: true }),
    rows: link('The list of those rows', 'Các dòng'),
    ...wholes,
  },
};

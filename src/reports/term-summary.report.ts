import { Injectable } from '@nestjs/common';
import { UnknownRecord } from '../platform/problems/request.problems.js';
import type { Answer } from '../platform/reading/answer.js';
import type { Report } from '../platform/reading/report-shape.js';
import { Reports } from '../platform/reading/report.js';
import type { Wanted } from '../platform/reading/wanted.js';
import type { FileFormat } from '../platform/files/file-format.js';
import type { Act } from '../platform/rights/act.js';
import { targetStates, termUntil } from '../registry/targets/progress.js';
import { allianceId, asOf, code, count, date, knownAt, link, number, wholes, word } from './columns.js';
import { RowsBehind } from './rows-behind.js';
import { TargetProgress, type AskedOfTerm } from './targets.report.js';
import { termLines } from './term-lines.js';

interface Term extends Record<string, string | null> {
  termId: string;
  term: string;
  allianceId: string;
  validFrom: string;
  validTo: string | null;
}

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

/** Draws up the balance of a term, each number beside its rows. */
@Injectable()
export class TermSummary {
  constructor(
    private readonly reports: Reports,
    private readonly rowsBehind: RowsBehind,
    private readonly targets: TargetProgress,
  ) {}

  /**
   * @param termId of the term; null asks for the one that began last, and there may be none
   * @throws Problem 404 for a term that is unknown or not the caller's
   */
  async of({ termId, allianceId }: AskedOfTerm, wanted: Wanted, file: FileFormat | null, act: Act): Promise<Answer> {
    const [term] = await this.reports.rows<Term>(termSummaryReport, { termId: termId ?? '' }, wanted, act);
    if (!term && termId !== null) throw UnknownRecord();
    const rows = term && term.validFrom <= wanted.asOf ? await this.balance(term, wanted, act) : [];
    const { asOf, knownAt } = wanted;
    const head = {
      termId: term?.termId ?? null,
      term: term?.term ?? null,
      allianceId: term?.allianceId ?? allianceId,
      asOf,
      knownAt,
    };
    return this.reports.write(termSummaryReport, rows, head, file, act);
  }

  private async balance({ termId, term, allianceId, validFrom, validTo }: Term, wanted: Wanted, act: Act) {
    const lines = [];
    for (const { source, ...words } of termLines(allianceId, termUntil(validFrom, validTo, wanted.asOf))) {
      const behind = await this.rowsBehind.of(source, null, { ...wanted, asOf: words.to }, act);
      const { recorded: value, rowCount, rows, wholeCount, wholeRows } = behind;
      lines.push({ term, ...words, low: null, high: null, value, state: null, rowCount, rows, wholeCount, wholeRows });
    }
    const targets = await this.targets.ofTerm(termId, wanted, act);
    const held = targets.map(({ code: line, progress: value, shape: _, period: _term, population: _of, ...said }) => ({
      ...said,
      line,
      value,
    }));
    return [...lines, ...held];
  }
}

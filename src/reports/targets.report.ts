import { Injectable } from '@nestjs/common';
import type { Answer } from '../platform/reading/answer.js';
import type { Report } from '../platform/reading/report-shape.js';
import { Reader } from '../platform/reading/reader.js';
import { Reports } from '../platform/reading/report.js';
import type { Wanted } from '../platform/reading/wanted.js';
import type { FileFormat } from '../platform/files/file-format.js';
import type { Act } from '../platform/rights/act.js';
import { AllianceTermView } from '../registry/alliances/alliance-parts.view.js';
import { spansOf, stateOf, targetPeriods, targetStates, type HeldSpan } from '../registry/targets/progress.js';
import { targetShapes, type Target } from '../registry/targets/target.entity.js';
import { allianceId, asOf, code, count, date, knownAt, link, number, wholes, word } from './columns.js';
import { NO_WHOLE, RowsBehind } from './rows-behind.js';
import { sourceOf, type Measured } from './target-sources.js';

interface TargetRow extends Record<string, string | number | null>, Measured {
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

const NOTHING_YET = { recorded: null, rowCount: 0, rows: null, ...NO_WHOLE };

/** Which term, and which alliance alone; null where nobody says. */
export interface AskedOfTerm {
  termId: string | null;
  allianceId: string | null;
}

/** Measures the targets of a term by the rows. */
@Injectable()
export class TargetProgress {
  constructor(
    private readonly rowsBehind: RowsBehind,
    private readonly reports: Reports,
    private readonly reader: Reader,
  ) {}

  /**
   * @param termId of the term; null asks for the one that began last
   * @throws Problem 404 for a term that is unknown or not the caller's
   */
  async of({ termId, allianceId }: AskedOfTerm, wanted: Wanted, file: FileFormat | null, act: Act): Promise<Answer> {
    const term = termId === null ? null : await this.reader.require(AllianceTermView, termId, wanted, act);
    const targets = await this.reports.rows<TargetRow>(targetsReport, { termId: termId ?? '' }, wanted, act);
    const rows = await this.measure(targets, wanted, act);
    const { asOf, knownAt } = wanted;
    return this.reports.write(
      targetsReport,
      rows,
      { termId, term: term?.name ?? null, allianceId, asOf, knownAt },
      file,
      act,
    );
  }

  /** The targets of one term, each altogether until the day. */
  async ofTerm(termId: string, wanted: Wanted, act: Act) {
    const targets = await this.reports.rows<TargetRow>(targetsReport, { termId }, wanted, act);
    return this.measure(targets, wanted, act, ({ period }) => period === 'term');
  }

  private async measure(
    targets: TargetRow[],
    wanted: Wanted,
    act: Act,
    which: (span: HeldSpan) => boolean = () => true,
  ) {
    const rows = [];
    for (const target of targets) {
      const { code, name, term, shape, unit, population } = target;
      for (const { period, from, to, bounds, begun } of spansOf(target, wanted.asOf).filter(which)) {
        const source = sourceOf(target, { from, to });
        const behind = begun ? await this.rowsBehind.of(source, null, { ...wanted, asOf: to }, act) : NOTHING_YET;
        const { recorded: progress, rowCount, rows: link, wholeCount, wholeRows } = behind;
        const held = { low: bounds?.low ?? null, high: bounds?.high ?? null };
        const state = bounds && stateOf(bounds, progress);
        const words = { code, name, term, shape, period, from, to, ...held, unit, population };
        rows.push({ ...words, progress, state, rowCount, rows: link, wholeCount, wholeRows });
      }
    }
    return rows;
  }
}

import { Injectable } from '@nestjs/common';
import type { FileFormat } from '../platform/files/file-format.js';
import type { Answer } from '../platform/reading/answer.js';
import { Reader } from '../platform/reading/reader.js';
import { Reports } from '../platform/reading/report.js';
import type { Wanted } from '../platform/reading/wanted.js';
import type { Act } from '../platform/rights/act.js';
import { AllianceTermView } from '../registry/alliances/alliance-parts.view.js';
import { spansOf, stateOf, type HeldSpan } from '../registry/targets/progress.js';
import { NO_WHOLE, RowsBehind } from './rows-behind.js';
import { sourceOf } from './target-sources.js';
import { targetsReport, type TargetRow } from './targets.report.js';

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

import { Injectable } from '@nestjs/common';
import type { FileFormat } from '../platform/files/file-format.js';
import { UnknownRecord } from '../platform/problems/request.problems.js';
import type { Answer } from '../platform/reading/answer.js';
import { Reports } from '../platform/reading/report.js';
import type { Wanted } from '../platform/reading/wanted.js';
import type { Act } from '../platform/rights/act.js';
import { termUntil } from '../registry/targets/progress.js';
import { RowsBehind } from './rows-behind.js';
import { TargetProgress, type AskedOfTerm } from './target-progress.js';
import { termLines } from './term-lines.js';
import { termSummaryReport } from './term-summary.report.js';

interface Term extends Record<string, string | null> {
  termId: string;
  term: string;
  allianceId: string;
  validFrom: string;
  validTo: string | null;
}

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

import { Injectable } from '@nestjs/common';
import { UnknownRecord } from '../platform/problems/request.problems.js';
import type { Answer } from '../platform/reading/answer.js';
import { Reports, type Report } from '../platform/reading/report.js';
import type { Wanted } from '../platform/reading/wanted.js';
import type { Act } from '../platform/rights/act.js';
import { FigureMeasures } from './figure-measures.js';
import { figureSources, type FigureSource } from './figures.js';

const text = (says: string, heading: string) => ({ says, heading, schema: { type: 'string', nullable: true } });
const number = (says: string, heading: string) => ({
  says,
  heading,
  schema: { type: 'number', format: 'double', nullable: true },
});

interface Declared extends Record<string, string | number | null> {
  code: string;
  relation: string;
  declared: number | null;
  declaredTo: number | null;
  wording: string | null;
  unit: string | null;
  asOf: string;
}

/** Each declared figure of a document beside what the rows say. */
export const reconciliationReport: Report = {
  name: 'reconciliation',
  says: 'Each declared figure of a document beside the rows behind it',
  scopes: { alliance: 'd.alliance_id' },
  sql: (
    scope,
  ) => `select df.code, df.relation, df.value::float8 as declared, df.value_to::float8 as "declaredTo", df.wording,
  df.unit, df.as_of as "asOf"
from declared_figures df join documents d on d.id = df.document_id
where df.voided_at is null and d.voided_at is null and d.code = :documentCode and (${scope})
order by df.rank`,
  columns: {
    code: text('Code of the figure', 'Mã số liệu'),
    relation: text('How the figure is meant', 'Quan hệ'),
    declared: number('Declared value', 'Công bố'),
    declaredTo: number('Upper value of a declared range', 'Công bố đến'),
    wording: text('Declared words', 'Nội dung'),
    unit: text('Unit', 'Đơn vị'),
    asOf: text('The day it speaks of', 'Tại ngày'),
    recorded: number('What the rows say', 'Theo sổ'),
    rowCount: number('How many rows that is', 'Số dòng'),
    state: text('matched, short, over or not_recorded', 'Kết quả'),
    rows: text('The list of those rows', 'Các dòng'),
  },
};

/** A figure said to be about a value may be off by this share of it: "13.000" is rounded, "ước" is an estimate. */
const ABOUT = 0.05;

/** Compares what a document published with what the registry holds. */
@Injectable()
export class Reconciliation {
  constructor(
    private readonly measures: FigureMeasures,
    private readonly reports: Reports,
  ) {}

  /**
   * @param asOf compares with this day instead of the day that each figure speaks of
   * @throws Problem 404 for a document that is unknown, not the caller's, or declares nothing
   */
  async of(documentCode: string, asOf: string | null, wanted: Wanted, csv: boolean, act: Act): Promise<Answer> {
    const declared = await this.reports.rows<Declared>(reconciliationReport, { documentCode }, wanted, act);
    if (declared.length === 0) throw UnknownRecord();
    const rows = [];
    for (const figure of declared) {
      const source = figureSources[figure.code];
      const day = { ...wanted, asOf: asOf ?? figure.asOf };
      rows.push({ ...figure, asOf: day.asOf, ...(source ? await this.compare(figure, source, day, act) : unrecorded) });
    }
    return this.reports.write(
      reconciliationReport,
      rows,
      { report: 'reconciliation', documentCode, knownAt: wanted.knownAt },
      csv,
    );
  }

  private async compare(figure: Declared, source: FigureSource, wanted: Wanted, act: Act) {
    const measured = await this.measures.measure(source, figure.wording, wanted, act);
    const { recorded } = measured;
    const declared = figure.wording === null ? figure : { relation: 'gte', declared: 1, declaredTo: null };
    return { ...measured, state: recorded === null ? 'not_recorded' : stateOf(declared, recorded) };
  }
}

const unrecorded = { recorded: null, rowCount: null, state: 'not_recorded', rows: null };

/** Whether what is recorded keeps to what was declared. */
export function stateOf(
  { relation, declared, declaredTo }: Pick<Declared, 'relation' | 'declared' | 'declaredTo'>,
  recorded: number,
) {
  const value = declared ?? 0;
  const margin = relation === 'approx' ? Math.abs(value) * ABOUT : 0;
  const least = relation === 'lte' ? -Infinity : value - margin;
  const most = relation === 'gte' ? Infinity : relation === 'between' ? (declaredTo ?? value) : value + margin;
  return recorded < least ? 'short' : recorded > most ? 'over' : 'matched';
}

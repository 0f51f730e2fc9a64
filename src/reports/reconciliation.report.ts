import { Injectable } from '@nestjs/common';
import { UnknownRecord } from '../platform/problems/request.problems.js';
import type { Answer } from '../platform/reading/answer.js';
import type { Report } from '../platform/reading/report-shape.js';
import { Reader } from '../platform/reading/reader.js';
import { Reports } from '../platform/reading/report.js';
import type { Wanted } from '../platform/reading/wanted.js';
import type { FileFormat } from '../platform/files/file-format.js';
import type { Act } from '../platform/rights/act.js';
import { closedList } from '../platform/records/code-list.js';
import { figureRelations } from '../registry/documents/document.entity.js';
import { DocumentView } from '../registry/documents/document.view.js';
import { allianceId, asOf, code, date, knownAt, link, number, wholes, word } from './columns.js';
import { countedFor, figureSource } from './figures.js';
import type { FigureSource } from './list-behind.js';
import { NO_WHOLE, RowsBehind, type Behind } from './rows-behind.js';

interface Declared extends Record<string, string | number | null> {
  code: string;
  relation: string;
  declared: number | null;
  declaredTo: number | null;
  wording: string | null;
  unit: string | null;
  note: string | null;
  asOf: string;
}

const reconciliationStates = closedList('reconciliation_state', ['matched', 'short', 'over', 'not_recorded']);

/** Each declared figure of a document beside what the rows say. */
export const reconciliationReport: Report = {
  name: 'reconciliation',
  says: 'Each declared figure of a document beside the rows behind it',
  title: 'Đối chiếu số liệu công bố',
  scopes: { alliance: 'd.alliance_id' },
  sql: (scope) => `select d.alliance_id as "allianceId", df.code, df.relation, df.value::float8 as declared,
  df.value_to::float8 as "declaredTo", df.wording, df.unit, df.note, df.as_of as "asOf"
from declared_figures df join documents d on d.id = df.document_id
where df.voided_at is null and d.voided_at is null and d.code = :documentCode and (${scope})
order by df.rank, df.code, df.as_of`,
  head: {
    documentCode: { type: 'string', description: 'Code of the document' },
    asOf: { ...asOf, nullable: true, description: 'The day asked for; null: that of each figure' },
    allianceId,
    knownAt,
  },
  columns: {
    code: word('Code of the figure', 'Mã số liệu', { unprinted: true }),
    note: word('What the document says of it', 'Ghi chú của văn bản'),
    counted: word(
      'What the registry counts for it, and of whom; null where it has no rows for such a figure',
      'Nội dung tính theo sổ',
    ),
    relation: code(figureRelations, 'How the figure is meant', 'Quan hệ'),
    declared: number('Declared value', 'Công bố'),
    declaredTo: number('Upper value of a declared range', 'Công bố đến'),
    wording: word('Declared words', 'Công bố bằng lời'),
    unit: word('Unit', 'Đơn vị'),
    asOf: date('The day compared: the one asked for, or else the day that the figure speaks of', 'Tại ngày'),
    recorded: number('What the rows say', 'Theo sổ'),
    recordedTo: number('Upper value of a recorded range', 'Theo sổ đến'),
    rowCount: number('How many rows that is', 'Số dòng', { unprinted: true }),
    state: code(reconciliationStates, 'How the rows stand to it', 'Kết quả'),
    rows: link('The list of those rows', 'Các dòng'),
    ...wholes,
  },
};

/**
 * A figure said to be about a value may be off by this share of it: "13.000" is rounded, "ước" is an estimate. No paper says
 * by how much; the registry allows five percent.
 */
const ABOUT = 0.05;

/** Compares what a document published with what the registry holds. */
@Injectable()
export class Reconciliation {
  constructor(
    private readonly rowsBehind: RowsBehind,
    private readonly reports: Reports,
    private readonly reader: Reader,
  ) {}

  /**
   * @param wanted where its day was asked for, the rows are asked as of it, instead of the day that each figure speaks of;
   *   its congress and its years stay
   * @throws Problem 404 for a document that is unknown, or not the caller's
   */
  async of(
    { documentCode, allianceId }: { documentCode: string; allianceId: string | null },
    wanted: Wanted,
    file: FileFormat | null,
    act: Act,
  ): Promise<Answer> {
    const declared = await this.reports.rows<Declared & { allianceId: string }>(
      reconciliationReport,
      { documentCode },
      wanted,
      act,
    );
    if (declared.length === 0) await this.requireDocument(documentCode, wanted, act);
    const rows = [];
    for (const { allianceId: keptBy, ...figure } of declared) {
      const day = wanted.dayAsked ? wanted : { ...wanted, asOf: figure.asOf };
      const source = figureSource(figure.code, figure.asOf, keptBy);
      rows.push({
        ...figure,
        counted: countedFor(figure.code),
        asOf: day.asOf,
        ...(source ? await this.compare(figure, source, day, act) : unrecorded),
      });
    }
    const head = { documentCode, asOf: wanted.dayAsked ? wanted.asOf : null, allianceId, knownAt: wanted.knownAt };
    return this.reports.write(reconciliationReport, rows, head, file, act);
  }

  private async requireDocument(code: string, wanted: Wanted, act: Act): Promise<void> {
    const filters = [{ name: 'code', values: [code] }];
    const known = await this.reader.count(DocumentView, { ...wanted, ever: true, filters }, act);
    if (known === 0) throw UnknownRecord();
  }

  private async compare(figure: Declared, source: FigureSource, wanted: Wanted, act: Act) {
    const behind = await this.rowsBehind.of(source, figure.wording, wanted, act);
    const declared = figure.wording === null ? figure : { ...figure, relation: 'gte', declared: 1 };
    return { ...behind, state: behind.recorded === null ? 'not_recorded' : stateOf(declared, behind, source) };
  }
}

const unrecorded = {
  recorded: null,
  recordedTo: null,
  rowCount: null,
  state: 'not_recorded',
  rows: null,
  ...NO_WHOLE,
};

/** Whether what is recorded may be what was declared: a recorded range if they meet; bounds must be the declared ones. */
function stateOf(figure: Declared, { recorded, recordedTo }: Behind, { measure }: FigureSource) {
  const { declared, declaredTo } = figure;
  const [from, to] = [recorded ?? 0, recordedTo ?? recorded ?? 0];
  if (measure !== 'bounds') return sideOf([from, to], admitted(figure));
  const low = sideOf([from, from], [declared ?? 0, declared ?? 0]);
  return low === 'matched' ? sideOf([recordedTo ?? 0, recordedTo ?? 0], [declaredTo ?? 0, declaredTo ?? 0]) : low;
}

/** The least and the most that a declared figure admits. */
function admitted({ relation, declared, declaredTo }: Declared): Interval {
  const value = declared ?? 0;
  const margin = relation === 'approx' ? Math.abs(value) * ABOUT : 0;
  const most = relation === 'gte' ? Infinity : relation === 'between' ? (declaredTo ?? value) : value + margin;
  return [relation === 'lte' ? -Infinity : value - margin, most];
}

type Interval = readonly [least: number, most: number];

const sideOf = ([from, to]: Interval, [least, most]: Interval) =>
  to < least ? 'short' : from > most ? 'over' : 'matched';

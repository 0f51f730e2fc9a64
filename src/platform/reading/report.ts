import { Injectable } from '@nestjs/common';
import { AccessLog } from '../audit/access-log.js';
import { nameOfStatement } from '../database/statement-name.js';
import { disposition, mostRowsIn, sentAs, tooManyRows, type FileFormat } from '../files/file-format.js';
import { makeFile } from '../files/make-file.js';
import { askedWord, saidOf } from '../files/asked-words.js';
import { takenBy } from '../files/taken-by.js';
import { invalidParameters } from '../problems/request.problems.js';
import { FIRST_DAY, LAST_DAY, today } from '../time/day.js';
import type { Act } from '../rights/act.js';
import { Answer } from './answer.js';
import { filled } from './named-parameters.js';
import { nameOnDay } from './on-day.js';
import { withPastAtOnce } from './past-at-once.js';
import { Reader } from './reader.js';
import { columnsOf, type Report, type ReportHead, type ReportRow } from './report-shape.js';
import type { Wanted } from './wanted.js';

/** Computes reports, and writes them as JSON or as a file. */
@Injectable()
export class Reports {
  constructor(
    private readonly reader: Reader,
    private readonly accessLog: AccessLog,
  ) {}

  /** The rows of a report within the act's scope. */
  rows<Row extends ReportRow>(
    report: Report,
    parameters: Readonly<Record<string, string>>,
    wanted: Wanted,
    act: Act,
  ): Promise<Row[]> {
    const given = { ...parameters, asOf: wanted.asOf, ...act.ownValues };
    const { text, values } = filled(report.sql(act.predicateOn(report)), given);
    const statement = (sql: string) => ({ text: sql, ...(report.prepared && { name: nameOfStatement(sql) }) });
    const past = statement(withPastAtOnce(text, report.pastAtOnce));
    return this.reader.rows<Row>({ ...statement(text), values, report: true, past }, wanted, act);
  }

  /**
   * The report as the caller asked for it: JSON by default, or a file. A file leaves the registry: who took it is in the log
   * before.
   * @param head what was asked for, in front of the rows of the JSON
   * @throws Problem 400 when it has more rows than a file may
   */
  async write(
    report: Report,
    rows: readonly ReportRow[],
    head: ReportHead,
    format: FileFormat | null,
    act: Act,
  ): Promise<Answer> {
    const items = rows.map((row) => JSON.stringify(row));
    if (format === null) {
      const asked = JSON.stringify({ report: report.name, ...head }).slice(0, -1);
      return Answer.ofMany(items, { before: `${asked},"rows":[`, after: ']}' });
    }
    if (items.length > mostRowsIn[format]) throw invalidParameters([tooManyRows(format)]);
    const shapes = columnsOf(report, format === 'pdf');
    const labels = await this.reader.labels(head.knownAt, act);
    const of = await this.allianceIn(head, act);
    const said = { title: report.title, of, asked: linesOf(head), taken: takenBy(act) };
    const bytes = await makeFile(format, { ...said, shapes, items, labels }, act);
    await this.accessLog.noteAct(act, 'export', { report: report.name, format, asked: head, rows: rows.length });
    return Answer.ofFile(sentAs(format), bytes, disposition(nameOf(report, head), format));
  }

  /** Whose numbers the file has: those of the alliance asked about alone, or else of whoever takes it. */
  private async allianceIn({ allianceId }: ReportHead, act: Act): Promise<string | null> {
    if (!allianceId || allianceId === act.actor.allianceId) return act.actor.allianceName ?? null;
    const query = filled(ALLIANCE_NAME, { allianceId, asOf: today() });
    const [alliance] = await this.reader.rows<{ name: string }>(query, { knownAt: null }, act);
    return alliance?.name ?? null;
  }
}

const ALLIANCE_NAME = `select ${nameOnDay('alliance_names', 'alliance_id', ':allianceId')} as name`;

/** A file is called by its document and its day too, so that two of them can stand side by side. */
const nameOf = ({ name }: Report, { asOf, documentCode }: ReportHead): string =>
  [name, documentCode, asOf].filter(Boolean).join('-');

/** What stands in front of the rows: no id beside its name (`termId`, `term`; the alliance stands above), nor the ends of the calendar, which bound nothing. */
const linesOf = (head: ReportHead): [string, string][] =>
  Object.entries(head).flatMap(([name, value]) =>
    value === null ||
    name === 'allianceId' ||
    ENDS.includes(value) ||
    (name.endsWith('Id') && name.slice(0, -'Id'.length) in head)
      ? []
      : [[askedWord(name), saidOf(value, name)]],
  );
const ENDS: readonly unknown[] = [FIRST_DAY, LAST_DAY];

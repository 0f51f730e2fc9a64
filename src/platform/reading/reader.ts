import { Injectable } from '@nestjs/common';
import { AccessLog } from '../audit/access-log.js';
import { Database } from '../database/database.js';
import type { DatabaseQuery } from '../database/prepared-read.js';
import { mostRowsIn, tooManyRows, type FileFormat } from '../files/file-format.js';
import type { FileContent } from '../files/shape.js';
import { invalidParameters, UnknownRecord } from '../problems/request.problems.js';
import type { Act } from '../rights/act.js';
import { Answer } from './answer.js';
import { cursorAfter } from './cursor.js';
import { KnownCodes } from './known-codes.js';
import { fileOfList } from './list-file.js';
import { filled, type PreparedText } from './named-parameters.js';
import { mayWalk } from './named-search.js';
import { showsPersonal, askedFor } from './personal.js';
import { withPastAtOnce } from './past-at-once.js';
import { PreparedShapes, type Named, type Prepared } from './prepared-shapes.js';
import type { ReadModel } from './read-model.js';
import type { RequiredRecord } from './subject.js';
import { countStatement, pageStatement, recordStatement, sumStatement, valuesOf } from './statement.js';
import { isSequence, type Wanted } from './wanted.js';

interface RecordRow {
  body: string;
  version: number | null;
}
interface PageRow {
  item: string;
  keys: string;
  total?: number;
}

/**
 * Answers from the rows as they are, or as they were known: one statement, its bytes passed on. Whoever sees personal
 * values in clear is in the log before the bytes leave.
 */
@Injectable()
export class Reader {
  readonly #shapes = new PreparedShapes();
  readonly #codes = new KnownCodes((query, act) => this.rows(query, NOW, act));

  constructor(
    private readonly database: Database,
    private readonly accessLog: AccessLog,
  ) {}

  /**
   * One record as of a day.
   * @throws Problem 404 when it does not exist within the act's scope.
   */
  async one(model: ReadModel, id: string, wanted: Wanted, act: Act): Promise<Answer> {
    const statement = this.recordStatement(model, act);
    const [row] = await this.rows<RecordRow>(asked(statement, wanted, act, id), wanted, act);
    const answer = this.answerOf(row);
    if (statement.personal) await this.noteSeen(model, wanted, act, [id]);
    return answer;
  }

  /** A record, before others are told about it. @throws Problem 404 when it does not exist, within the act's scope */
  async require(model: ReadModel, id: string, wanted: Wanted, act: Act): Promise<RequiredRecord> {
    const statement = this.recordStatement(model, act);
    const [row] = await this.rows<RecordRow>(asked(statement, wanted, act, id), wanted, act);
    if (!row) throw UnknownRecord();
    return JSON.parse(row.body) as RequiredRecord;
  }

  /** The statement of one record, composed once for each model, right, role and narrowing. */
  recordStatement(model: ReadModel, act: Act): Prepared {
    return this.prepared(`one ${shapeOfAct(model, act)}`, model, act, () => recordStatement(model, act));
  }

  /** The answer that a record's row makes. @throws Problem 404 when there is no row */
  answerOf(row: RecordRow | undefined): Answer {
    if (!row) throw UnknownRecord();
    return Answer.json(row.body, row.version);
  }

  /**
   * A page of a list as `{"items": […], "next": cursor | null}`, with `total` when asked for; or the whole as a file.
   * @throws Problem 400 when a filter asks for a code that there is not
   */
  async page(model: ReadModel, wanted: Wanted, act: Act): Promise<Answer> {
    if (wanted.filters.length > 0) await this.#codes.require(model, wanted, act);
    if (wanted.file !== null) return this.file(model, wanted.file, wanted, act);
    const statement = this.pageStatement(model, wanted, act);
    const query = { ...asked(statement, wanted, act), ...(judges(wanted) && { report: true as const }) };
    const rows = await this.rows<PageRow>(query, wanted, act);
    const items = rows.slice(0, wanted.limit).map(({ item }) => item);
    if (statement.personal && items.length > 0) await this.noteSeen(model, wanted, act, recordsIn(items, wanted));
    const last = rows.length > wanted.limit ? rows[wanted.limit - 1] : undefined;
    const next = last ? cursorAfter(last.keys, model, wanted.sort) : null;
    const total = wanted.total ? `,"total":${rows[0]?.total ?? (await this.count(model, wanted, act))}` : '';
    return Answer.ofMany(items, { before: '{"items":[', after: `],"next":${JSON.stringify(next)}${total}}` }, next);
  }

  /**
   * The whole list as a file. It leaves the registry: who took it, and whose personal values it shows, is in the log before.
   * @throws Problem 400 when it has more rows than a file may
   */
  private async file(model: ReadModel, format: FileFormat, wanted: Wanted, act: Act): Promise<Answer> {
    const whole = { ...wanted, limit: mostRowsIn[format] };
    const statement = this.pageStatement(model, whole, act);
    const rows = await this.rows<PageRow>({ ...asked(statement, whole, act), report: true }, whole, act);
    if (rows.length > whole.limit) throw invalidParameters([tooManyRows(format)]);
    const items = rows.map(({ item }) => item);
    const labels = await this.labels(wanted.knownAt, act);
    const called = await this.calledWhatIsAsked(model, wanted, act);
    const answer = await fileOfList({ model, items, labels, called, wanted, act }, format);
    const shown = statement.personal && items.length > 0 ? recordsIn(items, wanted) : [];
    await this.accessLog.noteAct(act, 'export', { view: model.name, format, asked: askedFor(model, wanted) }, shown);
    return answer;
  }

  /** What the ids in the filters are called, where a filter knows it of them all, whatever rows there are. */
  private async calledWhatIsAsked(model: ReadModel, wanted: Wanted, act: Act): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    for (const { name, values } of wanted.filters) {
      const words = model.filters.get(name)?.called;
      for (const id of words ? values : []) {
        const query = filled(`select ${words} as words`, { id, asOf: wanted.asOf, ...act.ownValues });
        const [row] = await this.rows<{ words: string | null }>(query, NOW, act);
        if (row?.words) found.set(id, row.words);
      }
    }
    return found;
  }

  /** The Vietnamese labels of all codes, by list. */
  async labels(knownAt: string | null, act: Act): Promise<FileContent['labels']> {
    const [codes] = await this.rows<{ labels: FileContent['labels'] }>(LABELS, { knownAt }, act);
    return codes?.labels ?? {};
  }

  /** How many rows a list has within the act's scope: a figure of a report. */
  async count(model: ReadModel, wanted: Wanted, act: Act): Promise<number> {
    const shape = `count ${shapeOfList(model, wanted, act)}`;
    const statement = this.prepared(shape, model, act, () => countStatement(model, wanted, act));
    const [row] = await this.rows<{ count: number }>({ ...asked(statement, wanted, act), report: true }, wanted, act);
    return Number(row?.count);
  }

  /** The sum of a field over a list's rows within the act's scope: a figure of a report; null when there are none. */
  async sum(model: ReadModel, field: string, wanted: Wanted, act: Act): Promise<number | null> {
    const shape = `sum ${field} ${shapeOfList(model, wanted, act)}`;
    const statement = this.prepared(shape, model, act, () => sumStatement(model, field, wanted, act));
    const [row] = await this.rows<{ sum: number | null }>(
      { ...asked(statement, wanted, act), report: true },
      wanted,
      act,
    );
    return row?.sum ?? null;
  }

  /** Runs a statement on the rows of now, or on those known at the wanted instant or number. */
  async rows<Row>(
    { past, ...query }: DatabaseQuery & { past?: Named },
    wanted: Pick<Wanted, 'knownAt'>,
    act: Act,
  ): Promise<Row[]> {
    const { passage } = act.actor;
    if (wanted.knownAt === null) return this.database.readFor<Row>(passage, query);
    const sequence = isSequence(wanted.knownAt)
      ? await this.database.sequenceReached(Number(wanted.knownAt))
      : await this.database.sequenceAt(wanted.knownAt);
    return this.database.readKnown<Row>(passage, sequence, { ...query, ...past });
  }

  /** That these records were shown with personal values: one event a request, whatever the number of rows. */
  noteSeen(model: ReadModel, wanted: Wanted, act: Act, records: readonly string[]): Promise<void> {
    return this.accessLog.noteAct(act, model.leaves, { view: model.name, asked: askedFor(model, wanted) }, records);
  }

  private pageStatement(model: ReadModel, wanted: Wanted, act: Act): Prepared {
    const shape = `page ${shapeOfList(model, wanted, act)}`;
    return this.prepared(shape, model, act, () => pageStatement(model, wanted, act));
  }

  private prepared(shape: string, model: ReadModel, act: Act, compose: () => PreparedText): Prepared {
    return this.#shapes.of(shape, () => {
      const statement = compose();
      const past = withPastAtOnce(statement.text, model.pastAtOnce);
      return { ...statement, past, personal: showsPersonal(model, act) };
    });
  }
}

/** What is asked of the rows of now. */
const NOW = { knownAt: null };

const LABELS: DatabaseQuery = {
  text: `select json_object_agg(list, labels) as labels
    from (select list, json_object_agg(code, vi) as labels from codes group by list) lists`,
  values: [],
};

/** A composed statement as it is asked: with its values. */
const asked = ({ names, personal: _, ...statement }: Prepared, wanted: Wanted, act: Act, id?: string) => ({
  ...statement,
  values: valuesOf(names, wanted, act, id),
});

const shapeOfAct = (model: ReadModel, { right, actor }: Act): string =>
  `${model.name} ${right?.name ?? 'system'} ${actor.role}${actor.narrowing ? ` ${actor.narrowing.name}` : ''}`;

/** All of a wish that changes the text of its statement. */
const shapeOfList = (model: ReadModel, wanted: Wanted, act: Act): string =>
  [
    shapeOfAct(model, act),
    wanted.sort,
    wanted.after !== null && 'after',
    wanted.total && 'total',
    wanted.ever && 'ever',
    wanted.q !== null && (mayWalk(model, wanted, act) ? 'q walks' : 'q'),
    wanted.inOtherWords !== null && 'in other words',
    wanted.updatedSince !== null && 'since',
    ...wanted.filters.map(({ name, values }) => (values.length > 1 ? `${name}*` : name)),
  ].join();

/** What is to be looked at again, and what was written since, is asked of every row: it may take as long as a report. */
const judges = ({ filters, updatedSince }: Wanted): boolean =>
  updatedSince !== null || filters.some(({ name }) => name === 'warning');

/** The records on a page: those whose rows are listed, or those that the items are. */
const recordsIn = (items: readonly string[], { about }: Wanted): string[] =>
  about === null ? items.map((item) => (JSON.parse(item) as { id: string }).id) : [...about];

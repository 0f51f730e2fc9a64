import { Injectable } from '@nestjs/common';
import { Database, type DatabaseQuery } from '../database/database.js';
import { nameOfStatement } from '../database/statement-name.js';
import { UnknownRecord } from '../problems/request.problems.js';
import type { Act } from '../rights/act.js';
import { Answer } from './answer.js';
import { cursorAfter } from './cursor.js';
import type { PreparedText } from './named-parameters.js';
import type { ReadModel } from './read-model.js';
import { countStatement, pageStatement, recordStatement, sumStatement, valuesOf } from './statement.js';
import { isSequence, type Wanted } from './wanted.js';

interface RecordRow {
  body: string;
  version: number | null;
}
interface PageRow {
  items: string;
  last: string | null;
  more: boolean;
  total?: number;
}

/** Answers from the rows as they are, or as they were known: one statement, its bytes passed on. */
@Injectable()
export class Reader {
  readonly #prepared = new Map<string, PreparedText & { name: string }>();

  constructor(private readonly database: Database) {}

  /**
   * One record as of a day.
   * @throws Problem 404 when it does not exist within the act's scope.
   */
  async one(model: ReadModel, id: string, wanted: Wanted, act: Act): Promise<Answer> {
    const statement = this.recordStatement(model, act);
    const [row] = await this.rows<RecordRow>(statement, wanted, valuesOf(statement.names, wanted, act, id));
    return this.answerOf(row);
  }

  /** The statement of one record, composed once for each model and role. */
  recordStatement(model: ReadModel, act: Act): PreparedText & { name: string } {
    return this.prepared(`one ${shapeOfAct(model, act)}`, () => recordStatement(model, act));
  }

  /** The answer that a record's row makes. @throws Problem 404 when there is no row */
  answerOf(row: RecordRow | undefined): Answer {
    if (!row) throw UnknownRecord();
    return Answer.json(row.body, row.version);
  }

  /** A page of a list as `{"items": […], "next": cursor | null}`, with `total` when asked for. */
  async page(model: ReadModel, wanted: Wanted, act: Act): Promise<Answer> {
    const statement = this.prepared(`page ${shapeOfList(model, wanted, act)}`, () => pageStatement(model, wanted, act));
    const [row] = await this.rows<PageRow>(statement, wanted, valuesOf(statement.names, wanted, act));
    const { items, last, more, total } = row as PageRow;
    const next = more && last ? cursorAfter(last, model, wanted.sort) : null;
    const body = `{"items":[${items}],"next":${JSON.stringify(next)}${total === undefined ? '' : `,"total":${total}`}}`;
    return Answer.page(body, next);
  }

  /** How many rows a list has within the act's scope. */
  async count(model: ReadModel, wanted: Wanted, act: Act): Promise<number> {
    const statement = this.prepared(`count ${shapeOfList(model, wanted, act)}`, () =>
      countStatement(model, wanted, act),
    );
    const values = valuesOf(statement.names, wanted, act);
    const [row] = await this.rows<{ count: number }>(statement, wanted, values);
    return Number(row?.count);
  }

  /** The sum of a field over a list's rows within the act's scope; null when there are none. */
  async sum(model: ReadModel, field: string, wanted: Wanted, act: Act): Promise<number | null> {
    const shape = `sum ${field} ${shapeOfList(model, wanted, act)}`;
    const statement = this.prepared(shape, () => sumStatement(model, field, wanted, act));
    const [row] = await this.rows<{ sum: number | null }>(statement, wanted, valuesOf(statement.names, wanted, act));
    return row?.sum ?? null;
  }

  /** Runs a statement on the rows of now, or on those known at the wanted instant or number. */
  async rows<Row>(statement: PreparedText & { name?: string }, wanted: Wanted, values: unknown[]): Promise<Row[]> {
    const query: DatabaseQuery = { text: statement.text, values, ...(statement.name && { name: statement.name }) };
    if (wanted.knownAt === null) return this.database.read<Row>(query);
    const sequence = isSequence(wanted.knownAt)
      ? await this.database.sequenceReached(Number(wanted.knownAt))
      : await this.database.sequenceAt(wanted.knownAt);
    return this.database.readKnown<Row>(sequence, query);
  }

  /** The statement of a wish: composed once for each shape of it, prepared once on each connection. */
  private prepared(shape: string, compose: () => PreparedText): PreparedText & { name: string } {
    const known = this.#prepared.get(shape);
    if (known) return known;
    const statement = compose();
    const prepared = { ...statement, name: nameOfStatement(statement.text) };
    if (this.#prepared.size < MOST_PREPARED) this.#prepared.set(shape, prepared);
    return prepared;
  }
}

/** Shapes of wishes kept; a client that invents ever new ones is answered, but not remembered. */
const MOST_PREPARED = 2_000;

const shapeOfAct = (model: ReadModel, act: Act): string =>
  `${model.name} ${act.right?.name ?? 'system'} ${act.actor.role}`;

const shapeOfList = (model: ReadModel, wanted: Wanted, act: Act): string =>
  `${shapeOfAct(model, act)} ${wanted.sort} ${wanted.after ? 'after' : ''} ${wanted.total} ${wanted.ever} ${
    wanted.q === null ? '' : 'q'
  } ${wanted.updatedSince ? 'since' : ''} ${wanted.filters.map(({ name, values }) => `${name}${values.length > 1 ? '*' : ''}`).join()}`;

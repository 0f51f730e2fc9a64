import { uuidv7 } from 'uuidv7';
import { RaceLost } from '../database/database-errors.js';
import type { Transaction } from '../database/transaction.js';
import { staleVersion, TakenBackAlready, UnknownRecord } from '../problems/request.problems.js';
import type { Answer } from '../reading/answer.js';
import { filled } from '../reading/named-parameters.js';
import type { ReadModel } from '../reading/read-model.js';
import type { Reader } from '../reading/reader.js';
import { valuesOf } from '../reading/statement.js';
import { wantedAsOf, type Wanted } from '../reading/wanted.js';
import type { RecordClass } from '../records/declarations.js';
import { columnsOfEveryRecord, fieldsOf, recordOf, type RegistryRecord } from '../records/record.js';
import type { Act } from '../rights/act.js';
import { today } from '../time/day.js';
import type { OpenCodes } from './codes.js';
import type { Content, Where } from './content.js';
import { refuseStillUsed } from './dependents.js';
import { ownersOf } from './owners.js';
import { checkReferences, referencesIn, type RequestedReference } from './references.js';
import { conditionOn, recordFrom, rowsOf, selectInto } from './rows.js';

/** References, and the act within which they must be seen. */
interface Named {
  readonly act: Act;
  readonly references: readonly RequestedReference[];
}

/** An alliance, those below it and those above it. */
const IN_LINE = `select a.id from alliances a where $1 in (select above.id from alliance_and_above(a.id) above)
  or a.id in (select above.id from alliance_and_above($1) above)`;

/** The verbs of a write, inside one unit of work and one act's scope. */
export class Registry {
  #precondition: readonly number[] | undefined;
  /** Ids that this unit of work entered: a reference to one of them needs no looking up. */
  readonly #entered = new Set<string>();
  #wrote = false;

  constructor(
    private readonly transaction: Transaction,
    private readonly reader: Reader,
    private readonly act: Act,
    private readonly codes: OpenCodes,
    private readonly paper: readonly RequestedReference[],
  ) {
    this.#precondition = act.circumstances.ifMatch;
  }

  /**
   * Takes hold of a record, and before it of what it is a part of: locks them until the transaction ends. The first one taken is
   * the one that `If-Match` speaks of.
   * @throws Problem 404 outside the act's scope, 409 when it was taken back, 412 when another version was read
   */
  async take<T extends RegistryRecord>(type: RecordClass<T>, id: string): Promise<T> {
    await this.holdOwnersOf(type, id);
    const record = await this.hold(type, id);
    const expected = this.#precondition;
    this.#precondition = undefined;
    if (expected !== undefined && !expected.includes(record.version)) throw staleVersion(record.version);
    return record;
  }

  /** The same of a record of which `If-Match` does not speak. @throws Problem 404 outside the act's scope, 409 when it was taken back */
  hold<T extends RegistryRecord>(type: RecordClass<T>, id: string): Promise<T> {
    return this.standing(type, id, 'for update');
  }

  /**
   * A record as it is, without a lock: to learn what it belongs to, which is locked before it. Two writers who lock in opposite
   * orders would wait for each other.
   * @throws as `hold`
   */
  look<T extends RegistryRecord>(type: RecordClass<T>, id: string): Promise<T> {
    return this.standing(type, id, '');
  }

  /** The standing (not voided) records whose named columns have these values, within the act's scope, oldest first. */
  async find<T extends RegistryRecord>(type: RecordClass<T>, where: Where<T>): Promise<T[]> {
    const { sql, values } = conditionOn(type, where);
    return this.rows(type, `voided_at is null and ${sql}`, values, 'order by id');
  }

  /** Enters a record. @throws Problem 422 at `/field` for a reference that the actor cannot see */
  async add<T extends RegistryRecord>(type: RecordClass<T>, content: Content<T>, at = ''): Promise<T> {
    const [record] = await this.addAll(type, [content], () => at);
    return record as T;
  }

  /**
   * Enters many records by one statement.
   * @param at where each stands in the request, for the pointers of what is refused
   */
  async addAll<T extends RegistryRecord>(
    type: RecordClass<T>,
    contents: readonly Content<T>[],
    at: (index: number) => string = (index) => `/items/${index}`,
  ): Promise<T[]> {
    if (contents.length === 0) return [];
    const records = contents.map((content) =>
      recordFrom(type, { allianceId: this.allianceId, ...content, id: uuidv7(), version: 1 }),
    );
    const named = await this.namedIn(type, contents, (index) => records[index]?.allianceId, at);
    await this.checkReferences(named);
    const { columns, rows } = rowsOf(type, records);
    await this.transaction.query(
      `insert into ${recordOf(type).table} (${columns.join(', ')})
       select ${columns.join(', ')} from jsonb_populate_recordset(null::${recordOf(type).table}, $1::jsonb)`,
      [JSON.stringify(rows)],
    );
    this.#wrote = true;
    await this.checkReferences(named);
    for (const { id } of records) this.#entered.add(id);
    return records;
  }

  /** Changes named fields of a record that was taken; its version moves on by one. */
  async change<T extends RegistryRecord>(record: T, content: Content<T>, at = ''): Promise<T> {
    const named = await this.namedBy(record, content, at);
    await this.checkReferences(named);
    const changed = await this.update(record, content);
    await this.checkReferences(named);
    return changed;
  }

  /** The same where a correction may say nothing new: then nothing is written, and nobody's version is outdated. */
  async correct<T extends RegistryRecord>(record: T, correction: Content<T>): Promise<T> {
    return says(record, correction) ? record : this.change(record, correction);
  }

  /**
   * Takes a record back as entered by mistake. It stays, out of every list but of what ever was, with the reason.
   * @throws StillUsed while standing records name it
   */
  async void<T extends RegistryRecord>(record: T, reason: string): Promise<T> {
    await refuseStillUsed(this.transaction, record.constructor as RecordClass, record.id);
    await this.checkReferences(await this.namedBy(record, {}));
    const taken = { voidedAt: await this.now(), voidReason: reason } as unknown as Content<T>;
    return this.update(record, taken);
  }

  /**
   * What callers get of a record, as it stands within this transaction. Where nothing was written there is no event of the write, and
   * whoever is shown personal values reads them.
   * @throws Problem 404 outside the scope
   */
  async show(model: ReadModel, id: string, wanted: Partial<Wanted> = {}): Promise<Answer> {
    const whole = wantedAsOf(wanted.asOf ?? today(), wanted);
    const { text, names, personal } = this.reader.recordStatement(model, this.act);
    const rows = await this.transaction.query<{ body: string; version: number | null }>(
      text,
      valuesOf(names, whole, this.act, id),
    );
    const answer = this.reader.answerOf(rows[0]);
    if (personal && !this.#wrote) await this.reader.noteSeen(model, whole, this.act, [id]);
    return answer;
  }

  /**
   * The same, as the answer to what was made: with its `Location`.
   * @param resource where it is read, when that is not the address that was asked, or below it
   */
  async showCreated(model: ReadModel, id: string, wanted: Partial<Wanted> = {}, resource?: string): Promise<Answer> {
    const path = decodeURI(this.act.circumstances.target.replace(/^\S+ /, '')).toLowerCase(); // as ids are kept
    const end = path.indexOf(id);
    const location = end < 0 ? `${path}/${id}` : path.slice(0, end + id.length);
    const Location = resource === undefined ? location : `/api/v1/${resource}/${id}`;
    return (await this.show(model, id, wanted)).with({ Location });
  }

  /**
   * Asks the database a question that a rule needs, over `:named` values; only text of the program, never a request's. The one verb
   * without a scope of its own: it sees every alliance's rows, so the statement says whose it means (`act.ownValues`).
   */
  async ask<Row>(sql: string, values: Readonly<Record<string, unknown>>): Promise<Row[]> {
    const { text, values: inPlaces } = filled(sql, values);
    return this.transaction.query<Row>(text, inPlaces);
  }

  /** The instant of this unit of work, by PostgreSQL's clock, which all servers share. */
  async now(): Promise<string> {
    const [at] = await this.transaction.query<{ now: string }>('select now()', []);
    if (!at) throw new Error('PostgreSQL did not tell the time.');
    return at.now;
  }

  /** Writes to a table that is no register, within the same transaction; only text of the program, over `:named` values. */
  beside<Row>(sql: string, values: Readonly<Record<string, unknown>>): Promise<Row[]> {
    return this.ask<Row>(sql, values);
  }

  /** The alliance under which this act records. */
  get allianceId(): string {
    const { allianceId } = this.act.actor;
    if (!allianceId) throw new Error('This act records under no alliance.');
    return allianceId;
  }

  private namedBy(record: RegistryRecord, content: object, at = ''): Promise<Named[]> {
    const owner = () => record.allianceId;
    return this.namedIn(record.constructor as RecordClass, [content], owner, () => at);
  }

  /**
   * What contents name, and the paper behind them, with the act as far as the alliance of each stands in one line with it: what an
   * alliance above writes into a record below may be of both, and ties it to no third one.
   * @throws Problem 422 with `unknown-code`
   */
  private async namedIn(
    type: RecordClass,
    contents: readonly object[],
    allianceOf: (index: number) => string | undefined,
    at: (index: number) => string,
  ): Promise<Named[]> {
    const found: Named[] = [];
    for (const owner of new Set(contents.map((_, index) => allianceOf(index)))) {
      const places = contents.flatMap((_, index) => (allianceOf(index) === owner ? [index] : []));
      const place = (index: number) => at(places[index] ?? index);
      const owned = places.map((index) => contents[index] as object);
      const act = await this.inLineWith(owner);
      await this.codes.require(this.transaction, act, type, owned, place);
      const references = owned.flatMap((content, index) => referencesIn(type, content, place(index)));
      found.push({ act, references: act === this.act ? references : [...references, ...this.paper] });
    }
    return found;
  }

  private async inLineWith(allianceId: string | undefined): Promise<Act> {
    const { allianceId: own, allianceIds } = this.act.actor;
    if (!allianceId || allianceId === own || !allianceIds.includes(allianceId)) return this.act;
    const inLine = await this.transaction.query<{ id: string }>(IN_LINE, [allianceId]);
    return this.act.within(inLine.map(({ id }) => id));
  }

  /**
   * Asked before a write, in words, and after it again: then the foreign keys hold what is named, and what was taken back in
   * between is seen.
   */
  private async checkReferences(named: readonly Named[]): Promise<void> {
    for (const { act, references } of named) {
      const others = references.filter(({ id }) => !this.#entered.has(id));
      await checkReferences(this.transaction, act, others);
    }
  }

  private async holdOwnersOf<T extends RegistryRecord>(type: RecordClass<T>, id: string): Promise<void> {
    const owners = ownersOf(type);
    if (owners.length === 0) return;
    const part = await this.look(type, id);
    for (const { field, owner } of owners) await this.hold(owner, part[field as keyof T] as string);
  }

  private async update<T extends RegistryRecord>(record: T, content: Content<T>): Promise<T> {
    const type = record.constructor as RecordClass<T>;
    const next = recordFrom(type, { ...record, ...content, version: record.version + 1 });
    const { columns, rows } = rowsOf(type, [{ ...content, version: next.version } as T]);
    const { table } = recordOf(type);
    const changed = await this.transaction.query(
      `update ${table} t set ${columns.map((column) => `${column} = n.${column}`).join(', ')}
       from jsonb_populate_record(null::${table}, $1::jsonb) n where t.id = $2 and t.version = $3 returning t.id`,
      [JSON.stringify(rows[0]), record.id, record.version],
    );
    if (changed.length === 0) throw new RaceLost(table);
    this.#wrote = true;
    return next;
  }

  private async standing<T extends RegistryRecord>(type: RecordClass<T>, id: string, tail: string): Promise<T> {
    const [record] = await this.rows(type, 'id = :id', { id }, tail);
    if (!record) throw UnknownRecord();
    if (record.voidedAt !== null) throw TakenBackAlready();
    return record;
  }

  private async rows<T extends RegistryRecord>(
    type: RecordClass<T>,
    condition: string,
    values: Readonly<Record<string, unknown>>,
    tail: string,
  ): Promise<T[]> {
    const { table, scopes } = recordOf(type);
    const scope = this.act.predicateOn({ name: type.name, scopes });
    const declared = [...fieldsOf(type).values()].map(({ column, name }) => [name, column] as const);
    const columns = [...Object.entries(columnsOfEveryRecord), ...declared].map(
      ([name, column]) => `${column} as "${name}"`,
    );
    return selectInto(
      this.transaction,
      type,
      `select ${columns.join(', ')} from ${table} where (${condition}) and (${scope}) ${tail}`,
      { ...values, ...this.act.ownValues },
    );
  }
}

/** Whether a record says all this already. */
const says = <T extends RegistryRecord>(record: T, content: Content<T>): boolean =>
  Object.entries(content).every(([name, value]) => value === undefined || (record[name as keyof T] ?? null) === value);

import pg from 'pg';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { limits, poolOf, readOnlyConnection, SERVER_ROLE, serverConnection } from './connection.js';
import { answerMissing } from './failure.js';
import { StartRefusal } from '../problems/start-refusal.js';
import { onLent } from './lent-connection.js';
import { Listener } from './listener.js';
import type { Passage } from './passage.js';
import { rowsFrom, type DatabaseQuery } from './prepared-read.js';
import { Transaction } from './transaction.js';
import { VisitorConnections } from './visitors.js';

export interface DatabaseOptions {
  /** Of a login that may work as `registry_server`. */
  url: string;
  /** Of one that may work as `registry_visitor`; the same by default. */
  visitorUrl?: string;
  /** Most connections for live reads and writes together. */
  pool: number;
  records: EntityTarget<ObjectLiteral>[];
}

/** Connections of each kind that stands apart: for auditors, and for what may take long; few, so that the rest goes on beside them. */
const MOST_APART = 4;
/** For auditors; for reports and for reads of what was known, of the keepers and of visitors. */
const KINDS_APART = 5;

/** The most connections that a server process opens: for keepers and for visitors, apart, and one that hears of changes. */
export const mostConnections = (pool: number): number => 2 * pool + KINDS_APART * MOST_APART + 1;

/**
 * The registry's database, as the server may use it. Failures are passed on as PostgreSQL gave them:
 * `problemOfDatabaseError` says what they mean to a caller.
 */
export class Database {
  private readonly live: pg.Pool;
  private past: pg.Pool | undefined;
  private reports: pg.Pool | undefined;
  private auditors: pg.Pool | undefined;
  private readonly visitors: VisitorConnections;
  private readonly listeners: Listener[] = [];

  private constructor(
    private readonly url: string,
    visitorUrl: string,
    private readonly source: DataSource,
    pool: number,
  ) {
    this.live = (source.driver as PostgresDriver).master as pg.Pool;
    this.visitors = new VisitorConnections(visitorUrl, { short: pool, long: MOST_APART });
  }

  /**
   * @throws StartRefusal when the connection works as another role than the server's
   * @throws Error when no connection can be made
   */
  static async connect({ url, visitorUrl = url, pool, records }: DatabaseOptions): Promise<Database> {
    const source = new DataSource({
      type: 'postgres',
      driver: pg,
      url,
      entities: records as Function[],
      synchronize: false,
      logger: 'debug', // silent: what matters is thrown, and values are never logged
      logging: false,
      installExtensions: false,
      extra: { ...serverConnection(url), max: pool },
    });
    const database = new Database(url, visitorUrl, await source.initialize(), pool);
    await database.requireServerRole();
    return database;
  }

  /** One statement of the program itself, which nobody asked for by a right: its rows; it may write, beside any unit of work. */
  run<Row>(query: DatabaseQuery): Promise<Row[]> {
    return rowsFrom(this.live, query);
  }

  /** Rows as they are, as far as whoever asks is let pass. */
  readFor<Row>(passage: Passage, query: DatabaseQuery): Promise<Row[]> {
    if (passage.by === 'visitor') return this.visitors.read(passage.visitor, query);
    if (query.report) return rowsFrom(this.reportReaders(), query);
    return passage.by === 'auditor' ? rowsFrom(this.auditorReaders(), query) : this.run(query);
  }

  /**
   * Rows as they were known at a number of the audit sequence: the same statement, on the views of the schema `known`.
   * On connections of its own, so that the plans of live reads stay as they are; at most 30 s. Not while they are being built.
   */
  async readKnown<Row>(passage: Passage, sequence: number, query: DatabaseQuery): Promise<Row[]> {
    if (!Number.isSafeInteger(sequence) || sequence < 0) throw new RangeError(`no audit sequence: ${sequence}`);
    if (passage.by === 'visitor') return this.visitors.readKnown(passage.visitor, sequence, query);
    return onLent(this.pastReaders(), async (client) => {
      await client.query(
        `begin read only; select audit.look_back('known'); set local search_path = known, registry, public; set local registry.known_seq = '${sequence}'`,
      );
      const { rows } = await client.query(query);
      await client.query('commit');
      return rows as Row[];
    });
  }

  /**
   * The last number of the audit sequence given at or before an instant (RFC 3339), 0 when there was none.
   * @throws the failure `audit_instant_to_come` when it has not passed by the database's clock
   */
  async sequenceAt(instant: string): Promise<number> {
    const [row] = await this.run<{ at: number }>({ text: 'select audit.sequence_at($1) as at', values: [instant] });
    return row?.at ?? 0;
  }

  /**
   * A number of the audit sequence that has been given, so that what was known at it is final.
   * @throws the failure `audit_instant_to_come` when it is still to come
   */
  async sequenceReached(number: number): Promise<number> {
    await this.run({ text: 'select audit.sequence_reached($1)', values: [number] });
    return number;
  }

  /**
   * One transaction at READ COMMITTED (the default of these connections): committed when `body` resolves, rolled back
   * when it throws. A connection whose answer is missing is given up, never used again.
   */
  async transaction<T>(passage: Passage, body: (transaction: Transaction) => Promise<T>): Promise<T> {
    if (passage.by === 'auditor' || (passage.by === 'visitor' && !passage.mayWrite)) {
      throw new Error('Auditors and members write nothing: no right of theirs leads here.');
    }
    if (passage.by === 'visitor') return this.visitors.transaction(passage.visitor, body);
    const runner = this.source.createQueryRunner();
    const client = (await runner.connect()) as pg.PoolClient & pg.Client;
    let loss: Error | undefined;
    const onLoss = (error: Error): void => void (loss = error); // TypeORM would only say that its runner is gone
    client.once('error', onLoss);
    try {
      await runner.startTransaction();
      const result = await body(new Transaction(client));
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (answerMissing(error)) client.end().catch(() => undefined);
      else if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw loss ?? error;
    } finally {
      client.removeListener('error', onLoss);
      await runner.release();
    }
  }

  /**
   * Hears a channel on a connection of its own until the database is closed; resolves when it is heard.
   * @param onHearing told false as the connection is lost, from when on messages are missed, and true as it hears again
   */
  async listen(
    channel: string,
    onMessage: (payload: string) => void,
    onHearing: (hearing: boolean) => void,
  ): Promise<void> {
    const listener = new Listener(this.url, channel, onMessage, onHearing);
    this.listeners.push(listener);
    await listener.open();
  }

  /** Ends all connections; resolves when what runs on them has ended. */
  async close(): Promise<void> {
    const listeners = this.listeners.map((listener) => listener.close());
    const pools = [this.past, this.reports, this.auditors, this.visitors].map((connections) => connections?.end());
    await Promise.all([...listeners, ...pools, this.source.destroy()]);
  }

  /** A pooler on the way may drop the options that name the role; as the owner the server could rewrite the past. */
  private async requireServerRole(): Promise<void> {
    const [row] = await this.run<{ role: string }>({ text: 'select current_user as role', values: [] });
    if (row?.role === SERVER_ROLE) return;
    await this.close();
    throw new StartRefusal(
      `The database lets the server work as ${row?.role} instead of ${SERVER_ROLE}: connect to PostgreSQL itself, without a pooler that drops the connection's options.`,
    );
  }

  private auditorReaders(): pg.Pool {
    return (this.auditors ??= poolOf(readOnlyConnection(this.url), MOST_APART));
  }

  private reportReaders(): pg.Pool {
    return (this.reports ??= poolOf(readOnlyConnection(this.url, limits.longStatement), MOST_APART));
  }

  private pastReaders(): pg.Pool {
    return (this.past ??= poolOf(serverConnection(this.url, limits.longStatement), MOST_APART));
  }
}

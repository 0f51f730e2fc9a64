import pg from 'pg';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { limits, readOnlyConnection, SERVER_ROLE, serverConnection } from './connection.js';
import { answerMissing } from './database-errors.js';
import { StartRefusal } from './embedded/start-refusal.js';
import { Listener } from './listener.js';
import type { Passage } from './passage.js';
import { rowsFrom } from './prepared-read.js';
import { Transaction } from './transaction.js';
import { VisitorConnections } from './visitors.js';

/** A statement and its values; one with a name is prepared once on each connection. */
export interface DatabaseQuery {
  name?: string;
  text: string;
  values: unknown[];
}

export interface DatabaseOptions {
  url: string;
  /** Most connections for live reads and writes together. */
  pool: number;
  records: EntityTarget<ObjectLiteral>[];
}

/** Connections for reads of what was known: few, because such a read may take long. */
const MOST_PAST_READERS = 4;
/** Connections for auditors. */
const MOST_AUDITORS = 4;

/**
 * The registry's database, as the server may use it. Failures are passed on as PostgreSQL gave them:
 * `problemOfDatabaseError` says what they mean to a caller.
 */
export class Database {
  private readonly live: pg.Pool;
  private past: pg.Pool | undefined;
  private auditors: pg.Pool | undefined;
  private readonly visitors: VisitorConnections;
  private readonly listeners: Listener[] = [];

  private constructor(
    private readonly url: string,
    private readonly source: DataSource,
    pool: number,
  ) {
    this.live = (source.driver as PostgresDriver).master as pg.Pool;
    this.visitors = new VisitorConnections(url, { now: pool, then: MOST_PAST_READERS });
  }

  /**
   * @throws StartRefusal when the connection works as another role than the server's
   * @throws Error when no connection can be made
   */
  static async connect({ url, pool, records }: DatabaseOptions): Promise<Database> {
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
    const database = new Database(url, await source.initialize(), pool);
    await database.requireServerRole();
    return database;
  }

  /** Rows as they are, for the program itself: what nobody asked for by a right. */
  read<Row>(query: DatabaseQuery): Promise<Row[]> {
    return rowsFrom(this.live, query);
  }

  /** Rows as they are, as far as whoever asks is let pass. */
  readFor<Row>(passage: Passage, query: DatabaseQuery): Promise<Row[]> {
    switch (passage.by) {
      case 'keeper':
        return this.read(query);
      case 'auditor':
        return this.audit(query);
      case 'visitor':
        return this.visitors.read(passage.visitor, query);
    }
  }

  /**
   * Rows as they were known at a number of the audit sequence: the same statement, on the views of the schema `known`.
   * On connections of its own, so that the plans of live reads stay as they are; at most 30 s.
   */
  async readKnown<Row>(passage: Passage, sequence: number, query: DatabaseQuery): Promise<Row[]> {
    if (!Number.isSafeInteger(sequence) || sequence < 0) throw new RangeError(`no audit sequence: ${sequence}`);
    if (passage.by === 'visitor') return this.visitors.readKnown(passage.visitor, sequence, query);
    const client = await this.pastReaders().connect();
    let failure: Error | undefined;
    try {
      await client.query(
        `begin read only; set local search_path = known, registry, public; set local registry.known_seq = '${sequence}'`,
      );
      const { rows } = await client.query(query);
      await client.query('commit');
      return rows as Row[];
    } catch (error) {
      failure = error as Error;
      throw error;
    } finally {
      client.release(failure); // given up with its transaction when it failed
    }
  }

  /**
   * The last number of the audit sequence given at or before an instant (RFC 3339), 0 when there was none.
   * @throws the failure `audit_instant_to_come` when it has not passed by the database's clock
   */
  async sequenceAt(instant: string): Promise<number> {
    const [row] = await this.read<{ at: number }>({ text: 'select audit.sequence_at($1) as at', values: [instant] });
    return row?.at ?? 0;
  }

  /**
   * A number of the audit sequence that has been given, so that what was known at it is final.
   * @throws the failure `audit_instant_to_come` when it is still to come
   */
  async sequenceReached(number: number): Promise<number> {
    await this.read({ text: 'select audit.sequence_reached($1)', values: [number] });
    return number;
  }

  /** Numbers the audit events that are final by now; how many those were. */
  async seal(): Promise<number> {
    const [row] = await this.read<{ sealed: number }>({ text: 'select audit.seal() as sealed', values: [] });
    return row?.sealed ?? 0;
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
   * @param onLost told when messages may have been missed: as the connection is lost, and as it hears again
   */
  async listen(channel: string, onMessage: (payload: string) => void, onLost: () => void): Promise<void> {
    const listener = new Listener(this.url, channel, onMessage, onLost);
    this.listeners.push(listener);
    await listener.open();
  }

  /** Ends all connections; resolves when what runs on them has ended. */
  async close(): Promise<void> {
    const listeners = this.listeners.map((listener) => listener.close());
    const pools = [this.past, this.auditors, this.visitors].map((connections) => connections?.end());
    await Promise.all([...listeners, ...pools, this.source.destroy()]);
  }

  /** A pooler on the way may drop the options that name the role; as the owner the server could rewrite the past. */
  private async requireServerRole(): Promise<void> {
    const [row] = await this.read<{ role: string }>({ text: 'select current_user as role', values: [] });
    if (row?.role === SERVER_ROLE) return;
    await this.close();
    throw new StartRefusal(
      `The database lets the server work as ${row?.role} instead of ${SERVER_ROLE}: connect to PostgreSQL itself, without a pooler that drops the connection's options.`,
    );
  }

  private audit<Row>(query: DatabaseQuery): Promise<Row[]> {
    if (!this.auditors) {
      this.auditors = new pg.Pool({ ...readOnlyConnection(this.url), max: MOST_AUDITORS });
      this.auditors.on('error', () => undefined); // an idle connection was lost: the pool makes another
    }
    return rowsFrom(this.auditors, query);
  }

  private pastReaders(): pg.Pool {
    if (!this.past) {
      this.past = new pg.Pool({ ...serverConnection(this.url, limits.pastStatement), max: MOST_PAST_READERS });
      this.past.on('error', () => undefined); // an idle connection was lost: the pool makes another
    }
    return this.past;
  }
}

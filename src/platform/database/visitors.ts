import type pg from 'pg';
import { limits, poolOf, visitorConnection } from './connection.js';
import { answerMissing } from './failure.js';
import { onLent } from './lent-connection.js';
import { introduction, type Visitor } from './passage.js';
import type { DatabaseQuery } from './prepared-read.js';
import { Transaction } from './transaction.js';

/**
 * The connections of those who are not of the keeping alliance. They work as a role of their own, under row policies: each
 * statement in a transaction that says who visits. They read only, unless a transaction is begun for writing.
 */
export class VisitorConnections {
  private live: pg.Pool | undefined;
  private reports: pg.Pool | undefined;
  private past: pg.Pool | undefined;

  /** @param most connections for what is short, and for each kind of read that may take long */
  constructor(
    private readonly url: string,
    private readonly most: { short: number; long: number },
  ) {}

  /** Rows as they are. All is sent at once, so that it costs one way there and back. */
  async read<Row>(visitor: Visitor, query: DatabaseQuery): Promise<Row[]> {
    const connections = query.report ? this.reportReaders() : this.liveConnections();
    return this.visit(connections, ['begin', introduction(visitor)], query);
  }

  /** Rows as they were known at a number of the audit sequence. */
  async readKnown<Row>(visitor: Visitor, sequence: number, query: DatabaseQuery): Promise<Row[]> {
    const begin = `begin; select audit.look_back('known_to_visitors'); set local search_path = known_to_visitors, registry, public; set local registry.known_seq = '${sequence}'`;
    return this.visit(this.pastReaders(), [begin, introduction(visitor)], query);
  }

  /** One transaction that may write what the policies let this visitor write. */
  async transaction<T>(visitor: Visitor, body: (transaction: Transaction) => Promise<T>): Promise<T> {
    const outcome = await onLent(this.liveConnections(), async (client) => {
      try {
        await client.query('begin read write');
        await client.query(introduction(visitor));
        const result = await body(new Transaction(client));
        await client.query('commit');
        return { result };
      } catch (error) {
        if (answerMissing(error)) throw error;
        await client.query('rollback').catch(() => Promise.reject(error as Error));
        return { error };
      }
    });
    if ('error' in outcome) throw outcome.error;
    return outcome.result;
  }

  async end(): Promise<void> {
    await Promise.all([this.live?.end(), this.reports?.end(), this.past?.end()]);
  }

  /** Given up when anything failed: nobody else gets what this visit left. */
  private visit<Row>(pool: pg.Pool, before: (string | DatabaseQuery)[], query: DatabaseQuery): Promise<Row[]> {
    return onLent(pool, async (client) => {
      const sent = [...before, query, 'commit'].map((one) => client.query(one as pg.QueryConfig));
      const answers = await Promise.allSettled(sent);
      const refused = answers.find((answer) => answer.status === 'rejected');
      if (refused) throw refused.reason;
      return (await sent[before.length])?.rows as Row[];
    });
  }

  private liveConnections(): pg.Pool {
    return (this.live ??= poolOf(visitorConnection(this.url), this.most.short));
  }

  private reportReaders(): pg.Pool {
    return (this.reports ??= poolOf(visitorConnection(this.url, limits.longStatement), this.most.long));
  }

  private pastReaders(): pg.Pool {
    return (this.past ??= poolOf(visitorConnection(this.url, limits.longStatement), this.most.long));
  }
}

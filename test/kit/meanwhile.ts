import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { rowsOf } from '../setup/database.js';

/** Until a writer waits for a row that another holds. */
export async function oneWaits(databaseUrl: string): Promise<void> {
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await rowsOf(databaseUrl, waiting)).length === 0) await pause(5);
}

/** A connection of the database's owner that works in the registry. */
export async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    options: '-c search_path=registry,public -c deadlock_timeout=30ms',
  });
  await client.connect();
  return client;
}

/** What a transaction is told: a statement, and its values. */
type Statement = [sql: string, ...values: unknown[]];

/**
 * Somebody asks while others are at it: they begin with `first`, he comes to wait for what they hold, they go on with
 * `then`, and are done before it is his turn.
 */
export async function meanwhile<Answer>(
  databaseUrl: string,
  { first, then = [] }: { first: Statement[]; then?: Statement[] },
  asks: () => PromiseLike<Answer>,
): Promise<Answer> {
  const others = await connected(databaseUrl);
  try {
    await others.query('begin');
    for (const [sql, ...values] of first) await others.query(sql, values);
    const asked = Promise.resolve(asks());
    await Promise.race([asked, oneWaits(databaseUrl)]);
    for (const [sql, ...values] of then) await others.query(sql, values);
    await others.query('commit');
    return await asked;
  } finally {
    await others.end();
  }
}

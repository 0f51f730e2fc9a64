import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { TEMPLATE, theRun, urlOf } from './run.js';

/** A database of one test file alone. */
export interface TestDatabase {
  /** The owner's address. */
  url: string;
  drop(): Promise<void>;
}

/** A clone of the migrated template, the cast included. */
export const cloneDatabase = (): Promise<TestDatabase> => create(`template ${TEMPLATE} strategy file_copy`);

/** A database with nothing in it. */
export const emptyDatabase = (): Promise<TestDatabase> => create('');

async function create(how: string): Promise<TestDatabase> {
  const name = `htx_${process.pid}_${randomBytes(4).toString('hex')}`;
  await onServer(`create database ${name} ${how}`);
  return { url: urlOf(name), drop };

  async function drop(): Promise<void> {
    for (const [url, connection] of connections) {
      if (new URL(url).pathname !== `/${name}`) continue;
      connections.delete(url);
      await (await connection).end();
    }
    await onServer(`drop database if exists ${name} with (force)`);
  }
}

/** One connection a test database, kept until that is dropped: to open one takes longer than most answers. */
const connections = new Map<string, Promise<pg.Client>>();

/** The rows that a statement answers on one test database. */
export async function rowsOf<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const connection = connections.get(url) ?? connect(url);
  connections.set(url, connection);
  return (await (await connection).query<Row>(sql, values)).rows;
}

/** Runs statements on the run's PostgreSQL, outside any test database. */
export const onServer = (...statements: string[]): Promise<void> => onDatabase(theRun().serverUrl, ...statements);

/** Runs statements on one database, over a connection of their own. */
export async function onDatabase(url: string, ...statements: string[]): Promise<void> {
  const client = await connect(url);
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client(url);
  await client.connect();
  return client;
}

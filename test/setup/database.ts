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
export async function cloneDatabase(): Promise<TestDatabase> {
  const name = `htx_${process.pid}_${randomBytes(4).toString('hex')}`;
  await onServer(`create database ${name} template ${TEMPLATE} strategy file_copy`);
  return { url: urlOf(name), drop: () => onServer(`drop database if exists ${name} with (force)`) };
}

/** A database with nothing in it. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const name = `htx_${process.pid}_${randomBytes(4).toString('hex')}`;
  await onServer(`create database ${name}`);
  return { url: urlOf(name), drop: () => onServer(`drop database if exists ${name} with (force)`) };
}

/** Runs statements on the run's PostgreSQL, outside any test database. */
export async function onServer(...statements: string[]): Promise<void> {
  const client = new pg.Client(theRun().serverUrl);
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The rows that a statement answers on one database. */
export async function rowsOf<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

import pg from 'pg';
import { inFull } from '../time/instant.js';

/**
 * DATE stays the text that it is (node-pg would make it an instant); an instant is the text that answers have, in UTC with six
 * digits of the fraction (a Date would lose three); bigint is a number as long as it is exact; numeric is the number that a
 * `Decimal` field declares.
 */
export const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.DATE, (value) => value);
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (value) => inFull(`${value.replace(' ', 'T')}:00`));
types.setTypeParser(pg.types.builtins.NUMERIC, Number);
types.setTypeParser(pg.types.builtins.INT8, (value) => {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
});

/** The role that the migrations made for the server. */
export const SERVER_ROLE = 'registry_server';
/** The role of those who are not of the keeping alliance: under row policies. */
export const VISITOR_ROLE = 'registry_visitor';

/** How long each thing may take, in milliseconds. */
export const limits = {
  connecting: 5_000,
  statement: 5_000,
  /** Of a report, and of what was known at an earlier instant. */
  longStatement: 30_000,
  lock: 2_000,
  idleInTransaction: 10_000,
  /** Added to a statement's time before its connection is given up: PostgreSQL should have answered. */
  answering: 3_000,
  /** Unused, until it is closed: a new one signs in, and plans anew what it is asked. An office asks once a minute. */
  unused: 600_000,
};

/**
 * The options of every connection of the server: it works as `registry_server`, which owns nothing, in UTC, under READ
 * COMMITTED; nothing waits for ever.
 */
export const serverConnection = (url: string, statementMs = limits.statement) =>
  connectionAs(SERVER_ROLE, url, statementMs);

/** The same, where nothing can be written. */
export const readOnlyConnection = (url: string, statementMs = limits.statement) =>
  connectionAs(SERVER_ROLE, url, statementMs, readOnly);

/** A visitor's: it reads only, unless a transaction is begun for writing. */
export const visitorConnection = (url: string, statementMs = limits.statement) => ({
  ...connectionAs(VISITOR_ROLE, url, statementMs, readOnly),
  pipeline: true,
});

/** How the connections of a server are called in PostgreSQL's list of who works there. */
export const SERVER_NAME = 'htx-registry';

const readOnly = { default_transaction_read_only: 'on' };

/** How values are written, statements read and connections kept, whatever a database or a login says of its own: days are compared as text. */
const plain = {
  timezone: 'UTC',
  datestyle: 'ISO',
  extra_float_digits: '1',
  standard_conforming_strings: 'on',
  quote_all_identifiers: 'off',
  row_security: 'on',
  idle_session_timeout: '0',
};

/** The options of a connection of the database's owner, whose statements take as long as they take. */
export const ownerConnection = (url: string) => ({
  connectionString: url,
  options: optionsOf({
    ...plain,
    statement_timeout: '0',
    lock_timeout: '0',
    idle_in_transaction_session_timeout: '0',
  }),
});

/** For a connection of the owner: PostgreSQL 17 and later end a transaction that lasts, those before refuse such an option. */
export const WITHOUT_END = `select set_config(name, '0', false) from pg_settings where name = 'transaction_timeout'`;

const optionsOf = (settings: Readonly<Record<string, string | number>>): string =>
  Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');

function connectionAs(role: string, url: string, statementMs: number, more: Readonly<Record<string, string>> = {}) {
  const settings = {
    role,
    search_path: 'registry,public',
    default_transaction_isolation: 'read\\ committed',
    statement_timeout: statementMs,
    lock_timeout: limits.lock,
    idle_in_transaction_session_timeout: limits.idleInTransaction,
    jit: 'off',
    ...plain,
    ...more,
  };
  return {
    connectionString: url,
    application_name: SERVER_NAME,
    connectionTimeoutMillis: limits.connecting,
    query_timeout: statementMs + limits.answering,
    idleTimeoutMillis: limits.unused,
    keepAlive: true,
    options: optionsOf(settings),
    types,
  };
}

/** Connections that are made as they are needed. */
export function poolOf(connection: pg.PoolConfig, max: number): pg.Pool {
  const pool = new pg.Pool({ ...connection, max });
  pool.on('error', () => undefined); // an idle connection was lost: the pool makes another
  return pool;
}

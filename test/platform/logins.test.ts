import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { readOnlyConnection, serverConnection, visitorConnection } from '../../src/platform/database/connection.js';
import { Database } from '../../src/platform/database/database.js';
import { faultOfLogins, loginsFor } from '../../src/platform/database/logins.js';
import { auditor, keeper, type Passage } from '../../src/platform/database/passage.js';
import { cloneDatabase, onServer, rowsOf, type TestDatabase } from '../setup/database.js';
import { loginsTo } from '../setup/run.js';

/** How the server comes to PostgreSQL, and that whoever slips a statement into it stays who the server is. */

let database: TestDatabase;
let chosen: { databaseUrl: string; serverDatabaseUrl: string; visitorDatabaseUrl: string };

beforeAll(async () => {
  database = await cloneDatabase();
  const { SERVER_DATABASE_URL: serverDatabaseUrl, VISITOR_DATABASE_URL: visitorDatabaseUrl } = loginsTo(database.url);
  chosen = { databaseUrl: database.url, serverDatabaseUrl, visitorDatabaseUrl };
}, 60_000);

afterAll(() => database.drop());

const silent = (): void => undefined;
const visitor: Passage = {
  by: 'visitor',
  mayWrite: true,
  visitor: { accountId: null, ownAlliances: [], ownOrganization: null, alliancesInLine: [] },
};

test('every connection of the server is of a login that owns nothing, each kind of its own (ASVS 13.2.2)', async () => {
  const { databaseUrl, visitorUrl } = await loginsFor(database.url, chosen, silent);
  const server = await Database.connect({ url: databaseUrl, visitorUrl, pool: 1, records: [] });
  const who = { text: 'select session_user || $1 || current_user as who', values: [' as '] };
  const [keepers, visitors] = [
    [{ who: 'htx_template_server_login as registry_server' }],
    [{ who: 'htx_template_visitor_login as registry_visitor' }],
  ];
  try {
    for (const passage of [keeper, auditor, visitor]) {
      const expected = passage === visitor ? visitors : keepers;
      expect(await server.readFor(passage, who)).toEqual(expected);
      expect(await server.readKnown(passage, 0, who)).toEqual(expected);
    }
    for (const [passage, expected] of [
      [keeper, keepers],
      [visitor, visitors],
    ] as const) {
      expect(await server.transaction(passage, (work) => work.query(who.text, who.values))).toEqual(expected);
    }
    await server.listen('logins', silent, silent);
    const open = `select distinct usename::text as name from pg_stat_activity where application_name = 'htx-registry'
      and datname = current_database() order by 1`;
    expect(await rowsOf(database.url, open)).toEqual([
      { name: 'htx_template_server_login' },
      { name: 'htx_template_visitor_login' },
    ]);
  } finally {
    await server.close();
  }
});

test('the server refuses logins that lead to another database than the owner’s, a copy of it above all', async () => {
  const copy = await cloneDatabase();
  const ofCopy = loginsTo(copy.url);
  try {
    for (const [variable, settings] of [
      ['SERVER_DATABASE_URL', { serverDatabaseUrl: ofCopy.SERVER_DATABASE_URL }],
      ['VISITOR_DATABASE_URL', { visitorDatabaseUrl: ofCopy.VISITOR_DATABASE_URL }],
    ] as const) {
      const mixed = { ...chosen, ...settings };
      await expect(loginsFor(database.url, mixed, silent)).rejects.toThrow(`${variable} leads to another database`);
      expect(await faultOfLogins(database.url, mixed)).toBe(`${variable} leads to another database than DATABASE_URL.`);
    }
  } finally {
    await copy.drop();
  }
});

/** What an intruder would say to become somebody else, or to reach past the database; and how it is refused. */
const BREAKING_OUT: Readonly<Record<string, RegExp>> = {
  "select set_config('role', 'postgres', false)": /permission denied to set role "postgres"/,
  "set role 'postgres'": /permission denied to set role/,
  'set session authorization postgres': /permission denied to set session authorization/,
  "select set_config('session_authorization', 'postgres', false)": /permission denied to set session authorization/,
  "copy (select 1) to program 'true'": /permission denied to COPY to or from an external program/,
  "create temp table taken (line text); copy taken from program 'id'": /permission denied|read-only/,
  "select pg_read_file('postgresql.conf')": /permission denied for function pg_read_file/,
  "select lo_import('/etc/passwd')": /permission denied for function lo_import|read-only/,
  'alter table audit.events disable trigger append_only': /must be owner of table events|permission denied/,
  'alter table audit.frontier disable trigger all': /must be owner of table frontier|permission denied/,
  'drop trigger append_only on audit.events': /must be owner of relation events|permission denied/,
  "set session_replication_role = 'replica'": /permission denied to set parameter/,
  "update audit.events set actor = 'nobody'": /permission denied|read-only/,
  'delete from audit.sequence': /permission denied|read-only/,
  'truncate audit.checkpoints': /permission denied|read-only/,
  'alter role registry_server superuser': /permission denied|read-only/,
  'grant postgres to registry_server': /permission denied|read-only/,
};

describe.each([
  ['a keeper’s', 'registry_visitor', () => serverConnection(chosen.serverDatabaseUrl)],
  ['an auditor’s', 'registry_visitor', () => readOnlyConnection(chosen.serverDatabaseUrl)],
  ['a visitor’s', 'registry_server', () => visitorConnection(chosen.visitorDatabaseUrl)],
])('on %s connection', (_, other, connection) => {
  let client: pg.Client;
  beforeAll(async () => {
    client = new pg.Client(connection());
    await client.connect();
  });
  afterAll(() => client.end());

  test.each(Object.entries(BREAKING_OUT))('%s is refused', async (statement, refusal) => {
    await expect(client.query(statement)).rejects.toThrow(refusal);
    for (const first of ['set role none', 'set default_transaction_read_only = off']) await client.query(first);
    await expect(client.query(statement)).rejects.toThrow(refusal);
    await client.query('reset role');
  });

  test('nobody becomes what the other kind is; who lays the role down has nothing', async () => {
    await expect(client.query(`set role ${other}`)).rejects.toThrow(/permission denied to set role/);
    await client.query('set role none');
    for (const schema of ['registry.people', 'audit.events', 'known.people']) {
      await expect(client.query(`select from ${schema}`)).rejects.toThrow(/permission denied for schema/);
    }
    await client.query('reset role');
  });
});

describe('at its start', () => {
  const start = (more: Partial<typeof chosen>, say = silent as (line: string) => void) =>
    loginsFor(database.url, { ...chosen, ...more }, say);

  test('the server refuses the owner’s login, and one that may do more than it should', async () => {
    await expect(start({ serverDatabaseUrl: database.url })).rejects.toThrow(
      'The login of SERVER_DATABASE_URL is a superuser',
    );
    await expect(start({ visitorDatabaseUrl: chosen.serverDatabaseUrl })).rejects.toThrow(
      /^The login of VISITOR_DATABASE_URL may work as registry_server, may not work as registry_visitor/,
    );
    const login = `loose_${process.pid}`;
    const url = Object.assign(new URL(database.url), { username: login, password: 'x' }).href;
    try {
      await onServer(
        `create role ${login} login createdb password 'x'`,
        `grant registry_server to ${login} with admin option`,
      );
      await expect(start({ serverDatabaseUrl: url })).rejects.toThrow(
        /may make roles or databases.*, may lend registry_server to others/,
      );
      await rowsOf(database.url, `create table public.theirs (); alter table public.theirs owner to ${login}`);
      await expect(start({ serverDatabaseUrl: url })).rejects.toThrow('owns something');
      await expect(start({ serverDatabaseUrl: url.replace(':x@', ':y@') })).rejects.toThrow(
        'The login of SERVER_DATABASE_URL cannot be used (password authentication failed',
      );
    } finally {
      await rowsOf(database.url, 'drop table if exists public.theirs');
      await onServer(`drop role if exists ${login}`);
    }
  });

  test('the server says so when it has the owner’s login, for want of another', async () => {
    const said: string[] = [];
    const { serverDatabaseUrl: _, ...rest } = chosen;
    const logins = await loginsFor(database.url, { ...rest, serverDatabaseUrl: null }, (line) => said.push(line));
    expect(logins).toEqual({ databaseUrl: database.url, visitorUrl: database.url });
    expect(said).toEqual([expect.stringMatching(/logs in as the database's owner.*logins make/)]);
  });
});

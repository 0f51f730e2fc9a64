import 'reflect-metadata';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Database } from '../../src/platform/database/database.js';
import { problemOfDatabaseError } from '../../src/platform/database/database-errors.js';
import { auditor, keeper, type Passage } from '../../src/platform/database/passage.js';
import type { Problem } from '../../src/platform/problems/problem.js';
import { cloneDatabase, onServer, type TestDatabase } from '../setup/database.js';

/** How long anything may take, as PostgreSQL was told on the connections that are used. */

const visitor: Passage = {
  by: 'visitor',
  mayWrite: true,
  visitor: { accountId: null, ownAlliances: [], ownOrganization: null, alliancesInLine: [] },
};
const everybody = [keeper, auditor, visitor];

let database: TestDatabase;
let connections: Database;

beforeAll(async () => {
  database = await cloneDatabase();
  connections = await Database.connect({ url: database.url, pool: 1, records: [] });
}, 60_000);

afterAll(async () => {
  await connections.close();
  await database.drop();
});

const limits = {
  text: `select array(select current_setting(name) from unnest(array['statement_timeout', 'lock_timeout',
    'idle_in_transaction_session_timeout']) name) as limits`,
  values: [],
};

test('a statement may take 5 s, a report and a read of the past 30 s, whoever asks (ASVS 15.2.2)', async () => {
  for (const passage of everybody) {
    expect(await connections.readFor(passage, limits)).toEqual([{ limits: ['5s', '2s', '10s'] }]);
    expect(await connections.readFor(passage, { ...limits, report: true })).toEqual([{ limits: ['30s', '2s', '10s'] }]);
    expect(await connections.readKnown(passage, 0, limits)).toEqual([{ limits: ['30s', '2s', '10s'] }]);
  }
  for (const passage of [keeper, visitor]) {
    const told = await connections.transaction(passage, (transaction) => transaction.query(limits.text, []));
    expect(told).toEqual([{ limits: ['5s', '2s', '10s'] }]);
  }
});

test('a report writes nothing', async () => {
  const readOnly = {
    text: `select current_setting('transaction_read_only') as read`,
    values: [],
    report: true as const,
  };
  for (const passage of everybody) expect(await connections.readFor(passage, readOnly)).toEqual([{ read: 'on' }]);
});

test('who waits 2 s for a connection is told to come back; reports and auditors do not wait for the others', async () => {
  await connections.transaction(keeper, async (transaction) => {
    await transaction.query('select 1', []); // the only connection is taken
    const began = Date.now();
    const refused = await connections.readFor(keeper, limits).catch((error: unknown) => error);
    expect(Date.now() - began).toBeGreaterThan(1_900);
    const { definition, headers } = problemOfDatabaseError(refused) as Problem;
    expect([definition.code, definition.status]).toEqual(['unavailable', 503]);
    expect(headers).toEqual({ 'Retry-After': '5' });
    expect(await connections.readFor(keeper, { ...limits, report: true })).toHaveLength(1);
    expect(await connections.readFor(auditor, limits)).toHaveLength(1);
  });
  expect(await connections.readFor(keeper, limits)).toHaveLength(1);
});

test('a day is the text that it is, wherever the server stands; an instant keeps its zone', async () => {
  const days = { text: `select date '2020-11-27' as day, array[date '2020-11-27']::text[] as days`, values: [] };
  const zone = process.env['TZ'];
  try {
    for (const TZ of ['America/Los_Angeles', 'Asia/Ho_Chi_Minh']) {
      process.env['TZ'] = TZ;
      expect(await connections.readFor(keeper, days)).toEqual([{ day: '2020-11-27', days: ['2020-11-27'] }]);
      expect(await connections.readFor(keeper, { ...days, name: 'days' })).toEqual([
        { day: '2020-11-27', days: ['2020-11-27'] },
      ]);
    }
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
  const [column] = await connections.run<{ count: number }>({
    text: `select count(*)::integer as count from information_schema.columns
           where table_schema in ('registry', 'audit') and data_type = 'timestamp without time zone'`,
    values: [],
  });
  expect(column).toEqual({ count: 0 });
});

test('days and numbers are written as ever, whatever the database says of its own', async () => {
  const { pathname } = new URL(database.url);
  const settings = {
    datestyle: `'SQL, DMY'`,
    extra_float_digits: '-15',
    row_security: 'off',
    timezone: `'Asia/Kathmandu'`,
  };
  for (const [name, value] of Object.entries(settings))
    await onServer(`alter database ${pathname.slice(1)} set ${name} = ${value}`);
  const anew = await Database.connect({ url: database.url, pool: 1, records: [] });
  const text = `select date '2020-11-27' as day, date '2020-11-27'::text as said, 0.1::float8 + 0.2::float8 as number,
    timestamptz '2020-11-27T00:00:00Z'::text as instant, current_setting('row_security') as walls`;
  const expected = {
    day: '2020-11-27',
    said: '2020-11-27',
    number: 0.1 + 0.2,
    instant: '2020-11-27 00:00:00+00',
    walls: 'on',
  };
  try {
    for (const passage of everybody) expect(await anew.readFor(passage, { text, values: [] })).toEqual([expected]);
  } finally {
    await anew.close();
  }
});

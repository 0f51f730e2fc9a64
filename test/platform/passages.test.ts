import 'reflect-metadata';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { passageOf } from '../../src/access/passages.js';
import { Database } from '../../src/platform/database/database.js';
import { auditor, keeper, type Passage } from '../../src/platform/database/passage.js';
import { roles } from '../../src/platform/rights/roles.js';
import { cloneDatabase, rowsOf, type TestDatabase } from '../setup/database.js';

/** The ways into the database, each on connections of its own. */

let database: TestDatabase;
let connections: Database;
let visitor: Extract<Passage, { by: 'visitor' }>;

beforeAll(async () => {
  database = await cloneDatabase();
  connections = await Database.connect({ url: database.url, pool: 1, records: [] });
  const [own] = await rowsOf<{ id: string; organization: string }>(
    database.url,
    `select account.alliance_id as id, account.organization_id as organization from registry.accounts account where role = 'member'`,
  );
  visitor = {
    by: 'visitor',
    mayWrite: false,
    visitor: {
      accountId: null,
      ownAlliances: [],
      ownOrganization: own?.organization ?? '',
      alliancesInLine: [own?.id ?? ''],
    },
  };
}, 60_000);

afterAll(async () => {
  await connections.close();
  await database.drop();
});

const who = {
  text: `select current_user::text as role, current_setting('transaction_read_only') as "readOnly"`,
  values: [],
};

test('each has its role, and only the keepers’ can write', async () => {
  expect(await connections.readFor(keeper, who)).toEqual([{ role: 'registry_server', readOnly: 'off' }]);
  expect(await connections.readFor(auditor, who)).toEqual([{ role: 'registry_server', readOnly: 'on' }]);
  expect(await connections.readFor(visitor, who)).toEqual([{ role: 'registry_visitor', readOnly: 'on' }]);
  expect(await connections.readKnown(visitor, 0, who)).toEqual([{ role: 'registry_visitor', readOnly: 'on' }]);
  expect(await connections.readKnown(auditor, 0, who)).toEqual([{ role: 'registry_server', readOnly: 'on' }]);
});

test('an auditor and a member write nothing, whatever statement they would get to', async () => {
  const write = { text: 'update organizations set version = version + 1', values: [] };
  for (const passage of [auditor, visitor]) {
    await expect(connections.readFor(passage, write)).rejects.toMatchObject({ code: '25006' });
    await expect(connections.transaction(passage, () => Promise.resolve())).rejects.toThrow('write nothing');
  }
});

test('another alliance writes in a transaction of its own, with its settings, and what it throws undoes it', async () => {
  const writer: Passage = { ...visitor, mayWrite: true };
  const told = await connections.transaction(writer, (transaction) => transaction.query(who.text, []));
  expect(told).toEqual([{ role: 'registry_visitor', readOnly: 'off' }]);
  const broken = connections.transaction(writer, async (transaction) => {
    await transaction.query('select 1', []);
    throw new Error('broken off');
  });
  await expect(broken).rejects.toThrow('broken off');
  expect(await connections.readFor(writer, who)).toEqual([{ role: 'registry_visitor', readOnly: 'on' }]);
});

test('a visit leaves nothing to the next on its connection, also when it failed', async () => {
  const seen = {
    text: 'select count(*)::integer as seen, own_organization()::text as own from organizations',
    values: [],
  };
  expect(await connections.readFor(visitor, seen)).toEqual([{ seen: 1, own: visitor.visitor.ownOrganization }]);
  await expect(connections.readFor(visitor, { text: 'select 1 / 0', values: [] })).rejects.toMatchObject({
    code: '22012',
  });
  const stranger: Passage = { ...visitor, visitor: { ...visitor.visitor, ownOrganization: null, alliancesInLine: [] } };
  expect(await connections.readFor(stranger, seen)).toEqual([{ seen: 0, own: null }]);
});

test('many visits at once each see their own', async () => {
  const seen = { name: 'own', text: 'select own_organization()::text as own from organizations', values: [] };
  const stranger: Passage = { ...visitor, visitor: { ...visitor.visitor, ownOrganization: null } };
  const visits = Array.from({ length: 40 }, (_, i) => connections.readFor(i % 2 ? visitor : stranger, seen));
  const expected = visits.map((_, i) => (i % 2 ? [{ own: visitor.visitor.ownOrganization }] : []));
  expect(await Promise.all(visits)).toEqual(expected);
});

test('members and other alliances are visitors whatever else they are, and no auditor may write', () => {
  const id = 'a';
  for (const role of roles) {
    for (const keeps of [true, false]) {
      const passage = passageOf({ id, role, allianceIds: ['l'], organizationId: 'o' }, ['above'], keeps);
      expect(passage.by === 'visitor').toBe(role === 'member' || !keeps);
      if (passage.by !== 'visitor') expect(passage.by === 'auditor').toBe(role === 'auditor');
      else {
        expect(passage.mayWrite).toBe(role === 'secretariat' || role === 'administrator');
        expect(passage.visitor).toEqual({
          accountId: id,
          ownAlliances: role === 'member' ? [] : ['l'],
          ownOrganization: role === 'member' ? 'o' : null,
          alliancesInLine: ['l', 'above'],
        });
      }
    }
  }
});

test('a connection that is lost while it works refuses that read, and nothing else', async () => {
  const long = { text: 'select pg_sleep(20)', values: [] };
  const lose = `select count(pg_terminate_backend(pid))::int as lost from pg_stat_activity
    where datname = current_database() and state = 'active' and pid <> pg_backend_pid() and query like '%pg_sleep%'`;
  const reads = {
    live: (passage: Passage, query: typeof who) => connections.readFor(passage, query),
    known: (passage: Passage, query: typeof who) => connections.readKnown(passage, 0, query),
  };
  for (const passage of [keeper, auditor, visitor]) {
    for (const read of Object.values(reads)) {
      const refused = expect(read(passage, long)).rejects.toThrow(/terminat/);
      for (let lost = 0; lost === 0;) lost = (await rowsOf<{ lost: number }>(database.url, lose))[0]?.lost ?? 0;
      await refused;
      expect(await read(passage, who)).toHaveLength(1);
    }
  }
});

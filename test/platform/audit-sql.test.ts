import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { cloneDatabase } from '../setup/database.js';

const ALLIANCE = '00000000-0000-4000-8000-000000000001';
const SCRATCH = `
  create table registry.scratch (
    id uuid primary key, alliance_id uuid not null, version integer not null default 1,
    updated_at timestamptz not null default now(), voided_at timestamptz,
    name text not null, phone text, password text, owner uuid);
  select audit.watch('registry.scratch', '{phone}', '{password}', 'owner');
  create table registry.scratch_plain (id uuid primary key, name text);
  select audit.watch('registry.scratch_plain');
  grant select, insert, update on registry.scratch to registry_server;
  call audit.build_known_views();`;

const CLOCK = 'select clock_timestamp()::text';

type Image = Record<string, unknown> | null;
type Event = Record<string, unknown> & { id: string; before: Image; after: Image };

let database: Awaited<ReturnType<typeof cloneDatabase>>;
let owner: pg.Client;
let server: pg.Client;
const clients: pg.Client[] = [];

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.url });
  clients.push(client);
  await client.connect();
  return client;
}

beforeAll(async () => {
  database = await cloneDatabase();
  owner = await connect();
  await owner.query(SCRATCH);
  server = await connect();
  await server.query('set role registry_server');
});

afterAll(async () => {
  await Promise.all(clients.map((client) => client.end()));
  await database.drop();
});

async function enter(client: pg.Client, name: string, rest: { phone?: string; owner?: string } = {}): Promise<string> {
  const id = randomUUID();
  await client.query(
    `insert into registry.scratch (id, alliance_id, name, phone, password, owner) values ($1, $2, $3, $4, 'hush', $5)`,
    [id, ALLIANCE, name, rest.phone, rest.owner],
  );
  return id;
}

const rename = (client: pg.Client, id: string, name: string) =>
  client.query('update registry.scratch set name = $2, version = version + 1 where id = $1', [id, name]);

/** The one value that a query answers. */
async function one(client: pg.Client, text: string, values: unknown[] = []): Promise<unknown> {
  const { rows } = await client.query<unknown[]>({ text, values, rowMode: 'array' });
  return rows[0]?.[0];
}

async function eventsOf(id: string): Promise<Event[]> {
  return (await server.query<Event>('select * from audit.events where record_id = $1 order by id', [id])).rows;
}

/** Seals until nothing is left: transactions of other databases of the same cluster may hold the horizon back. */
async function sealAll(): Promise<number> {
  for (let attempt = 0; attempt < 400; attempt++) {
    await server.query('select audit.seal()');
    const { rows } = await server.query<{ last: number; all: number }>(
      `select coalesce(max(seq), 0)::int as last, (select count(*) from audit.events)::int as all from audit.sequence`,
    );
    if (rows[0]?.last === rows[0]?.all) return rows[0]?.last ?? 0;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('events stayed without a number');
}

/** The rows of a table as the registry knew them at a sequence, or as they are now. */
async function rowsOf(table: string, seq?: number): Promise<unknown> {
  await server.query('begin');
  await server.query("select set_config('registry.known_seq', $1, true)", [String(seq ?? '')]);
  await server.query(`set local search_path = ${seq === undefined ? 'registry' : 'known, registry'}`);
  const rows = await one(server, `select jsonb_agg(to_jsonb(t) - 'password' order by t.id) from ${table} t`);
  await server.query('commit');
  return rows;
}

/** The refusal of a statement: its SQLSTATE and the constraint that it names. */
async function refusal(client: pg.Client, sql: string, values: unknown[] = []): Promise<string> {
  try {
    await client.query(sql, values);
    return 'none';
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    return [error.code, error.constraint].filter(Boolean).join(' ');
  }
}

test('each write leaves one event that says who, why and what changed', async () => {
  const [actor, document, possessor] = [randomUUID(), randomUUID(), randomUUID()];
  await server.query('begin');
  await server.query(
    `select set_config('registry.actor_id', $1, true), set_config('registry.actor', 'Lan', true),
            set_config('registry.reason', 'theo quyết định', true), set_config('registry.request_id', '', true),
            set_config('registry.source_document_id', $2, true)`,
    [actor, document],
  );
  const id = await enter(server, 'An', { owner: possessor });
  await rename(server, id, 'Bình');
  await server.query('update registry.scratch set voided_at = now(), version = version + 1 where id = $1', [id]);
  await server.query('commit');
  await owner.query('delete from registry.scratch where id = $1', [id]);

  const events = await eventsOf(id);
  expect(events.map((event) => event.action)).toEqual(['insert', 'update', 'void', 'delete']);
  expect(events[1]).toMatchObject({
    actor: 'Lan',
    actor_id: actor,
    reason: 'theo quyết định',
    request_id: null,
    source_document_id: document,
    owner_id: possessor,
    alliance_id: ALLIANCE,
    before: { name: 'An', version: 1 },
    after: { name: 'Bình', version: 2 },
  });
  expect([events[0]?.before, events[3]?.after]).toEqual([null, null]);
  expect(events[3]?.actor).toMatch(/^database:/);
});

test('personal values stand apart with a salt, secret ones nowhere', async () => {
  const id = await enter(server, 'Chi', { phone: '+84912345678' });
  const [event] = await eventsOf(id);
  expect(Object.keys(event?.after ?? {})).not.toContain('phone');
  const apart = 'select to_jsonb(p) - array[$2, $3] from audit.personal p where event_id = $1';
  const values = { before: null, after: { phone: '+84912345678' } };
  expect(await one(server, apart, [event?.id, 'event_id', 'salt'])).toEqual(values);
  expect(await one(server, 'select length(salt) from audit.personal where event_id = $1', [event?.id])).toBe(16);
  const images = 'audit.events e left join audit.personal p on p.event_id = e.id';
  expect(await one(server, `select count(*)::int from ${images} where concat(e.*, p.*) like '%hush%'`)).toBe(0);
});

test('nothing is written unseen: replication role, a table without alliance or version, truncate', async () => {
  const id = randomUUID();
  await owner.query('begin');
  await owner.query('set local session_replication_role = replica');
  await owner.query(`insert into registry.scratch_plain values ($1, 'x')`, [id]);
  await owner.query('commit');
  expect(await eventsOf(id)).toMatchObject([{ action: 'insert', alliance_id: null, owner_id: null }]);
  expect(await refusal(owner, 'truncate registry.scratch')).toBe('42501 audit_append_only');
  expect(await refusal(server, 'truncate registry.scratch')).toBe('42501');
  expect(await refusal(owner, 'update registry.scratch_plain set id = gen_random_uuid()')).toBe('23514 record_id_kept');
});

test('an update that did not read the current version is refused', async () => {
  const id = await enter(server, 'Dũng');
  const update = 'update registry.scratch set version = $2 where id = $1';
  for (const version of [1, 3]) expect(await refusal(server, update, [id, version])).toBe('23514 version_step');
  expect(await refusal(server, update, [id, 2])).toBe('none');
});

const LOG = { events: 'actor = actor', personal: 'salt = salt', sequence: 'seq = seq', frontier: 'xid = xid' };

test.each(Object.entries(LOG))('audit.%s is refused to the server and to its owner', async (name, nothing) => {
  await enter(server, 'Giang', { phone: '1' });
  const update = `update audit.${name} set ${nothing}`;
  const loss = [`delete from audit.${name}`, `truncate audit.${name} cascade`];
  const forgery = `insert into audit.${name} default values`;
  for (const sql of [update, forgery, ...loss]) expect(await refusal(server, sql)).toBe('42501');
  for (const sql of name === 'frontier' ? loss : [update, ...loss]) {
    expect(await refusal(owner, sql)).toBe('42501 audit_append_only');
  }
});

test('the server cannot switch the recording off or pretend to be the trigger', async () => {
  expect(await refusal(server, 'set session_replication_role = replica')).toBe('42501');
  expect(await refusal(server, 'alter table registry.scratch disable trigger audit_record')).toBe('42501');
  expect(await refusal(server, 'select audit.watch($1)', ['registry.scratch'])).toBe('42501');
});

test('temporary tables of the same names do not catch the events', async () => {
  const trickster = await connect();
  for (const name of ['events', 'personal']) await trickster.query(`create temp table ${name} (like audit.${name})`);
  await trickster.query('set search_path = pg_temp');
  expect(await eventsOf(await enter(trickster, 'Khoa', { phone: '2' }))).toHaveLength(1);
});

test('audit.watch refuses a misspelt column and a table whose rows it never saw', async () => {
  expect(await refusal(owner, `select audit.watch('registry.scratch', '{fone}')`)).toBe('42703');
  expect(await refusal(owner, `select audit.watch('registry.scratch', '{phone}', '{password}', 'id')`)).toBe('55000');
  await owner.query('create table registry.scratch_filled as select gen_random_uuid() as id');
  expect(await refusal(owner, `select audit.watch('registry.scratch_filled')`)).toBe('55000');
  await owner.query('drop table registry.scratch_filled');
});

test('transactions that interleave are numbered by transaction, the unfinished and all after it later', async () => {
  const before = await sealAll();
  const [early, late] = [await connect(), await connect()];
  await early.query('begin');
  const first = await enter(early, 'sớm');
  await late.query('begin');
  const second = await enter(late, 'muộn');
  const third = await enter(early, 'sớm nữa');
  await late.query('commit');

  await server.query('select audit.seal()');
  expect(await one(server, 'select max(seq)::int from audit.sequence')).toBe(before);

  await early.query('commit');
  const after = await sealAll();
  const order = `select array_agg(record_id::text order by seq) from audit.sequence join audit.events on id = event_id
    where seq > $1`;
  expect(await one(server, order, [before])).toEqual([first, third, second]);
  expect(after).toBe(before + 3);
});

test('the last image is the row, also when the older transaction changed it last', async () => {
  const id = await enter(owner, 'một');
  const [older, younger] = [await connect(), await connect()];
  await older.query('begin');
  await enter(older, 'giữ chỗ');
  await rename(younger, id, 'hai');
  await rename(older, id, 'ba');
  await older.query('commit');
  expect(await rowsOf('scratch', await sealAll())).toEqual(await rowsOf('scratch'));
});

test('the sequence at an instant stays what it was, whatever commits later', async () => {
  const at = (moment: unknown) => one(server, 'select audit.sequence_at($1)', [moment]);
  const slow = await connect();
  await slow.query('begin');
  await enter(slow, 'bắt đầu trước');
  await enter(server, 'xong trước');
  const [moments, answers]: [unknown[], unknown[]] = [[], []];
  for (let round = 0; round < 5; round++) {
    moments.push(await one(owner, CLOCK));
    answers.push(await at(moments[round]));
    if (round === 2) await slow.query('commit');
    await enter(server, `vòng ${round}`);
    await server.query('select audit.seal()');
  }
  await sealAll();
  for (const [round, moment] of moments.entries()) expect(await at(moment)).toBe(answers[round]);
  expect(Number(await at(await one(owner, CLOCK)))).toBeGreaterThan(Number(answers[0]));
  expect(await at('2000-01-01')).toBe('0');
  expect(await refusal(server, `select audit.sequence_at('2999-01-01')`)).toBe('22023 audit_instant_to_come');
  await server.query('begin isolation level repeatable read');
  expect(await refusal(server, `select audit.sequence_at('2000-01-01')`)).toBe('55000 audit_fresh_snapshot');
  await server.query('rollback');
});

test('an instant waits for a sealing that is under way, and does not keep the lock', async () => {
  await enter(server, 'Hà');
  const sealing = await connect();
  await sealing.query('begin');
  await sealing.query('select audit.seal()');
  const answer = one(server, 'select audit.sequence_at($1)', [await one(owner, CLOCK)]);
  await new Promise((resolve) => setTimeout(resolve, 50));
  await sealing.query('commit');
  expect(await answer).toBe(await one(owner, 'select max(seq) from audit.sequence'));

  await server.query('begin');
  await server.query(`select audit.sequence_at('2000-01-01')`);
  const locks = `select count(*)::int from pg_locks where locktype = 'advisory' and granted
    and database = (select oid from pg_database where datname = current_database())`;
  expect(await one(owner, locks)).toBe(0);
  await server.query('commit');
});

test('what was known at a sequence is the rows of then, after 200 corrections by ten writers', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 20; n++) ids.push(await enter(owner, `số ${n}`, { phone: `+84${n}` }));
  await owner.query('delete from registry.scratch where id = $1', [ids[0]]);
  const [then, pinned] = [await rowsOf('scratch'), await sealAll()];
  const writers = await Promise.all(Array.from({ length: 10 }, connect));
  await Promise.all(
    writers.map(async (writer, w) => {
      for (let round = 0; round < 20; round++) await rename(writer, ids[1 + ((w + round) % 19)] ?? '', `${w}/${round}`);
    }),
  );
  await owner.query('delete from registry.scratch where id = $1', [ids[1]]);
  const now = await sealAll();
  expect(now).toBe(pinned + 201);
  expect(await rowsOf('scratch', pinned)).toEqual(then);
  expect(await rowsOf('scratch', now)).toEqual(await rowsOf('scratch'));
  expect(await refusal(server, 'select from known.scratch')).not.toBe('none');
});

test('a renamed column answers for its old images too', async () => {
  const pinned = await sealAll();
  const then = await rowsOf('scratch', pinned);
  await owner.query('call audit.drop_known_views()');
  await owner.query('alter table registry.scratch rename phone to telephone');
  await owner.query(`insert into audit.renamed_columns values (default, 'scratch', 'phone', 'telephone')`);
  expect(await refusal(owner, 'call audit.build_known_views()')).toBe('42703');
  await owner.query(`select audit.watch('registry.scratch', '{telephone}', '{password}', 'owner')`);
  await owner.query('call audit.build_known_views()');
  const renamed: unknown = JSON.parse(JSON.stringify(then).replaceAll('"phone"', '"telephone"'));
  expect(await rowsOf('scratch', pinned)).toEqual(renamed);
});

import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ALLIANCE, owner, server, connect, enter, rename, one, eventsOf, refusal } from '../kit/audited-scratch.js';

test('each write leaves one event that says who, why and what changed (ASVS 16.2.1)', async () => {
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

test('personal values stand apart with a salt, secret ones nowhere (ASVS 16.2.5)', async () => {
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

test('no role that the server has writes any table of the log, and none of its walls can be switched off by a setting (ASVS 13.2.2, 16.4.2)', async () => {
  const writable = `select t.relname || ' by ' || r.rolname from pg_class t, pg_roles r,
      unnest(array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) privilege
    where t.relnamespace = 'audit'::regnamespace and t.relkind in ('r', 'p')
      and pg_has_role('registry_server', r.oid, 'MEMBER') and has_table_privilege(r.oid, t.oid, privilege)`;
  expect((await owner.query(writable)).rows).toEqual([]);
  const unwalled = `select t.relname from pg_class t where t.relnamespace = 'audit'::regnamespace and t.relkind in ('r', 'p')
    and t.relname not in ('renamed_columns', 'formerly_plain', 'walls') and not exists (select from pg_trigger g where g.tgrelid = t.oid
      and g.tgfoid = 'audit.refuse'::regproc and g.tgenabled = 'A' and g.tgtype & 40 = 40)`;
  expect((await owner.query(unwalled)).rows).toEqual([]);
});

test.each(['nodes', 'checkpoints', 'signing_keys'])(
  'audit.%s is refused to the server and to its owner',
  async (name) => {
    const column = { nodes: 'hash', checkpoints: 'note', signing_keys: 'name' }[name] ?? '';
    const loss = [
      `update audit.${name} set ${column} = ${column}`,
      `delete from audit.${name}`,
      `truncate audit.${name}`,
    ];
    for (const sql of [`insert into audit.${name} default values`, ...loss])
      expect(await refusal(server, sql)).toBe('42501');
    for (const sql of loss) expect(await refusal(owner, sql)).toBe('42501 audit_append_only');
    await owner.query('set session_replication_role = replica');
    for (const sql of loss) expect(await refusal(owner, sql)).toBe('42501 audit_append_only');
    await owner.query('reset session_replication_role');
  },
);

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

import { beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { one, owner, refusal, sealAll, server } from '../kit/audited-scratch.js';

/** What the database holds about access events and erasures, whoever asks it. */

beforeAll(async () => {
  for (const client of [owner, server]) await client.query('set search_path = registry, public');
});

async function enters(fullName: string): Promise<string> {
  const id = randomUUID();
  await server.query(
    `insert into people (id, alliance_id, full_name, phone) select $1, id, $2, '+84912345678' from alliances where code = 'HP'`,
    [id, fullName],
  );
  return id;
}

const erase = (by: pg.Client, id: string, forced = false) =>
  refusal(by, `select erase_person($1, 'theo yêu cầu', null, 'operator', $2)`, [id, forced]);

const noted = (action: string, more: object = {}) => JSON.stringify([{ action, actor: 'x', detail: {}, ...more }]);

test('the server appends events of access, and can forge neither writes nor erasures', async () => {
  const note = 'select audit.note($1)';
  expect(await refusal(server, note, [noted('read')])).toBe('none');
  for (const action of ['insert', 'void', 'delete']) {
    expect(await refusal(server, note, [noted(action, { table_name: 'people', recordId: randomUUID() })])).toBe(
      '23514 events_whole_check',
    );
  }
  expect(await refusal(server, note, [noted('erase')])).toBe('42501');
  expect(await refusal(server, note, [noted('seen')])).toBe('23514 events_whole_check');
  expect(await refusal(server, note, [noted('read', { detail: null })])).toBe('23514 events_whole_check');
  const before = await one(owner, 'select count(*) from audit.events');
  const both = `[${noted('read').slice(1, -1)}, ${noted('insert').slice(1, -1)}]`;
  expect(await refusal(server, note, [both])).toBe('23514 events_whole_check');
  expect(await one(owner, 'select count(*) from audit.events')).toBe(before);
});

test('events of access are numbered with the others, and no view of what was known shows them', async () => {
  const id = await enters('Lê Thị Xem');
  await server.query('select audit.note($1)', [noted('read', { recordId: id })]);
  await sealAll();
  await server.query('begin');
  await server.query(`set local registry.known_seq = '1000000'`);
  expect(await one(server, 'select full_name from known.people where id = $1', [id])).toBe('Lê Thị Xem');
  await server.query('commit');
});

test('the server erases nobody', async () => {
  const id = await enters('Lê Thị Còn');
  expect(await erase(server, id)).toBe('42501');
  expect(await refusal(server, `select audit.forget(1, 'people', array[$1::uuid])`, [id])).toBe('42501');
});

test('not even the owner changes a personal value but by an erasure of that very transaction', async () => {
  const id = await enters('Lê Thị Giữ');
  const change =
    'update audit.personal set salt = null where event_id in (select id from audit.events where record_id = $1)';
  expect(await refusal(owner, change, [id])).toBe('42501 audit_append_only');
  const erased = await enters('Lê Thị Đi');
  expect(await erase(owner, erased)).toBe('none');
  const old = await one(owner, `select id from audit.events where action = 'erase' and record_id = $1`, [erased]);
  await owner.query(`select set_config('registry.erasure', $1, false)`, [old]);
  expect(await refusal(owner, change, [id])).toBe('42501 audit_append_only');
  await owner.query(`reset registry.erasure`);
  const loss = 'delete from audit.personal';
  expect(await refusal(owner, loss)).toBe('42501 audit_append_only');
});

test('an erasure needs a person, once, and a reason', async () => {
  const id = await enters('Lê Thị Một');
  const without = `select erase_person($1, ' ', null, 'operator', true)`;
  expect(await refusal(owner, without, [id])).toBe('55000 erase_reason');
  expect(await erase(owner, randomUUID())).toBe('P0002 erase_unknown');
  expect(await erase(owner, id)).toBe('none');
  expect(await erase(owner, id, true)).toBe('55000 erase_again');
});

test('of events written when names were not yet personal, histories mask what images hold, and an erasure says how many', async () => {
  await owner.query(
    `select audit.watch('people', personal => array['birth_date', 'phone', 'email', 'identity_number'])`,
  );
  const id = await enters('Lê Thị Xưa');
  const [columns] = (
    await owner.query<{
      personal: string[];
    }>(`select array_agg(key) || array['birth_date', 'phone', 'email', 'identity_number'] as personal
      from audit.formerly_plain where table_name = 'people'`)
  ).rows;
  await owner.query(`select audit.watch('people', personal => $1)`, [columns?.personal]);
  expect(await one(owner, 'select after ->> $2 from audit.events where record_id = $1', [id, 'full_name'])).toBe(
    'Lê Thị Xưa',
  );
  const left = await one(owner, `select erase_person($1, 'theo yêu cầu', null, 'operator', false) -> 'left'`, [id]);
  expect(Number(left)).toBe(1);
  await sealAll();
  await server.query('begin');
  const first = await one(
    server,
    'select min(s.seq) from audit.sequence s join audit.events e on e.id = s.event_id where e.record_id = $1',
    [id],
  );
  await server.query(`select set_config('registry.known_seq', $1, true)`, [first]);
  expect(await one(server, 'select full_name from known.people where id = $1', [id])).toBe('(đã xóa)');
  await server.query('commit');
});

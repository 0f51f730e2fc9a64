import { expect, test } from '@jest/globals';
import pg from 'pg';
import {
  ALLIANCE,
  CLOCK,
  owner,
  server,
  connect,
  enter,
  rename,
  one,
  sealAll,
  rowsOf,
  refusal,
} from '../kit/audited-scratch.js';
import { emptyDatabase } from '../setup/database.js';

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

test('a transaction of another database of the cluster keeps nobody waiting, one of this database does', async () => {
  const elsewhere = await emptyDatabase();
  const [other, here] = [new pg.Client(elsewhere.url), await connect()];
  await other.connect();
  await other.query('begin');
  await other.query('select pg_current_xact_id()');
  const id = await enter(server, 'không chờ ai');
  const last = await sealAll();
  const seqOf = `select seq::int from audit.sequence join audit.events on id = event_id where record_id = $1`;
  expect(await one(server, seqOf, [id])).toBe(last);

  await here.query('begin');
  await here.query('select pg_current_xact_id()');
  await enter(server, 'chờ');
  for (let round = 0; round < 5; round++) await server.query('select audit.seal()');
  expect(await one(server, 'select max(seq)::int from audit.sequence')).toBe(last);
  await Promise.all([here.query('commit'), other.query('commit')]);
  expect(await sealAll()).toBe(last + 1);
  await other.end();
  await elsewhere.drop();
});

test('what the caller itself wrote is numbered only when it is committed', async () => {
  const last = await sealAll();
  await server.query('begin');
  await enter(server, 'chưa xong');
  expect(await one(server, 'select audit.seal()')).toBe('0');
  await server.query('commit');
  expect(await sealAll()).toBe(last + 1);
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

test('numbering and the tree read no table of the log whole, however young its statistics', async () => {
  const sealer = await connect();
  await sealer.query('begin');
  await sealer.query(`insert into registry.scratch (id, alliance_id, name, password)
    select gen_random_uuid(), '${ALLIANCE}', 'nhiều ' || n, 'hush' from generate_series(1, 500) n`);
  await sealer.query('commit');
  await sealer.query('begin');
  const numbered = Number(await one(sealer, 'select audit.seal()'));
  await sealer.query('select audit.grow_tree(1000)');
  const together = `select count(*)::int from audit.sequence where sealed_at = (select max(sealed_at) from audit.sequence)`;
  expect(await one(sealer, together)).toBe(numbered);
  const whole = `select coalesce(sum(seq_scan), 0)::int from pg_stat_xact_all_tables
    where schemaname = 'audit' and relname in ('events', 'sequence', 'nodes')`;
  expect(await one(sealer, whole)).toBe(0);
  await sealer.query('commit');
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { serverConnection } from '../../src/platform/database/connection.js';
import { rowsFrom } from '../../src/platform/database/prepared-read.js';
import { cloneDatabase, onServer, type TestDatabase } from '../setup/database.js';

/** Reads as the server sends them, on one connection, beside pg's own. */

let database: TestDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  database = await cloneDatabase();
  pool = new pg.Pool({ ...serverConnection(database.url), max: 1 });
  pool.on('error', () => undefined);
}, 60_000);

afterAll(async () => {
  await pool.end();
  await database.drop();
});

const connection = async (): Promise<number> =>
  (await pool.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid ?? 0;

test('rows are those that pg reads itself, the first time and after', async () => {
  const text = `select n, n::bigint as long, n + 0.5 as half, date '2020-02-29' as day, now() is not null as flag,
      json_build_object('n', n) as json, nullif(n, 2) as missing, array[n, 1] as list, 'Đông' || $2 as words, $3::uuid[] as ids
    from generate_series(1, $1) n`;
  const values = [3, ' Hải "\\', ['2f5c9a3e-0f6e-4c0b-9d7e-1c2b3a4d5e6f']];
  const { rows } = await pool.query({ text, values });
  expect(rows).toHaveLength(3);
  for (let time = 0; time < 3; time += 1) expect(await rowsFrom(pool, { name: 'kinds', text, values })).toEqual(rows);
  expect(await rowsFrom(pool, { name: 'kinds', text, values: [0, '', null] })).toEqual([]);
  expect(await rowsFrom(pool, { text, values })).toEqual(rows);
});

test('the statement of a transaction and of a read are one', async () => {
  const query = { name: 'both', text: 'select $1::int as n', values: [1] };
  const before = await connection();
  expect((await pool.query(query)).rows).toEqual([{ n: 1 }]);
  expect(await rowsFrom(pool, query)).toEqual([{ n: 1 }]);
  expect((await pool.query(query)).rows).toEqual([{ n: 1 }]);
  const [kept] = await rowsFrom(pool, {
    text: `select name from pg_prepared_statements where name = 'both'`,
    values: [],
  });
  expect(kept).toEqual({ name: 'both' });
  expect(await connection()).toBe(before);
});

test('reads that come together are answered each with its own', async () => {
  const asked = Array.from({ length: 20 }, (_, n) =>
    rowsFrom(pool, { name: 'own', text: 'select $1::int as n', values: [n] }),
  );
  expect(await Promise.all(asked)).toEqual(Array.from({ length: 20 }, (_, n) => [{ n }]));
});

test('a failure is told as PostgreSQL gave it, at the first statement and at a later one', async () => {
  const query = (value: string) => ({ name: 'divided', text: 'select 1 / $1::int as n', values: [value] });
  await expect(rowsFrom(pool, query('none'))).rejects.toMatchObject({ code: '22P02' });
  expect(await rowsFrom(pool, query('1'))).toEqual([{ n: 1 }]);
  await expect(rowsFrom(pool, query('0'))).rejects.toMatchObject({ code: '22012' });
  expect(await rowsFrom(pool, query('1'))).toEqual([{ n: 1 }]);
  await expect(rowsFrom(pool, { name: 'wrong', text: 'select nothing', values: [] })).rejects.toMatchObject({
    code: '42703',
  });
});

test('what cannot be sent or read is refused, and the connections go on', async () => {
  const circle: unknown[] = [];
  circle.push({ circle });
  await expect(rowsFrom(pool, { name: 'sent', text: 'select $1::json', values: [circle[0]] })).rejects.toThrow(
    'circular',
  );
  await rowsFrom(pool, { name: 'taken', text: 'select 1 as n', values: [] });
  await expect(rowsFrom(pool, { name: 'taken', text: 'select 2 as n', values: [] })).rejects.toThrow('taken');
  expect(await rowsFrom(pool, { name: 'taken', text: 'select 1 as n', values: [] })).toEqual([{ n: 1 }]);
  expect(await rowsFrom(pool, { name: 'rowless', text: 'set work_mem = 4096', values: [] })).toEqual([]);
  expect(await rowsFrom(pool, { name: 'rowless', text: 'set work_mem = 4096', values: [] })).toEqual([]);
});

test('a statement that outlasts its time, and a lost connection, are told; the next has another connection', async () => {
  const hasty = new pg.Pool({ ...serverConnection(database.url), query_timeout: 100, max: 1 });
  const long = { name: 'long', text: 'select pg_sleep($1)::text as slept', values: [2] };
  await expect(rowsFrom(hasty, long)).rejects.toThrow('timeout');
  expect(await rowsFrom(hasty, { ...long, values: [0] })).toEqual([{ slept: '' }]);
  await hasty.end();
  const lost = expect(rowsFrom(pool, long)).rejects.toMatchObject({ code: '57P01' });
  await onServer(
    `do $$ begin for i in 1..100 loop
       perform pg_sleep(0.02);
       exit when (select count(pg_terminate_backend(pid)) from pg_stat_activity
         where query = 'select pg_sleep($1)::text as slept' and datname = '${new URL(database.url).pathname.slice(1)}' and state = 'active') > 0;
     end loop; end $$`,
  );
  await lost;
  expect(await rowsFrom(pool, { ...long, values: [0] })).toEqual([{ slept: '' }]);
});

test('a table that changed under a prepared statement is told, not read as it was', async () => {
  const owner = new pg.Client(database.url);
  await owner.connect();
  await owner.query('create table registry.changing (n int); grant select on registry.changing to registry_server');
  const all = { name: 'all', text: 'select * from registry.changing', values: [] };
  await owner.query('insert into registry.changing values (1)');
  expect(await rowsFrom(pool, all)).toEqual([{ n: 1 }]);
  await owner.query(`alter table registry.changing add column more text default 'x'`);
  await expect(rowsFrom(pool, all)).rejects.toMatchObject({ code: '0A000' });
  expect(await rowsFrom(pool, all)).toEqual([{ n: 1, more: 'x' }]);
  await owner.end();
});

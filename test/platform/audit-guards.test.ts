import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SealedScratch } from '../kit/sealed-scratch.js';

/** What shows the log, and what guards it, in the hands of an intruder with all rights. */
let sealed: SealedScratch;

beforeAll(async () => {
  sealed = await SealedScratch.open();
  await sealed.seal();
}, 60_000);

afterAll(() => sealed.drop());

test('a view of the past that was replaced, and a table of the log whose guard sleeps, are named', async () => {
  const { rows } = await sealed.owner.query<{ columns: string }>(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute where attrelid = 'known.awards'::regclass`,
  );
  await sealed.owner.query(
    `create or replace view known.awards as select ${rows[0]?.columns} from registry.awards where false`,
  );
  expect(await sealed.verified()).toEqual(['known.awards was replaced: it does not show what the log says was known']);
  await sealed.owner.query('create or replace view known.course_results as table registry.course_results');
  expect((await sealed.verified()).length).toBe(2);
  await sealed.owner.query('drop view known.awards cascade');
  expect((await sealed.verified())[0]).toMatch(/^known\.awards was replaced/);
  await sealed.owner.query('call audit.build_known_views()');
  expect(await sealed.verified()).toEqual([]);
  await sealed.owner.query(`create or replace view known.codes as
    select list, code, 'bịa đặt'::text as vi, en, rank, valid_from, valid_to, alliance_id from registry.codes`);
  await sealed.owner.query('create view known.places as table registry.places');
  expect((await sealed.verified()).map((line) => line.split(' ')[0])).toEqual(['known.codes', 'known.places']);
  await sealed.owner.query('call audit.build_known_views()');
  for (const [table, guard] of [
    ['personal', 'only_erased'],
    ['frontier', 'passes_nothing'],
    ['events', 'append_only'],
  ] as const) {
    await sealed.owner.query(`alter table audit.${table} disable trigger ${guard}`);
    expect(await sealed.verified()).toEqual([
      `the table audit.${table} can be changed: what guards it was switched off`,
    ]);
    await sealed.owner.query(`alter table audit.${table} enable always trigger ${guard}`);
  }
  await sealed.owner.query(
    `drop trigger append_only on audit.events;
       create trigger append_only before truncate on audit.events execute function audit.refuse();
       alter table audit.events enable always trigger append_only`,
  );
  expect(await sealed.verified()).toEqual(['the table audit.events can be changed: what guards it was switched off']);
});

test.each([
  [
    'on a condition',
    'events',
    'append_only',
    'before update or delete or truncate on audit.events when (false)',
    'refuse',
  ],
  [
    'on some columns',
    'personal',
    'only_erased',
    'before update of salt on audit.personal for each row',
    'refuse_unless_erased',
  ],
])('a guard of the log that fires only %s is named as one that sleeps', async (_how, table, guard, narrowed, calls) => {
  const found = `the table audit.${table} can be changed: what guards it was switched off`;
  const guards = (when: string) =>
    sealed.owner.query(`create or replace trigger ${guard} ${when} execute function audit.${calls}();
      alter table audit.${table} enable always trigger ${guard}`);
  await guards(narrowed);
  expect(await sealed.verified()).toContain(found);
  await guards(narrowed.replace(' when (false)', '').replace(' of salt', ''));
  expect(await sealed.verified()).not.toContain(found);
});

test('a search path of the database or of a login changes nothing of what is found', async () => {
  const name = await sealed.value<string>('select current_database()');
  const told = await sealed.verified();
  await sealed.owner.query(`alter database ${name} set search_path = registry, audit, public`);
  expect(await sealed.verified()).toEqual(told);
  await sealed.owner.query(`alter database ${name} reset search_path`);
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SealedScratch } from '../kit/sealed-scratch.js';

/** Nothing in the log is touched, and yet the registry shows something else, or writes it: an intruder with all rights, by other means. */
let sealed: SealedScratch;

beforeAll(async () => {
  sealed = await SealedScratch.open();
  await sealed.seal();
}, 60_000);

afterAll(() => sealed.drop());

/** What he does, how it is undone, and what is found meanwhile. */
type Intrusion = readonly [does: string, undone: string, says: string];

async function found(intrusions: readonly Intrusion[]): Promise<void> {
  expect(await sealed.verified()).toEqual([]);
  for (const [does, undone, says] of intrusions) {
    await sealed.owner.query(does);
    expect(await sealed.verified()).toEqual([says]);
    await sealed.owner.query(undone);
  }
  expect(await sealed.verified()).toEqual([]);
}

const strange = (policy: string) =>
  `the row policy ${policy} is not of its wall: rows may be hidden from who asks, or shown`;
const rebuilt = (table: string) => `the wall of ${table} was replaced: visitors see other rows than it says`;
const asItWas = async (table: string): Promise<string> =>
  sealed.value(
    `select format('alter policy visitors_see on %s using (%s)', polrelid::regclass, pg_get_expr(polqual, polrelid))
     from pg_policy where polrelid = $1::regclass and polname = 'visitors_see'`,
    [table],
  );

test('a row policy that hides a row, or a whole history, is named', async () => {
  await found([
    [
      `create policy hide on registry.memberships as restrictive for select to registry_server using (number <> '0015')`,
      'drop policy hide on registry.memberships',
      strange('hide of registry.memberships'),
    ],
    [
      `create policy hide on audit.events as restrictive for select to registry_server using (record_id is null)`,
      'drop policy hide on audit.events',
      strange('hide of audit.events'),
    ],
    [
      `alter policy the_server on registry.people using (version > 1)`,
      'alter policy the_server on registry.people using (true)',
      strange('the_server of registry.people'),
    ],
    [
      `alter policy visitors_enter on registry.people to registry_server, registry_visitor`,
      'alter policy visitors_enter on registry.people to registry_visitor',
      strange('visitors_enter of registry.people'),
    ],
    [
      'alter table audit.checkpoints enable row level security',
      'alter table audit.checkpoints disable row level security',
      'the table audit.checkpoints is closed to the server: it sees none of its rows',
    ],
  ]);
});

test('a wall that shows members other rows than its text says is named', async () => {
  const [alliances, awards] = [await asItWas('registry.alliance_names'), await asItWas('registry.awards')];
  await found([
    [`alter policy visitors_see on registry.awards using (form_id is null)`, awards, rebuilt('registry.awards')],
    [
      `alter policy visitors_see on registry.alliance_names using (name <> '')`,
      alliances,
      rebuilt('registry.alliance_names'),
    ],
    [
      `update audit.walls set seen = 'no such column' where table_name = 'own_codes'`,
      `update audit.walls set seen = (select seen from audit.walls where table_name = 'documents') where table_name = 'own_codes'`,
      rebuilt('registry.own_codes'),
    ],
  ]);
});

test('the walls of a backup that was restored are those of the registry: a dump writes each as PostgreSQL reads it', async () => {
  const { rows } = await sealed.owner.query<{ restore: string }>(
    `select format('drop policy %1$I on %2$s; create policy %1$I on %2$s for select to registry_visitor using (%3$s)', polname, polrelid::regclass,
       pg_get_expr(polqual, polrelid)) as restore from pg_policy where polname = 'visitors_see'`,
  );
  expect(rows.length).toBeGreaterThan(40);
  for (const { restore } of rows) await sealed.owner.query(restore);
  expect(await sealed.verified()).toEqual([]);
});

test('a trigger or a rule that changes or drops what is written is named', async () => {
  await sealed.owner.query(`create function audit.forge() returns trigger language plpgsql as $$
    begin new.actor := 'ai đó'; new.reason := null; return new; end $$`);
  const trigger = (name: string) =>
    `the trigger ${name} is made by no migration: it may change what is written, or drop it`;
  const rule = (name: string) =>
    `the rule ${name} is made by no migration: it may write something else than was asked, or nothing`;
  await found([
    [
      'create rule mute as on insert to audit.events where new.table_name is null do instead nothing',
      'drop rule mute on audit.events',
      rule('mute of audit.events'),
    ],
    [
      'create rule mute as on insert to registry.people do instead nothing',
      'drop rule mute on registry.people',
      rule('mute of registry.people'),
    ],
    [
      'create trigger a_forger before insert on audit.events for each row execute function audit.forge()',
      'drop trigger a_forger on audit.events',
      trigger('a_forger of audit.events'),
    ],
    [
      'create trigger seats before insert on registry.people for each row execute function audit.forge()',
      'drop trigger seats on registry.people',
      trigger('seats of registry.people'),
    ],
    [
      'create trigger seats after insert on registry.people for each row execute function registry.refuse_more_than_seats()',
      'drop trigger seats on registry.people',
      trigger('seats of registry.people'),
    ],
  ]);
});

test('a trigger that records only some of the changes is none that watches', async () => {
  const definition = await sealed.value<string>(
    `select pg_get_triggerdef(oid) from pg_trigger where tgrelid = 'registry.people'::regclass and tgname = 'audit_record'`,
  );
  const made = (text: string) =>
    `drop trigger audit_record on registry.people; ${text}; alter table registry.people enable always trigger audit_record`;
  const unwatched = 'the table registry.people is not under audit: what is written there leaves no event';
  await found([
    [made(definition.replace(' OR UPDATE', '')), made(definition), unwatched],
    [made(definition.replace('UPDATE', 'UPDATE OF id')), made(definition), unwatched],
    [made(definition.replace(' EXECUTE', ' WHEN (false) EXECUTE')), made(definition), unwatched],
  ]);
});

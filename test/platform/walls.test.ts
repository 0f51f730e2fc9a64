import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { askBuilt, runBuilt } from '../setup/built.js';
import { cloneDatabase, emptyDatabase, onServer, rowsOf, type TestDatabase } from '../setup/database.js';

/** What the database's roles may, read from the catalogue; and that whoever loosens it is told of it. */

let database: TestDatabase;
let checks: { about: string; sql: string; values?: string[] }[];

beforeAll(async () => {
  database = await cloneDatabase();
  checks = await askBuilt(`
    const { checks, nothingBetween } = await import('./dist/commands/doctor-checks.js');
    const { foundations } = await import('./dist/commands/doctor-foundations.js');
    console.log(JSON.stringify([...foundations, ...checks, nothingBetween()]));`);
}, 60_000);

afterAll(() => database.drop());

/** What the doctor finds wrong about a matter, within one transaction that is undone. */
async function found(about: string, ...faults: string[]): Promise<string | null> {
  const check = checks.find((one) => one.about === about);
  if (!check) throw new Error(`The doctor does not look at: ${about}`);
  const client = new pg.Client(database.url);
  await client.connect();
  try {
    await client.query('begin');
    for (const fault of faults) await client.query(fault);
    const { rows } = await client.query<[string | null]>({
      text: check.sql,
      values: check.values ?? [],
      rowMode: 'array',
    });
    return rows[0]?.[0] ?? null;
  } finally {
    await client.end();
  }
}

test('a table that the server writes to is under audit, or its comment says why not', async () => {
  const AUDITED = 'every table under audit';
  expect(await found(AUDITED)).toBeNull();
  expect(await found(AUDITED, 'drop trigger audit_record on registry.memberships')).toBe(
    'registry.memberships without the trigger that always fires',
  );
});

test('a database whose triggers rest lets disabled accounts go on', async () => {
  const about = 'triggers and foreign keys at work';
  expect(await found(about)).toBeNull();
  const resting = `create role restful login; grant registry_server to restful; alter role restful set session_replication_role = 'REPLICA'`;
  for (const fault of ['set local session_replication_role = replica', resting])
    expect(await found(about, fault)).toBe('session_replication_role is set');
});

test('a trigger or a rule that no migration makes is told', async () => {
  const about = 'triggers and rules of the migrations alone';
  expect(await found(about)).toBeNull();
  const rule = 'create rule mute as on insert to audit.events where new.table_name is null do instead nothing';
  const trigger =
    'create trigger seats after update on registry.awards for each row execute function registry.refuse_more_than_seats()';
  expect(await found(about, rule, trigger)).toBe(
    'trigger seats of registry.awards, rule mute of audit.events made by no migration',
  );
});

test('a log that was sealed by a clock that was ahead says until when', async () => {
  const about = 'the clock by which the log was sealed';
  expect(await found(about)).toBeNull();
  const ahead = [
    'set local session_replication_role = replica', // nobody may change what is sealed
    `insert into audit.sequence (seq, event_id, sealed_at) select coalesce(max(seq), 0) + 1, -1, now() + interval '1 day' from audit.sequence`,
  ];
  expect(await found(about, ...ahead)).toMatch(/^it was sealed up to 20.*Z, which is still to come$/);
});

test('a database that takes no writes is none to keep a registry in', async () => {
  const WRITES = 'a database that takes writes';
  expect(await found(WRITES)).toBeNull();
  expect(await found(WRITES, 'set transaction read only')).toBe('default_transaction_read_only is on');
});

test('an extension in another schema is found before a migration fails for it', async () => {
  const about = 'extensions in the schema public';
  expect(await found(about)).toBeNull();
  const elsewhere = ['create schema extensions', 'alter extension pgcrypto set schema extensions'];
  expect(await found(about, ...elsewhere)).toBe('pgcrypto is in extensions');
});

const WALLS = 'row-level security on every table with an owner';

test('every table of the registry is walled in, or its comment says why not (ASVS 8.4.1)', async () => {
  expect(await found(WALLS)).toBeNull();
  expect(await found(WALLS, 'create table registry.forgotten (id uuid)')).toBe('registry.forgotten without it');
  expect(await found(WALLS, 'alter table registry.people no force row level security')).toMatch('registry.people');
  expect(await found(WALLS, 'alter table audit.personal disable row level security')).toMatch('audit.personal');
  const exempt = await rowsOf<{ name: string }>(
    database.url,
    `select relname as name from pg_class where relnamespace = 'registry'::regnamespace and relkind in ('r', 'p')
       and not relispartition and not relrowsecurity order by 1`,
  );
  expect(exempt.map(({ name }) => name)).toEqual([
    'code_lists',
    'codes',
    'incompatible_positions',
    'place_successions',
    'places',
    'sign_in_failures',
    'sole_positions',
    'term_limits',
  ]);
});

test('a row policy that no wall has is told, and a table that is closed to the server', async () => {
  const POLICIES = 'row policies that hide nothing from the server';
  expect(await found(POLICIES)).toBeNull();
  const hiding = `create policy hide on registry.people as restrictive for select to registry_server using (version > 1)`;
  expect(await found(POLICIES, hiding)).toBe('hide of registry.people is not of its wall');
  expect(await found(POLICIES, 'alter policy the_server on audit.events using (actor is null)')).toMatch(
    'the_server of',
  );
  expect(await found(POLICIES, 'drop policy the_server on registry.awards')).toBe(
    'registry.awards is closed to the server',
  );
});

test('a table walled in before it was watched shows its present as its past, which is told', async () => {
  const PAST = 'the past of every table walled in like its present';
  expect(await found(PAST)).toBeNull();
  const wronglyOrdered = `create table registry.visits (like registry.supported_models including all)`;
  const rule = `set local search_path = registry, audit, public; call wall('visits', 'false')`;
  const watched = `select audit.watch('registry.visits', owner => 'organization_id')`;
  expect(await found(PAST, wronglyOrdered, rule, watched)).toBe('visits as it was known is not');
  expect(await found(PAST, wronglyOrdered, watched, rule)).toBeNull();
});

describe('the server’s roles', () => {
  const ROLES = 'what these roles may';

  test('pass no wall by, and have no other role’s rights', async () => {
    expect(await found(ROLES)).toBeNull();
    for (const role of ['registry_server', 'registry_visitor']) {
      expect(await found(ROLES, `alter role ${role} bypassrls`)).toMatch(`${role} has too many rights`);
      expect(await found(ROLES, `alter role ${role} superuser`)).toMatch(`${role} has too many rights`);
      expect(await found(ROLES, `grant pg_read_all_data to ${role}`)).toMatch('has the rights of pg_read_all_data');
    }
  });

  test('read and write what they must', async () => {
    const about = 'the server reads and writes the registers, visitors read them';
    expect(await found(about)).toBeNull();
    expect(await found(about, 'revoke insert on registry.people from registry_server')).toBe(
      'registry_server may not insert people',
    );
    expect(await found(about, 'revoke usage on schema audit from registry_visitor')).toMatch('use the schema audit');
    expect(await found(about, 'revoke select on known.people from registry_server')).toMatch('select known.people');
  });

  test('lose nothing with the power', async () => {
    const about = 'durable writes';
    const login = `create role hasty login; grant registry_server to hasty; alter role hasty set synchronous_commit = off`;
    expect(await found(about, login)).toMatch('synchronous_commit is off for hasty');
    expect(await found(about, login.replace('= off', `= 'false'`))).toMatch('synchronous_commit is off for hasty');
  });

  test('own nothing', async () => {
    const about = 'neither of them owns anything';
    expect(await found(about)).toBeNull();
    expect(await found(about, 'alter table registry.people owner to registry_visitor')).toMatch(
      'registry_visitor owns people',
    );
  });

  test('write nothing of the log', async () => {
    const about = 'the audit log, closed to the server and to visitors';
    expect(await found(about)).toBeNull();
    expect(await found(about, 'grant insert on audit.events to registry_visitor')).toMatch('registry_visitor');
  });

  test('a visitor has a right only to what is walled in, what is the same for all, and what may be counted', async () => {
    const open = await rowsOf<{ name: string }>(
      database.url,
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('registry', 'audit', 'known', 'public') and c.relkind in ('r', 'p', 'v', 'm')
         and not c.relrowsecurity and not c.relispartition and has_any_column_privilege('registry_visitor', c.oid, 'select')
       order by 1`,
    );
    expect(open.map(({ name }) => name)).toEqual([
      'audit.checkpoints',
      'audit.formerly_plain',
      'audit.nodes',
      'audit.sequence',
      'audit.signing_keys',
      'registry.code_lists',
      'registry.codes',
      'registry.course_results',
      'registry.incompatible_positions',
      'registry.namings_to_congresses',
      'registry.place_successions',
      'registry.places',
      'registry.sole_positions',
      'registry.term_limits',
    ]);
  });
});

test('the policies of the keepers say true and nothing else, so that the planner drops them', async () => {
  const policies = await rowsOf<{ name: string }>(
    database.url,
    `select schemaname || '.' || tablename as name from pg_policies
     where roles && '{registry_server,public}' and (qual <> 'true' or with_check <> 'true' or cmd <> 'ALL')`,
  );
  expect(policies).toEqual([]);
  const client = new pg.Client(database.url);
  await client.connect();
  try {
    await client.query('set role registry_server');
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      "explain (costs off) select from registry.people where alliance_id = md5('x')::uuid",
    );
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).not.toMatch(/own_|InitPlan|SubPlan/);
  } finally {
    await client.end();
  }
});

test('an owner that is no superuser migrates under its own policies, sees what it owns, and makes the server’s logins', async () => {
  const empty = await emptyDatabase();
  const name = new URL(empty.url).pathname.slice(1);
  const login = `owner_${name}`;
  try {
    await onServer(
      `create role ${login} login createrole password 'x'`,
      `alter database ${name} owner to ${login}`,
      `grant registry_server, registry_visitor to ${login} with admin option`,
    );
    const url = new URL(empty.url);
    url.username = login;
    url.password = 'x';
    const said = await runBuilt('program/cli.ts', ['logins', 'make'], { DATABASE_URL: url.href });
    const [seen] = await rowsOf<{ alliances: number; events: number; forms: number }>(
      url.href,
      `select (select count(*)::integer from registry.alliances) as alliances, (select count(*)::integer from audit.events) as events,
         (select count(*)::integer from registry.award_forms) as forms`,
    );
    expect(seen).toMatchObject({ alliances: 2, forms: 17 });
    expect(seen?.events).toBeGreaterThan(20);
    const owner = checks.find(({ about }) => about === 'the owner sees the rows of its own tables');
    expect(await rowsOf(url.href, owner?.sql ?? '')).toEqual([]);
    const open = checks.find(({ about }) => about.startsWith('what later releases add'))?.sql ?? '';
    await rowsOf(url.href, 'alter default privileges in schema registry revoke all on tables from registry_server');
    expect(await rowsOf(url.href, open)).toHaveLength(1); // as after a restore for an owner of another name
    await runBuilt('program/cli.ts', ['migrate'], { DATABASE_URL: url.href });
    expect(await rowsOf(url.href, open)).toEqual([]);
    const address = (variable: string) => new RegExp(`^${variable}=(.+)$`, 'm').exec(said)?.[1] ?? '';
    for (const [variable, role] of [
      ['SERVER_DATABASE_URL', 'registry_server'],
      ['VISITOR_DATABASE_URL', 'registry_visitor'],
    ] as const) {
      const become = `set role ${role}; select current_user::text as role`;
      const client = new pg.Client(address(variable));
      await client.connect();
      const [, answer] = (await client.query(become)) as unknown as pg.QueryResult[];
      expect(answer?.rows).toEqual([{ role }]);
      await expect(client.query(`set role ${login}`)).rejects.toThrow('permission denied to set role');
      await client.end();
    }
  } finally {
    await empty.drop();
    await onServer(`drop role if exists ${name}_server_login, ${name}_visitor_login, ${login}`);
  }
}, 60_000);

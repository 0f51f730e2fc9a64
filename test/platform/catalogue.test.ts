import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { askHost } from '../kit/hosted.js';
import { cloneDatabase, rowsOf, type TestDatabase } from '../setup/database.js';

/** What is in the database and what the program declares, held to each other. */

interface Table {
  name: string;
  audited: boolean;
  known: boolean;
  changeable: boolean;
  comment: string | null;
  partition: boolean;
}
interface Column {
  table: string;
  name: string;
  nullable: boolean;
}
interface Declared {
  lists: { list: string; codes: string[] | null }[];
  records: {
    name: string;
    table: string;
    fields: { name: string; column: string; optional: boolean; audit: string; references: string | null }[];
  }[];
}

/** The tables of the registry that no audit watches, and why. */
const UNWATCHED: Readonly<Record<string, string>> = {
  api_key_uses: 'no register: when each key was last used, to the minute',
  award_counts: 'derived: triggers keep it from the rows of the awards register',
  code_lists: 'reference data: only migrations write it',
  codes: 'reference data: migrations write it, and a trigger what own_codes has',
  places: 'reference data of the state: only migrations write it',
  incompatible_positions: 'reference data that migrations write',
  sole_positions: 'reference data that migrations write',
  term_limits: 'reference data that migrations write',
  place_successions: 'reference data of the state: only migrations write it',
  single_sign_ons: 'no register: sign-ins on their way, good for ten minutes',
  stored_answers: 'no register: answers kept for 72 hours for a repeated request, then deleted',
  refused_identities: 'no register: strangers of the last thirty days',
  sessions: 'no register: renewed every few minutes, and says nothing about the registry',
  password_links: 'no register: a link changes nothing until it is used, and the account has the event then',
  second_factor_steps: 'no register: moves on with each sign-in',
  recovery_codes: 'no register: random codes of a second factor, each used once',
  sign_in_failures: 'no register: counts attempts for a quarter of an hour',
};

const TABLES = `
  select c.relname as name, c.relispartition as partition, obj_description(c.oid, 'pg_class') as comment,
    exists (select from audit.watched_tables w where w.relation = c.oid) as audited,
    exists (select from pg_class v where v.relnamespace = 'known'::regnamespace and v.relkind = 'v'
            and v.relname = c.relname) as known,
    has_any_column_privilege('registry_server', c.oid, 'insert, update')
      or has_table_privilege('registry_server', c.oid, 'delete, truncate') as changeable
  from pg_class c
  where c.relnamespace = 'registry'::regnamespace and c.relkind in ('r', 'p')
  order by 1`;

const COLUMNS = `
  select c.relname as table, a.attname as name, not a.attnotnull as nullable
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  where c.relnamespace = 'registry'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped`;

const ASK = `
  await built('app.module.ts');
  const { allCodeLists } = await built('platform/records/code-list.ts');
  const { allRecords, fieldsOf, recordOf } = await built('platform/records/record.ts');
  return {
    lists: allCodeLists(),
    records: allRecords().map((type) => ({
      name: type.name, table: recordOf(type).table, fields: [...fieldsOf(type).values()],
    })),
  };`;

let database: TestDatabase;
let tables: Table[];
let columns: Map<string, Column>;
let declared: Declared;

beforeAll(async () => {
  database = await cloneDatabase();
  tables = await rowsOf<Table & Record<string, unknown>>(database.url, TABLES);
  const all = await rowsOf<Column & Record<string, unknown>>(database.url, COLUMNS);
  columns = new Map(all.map((column) => [`${column.table}.${column.name}`, column]));
  declared = await askHost<Declared>(ASK);
}, 60_000);

afterAll(() => database.drop());

describe('each table of the registry', () => {
  const unwatched = () => tables.filter(({ audited }) => !audited);

  test('is audited and has its past, or is listed with a reason', () => {
    expect(tables.length).toBeGreaterThan(20);
    const missing = tables.filter(({ audited, known }) => !audited || !known).filter(({ partition }) => !partition);
    expect(missing.map(({ name }) => name)).toEqual(Object.keys(UNWATCHED).sort());
    // What was known of codes is told from own_codes.
    const halfway = tables.filter(({ name, audited, known }) => audited !== known && !/^codes(_|$)/.test(name));
    expect(halfway).toEqual([]);
  });

  test('is a partition of the codes, if it is a partition', () => {
    const strange = tables.filter(({ name, partition }) => partition && !name.startsWith('codes_'));
    expect(strange).toEqual([]);
  });

  test('that is not audited cannot be changed by the server, or its comment says why it may', () => {
    const open = unwatched().filter(({ changeable, comment }) => changeable && !/^not audited: ./.test(comment ?? ''));
    expect(open.map(({ name }) => name)).toEqual([]);
  });

  test('whose records others may name refuses to lose one that another alliance names', async () => {
    const held = await rowsOf<{ table: string; refuses: boolean }>(
      database.url,
      `select c.relname as table, exists (select from pg_trigger t
         where t.tgrelid = c.oid and t.tgname = 'refuse_void_of_named' and t.tgenabled = 'O') as refuses
       from pg_class c where c.relnamespace = 'registry'::regnamespace
         and 2 = (select count(*) from pg_attribute a where a.attrelid = c.oid and a.attname in ('alliance_id', 'voided_at'))
         and exists (select from pg_constraint k where k.confrelid = c.oid and k.contype = 'f' and cardinality(k.conkey) = 1)`,
    );
    expect(held.length).toBeGreaterThan(10);
    // Neither an alliance nor an account is ever taken back while rows name it.
    expect(held.flatMap(({ table, refuses }) => (refuses ? [] : [table])).sort()).toEqual(['accounts', 'alliances']);
  });

  test('that is about an organisation stands in its history, or in that of what it belongs to', async () => {
    const alone = await rowsOf<{ name: string }>(
      database.url,
      `select w.table_name as name from audit.watched_tables w join pg_attribute a on a.attrelid = w.relation
       where a.attname = 'organization_id' and w.owner is null order by 1`,
    );
    expect(alone.map(({ name }) => name)).toEqual(['accounts']); // what an account may do is no fact about its organisation
  });

  test('that is about an organisation stands in what it may read of itself', async () => {
    const about = await rowsOf<{ name: string }>(
      database.url,
      `select w.table_name as name from audit.watched_tables w join pg_attribute a on a.attrelid = w.relation
       where a.attname = 'organization_id' order by 1`,
    );
    const dossier = readFileSync('test/sql/OwnOrganization.sql', 'utf8');
    const missing = about.filter(({ name }) => !dossier.includes(` ${name} `)).map(({ name }) => name);
    expect({ 'src/dossiers/own-organization.view.ts': missing }).toEqual({
      'src/dossiers/own-organization.view.ts': ['accounts'], // who speaks for it, `me` says
    });
  });

  test('that is audited is nothing that the server could delete from', async () => {
    const deletable = await rowsOf<{ name: string }>(
      database.url,
      `select table_name as name from audit.watched_tables
       where has_table_privilege('registry_server', relation, 'delete, truncate') order by 1`,
    );
    expect(deletable).toEqual([]);
  });
});

describe('each code list', () => {
  test('that is closed has the codes of its partition, and every partition has its list', async () => {
    const rows = await rowsOf<{ list: string; codes: string[] }>(
      database.url,
      `select list, array(select code from registry.codes c where c.list = l.list order by code) as codes
       from registry.code_lists l order by list`,
    );
    const stored = new Map(rows.map(({ list, codes }) => [list, codes]));
    const closed = declared.lists.filter(({ codes }) => codes !== null);
    expect(closed.length).toBeGreaterThan(5);
    expect(closed.map(({ list }) => [list, stored.get(list)])).toEqual(
      closed.map(({ list, codes }) => [list, [...(codes ?? [])].sort()]),
    );
    const partitions = tables.filter(({ partition }) => partition).map(({ name }) => name.replace(/^codes_/, ''));
    expect(partitions.sort()).toEqual([...stored.keys()].sort());
  });

  test('that the program leaves open is open in the database, and no other', async () => {
    const open = await rowsOf<{ list: string }>(database.url, 'select list from registry.code_lists where open');
    const declaredOpen = declared.lists.filter(({ codes }) => codes === null).map(({ list }) => list);
    expect(open.map(({ list }) => list).sort()).toEqual(declaredOpen.sort());
  });

  test('that the program names is in the database', async () => {
    const rows = await rowsOf<{ list: string }>(database.url, 'select list from registry.code_lists');
    const stored = rows.map(({ list }) => list);
    expect(declared.lists.map(({ list }) => list).filter((list) => !stored.includes(list))).toEqual([]);
  });
});

test('each field of a record is a column of its table, nullable exactly where it is optional', () => {
  expect(declared.records.length).toBeGreaterThan(15);
  const fields = declared.records.flatMap(({ name, table, fields: own }) =>
    own.map(({ name: field, column, optional }) => ({
      field: `${name}.${field}`,
      column: columns.get(`${table}.${column}`),
      optional,
    })),
  );
  expect(fields.length).toBeGreaterThan(80);
  const wrong = fields
    .filter(({ column, optional }) => column?.nullable !== optional)
    .map(({ field, column, optional }) =>
      column ? `${field}: optional ${optional}, column nullable ${column.nullable}` : `${field}: no column`,
    );
  expect(wrong).toEqual([]);
});

test('each field that names a record is a foreign key to its table', async () => {
  const keys = await rowsOf<{ key: string }>(
    database.url,
    `select k.conrelid::regclass || '.' || a.attname || ' → ' || k.confrelid::regclass as key
     from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
     where k.contype = 'f'`,
  );
  const held = new Set(keys.map(({ key }) => key.replaceAll('registry.', '')));
  const named = declared.records.flatMap(({ table, fields }) =>
    fields.flatMap(({ column, references }) => (references === null ? [] : [`${table}.${column} → ${references}`])),
  );
  expect(named.length).toBeGreaterThan(30);
  // These two are held with the record between them: a delegate's congress is its delegation's.
  const through = ['delegates.congress_id → congresses', 'delegate_substitutions.delegation_id → delegations'];
  expect(named.filter((reference) => !held.has(reference))).toEqual(through);
});

test('what proves a problem is in the database, by its name: an index or a constraint that nothing slips through', async () => {
  const proofs = await askHost<string[]>(`
    await built('app.module.ts');
    const { allProblems } = await built('platform/problems/problem.ts');
    return allProblems().flatMap(({ constraints }) => constraints);`);
  const rows = await rowsOf<{ name: string }>(
    database.url,
    `select conname as name from pg_constraint where contype in ('u', 'x', 'c')
     union select relname from pg_index join pg_class on oid = indexrelid where indisunique
     union select raised[1] from pg_proc, regexp_matches(prosrc, 'constraint = ''(\\w+)''', 'g') raised`,
  );
  const held = new Set(rows.map(({ name }) => name));
  expect(proofs.length).toBeGreaterThan(40);
  expect(proofs.filter((name) => !held.has(name))).toEqual([]);
});

test('no rule asks for the day of the session’s time zone: a day is that in Vietnam', async () => {
  const asking = await rowsOf<{ name: string }>(
    database.url,
    `select proname as name from pg_proc where pronamespace in ('registry'::regnamespace, 'audit'::regnamespace)
       and coalesce(pg_get_function_sqlbody(oid), prosrc) ~* 'current_date|now\\(\\)::date'
     union select conname from pg_constraint where pg_get_constraintdef(oid) ~* 'current_date'`,
  );
  expect(asking).toEqual([]);
});

test('each field that is personal or secret is kept out of the images by the audit of its table, and no other (ASVS 14.2.4)', async () => {
  const watched = await rowsOf<{ table: string; personal: string[]; secret: string[] }>(
    database.url,
    `select table_name as table, personal, secret from audit.watched_tables`,
  );
  // What the database makes of a personal column is no field of the record.
  const generated = ['given_name', 'family_name', 'middle_name'];
  const kept = new Map(watched.map((one) => [one.table, one]));
  for (const { table, fields } of declared.records) {
    const columnsOf = (audit: string) => fields.filter((field) => field.audit === audit).map(({ column }) => column);
    const { personal = [], secret = [] } = kept.get(table) ?? {};
    expect({ table, personal: personal.filter((name) => !generated.includes(name)).sort(), secret }).toEqual({
      table,
      personal: columnsOf('personal').sort(),
      secret: columnsOf('secret').sort(),
    });
  }
});

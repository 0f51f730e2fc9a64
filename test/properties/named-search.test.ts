import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { nameOfStatement } from '../../src/platform/database/statement-name.js';
import { fold } from '../../src/platform/names/fold.js';
import { abbreviations, searchPattern } from '../../src/platform/names/search-pattern.js';
import { comparePersonNames, compareVietnamese } from '../kit/vietnamese-order.js';
import type { ReadModel } from '../../src/platform/reading/read-model.js';
import { pageStatement, valuesOf } from '../../src/platform/reading/statement.js';
import { wantedAsOf, type Wanted } from '../../src/platform/reading/wanted.js';
import { Act } from '../../src/platform/rights/act.js';
import type { Actor } from '../../src/platform/rights/actor.js';
import { Grant } from '../../src/platform/rights/grant.js';
import { Right } from '../../src/platform/rights/rights.js';
import { organizationNamed } from '../../src/registry/organizations/organization-name.view.js';
import { OrganizationView } from '../../src/registry/organizations/organization.view.js';
import { PersonView } from '../../src/registry/people/person.view.js';
import {
  anyRegistry,
  enter,
  FOREIGN,
  idOf,
  nameOnDay,
  OWN,
  tableSizes,
  type OrganizationRow,
  type PersonRow,
  type Registry,
} from '../kit/named-registry.js';
import { cloneDatabase, type TestDatabase } from '../setup/database.js';

/** Every page of a search by name is what its words mean: all rows that have them, sorted, cut. */

let database: TestDatabase;
let owner: pg.Client;
let server: pg.Client;

beforeAll(async () => {
  database = await cloneDatabase();
  owner = new pg.Client(database.url);
  await owner.connect();
  await owner.query('set search_path = registry, public');
  server = new pg.Client({
    connectionString: database.url,
    options: '-c role=registry_server -c search_path=registry,public -c jit=off',
  });
  await server.connect();
}, 60_000);

afterAll(async () => {
  await server.end();
  await owner.end();
  await database.drop();
});

const actor = (allianceIds: readonly string[]): Actor => ({
  id: null,
  name: '',
  role: 'secretariat',
  allianceIds,
  allianceId: OWN,
  organizationId: null,
  passage: { by: 'keeper' },
});

const right = new Right('Thing', 'read', [new Grant('secretariat', ['read'], 'alliance')]);
const actOf = (allianceIds: readonly string[]) =>
  Act.by(actor(allianceIds), right, { target: '', requestId: '', language: 'vi' });

const words = fc.constantFrom(
  'an',
  'nguyen',
  'binh minh',
  'z',
  'hop tac',
  '',
  'an 7',
  'nguyen thi',
  'hop minh',
  'nguyen an',
  'an nguyen',
  '100%',
  '_',
);

const wish = (model: ReadModel, filters: readonly string[]) =>
  fc.record({
    q: words.map(searchPattern),
    sort: fc.constantFrom('', ...[...model.sorts.keys()].flatMap((name) => [name, `-${name}`])),
    limit: fc.constantFrom(1, 2, 7, 50, 200),
    ever: fc.boolean(),
    asOf: fc.constantFrom('2005-01-01', '2015-06-01', '2025-01-01'),
    filters: fc.subarray([...filters]).map((names) => names.map((name) => ({ name, values: [FILTERED[name] ?? ''] }))),
    total: fc.boolean(),
  });

const FILTERED: Readonly<Record<string, string>> = { kind: 'cooperative_union', allianceId: OWN, sex: 'female' };

/** The ids of a search, page after page from its first one, and the total that the first one tells. */
async function found(model: ReadModel, wanted: Wanted, act: Act, mostPages = 12) {
  const ids: string[] = [];
  let total: number | undefined;
  let after: readonly string[] | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const onPage: Wanted = { ...wanted, after };
    const { text, names } = pageStatement(model, onPage, act);
    const { rows } = await server.query<{ item: string; keys: string; total?: string }>({
      name: nameOfStatement(text),
      text,
      values: valuesOf(names, onPage, act),
    });
    ids.push(...rows.slice(0, wanted.limit).map(({ item }) => (JSON.parse(item) as { id: string }).id));
    if (page === 0 && wanted.total) total = Number(rows[0]?.total ?? 0);
    const last = rows.length > wanted.limit ? rows[wanted.limit - 1] : undefined;
    if (!last) return { ids, total, whole: true };
    after = JSON.parse(last.keys) as string[];
  }
  return { ids, total, whole: false };
}

const wordsOfPattern = (pattern: string): string =>
  pattern.replace(/\\(.)|%/g, (_, escaped?: string) => escaped ?? ' ').trim();

/** The words stand in the text, each after the one before. */
function matches(pattern: string, text: string): boolean {
  let rest = fold(text);
  for (const word of wordsOfPattern(pattern).split(' ')) {
    const at = rest.indexOf(word);
    if (at < 0) return false;
    rest = rest.slice(at + word.length);
  }
  return true;
}

const filteredBy = (wanted: Wanted, row: { kind?: string; sex?: string; allianceId: string }) =>
  wanted.filters.every(({ name, values }) => row[name as 'kind'] === values[0]);

/** What the search means, said in words of the rows. */
function organizationsMeant(
  rows: readonly OrganizationRow[],
  wanted: Wanted,
  allianceIds: readonly string[],
): string[] {
  const listed = rows.filter(
    (row) =>
      allianceIds.includes(row.allianceId) &&
      (wanted.ever || (!row.voided && (row.foundedOn === null || row.foundedOn <= wanted.asOf))) &&
      filteredBy(wanted, row) &&
      row.names.some(({ voided, name }) => !voided && matches(wanted.q ?? '', name)),
  );
  const byId = (a: OrganizationRow, b: OrganizationRow) => (a.id < b.id ? -1 : 1);
  const byCode = (a: OrganizationRow, b: OrganizationRow) => (a.code < b.code ? -1 : 1);
  const byName = (a: OrganizationRow, b: OrganizationRow) =>
    compareVietnamese(nameOnDay(a, wanted.asOf), nameOnDay(b, wanted.asOf)) || byId(a, b);
  return sorted(listed, wanted.sort.endsWith('name') ? byName : byCode, wanted.sort);
}

function peopleMeant(rows: readonly PersonRow[], wanted: Wanted, allianceIds: readonly string[]): string[] {
  const listed = rows.filter(
    (row) =>
      allianceIds.includes(row.allianceId) &&
      (wanted.ever || !row.voided) &&
      filteredBy(wanted, row) &&
      matches(wanted.q ?? '', row.fullName),
  );
  const byName = (a: PersonRow, b: PersonRow) => comparePersonNames(a.fullName, b.fullName) || (a.id < b.id ? -1 : 1);
  return sorted(listed, byName, wanted.sort);
}

function sorted<Row extends { id: string }>(rows: Row[], compare: (a: Row, b: Row) => number, sort: string): string[] {
  const ids = [...rows].sort(compare).map(({ id }) => id);
  return sort.startsWith('-') ? ids.reverse() : ids;
}

const scopes = fc.constantFrom([OWN], [OWN, FOREIGN]);

async function agrees(model: ReadModel, meant: readonly string[], wanted: Wanted, allianceIds: readonly string[]) {
  const answer = await found(model, wanted, actOf(allianceIds));
  expect(answer.ids).toEqual(answer.whole ? meant : meant.slice(0, answer.ids.length));
  expect(answer.total).toBe(wanted.total ? meant.length : undefined);
}

const wishesOf = (model: ReadModel, filters: readonly string[]) =>
  fc.array(fc.tuple(wish(model, filters), scopes), { minLength: 4, maxLength: 8 });

// As small as it is, and as the statistics of a large one make it walked.
describe.each([
  ['small', null],
  ['large', 100_000],
])('a search by name in a registry that is taken for %s', (_, size) => {
  const held = async (registry: Registry) => {
    await enter(owner, registry);
    if (size !== null) await tableSizes(owner, size);
  };

  test('finds organisations as its words mean', async () => {
    await fc.assert(
      fc.asyncProperty(anyRegistry, wishesOf(OrganizationView, ['kind', 'allianceId']), async (registry, wishes) => {
        await held(registry);
        for (const [{ asOf, ...more }, allianceIds] of wishes) {
          const wanted = wantedAsOf(asOf, more);
          await agrees(
            OrganizationView,
            organizationsMeant(registry.organizations, wanted, allianceIds),
            wanted,
            allianceIds,
          );
        }
      }),
      { numRuns: 15 },
    );
  }, 120_000);

  test('finds people as its words mean', async () => {
    await fc.assert(
      fc.asyncProperty(anyRegistry, wishesOf(PersonView, ['sex', 'allianceId']), async (registry, wishes) => {
        await held(registry);
        for (const [{ asOf, ...more }, allianceIds] of wishes) {
          const wanted = wantedAsOf(asOf, more);
          await agrees(PersonView, peopleMeant(registry.people, wanted, allianceIds), wanted, allianceIds);
        }
      }),
      { numRuns: 15 },
    );
  }, 120_000);
});

test('a name met near the beginning and then not for long is found to its last row', async () => {
  const organizations = Array.from({ length: 12_000 }, (_, i): OrganizationRow => {
    const name = i < 120 || i > 11_900 ? 'Bình Minh' : 'Đông Đô';
    return {
      id: idOf('far', i),
      allianceId: OWN,
      code: `F-${String(i).padStart(6, '0')}`,
      kind: 'cooperative',
      foundedOn: null,
      voided: false,
      names: [{ name, validFrom: '2000-01-01', voided: false }],
    };
  });
  await enter(owner, { organizations, people: [] });
  for (const limit of [50, 100, 119, 120, 121, 200]) {
    const wanted = wantedAsOf('2025-01-01', { q: '%binh minh%', limit });
    await agrees(OrganizationView, organizationsMeant(organizations, wanted, [OWN]), wanted, [OWN]);
  }
}, 60_000);

test('who visits, what was known, and an order without an index are asked as a plain list is', () => {
  const plain: ReadModel = Object.create(OrganizationView, { search: { value: organizationNamed('o.id') } });
  const visitor = { accountId: null, ownAlliances: [OWN], ownOrganization: null, alliancesInLine: [OWN] };
  const keeping = actOf([OWN]);
  const visiting = Act.by(
    { ...actor([OWN]), passage: { by: 'visitor', visitor, mayWrite: false } },
    right,
    keeping.circumstances,
  );
  const q = '%an%';
  const same = (more: Partial<Wanted>, act: Act) =>
    pageStatement(OrganizationView, wantedAsOf('2025-01-01', { q, ...more }), act).text ===
    pageStatement(plain, wantedAsOf('2025-01-01', { q, ...more }), act).text;
  expect(same({}, visiting)).toBe(true);
  expect(same({ knownAt: '17' }, keeping)).toBe(true);
  expect(same({ sort: '-name' }, keeping)).toBe(true);
  expect(same({ sort: '-code' }, keeping)).toBe(false);
  expect(same({}, keeping)).toBe(false);
});

test('the database spells out what is short just as a search does', async () => {
  for (const [short, full] of abbreviations) {
    const { rows } = await owner.query<{ told: string }>('select in_full($1) as told', [
      `${short} dong ${short}x ${short}`,
    ]);
    expect(rows).toEqual([{ told: `${full} dong ${short}x ${full}` }]);
  }
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { askHost } from '../kit/hosted.js';
import { root } from '../setup/built.js';
import { cloneDatabase, type TestDatabase } from '../setup/database.js';

/**
 * The SQL of every read model, committed beside this test: what a change does to a statement is read in its diff.
 * `UPDATE=1` writes the files anew.
 */

const folder = join(root, 'test/sql');
const update = process.env['UPDATE'] === '1';

interface Statement {
  title: string;
  text: string;
}

/** The statements of each model: within each of its scopes, and once with all that a reader can ask for. */
const ASK = `
  await built('app.module.ts');
  const { allReadModels } = await built('platform/reading/read-model.ts');
  const { pageStatement, recordStatement } = await built('platform/reading/statement.ts');
  const { wantedAsOf } = await built('platform/reading/wanted.ts');
  const { Act } = await built('platform/rights/act.ts');
  const { Grant } = await built('platform/rights/grant.ts');
  const { Right } = await built('platform/rights/rights.ts');
  const plain = wantedAsOf('2020-11-27');
  const within = (model, scope) => {
    const role = scope === 'organization' ? 'member' : 'secretariat';
    const actor = { id: null, name: '', role, allianceIds: [], allianceId: null, organizationId: null };
    return Act.by(actor, new Right(model.name, 'read', [new Grant(role, ['read'], scope)]), {});
  };
  const all = (model) => wantedAsOf('2020-11-27', {
    filters: [...model.filters.keys()].map((name) => ({ name, values: ['1'] })),
    q: '%', updatedSince: '2020-01-01T00:00:00Z', after: ['a', 'b'], total: true,
  });
  const answer = {};
  for (const model of allReadModels()) {
    const system = Act.system('test');
    const scopes = Object.keys(model.scopes);
    const acts = [['everywhere', system], ...scopes.map((scope) => ['within ' + scope, within(model, scope)])];
    answer[model.name] = [
      ...acts.flatMap(([where, act]) => [
        { title: 'record, ' + where, ...recordStatement(model, act) },
        { title: 'page, ' + where, ...pageStatement(model, plain, act) },
      ]),
      { title: 'page, everywhere, with every filter', ...pageStatement(model, all(model), system) },
    ].map(({ title, text, names }) => ({
      title: names.length ? title + ' (' + names.map((name, i) => '$' + (i + 1) + ' ' + name).join(', ') + ')' : title,
      text,
    }));
  }
  return answer;`;

let statements: Record<string, Statement[]>;
let database: TestDatabase;

beforeAll(async () => {
  statements = await askHost<Record<string, Statement[]>>(ASK);
  database = await cloneDatabase();
}, 60_000);

afterAll(() => database.drop());

const fileOf = (all: readonly Statement[]): string =>
  all.map(({ title, text }) => `-- ${title}\n${text};\n`).join('\n');

test('each read model has the statements that are committed', () => {
  const made = Object.fromEntries(Object.entries(statements).map(([name, all]) => [`${name}.sql`, fileOf(all)]));
  const committedNames = () => readdirSync(folder).filter((file) => file.endsWith('.sql'));
  if (update) {
    for (const file of committedNames()) if (!(file in made)) rmSync(join(folder, file));
    for (const [file, text] of Object.entries(made)) writeFileSync(join(folder, file), text);
  }
  const committed = Object.fromEntries(
    committedNames().map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );
  expect(Object.keys(made).length).toBeGreaterThan(20);
  // What differs and is meant: `npm run build && UPDATE=1 npm test -- test/sql` writes it.
  expect(Object.keys(made).sort()).toEqual(Object.keys(committed).sort());
  expect(made).toEqual(committed);
});

test('PostgreSQL plans each of them, for the server’s role, now and as it was known', async () => {
  const client = new pg.Client(database.url);
  await client.connect();
  const refused: string[] = [];
  try {
    await client.query('set role registry_server');
    await client.query('set registry.known_seq = 0');
    for (const path of ['registry', 'known, registry']) {
      await client.query(`set search_path = ${path}`);
      for (const [name, all] of Object.entries(statements)) {
        for (const { title, text } of all) {
          await client
            .query(`explain (generic_plan) ${text}`)
            .catch((error: Error) => refused.push(`${path}: ${name}: ${title}: ${error.message}`));
        }
      }
    }
  } finally {
    await client.end();
  }
  expect(refused).toEqual([]);
}, 60_000);

test.each([
  ['MembershipView', 'folded_in_full'],
  ['MembershipView', 'certificate_number'],
  ['PersonView', 'birth_date'],
])('a row of %s is compared with others by an index on %s behind the row policies too', async (name, column) => {
  const client = new pg.Client(database.url);
  await client.connect();
  const plans: string[] = [];
  try {
    await client.query('set role registry_visitor');
    await client.query('set search_path = registry');
    await client.query('set enable_seqscan = off');
    const page = statements[name]!.find(({ title }) => title.startsWith('page, everywhere ('))!;
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (generic_plan) ${page.text}`);
    plans.push(...rows.map((row) => row['QUERY PLAN']));
  } finally {
    await client.end();
  }
  expect(plans.filter((line) => line.includes('Index Cond:') && line.includes(column))).not.toEqual([]);
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Json } from '../kit/reply.js';
import { startServer, type RunningServer } from '../kit/server.js';
import { committedDocument, operationsOf, type Operation, type Parameter } from '../rights/document.js';
import { builtFile, root } from '../setup/built.js';
import { emptyDatabase, type TestDatabase } from '../setup/database.js';
import { answersIn, scriptOf, stepsOf } from './guide.js';

/** The demo registry: what the guides say of it when a reader pastes them, and what its reports count. */

const run = promisify(execFile);
let database: TestDatabase;
let server: RunningServer;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'htx-guide-'));
  database = await emptyDatabase();
  server = await startServer(database.url, { DATA_FOLDER: join(folder, '.data') }, ['--demo']);
}, 120_000);

afterAll(async () => {
  await server?.stop();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

describe.each(['api-guide.md', 'congress-2020.md'])('docs/%s', (name) => {
  test('says what the demo registry answers', async () => {
    const steps = stepsOf(await readFile(join(root, 'docs', name), 'utf8'));
    const script = scriptOf(steps).replaceAll('http://127.0.0.1:3000', server.url);
    const { stdout } = await run('bash', ['-c', script], { cwd: folder, maxBuffer: 16 * 1024 * 1024 });
    const answers = answersIn(stdout);
    expect(answers.length).toBe(steps.length);
    steps.forEach(({ heading, quoted }, i) => {
      const missing = quoted.filter((text) => !answers[i]?.includes(text));
      expect({ heading, missing, ...(missing.length > 0 && { answer: answers[i] }) }).toEqual({ heading, missing: [] });
      if (!quoted.some((text) => text.startsWith('"code"')))
        expect(answers[i]).not.toContain('"type":"/docs/problems/');
    });
  }, 60_000);
});

test('a password of the demo that anybody would guess is refused before anything is made', async () => {
  const environment = { PORT: '0', DATA_FOLDER: join(folder, 'guessed'), DEMO_PASSWORD: 'quan-ly-hop-tac-xa-2020' };
  const start = run('node', [builtFile('program/main.ts'), '--demo'], { env: { ...process.env, ...environment } });
  await expect(start).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^DEMO_PASSWORD: .*guessed.*\n$/),
  });
  expect(existsSync(environment.DATA_FOLDER)).toBe(false);
});

/** Links asked at once. */
const AT_ONCE = 10;

/** For each report: its address, and which number counts the rows of which link. */
const REPORTS: [path: string, numbers: Record<string, string>][] = [
  ['members?asOf=2020-11-27', { members: 'memberRows', joined: 'joinedRows', left: 'leftRows' }],
  ['members?asOf=2024-12-31&from=2021-01-01', { members: 'memberRows', joined: 'joinedRows', left: 'leftRows' }],
  ['members?asOf=2026-11-27&from=2020-01-01', { members: 'memberRows', joined: 'joinedRows', left: 'leftRows' }],
  ['reconciliation?documentCode=ARTICLE-2020-12-21', { rowCount: 'rows', wholeCount: 'wholeRows' }],
  [
    'delegations?asOf=2021-01-20&from=2021-01-01',
    { named: 'rows', substituted: 'substitutedRows', entitled: 'entitledRows' },
  ],
  ['awards?asOf=2020-11-27', { awards: 'rows' }],
  ['awards', { awards: 'rows' }],
  ['training-coverage?asOf=2021-12-31', { managers: 'managerRows', trained: 'trainedRows', missing: 'rows' }],
  ['targets?asOf=2022-12-31', { rowCount: 'rows', wholeCount: 'wholeRows' }],
  ['term-summary?asOf=2022-12-31', { rowCount: 'rows', wholeCount: 'wholeRows' }],
];

describe('every number of a report', () => {
  test.each(REPORTS)('%s is the number of the rows that it links to', async (path, numbers) => {
    const headers = { authorization: `Bearer ${await signIn()}` };
    const ask = async (address: string) => (await fetch(server.url + address, { headers })).json() as Promise<Json>;
    const { rows } = (await ask(`/api/v1/reports/${path}`)) as { rows: Json[] };
    expect(rows.length).toBeGreaterThan(0);
    const cells = rows.flatMap((row) => Object.entries(numbers).map(([number, link]) => ({ row, number, link })));
    const linked = cells.filter(({ row, link }) => row[link] !== null);
    for (const link of Object.values(numbers)) expect(linked.map((cell) => cell.link)).toContain(link);
    for (let from = 0; from < linked.length; from += AT_ONCE) {
      await Promise.all(
        linked.slice(from, from + AT_ONCE).map(async ({ row, number, link }) => {
          const { total } = await ask(`${String(row[link])}&total=true&limit=1`);
          expect({ row, number, total }).toEqual({ row, number, total: row[number] });
        }),
      );
    }
  });

  test('and what the article declares is matched by rows on the day of the congress', async () => {
    const headers = { authorization: `Bearer ${await signIn()}` };
    const report = await fetch(`${server.url}/api/v1/reports/reconciliation?documentCode=ARTICLE-2020-12-21`, {
      headers,
    });
    const { rows } = (await report.json()) as { rows: { code: string; state: string }[] };
    expect(rows.length).toBe(20);
    expect(rows.filter(({ state }) => state !== 'matched')).toEqual([]);
  });
});

test('the examples in the API’s document are answered', async () => {
  const headers = { authorization: `Bearer ${await signIn()}` };
  const addresses = operationsOf(committedDocument()).flatMap(({ method, ...operation }) =>
    method === 'GET' ? addressOf(operation) : [],
  );
  expect(addresses.length).toBeGreaterThanOrEqual(10);
  for (const address of addresses) {
    const { status } = await fetch(server.url + address, { headers });
    expect({ address, status }).toEqual({ address, status: 200 });
  }
});

/** The address that the examples of an operation's parameters make; none where there are none. */
function addressOf({ template, path, query }: Pick<Operation, 'template' | 'path' | 'query'>): string[] {
  const said = (parameters: Parameter[]) =>
    parameters.flatMap(({ name, schema }) =>
      schema.example === undefined ? [] : [[name, String(schema.example)] as [string, string]],
    );
  const filled = said(path).reduce((address, [name, value]) => address.replace(`{${name}}`, value), template);
  const asked = new URLSearchParams(said(query)).toString();
  return filled === template && asked === '' ? [] : [`${filled}?${asked}`];
}

async function signIn(): Promise<string> {
  const password = (await readFile(join(folder, '.data/demo-password'), 'utf8')).trim();
  const session = await fetch(`${server.url}/api/v1/auth/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'auditor@demo.htx', password }),
  });
  return ((await session.json()) as { accessToken: string }).accessToken;
}

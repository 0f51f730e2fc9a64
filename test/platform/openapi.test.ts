import { expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { story } from '../kit/story.js';
import { root } from '../setup/built.js';

/** The committed document: what the server serves, and good for a typed client; `npm run check` has linters read it. */

const COMMITTED = join(root, 'docs/openapi.json');
const run = promisify(execFile);

/** Runs a tool of node_modules; answers what it printed, whatever its exit code. */
async function tool(name: string, ...args: string[]): Promise<{ code: number; output: string; errors: string }> {
  const path = join(root, 'node_modules/.bin', name);
  try {
    const { stdout, stderr } = await run(path, args, { cwd: root, maxBuffer: 64 * 1024 * 1024 });
    return { code: 0, output: stdout, errors: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code?: number | string; stdout?: string; stderr?: string };
    if (typeof code !== 'number') throw error;
    return { code, output: stdout ?? '', errors: stderr ?? '' };
  }
}

/** A folder inside the project, so that what is made there finds node_modules; gone afterwards. */
async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(root, 'dist/openapi-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

story('the committed document is the one that the server serves', async (_, { server }) => {
  const served = await (await fetch(`${server.url}/docs/openapi.json`)).json();
  const committed: unknown = JSON.parse(await readFile(COMMITTED, 'utf8'));
  // Otherwise: npm run build && npm run htx -- openapi write
  expect(committed).toEqual(served);
});

const CLIENT = `
import type { components, paths } from './schema.js';
type List = paths['/api/v1/organizations']['get'];
export const query: List['parameters']['query'] = { limit: 10, asOf: '2020-11-27' };
// @ts-expect-error no such parameter
export const strange: List['parameters']['query'] = { nonsense: 1 };
// @ts-expect-error no such path
export type Strange = paths['/api/v1/nonsense'];
type Page = List['responses'][200]['content']['application/json'];
export const ids = (page: Page): string[] => page.items.map((item) => item.id);
export const next = (page: Page): string | null => page.next;
export const counted = ({ awards }: components['schemas']['AwardsReportRow']): number => awards;
// @ts-expect-error the last page has no next
export const always = (page: Page): string => page.next;
`;

test('the types of a client generated from it compile, and know its paths, parameters and answers', async () => {
  await inFolder(async (folder) => {
    const made = await tool('openapi-typescript', COMMITTED, '-o', join(folder, 'schema.ts'));
    expect(made).toMatchObject({ code: 0 });
    await writeFile(join(folder, 'client.ts'), CLIENT);
    const options = ['--noEmit', '--strict', '--target', 'es2023', '--module', 'nodenext', '--ignoreConfig'];
    options.push('--lib', 'es2023', '--types', 'null', '--skipLibCheck'); // not what TypeScript and Node bring
    const compiled = await tool('tsc', ...options, join(folder, 'client.ts'));
    expect(compiled).toMatchObject({ code: 0, output: '' });
  });
}, 120_000);

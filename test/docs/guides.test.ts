import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startServer, type RunningServer } from '../kit/server.js';
import { root } from '../setup/built.js';
import { emptyDatabase, type TestDatabase } from '../setup/database.js';
import { answersIn, scriptOf, stepsOf } from './guide.js';

/** The guides are run as a reader would paste them, on the demo registry: what they quote must be in the answers. */

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

describe.each(['api-guide.md'])('docs/%s', (name) => {
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

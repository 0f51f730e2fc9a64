import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { startServer } from '../kit/server.js';
import { root } from '../setup/built.js';
import { cloneDatabase } from '../setup/database.js';
import { matrixOf, type Result } from './matrix.js';

/** One server, and what the matrix says of it. */
async function tried(): Promise<Result> {
  const database = await cloneDatabase();
  try {
    const server = await startServer(database.url);
    try {
      return await matrixOf({ url: server.url, databaseUrl: database.url, dist: join(root, 'dist') });
    } finally {
      await server.stop();
    }
  } finally {
    await database.drop();
  }
}

test('every operation does for everybody just what its published policy promises (ASVS 8.2.1, 8.2.2, 8.2.3)', async () => {
  const { operations, cells, doors, findings } = await tried();
  expect(findings).toEqual([]);
  expect(cells).toBe(operations * 12);
  expect(doors).toBeGreaterThan(1_000);
}, 600_000);

import { expect, test } from '@jest/globals';
import { runBuilt } from '../setup/built.js';
import { emptyDatabase } from '../setup/database.js';

test('of three that migrate at once one does it, and the others find it done', async () => {
  const database = await emptyDatabase();
  try {
    const migrate = () => runBuilt('program/cli.ts', ['migrate'], { DATABASE_URL: database.url });
    const said = (await Promise.all([migrate(), migrate(), migrate()])).sort();
    expect(said).toEqual([
      expect.stringContaining('Done: 0001-foundation'),
      expect.stringContaining('The database is up to date.'),
      expect.stringContaining('The database is up to date.'),
    ]);
  } finally {
    await database.drop();
  }
});

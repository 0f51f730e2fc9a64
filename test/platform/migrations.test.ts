import { expect, test } from '@jest/globals';
import { runBuilt } from '../setup/built.js';
import { cloneDatabase, emptyDatabase, rowsOf } from '../setup/database.js';

test('of three that migrate at once one does it, and makes no account (ASVS 6.3.2)', async () => {
  const database = await emptyDatabase();
  try {
    const migrate = () => runBuilt('program/cli.ts', ['migrate'], { DATABASE_URL: database.url });
    const said = (await Promise.all([migrate(), migrate(), migrate()])).sort();
    expect(said).toEqual([
      expect.stringContaining('Done: 0001-foundation'),
      expect.stringContaining('The database is up to date.'),
      expect.stringContaining('The database is up to date.'),
    ]);
    expect(await rowsOf(database.url, 'select from registry.accounts')).toEqual([]);
  } finally {
    await database.drop();
  }
});

test('an older program refuses the database of a newer one', async () => {
  const database = await cloneDatabase();
  const htx = (command: string) => runBuilt('program/cli.ts', [command], { DATABASE_URL: database.url });
  try {
    await rowsOf(
      database.url,
      `update public.migrations set name = '9999-from-tomorrow4000000999900' where id = (select max(id) from public.migrations)`,
    );
    for (const command of ['migrate', 'doctor'])
      await expect(htx(command)).rejects.toThrow(/newer program .*9999-from-tomorrow/);
  } finally {
    await database.drop();
  }
});

import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Passwords } from '../../src/access/passwords.js';
import { askBuilt, root } from '../setup/built.js';
import { castPassword } from '../setup/cast.js';
import { cloneDatabase, rowsOf } from '../setup/database.js';

/** Signs in through the built strategies, and notes each time that argon2 is put to work. */
const ASK = `
  const { Database } = await import('./dist/platform/database/database.js');
  const { Passwords } = await import('./dist/access/passwords.js');
  const { Strategies } = await import('./dist/access/strategies.js');
  const database = await Database.connect({ url: process.env.URL, pool: 2, records: [] });
  const passwords = new Passwords();
  let work = [];
  const take = passwords.places.take.bind(passwords.places);
  passwords.places.take = (job) => { work.push('argon2'); return take(job); };
  const strategies = new Strategies(database, passwords, null);
  const seen = {};
  for (const [who, email, password] of JSON.parse(process.env.ATTEMPTS)) {
    work = [];
    const found = await strategies.ask('password', { email, password });
    seen[who] = { found: found !== null, work };
  }
  await database.close();
  console.log(JSON.stringify(seen));`;

test('an unknown account, a wrong password, a disabled and an invited account cost the same work (ASVS 6.3.8)', async () => {
  const database = await cloneDatabase();
  try {
    const set = (change: string, email: string) =>
      rowsOf(database.url, `update registry.accounts set ${change}, version = version + 1 where email = $1`, [email]);
    await set('disabled_at = now()', 'secretariat@hp.test');
    await set('password_hash = null', 'member@hp.test');
    const attempts = [
      ['known', 'auditor@hp.test', castPassword],
      ['wrong', 'auditor@hp.test', 'một mật khẩu khác'],
      ['unknown', 'nobody@hp.test', castPassword],
      ['disabled', 'secretariat@hp.test', castPassword],
      ['invited', 'member@hp.test', castPassword],
    ];
    const seen = await askBuilt(ASK, { URL: database.url, ATTEMPTS: JSON.stringify(attempts) });
    const once = { found: false, work: ['argon2'] };
    expect(seen).toEqual({
      known: { ...once, found: true },
      wrong: once,
      unknown: once,
      disabled: once,
      invited: once,
    });
  } finally {
    await database.drop();
  }
});

test('what stands in for a missing hash costs what a real one does', async () => {
  const made = await new Passwords().hash(castPassword);
  const [, standIn = ''] =
    /NOBODYS\s*=\s*'([^']+)'/.exec(readFileSync(join(root, 'src/access/passwords.ts'), 'utf8')) ?? [];
  const costOf = (hash: string) => hash.split('$').slice(0, 4);
  expect(costOf(standIn)).toEqual(['', 'argon2id', 'v=19', 'm=19456,t=2,p=1']);
  expect(costOf(standIn)).toEqual(costOf(made));
});

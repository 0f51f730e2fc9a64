import { expect } from '@jest/globals';
import { entersOrganization } from '../kit/makers.js';
import { story } from '../kit/story.js';
import { runBuilt } from '../setup/built.js';
import { rowsOf } from '../setup/database.js';

story(
  'an account of a member is made where both codes lead',
  async ({ secretariat, administrator }, { databaseUrl }) => {
    const { body } = await entersOrganization(secretariat);
    const add = (alliance: string) => {
      const wanted = `--email ${alliance}@htx.example --role member --organization ${body['code']} --alliance ${alliance}`;
      return runBuilt('program/cli.ts', ['accounts', 'add', ...wanted.split(' ')], { DATABASE_URL: databaseUrl });
    };
    await expect(add('NOWHERE')).rejects.toThrow('There is no alliance with the code NOWHERE.');
    await expect(add('VN')).rejects.toThrow('organizationId: there is no such record.');
    expect(await add('HP')).toContain('sets a password');
    const called = `Tổ chức thành viên ${body['code']}`; // as the audit tells of it
    await administrator.get('accounts', { organizationId: body['id'] as string }).lists({ name: called });
  },
);

story('what a full disk or a lost connection does to a command is one sentence', async (_, { databaseUrl }) => {
  const fails = (how: string) =>
    rowsOf(
      databaseUrl,
      `create or replace function registry.fails() returns trigger language plpgsql as $$ begin ${how}; return new; end $$;
       create or replace trigger fails before insert on registry.accounts for each row execute function registry.fails()`,
    );
  const add = () => {
    const wanted = ['accounts', 'add', '--email', 'day@htx.example', '--role', 'auditor', '--alliance', 'HP'];
    return runBuilt('program/cli.ts', wanted, { DATABASE_URL: databaseUrl });
  };
  await fails(`raise exception 'could not extend file "base/1": No space left on device' using errcode = '53100'`);
  await expect(add()).rejects.toThrow(/^The disk that holds the database is full: free some space and do it again\.$/m);
  await fails(`raise exception 'terminating connection due to administrator command' using errcode = '57P01'`);
  const lost = /^The database did not answer \(.+\): see that it runs, or in its log why it ended, and do it again\.$/m;
  await expect(add()).rejects.toThrow(lost);
  await rowsOf(databaseUrl, 'drop function registry.fails() cascade');
});

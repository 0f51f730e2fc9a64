import { expect } from '@jest/globals';
import { entersOrganization } from '../kit/makers.js';
import { story } from '../kit/story.js';
import { runBuilt } from '../setup/built.js';

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
    const called = `tổ chức thành viên ${body['code']}`; // as the audit tells of it
    await administrator.get('accounts', { organizationId: body['id'] as string }).lists({ name: called });
  },
);

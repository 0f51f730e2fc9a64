import { expect } from '@jest/globals';
import { admits } from '../kit/makers.js';
import { story } from '../kit/story.js';
import { onDatabase } from '../setup/database.js';

story('a report has 30 s where a list has 5, whoever asks for it', async (cast, { databaseUrl }) => {
  const { secretariat, auditor, otherAlliance } = cast;
  await admits(secretariat);
  await admits(otherAlliance);
  const count = async (by: typeof secretariat) => {
    const { body } = await by.get('reports/members').is();
    return (body['rows'] as { members: number }[]).reduce((sum, { members }) => sum + members, 0);
  };
  const counted = [await count(secretariat), await count(auditor), await count(otherAlliance)];
  expect(Math.min(...counted)).toBeGreaterThan(0);
  // Memberships that only a statement can see which has 30 s.
  await onDatabase(
    databaseUrl,
    'set search_path = registry',
    'alter table memberships rename to memberships_behind',
    `create view memberships with (security_invoker = true) as
     select * from memberships_behind where current_setting('statement_timeout') = '30s'`,
    'grant select on memberships to registry_server, registry_visitor',
  );
  try {
    for (const by of [secretariat, auditor, otherAlliance])
      expect((await by.get('memberships').is()).items).toEqual([]);
    expect([await count(secretariat), await count(auditor), await count(otherAlliance)]).toEqual(counted);
    const { items } = await secretariat.get('memberships', { knownAt: new Date().toISOString() }).is();
    expect(items.length).toBeGreaterThan(0);
  } finally {
    await onDatabase(
      databaseUrl,
      'set search_path = registry',
      'drop view memberships',
      'alter table memberships_behind rename to memberships',
    );
  }
});

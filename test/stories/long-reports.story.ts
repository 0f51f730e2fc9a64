import { expect } from '@jest/globals';
import { admits, congress, entersOrganization } from '../kit/makers.js';
import { story } from '../kit/story.js';
import { onDatabase, rowsOf } from '../setup/database.js';

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

story('a report of more rows than a file may have is refused as one, as a list is', async ({ secretariat }, stage) => {
  const { id: organizationId } = await entersOrganization(secretariat);
  const { id: congressId } = await secretariat.post('congresses', congress()).created();
  const sent = { organizationId, officialSeats: 1, alternateSeats: 0 };
  await secretariat.post(`congresses/${congressId}/delegations`, sent).created();
  const organizations = `insert into registry.organizations (id, alliance_id, kind, founded_precision, organizing_law)
    select gen_random_uuid(), alliance_id, kind, founded_precision, organizing_law
    from registry.organizations cross join generate_series(1, 1000) where id = $1`;
  await rowsOf(stage.databaseUrl, organizations, [organizationId]);
  const delegations = `insert into registry.delegations (id, alliance_id, congress_id, organization_id, official_seats, alternate_seats)
    select gen_random_uuid(), o.alliance_id, $1, o.id, 1, 0 from registry.organizations o
    where o.id <> $2 and o.alliance_id = (select alliance_id from registry.congresses where id = $1)`;
  await rowsOf(stage.databaseUrl, delegations, [congressId, organizationId]);
  const report = (format: string) => secretariat.get('reports/delegations', { format, from: '2020-01-01' });
  await report('pdf').refusedAt('/format', 'too-many-rows');
  expect((await report('csv')).status).toBe(200);
});

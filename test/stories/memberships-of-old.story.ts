import { expect } from '@jest/globals';
import { admission, admits, decision, entersOrganization } from '../kit/makers.js';
import type { Json } from '../kit/reply.js';
import { story } from '../kit/story.js';
import { rowsOf } from '../setup/database.js';

/** Memberships from the papers of twenty years, in whichever order they turn up. */

const left = (endedOn: string, more: Json = {}) => ({ kind: 'withdrawn', endedOn, ...more });

story('an earlier membership is entered after the present one, with its end', async ({ secretariat, auditor }) => {
  const { id: organizationId } = await entersOrganization(secretariat, { on: '2005-01-01' });
  const { id: documentId } = await secretariat.post('documents', decision()).created();
  await secretariat.post('memberships', admission(organizationId, { admittedOn: '2021-05-19' })).created();
  const earlier = (exits: Json[], admittedOn = '2012-05-19') =>
    secretariat.post('memberships', admission(organizationId, { admittedOn, exits }));
  await earlier([]).refusedAt('/admittedOn', 'already-a-member');
  await earlier([left('2021-05-20')]).refusedAt('/admittedOn', 'already-a-member');
  await earlier([left('2012-05-18')]).refusedAt('/exits/0/endedOn', 'before-admission');
  await earlier([left('2016-01-01', { kind: 'lost' })]).refusedAt('/exits/0/kind', 'not-in-list');
  await earlier([left('2016-01-01', { documentId: organizationId })]).refusedAt(
    '/exits/0/documentId',
    'unknown-reference',
  );
  await earlier([left('2016-01-01'), left('2017-01-01')]).refusedAt('/exits', 'too-many');
  const ground = 'xin ra';
  const entered = await earlier([left('2016-01-01', { ground, documentId })]).created({ standing: 'member' });
  await auditor.get(`memberships/${entered.id}`, { asOf: '2016-01-01' }).is({
    standing: 'ended',
    endedOn: '2016-01-01',
    exit: { kind: 'withdrawn', ground, document: { id: documentId } },
  });
  await auditor.get('memberships', { organizationId, asOf: '2015-12-31' }).lists({ id: entered.id });
  await auditor.get('memberships', { organizationId, asOf: '2018-01-01' }).lists();
});

story(
  'how a membership ended is corrected where the organisation came back since',
  async ({ secretariat, auditor, otherAlliance }) => {
    const { id: organizationId } = await entersOrganization(secretariat, { on: '2005-01-01' });
    const first = admission(organizationId, { admittedOn: '2012-01-01', exits: [left('2015-01-01')] });
    const { id } = await secretariat.post('memberships', first).created();
    await secretariat.post('memberships', admission(organizationId, { admittedOn: '2018-01-01' })).created();
    const { body } = await auditor.get(`memberships/${id}`).is();
    const exit = `membership-exits/${(body['exit'] as { id: string }).id}`;

    await secretariat.correct(exit, { endedOn: '2018-01-02' }).refusedAt('/endedOn', 'already-a-member');
    await secretariat.correct(exit, { endedOn: '2011-12-31' }).refusedAt('/endedOn', 'before-admission');
    const rests = { suspendedOn: '2013-01-01', resumedOn: '2014-06-01' };
    await secretariat.post(`memberships/${id}/suspensions`, rests).created();
    await secretariat.correct(exit, { endedOn: '2014-05-31' }).refusedAt('/endedOn', 'suspension-outside-membership');
    await otherAlliance.patch(exit, { reason: 'thử xem', kind: 'removed' }, { 'If-Match': '"1-x"' }).unknown();
    const corrected = { endedOn: '2018-01-01', kind: 'removed', ground: 'theo biên bản tìm thấy' };
    await secretariat.correct(exit, corrected).is(corrected);
    await auditor.get(`memberships/${id}`, { asOf: '2017-12-31' }).is({ standing: 'member' });
    await auditor.get(`memberships/${id}`, { asOf: '2018-01-01' }).is({ standing: 'ended', exit: { kind: 'removed' } });
    const { items } = await auditor.get(`memberships/${id}/history`).is();
    expect(items.flatMap(({ changes }) => changes as Json[])).toContainEqual(
      expect.objectContaining({ field: 'endedOn', before: '2015-01-01', after: '2018-01-01' }),
    );
  },
);

story('a member of another category since a decision was of the first one before', async (cast, stage) => {
  const { secretariat, auditor, otherAlliance } = cast;
  const { id, body } = await admits(secretariat, { admittedOn: '2019-01-01', category: 'associate' });
  const { id: organizationId } = body['organization'] as { id: string };
  const path = `memberships/${id}`;
  const changes = (entry: Json) => secretariat.post(`${path}/category-changes`, entry);
  const official = { category: 'official', validFrom: '2022-07-01' };
  await changes({ ...official, validFrom: '2018-12-31' }).refusedAt('/validFrom', 'before-admission');
  await changes({ ...official, category: 'unheard_of' }).refusedAt('/category', 'unknown-code');
  const changed = await changes(official).created({ category: 'official', categoryChanges: [official] });
  await changes(official).refusedAt('/validFrom', 'membership-category-day-taken');
  await changes({ category: 'honorary', validFrom: '2024-01-01' }).created({ category: 'honorary' });
  for (const [asOf, category] of [
    ['2022-06-30', 'associate'],
    ['2022-07-01', 'official'],
    ['2024-01-01', 'honorary'],
  ] as const) {
    await auditor.get(path, { asOf }).is({ category });
    await auditor.get('memberships', { organizationId, category, asOf }).lists({ id });
  }
  await auditor.get('memberships', { organizationId, category: 'associate', asOf: '2022-07-01' }).lists();
  await auditor
    .get(`organizations/${organizationId}/timeline`, { event: 'category_changed' })
    .lists({ on: '2022-07-01', category: 'official' }, { on: '2024-01-01', category: 'honorary' });

  await changes({ category: 'associate', validFrom: '2020-01-01' }).refusedAt(
    '/category',
    'membership-category-already',
  );
  const { category } = (await secretariat.get(path).is({ categoryAtAdmission: 'associate' })).body;
  const asRead = { category: String(category), certificateNumber: 'GCN-7' };
  await secretariat.correct(path, asRead).refusedAt('/category', 'membership-category-has-changed');
  await secretariat.correct(path, { ...asRead, category: 'associate' }).is({ category, certificateNumber: 'GCN-7' });

  await secretariat.post(`${path}/exits`, left('2024-01-01')).refusedAt('/endedOn', 'category-outside-membership');
  await secretariat.correct(path, { admittedOn: '2022-07-02' }).refusedAt('/admittedOn', 'category-outside-membership');
  const { body: over } = await secretariat.post(`${path}/exits`, left('2024-01-02')).created();
  const exit = `membership-exits/${(over['exit'] as { id: string }).id}`;
  await secretariat.correct(exit, { endedOn: '2024-01-01' }).refusedAt('/endedOn', 'category-outside-membership');
  await secretariat.post(`${exit}/voidings`, { reason: 'nhập nhầm' }).created();

  const [first] = changed.body['categoryChanges'] as [{ id: string }];
  const one = `membership-category-changes/${first.id}`;
  await otherAlliance.get(one).unknown();
  await otherAlliance.post(`${one}/voidings`, { reason: 'nhập nhầm' }).unknown();
  await otherAlliance.post(`${path}/category-changes`, official).unknown();
  await auditor.get(one).is({ membershipId: id, category: 'official' });
  await secretariat.post(`${one}/voidings`, { reason: 'nhập nhầm' }).created({ voidReason: 'nhập nhầm' });
  await auditor.get(path, { asOf: '2022-07-01' }).is({ category: 'associate' });
  await auditor
    .get(`organizations/${organizationId}/timeline`, { event: 'category_changed' })
    .lists({ on: '2024-01-01' });
  await auditor.get(`${path}/history`, { table: 'membership_category_changes' }).lists({}, {}, {});
  await secretariat.post(`${path}/exits`, left('2025-01-01')).created();
  await changes({ ...official, validFrom: '2025-01-01' }).refusedAt('/validFrom', 'membership-ended');
  await secretariat.correct(path, { admittedOn: '2022-07-02' }).is(); // what was taken back stands in nobody's way

  // Nor does anybody write otherwise at a console.
  const moved = (validFrom: string) =>
    rowsOf(
      stage.databaseUrl,
      `update registry.membership_category_changes set valid_from = $2, version = version + 1
       where membership_id = $1 and voided_at is null`,
      [id, validFrom],
    );
  for (const outside of ['2022-07-01', '2025-01-01'])
    await expect(moved(outside)).rejects.toThrow('a category outside the membership');
  for (const within of ['2022-07-02', '2024-12-31']) await moved(within);
});

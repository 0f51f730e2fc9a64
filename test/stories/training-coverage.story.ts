import { expect } from '@jest/globals';
import type { Client } from '../kit/client.js';
import { entersOrganization, position } from '../kit/makers.js';
import { momentOfNow } from '../kit/signed.js';
import { story } from '../kit/story.js';
import { course, entersOfficer, participant, teaches } from '../kit/training-makers.js';

/** Who is missing, of one organisation. */
const missing = (by: Client, organizationId: string, more: object = {}) =>
  by.get('training-coverage/managers', { organizationId, asOf: '2021-12-31', trained: false, total: true, ...more });

story(
  'a manager is missing until a course is completed within the period',
  async ({ secretariat, auditor, member }) => {
    const { id: organizationId } = await entersOrganization(secretariat);
    const director = await entersOfficer(secretariat, organizationId);
    await entersOfficer(secretariat, organizationId, { position: 'treasurer' });
    const { id: courseId } = await secretariat.post('training-courses', course()).created();
    await missing(auditor, organizationId).is({ total: 1, items: [{ id: director, trained: false, courses: [] }] });

    const [id] = await teaches(secretariat, courseId, participant(director, organizationId, { result: 'attending' }));
    await missing(auditor, organizationId).is({ total: 1 });
    await secretariat.correct(`training-participations/${id}`, { result: 'excellent' }).is();
    await missing(auditor, organizationId).is({ total: 0 });
    await auditor
      .get('training-coverage/managers', { organizationId, asOf: '2021-12-31', trained: true })
      .lists({ id: director, courses: [{ id: courseId, result: 'excellent' }], positions: [{ position: 'director' }] });

    await missing(auditor, organizationId, { asOf: '2021-05-13' }).is({ total: 1 });
    await missing(auditor, organizationId, { asOf: '2022-06-30' }).is({ total: 1 });
    await missing(auditor, organizationId, { asOf: '2022-06-30', from: '2021-05-14' }).is({ total: 0 });
    await missing(auditor, organizationId, { to: '2021-05-13' }).is({ total: 1 });
    await missing(auditor, organizationId, { to: '2021-05-14' }).is({ total: 0 });
    await missing(auditor, organizationId, { asOf: '2021-05-13', to: '2021-12-31' }).is({ total: 1 }); // not held yet
    await missing(auditor, organizationId, { kind: 'enterprise' }).is({ total: 0 });
    for (const reversed of [{ to: '2020-12-31' }, { from: '2022-01-01' }])
      await missing(auditor, organizationId, reversed).refusedAt('/to', 'before-start');
    await missing(auditor, organizationId, { from: 'hôm qua' }).refusedAt('/from', 'not-a-day');
    await missing(auditor, organizationId, { asOf: '2018-03-19' }).is({ total: 0 });

    await secretariat.post(`training-participations/${id}/voidings`, { reason: 'nhập nhầm người' }).created();
    await missing(auditor, organizationId).is({ total: 1 });
    await missing(member, organizationId).forbidden();
  },
);

story('of three managers two are 66.66 percent: nothing is rounded up to what was not reached', async (cast) => {
  const { secretariat, auditor } = cast;
  const { id: organizationId } = await entersOrganization(secretariat, { kind: 'cooperative_union' });
  const { id: courseId } = await secretariat.post('training-courses', course()).created();
  for (const taught of [true, true, false]) {
    const personId = await entersOfficer(secretariat, organizationId);
    if (taught) await teaches(secretariat, courseId, participant(personId, organizationId));
  }
  const group = await entersOrganization(secretariat, { kind: 'cooperative_group' });
  await entersOfficer(secretariat, group.id);
  const rows = await report(auditor);
  const kinds = rows.map(({ kind }) => kind); // as the list of kinds has them, not by their letters
  expect(kinds.indexOf('cooperative_union')).toBeLessThan(kinds.indexOf('cooperative_group'));
  const union = rows.find(({ kind }) => kind === 'cooperative_union');
  expect(union).toMatchObject({ managers: 3, trained: 2, missing: 1, percentage: 66.66 });
});

story('who holds two offices, and took two courses, is one manager', async ({ secretariat, auditor }) => {
  const { id: organizationId } = await entersOrganization(secretariat);
  const chair = await entersOfficer(secretariat, organizationId, { position: 'board_chair' });
  const held = { personId: chair, organizationId, position: 'director', validFrom: '2019-01-01' };
  await secretariat.post('positions', held).created();
  for (const startsOn of ['2021-03-01', '2021-04-05']) {
    const { id } = await secretariat.post('training-courses', course({ startsOn, endsOn: startsOn })).created();
    await teaches(secretariat, id, participant(chair, organizationId));
  }
  await auditor
    .get('training-coverage/managers', { organizationId, asOf: '2021-12-31', total: true })
    .is({ total: 1, items: [{ id: chair, trained: true, positions: [{}, {}], courses: [{}, {}] }] });

  await secretariat.post(`organizations/${organizationId}/statuses`, { status: 'dissolved', validFrom: '2021-06-01' });
  const on = (asOf: string) => auditor.get('training-coverage/managers', { organizationId, asOf });
  await on('2021-05-31').lists({ id: chair });
  await on('2021-06-01').lists();
});

interface Row {
  kind: string | null;
  managers: number;
  trained: number;
  percentage: number | null;
  missing: number;
  managerRows: string;
  trainedRows: string;
  rows: string;
}
const report = async (by: Client, query: Record<string, string> = {}): Promise<Row[]> =>
  (await by.get('reports/training-coverage', { asOf: '2021-12-31', ...query }).is()).body['rows'] as Row[];

story('the share of those trained is reported by kind of organisation, with who is missing', async (cast) => {
  const { secretariat, auditor, otherAlliance } = cast;
  const { id: enterprise } = await entersOrganization(secretariat, {
    kind: 'enterprise',
    organizingLaw: 'enterprises',
  });
  const { id: cooperative } = await entersOrganization(secretariat);
  const both = await entersOfficer(secretariat, cooperative);
  await secretariat.post('positions', position(both, enterprise)).created();
  await entersOfficer(secretariat, enterprise, { position: 'chief_accountant' });
  const { id: courseId } = await secretariat.post('training-courses', course()).created();
  await teaches(secretariat, courseId, participant(both, cooperative));

  const rows = await report(auditor);
  expect(rows.find(({ kind }) => kind === 'enterprise')).toMatchObject({ managers: 2, trained: 1, percentage: 50 });
  const all = rows.at(-1);
  expect(all).toMatchObject({ kind: null });
  for (const { managers, trained, missing, managerRows, trainedRows, rows: missingRows } of rows) {
    await auditor.get(`${managerRows}&total=true`).is({ total: managers });
    await auditor.get(`${trainedRows}&total=true`).is({ total: trained });
    await auditor.get(`${missingRows}&total=true`).is({ total: missing });
  }
  const byKind = rows.slice(0, -1).reduce((sum, { managers }) => sum + managers, 0);
  expect(byKind).toBe(Number(all?.managers) + 1);
  expect(await report(otherAlliance)).toMatchObject([{ kind: null, managers: 0, percentage: null, missing: 0 }]);
  const file = await auditor.get('reports/training-coverage', { format: 'csv' }).is();
  expect(file.text).toContain('Loại hình,Cán bộ quản lý,Đã được đào tạo,Tỷ lệ (%)');
  expect(file.text).toContain('Tất cả,');
  await auditor.get('reports/training-coverage', { from: 'x' }).refusedAt('/from', 'not-a-day');
});

story(
  'what is reported as known stays, whatever is corrected later',
  async ({ secretariat, auditor }, { databaseUrl }) => {
    const { id: organizationId } = await entersOrganization(secretariat);
    const director = await entersOfficer(secretariat, organizationId);
    const { id: courseId } = await secretariat.post('training-courses', course()).created();
    const [id] = await teaches(secretariat, courseId, participant(director, organizationId));
    const knownAt = await momentOfNow(databaseUrl);
    const before = await report(auditor);
    await secretariat.post(`training-participations/${id}/voidings`, { reason: 'nhập nhầm người' }).created();
    const pinned = await report(auditor, { knownAt });
    const counts = (rows: Row[]) => rows.map(({ kind, managers, trained }) => ({ kind, managers, trained }));
    expect(counts(pinned)).toEqual(counts(before));
    expect(counts(await report(auditor))).not.toEqual(counts(before));
    const link = pinned.at(-1)?.rows ?? '';
    await auditor.get(`${link}&total=true`).is({ total: pinned.at(-1)?.missing });
    await missing(auditor, organizationId, { knownAt }).is({ total: 0 });
  },
);

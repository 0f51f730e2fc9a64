import { expect } from '@jest/globals';
import { foundsBelow } from '../kit/accounts.js';
import type { Client } from '../kit/client.js';
import { ownAlliance } from '../kit/congress-makers.js';
import { admission, entersOrganization, person, position } from '../kit/makers.js';
import { lastNumber } from '../kit/signed.js';
import { story } from '../kit/story.js';
import type { Json } from '../kit/reply.js';
import { runBuilt } from '../setup/built.js';
import { rowsOf } from '../setup/database.js';

const sponsor = { code: 'sponsor', vi: 'Thành viên bảo trợ', en: 'Sponsor', rank: 90, validFrom: '2020-01-01' };

story('an alliance adds a category of its own, uses it, renames it and ends it', async (cast) => {
  const { secretariat, auditor, member, otherAlliance } = cast;
  const organizationId = (await entersOrganization(secretariat)).id;
  const sponsored = admission(organizationId, { category: 'sponsor' });
  await secretariat.post('memberships', sponsored).refused('invalid-entry', 422);

  const added = await secretariat.post('codes/membership_category', sponsor).created();
  expect(added.headers.get('location')).toBe(`/api/v1/own-codes/${added.id}`);
  expect(added.body).toMatchObject({ list: 'membership_category', ...sponsor, validTo: null });
  await secretariat.post('memberships', sponsored).created();
  const listed = async (by: typeof member, asOf: string) =>
    ((await by.get('codes/membership_category', { asOf }).is()).items as Json[]).find(({ code }) => code === 'sponsor');
  expect(await listed(member, '2020-01-01')).toMatchObject({ vi: 'Thành viên bảo trợ', rank: 90 });
  expect(await listed(member, '2019-12-31')).toBeUndefined();
  expect(await listed(otherAlliance, '2020-01-01')).toBeUndefined();
  // That there is such a code somewhere else is told to nobody, whoever has asked for it before.
  await auditor.get('memberships', { category: 'sponsor' }).is();
  await otherAlliance.get('memberships', { category: 'sponsor' }).refusedAt('/category', 'not-in-list');

  const path = `own-codes/${added.id}`;
  const words = { vi: 'Thành viên tài trợ', validTo: '2024-01-01', reason: 'Đại hội đổi tên gọi' };
  await secretariat.patch(path, words).refused('if-match-needed', 428);
  await secretariat.patch(path, words, { 'If-Match': added.etag }).is();
  await secretariat.patch(path, words, { 'If-Match': added.etag }).refused('stale-version', 412);
  expect(await listed(auditor, '2023-12-31')).toMatchObject({ vi: 'Thành viên tài trợ', validTo: '2024-01-01' });
  expect(await listed(auditor, '2024-01-01')).toBeUndefined();
  const { items } = await auditor.get(`${path}/history`).is();
  expect(items.map(({ action, reason }) => [action, reason])).toEqual([
    ['insert', null],
    ['update', 'Đại hội đổi tên gọi'],
  ]);
  const { items: own } = await auditor.get('own-codes', { asOf: '2022-01-01' }).is();
  expect(own.map(({ code }) => code)).toEqual(['sponsor']);
  await member.get(path).forbidden();
  await auditor.get(path).is({ code: 'sponsor', vi: 'Thành viên tài trợ' });
  await otherAlliance.get(path).unknown();
  await otherAlliance.get(`${path}/history`).unknown();
  await otherAlliance.patch(path, { reason: 'thử xem' }, { 'If-Match': added.etag }).unknown();
  await auditor.post('codes/membership_category', { ...sponsor, code: 'other' }).refused('not-your-right', 403);
});

story('a closed list takes no code, no code is given twice, none ends before it begins', async ({ secretariat }) => {
  await secretariat.post('codes/organization_kind', sponsor).refused('code-list-closed', 409);
  await secretariat.post('codes/no_such_list', sponsor).unknown();
  await secretariat.post('codes/position', { ...sponsor, code: 'director' }).refusedAt('/code', 'code-taken');
  await secretariat.post('codes/position', { ...sponsor, validTo: '2020-01-01' }).refused('code-ends-too-early', 422);
  for (const code of ['Sponsor', 'nhà_tài_trợ', '1st', 'a-b'])
    await secretariat.post('codes/position', { ...sponsor, code }).refused('invalid-entry', 422);
  const both = ['position', 'position'].map((list) =>
    secretariat.post(`codes/${list}`, { ...sponsor, code: 'adviser' }),
  );
  expect((await Promise.all(both)).map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409]);
});

story(
  'the row of a code that an alliance added becomes no other code, by no statement',
  async ({ secretariat }, stage) => {
    const { id } = await secretariat.post('codes/position', { ...sponsor, code: 'patron' }).created();
    for (const change of [`code = 'director'`, `list = 'membership_category'`])
      await expect(
        rowsOf(stage.databaseUrl, `update registry.own_codes set ${change}, version = version + 1 where id = '${id}'`),
      ).rejects.toThrow('a code keeps its list, its name and its alliance');
  },
);

story('the list of positions says which count as managers; the list of lists which are open', async (cast) => {
  const { member } = cast;
  const { items } = await member.get('codes/position').is();
  const managers = items.filter(({ manager }) => manager === true).map(({ code }) => code);
  expect(managers).toContain('chief_accountant');
  expect(managers).not.toContain('treasurer');
  expect((await member.get('codes/document_kind').is()).items[0]).toMatchObject({ manager: null, allianceId: null });
  const { items: lists } = await member.get('codes', { limit: 200 }).is();
  const open = lists.filter((list) => list['open'] === true).map(({ list }) => list);
  expect(open).toContain('membership_category');
  expect(open).not.toContain('organization_kind');
});

story('a code is used by its alliance, by those below and above it, and by no other', async (cast) => {
  const { secretariat, otherAlliance, administrator, anonymous, member } = cast;
  await secretariat.post('codes/membership_category', { ...sponsor, code: 'patron' }).created();
  const { clerk } = await foundsBelow(administrator, anonymous, await ownAlliance(secretariat), 'HP-DM');
  await clerk.post('codes/membership_category', { ...sponsor, code: 'friend' }).created();
  const entry = async (by: Client, category: string) => admission((await entersOrganization(by)).id, { category });
  await clerk.post('memberships', await entry(clerk, 'patron')).created();
  await secretariat.post('memberships', await entry(secretariat, 'friend')).created();
  for (const by of [clerk, secretariat]) {
    const { items } = await by.get('codes/membership_category', { limit: 200 }).is();
    expect(items.map(({ code }) => code)).toEqual(expect.arrayContaining(['patron', 'friend']));
    await by.get('memberships', { category: ['patron', 'friend'], total: true }).is();
  }
  await otherAlliance.post('codes/membership_category', { ...sponsor, code: 'stranger' }).created();
  for (const by of [member, secretariat, clerk]) {
    const { text } = await by.get('memberships', { category: 'nonsense' }).refusedAt('/category', 'not-in-list');
    expect(text).not.toContain('stranger');
    await by.get('memberships', { category: 'stranger' }).refusedAt('/category', 'not-in-list');
  }
  const own = await entry(otherAlliance, 'patron');
  await otherAlliance.post('memberships', own).refusedAt('/category', 'unknown-code');
  const { id } = await otherAlliance.post('memberships', { ...own, category: 'official' }).created();
  await otherAlliance.correct(`memberships/${id}`, { category: 'friend' }).refusedAt('/category', 'unknown-code');
});

story(
  'what was known of a code stays as it was: its labels in files, its place in lists and reports',
  async (cast, stage) => {
    const { secretariat, auditor, member } = cast;
    const known = { vi: 'Du lịch sinh thái', en: 'Eco-tourism', rank: 990 };
    const sector = await secretariat.post('codes/organization_sector', { code: 'eco_tourism', ...known }).created();
    const office = await secretariat.post('codes/position', { code: 'adviser_of_all', ...known }).created();
    const { id: organizationId } = await entersOrganization(secretariat, { sector: 'eco_tourism' });
    for (const more of [{ organizationId }, { organizationId: (await entersOrganization(secretariat)).id }])
      await secretariat.post('memberships', admission(more.organizationId)).created();
    const { id: personId } = await secretariat.post('people', person()).created();
    for (const held of ['adviser_of_all', 'director'])
      await secretariat.post('positions', position(personId, organizationId, { position: held })).created();
    const knownAt = String(await lastNumber(stage.databaseUrl));
    const pinned = { knownAt, asOf: '2022-06-01' };
    const questions = [
      [auditor, 'reports/members', {}],
      [auditor, 'reports/members', { format: 'csv' }],
      [auditor, 'organizations', { sector: 'eco_tourism', format: 'csv' }],
      [auditor, 'positions', { organizationId, sort: 'position' }],
      [auditor, 'codes/organization_sector', {}],
      [member, 'codes/organization_sector', {}],
    ] as const;
    const asked = async () => {
      const answers = [];
      for (const [by, path, query] of questions) answers.push((await by.get(path, { ...pinned, ...query }).is()).text);
      return answers;
    };
    const before = await asked();
    expect(before.join()).toMatch('Du lịch sinh thái');
    for (const { id } of [sector, office])
      await secretariat.correct(`own-codes/${id}`, { vi: 'Du lịch cộng đồng', rank: 1 }).is();
    expect((await auditor.get('codes/organization_sector').is()).text).toMatch('Du lịch cộng đồng');
    expect(await asked()).toEqual(before);

    const doctor = () => runBuilt('program/cli.ts', ['doctor'], { DATABASE_URL: stage.databaseUrl });
    const says = /problem {2}codes of alliances shown as they are kept/;
    const { stdout } = (await doctor().catch((error: unknown) => error)) as { stdout: string };
    expect(stdout).not.toMatch(says);
    await rowsOf(stage.databaseUrl, `update registry.codes set vi = 'sửa trộm' where code = 'eco_tourism'`);
    await expect(doctor()).rejects.toMatchObject({ stdout: expect.stringMatching(says) });
  },
);

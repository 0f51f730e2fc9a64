import { expect } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { admission, admits, entersOrganization } from '../kit/makers.js';
import { story } from '../kit/story.js';
import { rowsOf } from '../setup/database.js';

story(
  'an organisation is admitted, rests, counts again and leaves; each day tells what it was',
  async ({ secretariat, auditor }) => {
    const { id } = await entersOrganization(secretariat, { name: 'Hợp tác xã Thủy sản Tân Lập' });
    const member = await secretariat
      .post('memberships', admission(id, { number: 'T-1', admittedOn: '2018-05-11', reason: 'theo quyết định' }))
      .created({ number: 'T-1', standing: 'member', organization: { name: 'Hợp tác xã Thủy sản Tân Lập' } });
    const path = `memberships/${member.id}`;
    await secretariat
      .post(`${path}/suspensions`, { suspendedOn: '2019-03-01', ground: 'không đóng hội phí' })
      .created({ standing: 'suspended' });
    await secretariat.post(`${path}/resumptions`, { resumedOn: '2019-09-01' }).created({ standing: 'member' });
    await secretariat
      .post(`${path}/exits`, { kind: 'withdrawn', endedOn: '2021-07-01', ground: 'xin ra' })
      .created({ standing: 'ended', exit: { kind: 'withdrawn' } });

    for (const [asOf, standing] of Object.entries({
      '2018-05-10': 'future',
      '2018-05-11': 'member',
      '2019-03-01': 'suspended',
      '2019-09-01': 'member',
      '2021-06-30': 'member',
      '2021-07-01': 'ended',
    })) {
      await auditor.get(path, { asOf }).is({ standing });
    }
    await auditor.get('memberships', { organizationId: id, asOf: '2021-06-30' }).lists({ number: 'T-1' });
    await auditor.get('memberships', { organizationId: id, asOf: '2021-07-01' }).lists();
    await auditor.get('memberships', { organizationId: id, asOf: '2021-07-01', ever: true }).lists({ number: 'T-1' });
    await auditor
      .get(`${path}/history`)
      .is({ items: [{ action: 'insert', reason: 'theo quyết định' }, {}, {}, {}, {}] });
  },
);

story('two memberships of one organisation never overlap, and a number is given once', async ({ secretariat }) => {
  const { id } = await entersOrganization(secretariat);
  const first = await secretariat.post('memberships', admission(id, { number: 'N-1' })).created();
  await secretariat
    .post('memberships', admission(id, { admittedOn: '2020-01-01' }))
    .refusedAt('/admittedOn', 'already-a-member');
  await secretariat.post(`memberships/${first.id}/exits`, { kind: 'withdrawn', endedOn: '2019-01-01' }).created();
  await secretariat.post('memberships', admission(id, { admittedOn: '2018-12-31' })).refused('already-a-member', 409);
  await secretariat
    .post('memberships', admission(id, { number: 'N-1', admittedOn: '2020-01-01' }))
    .refused('membership-number-taken', 409);
  const second = admission(id, { number: '00263', admittedOn: '2019-01-01' });
  const { id: secondId } = await secretariat.post('memberships', second).created();
  await secretariat.correct(`memberships/${secondId}`, { number: '0263' }).is({ number: '0263' });
  await secretariat.get('memberships', { number: '263', ever: true, standing: 'member' }).lists({ id: secondId });
  const { id: another } = await entersOrganization(secretariat);
  for (const number of ['263', '0263', ' 02 63', '00263']) {
    const refused = await secretariat
      .post('memberships', admission(another, { number }))
      .refusedAt('/number', 'membership-number-taken');
    expect(refused.text).toContain('Số thẻ 0263 đã cấp');
  }
});

story('of thirty admissions at once one holds, and the others are told in words', async ({ secretariat }) => {
  const { id } = await entersOrganization(secretariat);
  const replies = await Promise.all(
    Array.from({ length: 30 }, (_, i) => secretariat.post('memberships', admission(id, { number: `R-${i}` }))),
  );
  expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(new Set(replies.filter(({ status }) => status !== 201).map(({ problemCode }) => problemCode))).toEqual(
    new Set(['already-a-member']),
  );
});

story('events keep to the order of days (ASVS 2.2.3, 2.3.1)', async ({ secretariat }) => {
  const { id } = await admits(secretariat, { admittedOn: '2018-05-11' });
  const path = `memberships/${id}`;
  await secretariat
    .post(`${path}/exits`, { kind: 'withdrawn', endedOn: '2018-05-10' })
    .refused('before-admission', 422);
  await secretariat.post(`${path}/resumptions`, { resumedOn: '2019-01-01' }).refused('membership-not-suspended', 409);
  await secretariat.post(`${path}/suspensions`, { suspendedOn: '2019-03-01' }).created();
  await secretariat
    .post(`${path}/suspensions`, { suspendedOn: '2019-04-01' })
    .refusedAt('/suspendedOn', 'membership-already-suspended');
  await secretariat.post(`${path}/resumptions`, { resumedOn: '2019-02-01' }).refused('before-suspension', 422);
  await secretariat.post(`${path}/exits`, { kind: 'expelled', endedOn: '2020-01-01' }).created();
  await secretariat.post(`${path}/exits`, { kind: 'expelled', endedOn: '2020-01-01' }).refused('membership-ended', 409);
});

story(
  'a wrong date is corrected and a mistaken entry voided; history keeps it all',
  async ({ secretariat, auditor }) => {
    const { id } = await admits(secretariat, { admittedOn: '2018-05-11' });
    const path = `memberships/${id}`;
    await secretariat
      .correct(path, { admittedOn: '2018-05-12', reason: 'ghi nhầm ngày' })
      .is({ admittedOn: '2018-05-12' });
    const { items } = await auditor.get(`${path}/history`);
    expect(items.at(-1)).toMatchObject({
      reason: 'ghi nhầm ngày',
      changes: [{ field: 'admittedOn', before: '2018-05-11', after: '2018-05-12' }],
    });
    await secretariat.post(`${path}/voidings`, { reason: 'nhập nhầm tổ chức' }).created({ standing: 'voided' });
    await auditor.get(path).is({ standing: 'voided', voidReason: 'nhập nhầm tổ chức' });
  },
);

story(
  'what is not yours is as unknown as what does not exist',
  async ({ secretariat, otherAlliance, member, administrator }) => {
    const { id } = await admits(secretariat);
    const path = `memberships/${id}`;
    await otherAlliance.get(path).unknown();
    await otherAlliance.get(`${path}/history`).unknown();
    await member.get(path).unknown();
    await member.get(`${path}/history`).unknown();
    await otherAlliance.patch(path, { reason: 'thử', number: 'X' }, { 'If-Match': '"1-x"' }).unknown();
    await otherAlliance.post(`${path}/exits`, { kind: 'withdrawn', endedOn: '2021-01-01' }).unknown();
    await otherAlliance.post(`${path}/suspensions`, { suspendedOn: '2021-01-01' }).unknown();
    await otherAlliance.post(`${path}/resumptions`, { resumedOn: '2021-01-01' }).unknown();
    await otherAlliance.post(`${path}/voidings`, { reason: 'thử xem' }).unknown();
    await member.post('memberships', {}).forbidden();
    await administrator.get('memberships').forbidden();
  },
);

story('a member sees its own membership and nothing else', async ({ secretariat, member }) => {
  await admits(secretariat);
  const { items } = await secretariat.get('organizations', { code: 'HTX-CAST01' });
  const own = String(items[0]?.['id']);
  await secretariat.post('memberships', admission(own, { number: 'M-1' })).created();
  await member.get('memberships', { ever: true }).lists({ number: 'M-1' });
});

story(
  'the life of a member is one request, and the audit sees every write',
  async ({ secretariat, auditor, otherAlliance }) => {
    const { id } = await entersOrganization(secretariat, { on: '2018-03-20' });
    const member = await secretariat
      .post('memberships', admission(id, { number: 'L-1', admittedOn: '2018-05-11' }))
      .created();
    await secretariat.post(`memberships/${member.id}/suspensions`, { suspendedOn: '2019-03-01' }).created();
    await secretariat.post(`memberships/${member.id}/resumptions`, { resumedOn: '2019-09-01' }).created();
    await secretariat.post(`memberships/${member.id}/exits`, { kind: 'withdrawn', endedOn: '2021-07-01' }).created();
    const { items } = await auditor.get(`organizations/${id}/timeline`).is();
    expect(items.slice(3).map(({ on, event }) => [on, event])).toEqual([
      ['2018-05-11', 'admitted'],
      ['2019-03-01', 'suspended'],
      ['2019-09-01', 'resumed'],
      ['2021-07-01', 'left'],
    ]);
    await auditor.get(`organizations/${id}/timeline`, { asOf: '2018-05-11', limit: 2 }).is();
    await otherAlliance.get(`organizations/${id}/timeline`).unknown();
    await auditor
      .get('audit/events', { recordId: member.id })
      .lists({ action: 'update' }, { action: 'insert', actor: 'secretariat' });
    await secretariat.get('audit/events').forbidden();
  },
);

story('what happens on one day stands in its order, and no page loses a line', async ({ secretariat, auditor }) => {
  const day = '2019-09-01';
  const { id } = await entersOrganization(secretariat, { on: day });
  const enter = async () => (await secretariat.post('memberships', admission(id, { admittedOn: day })).created()).id;
  const happens = (member: string, event: string, entry: object) =>
    secretariat.post(`memberships/${member}/${event}`, { ...entry }).created();
  const first = await enter();
  await happens(first, 'suspensions', { suspendedOn: day });
  await happens(first, 'resumptions', { resumedOn: day });
  await happens(first, 'exits', { kind: 'withdrawn', endedOn: day });
  const second = await enter();
  await happens(second, 'suspensions', { suspendedOn: day });
  await happens(second, 'resumptions', { resumedOn: '2019-10-01' });
  await happens(second, 'suspensions', { suspendedOn: '2019-10-01' });
  await happens(second, 'exits', { kind: 'withdrawn', endedOn: '2019-10-01' });
  const whole = await auditor.get(`organizations/${id}/timeline`).is();
  expect(whole.items.map(({ event }) => event).join(' ')).toBe(
    'founded named status admitted suspended resumed left admitted suspended resumed suspended left',
  );
  for (const sort of ['on', '-on']) {
    const paged: unknown[] = [];
    for (let cursor: string | undefined; paged.length < 20;) {
      const page = await auditor.get(`organizations/${id}/timeline`, { limit: 1, sort, cursor }).is();
      paged.push(...page.items);
      if (page.body['next'] === null) break;
      cursor = String(page.body['next']);
    }
    expect(sort === 'on' ? paged : paged.reverse()).toEqual(whole.items);
  }
});

story('the roll of members goes by name, as Vietnamese lists do', async ({ secretariat }) => {
  const inOrder = ['An Dương', 'Ân Thi', 'Dân Chủ', 'Đại Thắng'].map((name) => `HTX Xếp Tên ${name}`);
  for (const name of inOrder.toReversed()) {
    const { id } = await entersOrganization(secretariat, { name });
    await secretariat.post('memberships', admission(id)).created();
  }
  const rows = (names: string[]) => names.map((name) => ({ organization: { name } }));
  await secretariat.get('memberships', { q: 'xep ten', sort: 'name' }).lists(...rows(inOrder));
  await secretariat.get('memberships', { q: 'xep ten', sort: '-name' }).lists(...rows(inOrder.toReversed()));
});

story(
  'an admission that waits for an organisation to be taken back is refused, as if it had come later',
  async ({ secretariat }, { databaseUrl }) => {
    const { id } = await entersOrganization(secretariat);
    await rowsOf(databaseUrl, 'begin');
    await rowsOf(databaseUrl, 'select from registry.organizations where id = $1 for update', [id]);
    const admitted = secretariat.post('memberships', admission(id)).refusedAt('/organizationId', 'unknown-reference');
    await pause(300);
    await rowsOf(
      databaseUrl,
      `update registry.organizations set voided_at = now(), void_reason = 'nhập nhầm', version = version + 1 where id = $1`,
      [id],
    );
    await rowsOf(databaseUrl, 'commit');
    await admitted;
  },
);

story('what was taken back is neither corrected nor taken back once more', async ({ secretariat, otherAlliance }) => {
  const { id } = await admits(secretariat);
  const path = `memberships/${id}`;
  await secretariat.post(`${path}/voidings`, { reason: 'nhập nhầm' }).is({ standing: 'voided', version: 2 });
  await secretariat.post(`${path}/voidings`, { reason: 'nhập nhầm' }).refused('taken-back-already', 409);
  await secretariat
    .patch(path, { number: '1', reason: 'thử' }, { 'If-Match': '"2"' })
    .refused('taken-back-already', 409);
  await otherAlliance.post(`${path}/voidings`, { reason: 'nhập nhầm' }).unknown();
  await secretariat.get(path).is({ version: 2 });
});

story('the roll goes by number as numbers are read', async ({ secretariat }) => {
  for (const number of ['12000', '0950', '9001', '334']) await admits(secretariat, { number, category: 'associate' });
  const roll = async (sort: string) =>
    (await secretariat.get('memberships', { category: 'associate', sort }).is()).items.map(({ number }) => number);
  expect(await roll('number')).toEqual(['334', '0950', '9001', '12000']);
  expect(await roll('-number')).toEqual(['12000', '9001', '0950', '334']);
});

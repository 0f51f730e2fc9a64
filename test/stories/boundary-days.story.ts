import { expect } from '@jest/globals';
import { makesAccount, signsIn } from '../kit/accounts.js';
import { admission, admits, entersOrganization, organization, person, position } from '../kit/makers.js';
import { allSigned } from '../kit/signed.js';
import { story } from '../kit/story.js';
import { rowsOf } from '../setup/database.js';

/** What begins counts on its first day, and what ends no longer on the day of its end. */

story('an exit of a day to come is answered as of that day; until then the member is one', async ({ secretariat }) => {
  const { id } = await admits(secretariat);
  const path = `memberships/${id}`;
  await secretariat
    .post(`${path}/exits`, { kind: 'withdrawn', endedOn: '2090-01-01' })
    .created({ standing: 'ended', endedOn: '2090-01-01' });
  await secretariat.get(path).is({ standing: 'member', endedOn: '2090-01-01' });
  await secretariat.get(path, { asOf: '2089-12-31' }).is({ standing: 'member' });
});

story('a membership may begin on the day of its exit, and then was one on no day', async ({ secretariat }) => {
  const { organization, id } = (await admits(secretariat)).body as { id: string; organization: { id: string } };
  const path = `memberships/${id}`;
  await secretariat.post(`${path}/exits`, { kind: 'withdrawn', endedOn: '2021-07-01' }).created();
  await secretariat.correct(path, { admittedOn: '2021-07-01' }).is({ admittedOn: '2021-07-01' });
  await secretariat.get(path, { asOf: '2021-07-01' }).is({ standing: 'ended' });
  await secretariat.get('memberships', { organizationId: organization.id, asOf: '2021-07-01' }).lists();
});

story('a membership of no day lies within no other, and is found among what is over and taken back', async (cast) => {
  const { secretariat } = cast;
  const { id: organizationId } = await entersOrganization(secretariat);
  const admitsOn = (admittedOn: string) => secretariat.post('memberships', admission(organizationId, { admittedOn }));
  const { id } = await admitsOn('2022-05-05').created();
  await secretariat.post(`memberships/${id}/exits`, { kind: 'withdrawn', endedOn: '2022-05-05' }).created();
  await admitsOn('2022-05-01').refusedAt('/admittedOn', 'already-a-member');
  const again = admission(organizationId, { admittedOn: '2022-05-05' });
  await secretariat
    .post('memberships', { ...again, exits: [{ kind: 'withdrawn', endedOn: '2022-05-05' }] })
    .refusedAt('/admittedOn', 'already-a-member'); // the same, entered twice
  await admitsOn('2022-05-05').created();
  await secretariat.post(`memberships/${id}/voidings`, { reason: 'ghi nhầm' }).created();
  await secretariat.get('memberships', { organizationId, standing: 'voided', endedOnFrom: '2022-01-01' }).lists({ id });
});

story('an organisation is on the register from the day of its founding', async ({ auditor, secretariat }) => {
  const { id } = await entersOrganization(secretariat, { name: 'Hợp tác xã Ngày Đầu', on: '2018-03-20' });
  await auditor.get('organizations', { q: 'ngay dau', asOf: '2018-03-19' }).lists();
  await auditor.get('organizations', { q: 'ngay dau', asOf: '2018-03-20' }).lists({ id, status: 'operating' });
});

story('before its first name an organisation goes by that one, not by one that was taken back', async (cast) => {
  const { secretariat, auditor } = cast;
  const { id } = await entersOrganization(secretariat, { name: 'Hợp tác xã Tên Đầu', on: '2018-03-20' });
  const earlier = { name: 'Hợp tác xã Gõ Nhầm', validFrom: '2010-01-01' };
  const { body } = await secretariat.post(`organizations/${id}/names`, earlier).created();
  const names = body['names'] as { id: string; name: string }[];
  const mistaken = names.find(({ name }) => name === earlier.name)?.id;
  await secretariat.post(`organization-names/${mistaken}/voidings`, { reason: 'gõ nhầm' }).created();
  await auditor.get(`organizations/${id}`, { asOf: '2009-12-31' }).is({ name: 'Hợp tác xã Tên Đầu' });
});

story('what is known at a number of the log is all up to it, itself included', async (cast, { databaseUrl }) => {
  const { secretariat, auditor } = cast;
  const { id } = await admits(secretariat);
  await allSigned(databaseUrl);
  const path = `memberships/${id}/history`;
  const [{ sequence } = {}] = (await auditor.get(path).is()).items;
  await auditor.get(path, { knownAt: Number(sequence) }).lists({ action: 'insert', sequence });
  await auditor.get(path, { knownAt: Number(sequence) - 1 }).lists();
});

story('an office ends at the earliest on its first day, and is told by the names of its last', async (cast) => {
  const { secretariat } = cast;
  const { id: organizationId } = await entersOrganization(secretariat, { name: 'Hợp tác xã Tên Cũ' });
  const renamed = { name: 'Hợp tác xã Tên Mới', validFrom: '2022-01-01' };
  await secretariat.post(`organizations/${organizationId}/names`, renamed).created();
  const { id: personId } = await secretariat.post('people', person()).created();
  const takes = (validFrom: string) =>
    secretariat.post('positions', position(personId, organizationId, { validFrom })).created();
  const { id: never } = await takes('2019-01-01');
  await secretariat.post(`positions/${never}/endings`, { endedOn: '2019-01-01' }).created({ validTo: '2019-01-01' });
  await secretariat.get('positions', { organizationId, asOf: '2019-01-01' }).lists();
  const { id } = await takes('2019-01-01');
  await secretariat
    .post(`positions/${id}/endings`, { endedOn: '2021-12-31' })
    .created({ organization: { name: 'Hợp tác xã Tên Cũ' } });
  await secretariat.get(`positions/${id}`).is({ organization: { name: 'Hợp tác xã Tên Mới' } });
});

story('who leaves and is admitted again on one day has left first', async ({ secretariat, auditor }) => {
  const { id } = await entersOrganization(secretariat, { on: '2010-01-01' });
  const admitted = (admittedOn: string) => secretariat.post('memberships', admission(id, { admittedOn })).created();
  const first = await admitted('2018-05-11');
  await secretariat.post(`memberships/${first.id}/exits`, { kind: 'withdrawn', endedOn: '2019-09-01' }).created();
  await admitted('2019-09-01');
  const duty = { law: 'cooperatives_2012', kind: 'conversion', dueOn: '2016-07-01', doneOn: '2015-11-02' };
  await secretariat.post(`organizations/${id}/obligations`, duty).created();
  const { items } = await auditor.get(`organizations/${id}/timeline`).is();
  expect(items.map(({ on, event }) => `${String(on)} ${String(event)}`).slice(3)).toEqual([
    '2015-11-02 obligation_done',
    '2018-05-11 admitted',
    '2019-09-01 left',
    '2019-09-01 admitted',
  ]);
});

story('a category that changes on the day of the admission does so after it', async ({ secretariat, auditor }) => {
  const { id, body } = await admits(secretariat, { admittedOn: '2018-05-11' });
  const change = { category: 'associate', validFrom: '2018-05-11' };
  await secretariat.post(`memberships/${id}/category-changes`, change).created({ category: 'associate' });
  const { id: organizationId } = body['organization'] as { id: string };
  const { items } = await auditor.get(`organizations/${organizationId}/timeline`).is();
  expect(items.slice(-2).map(({ event }) => event)).toEqual(['admitted', 'category_changed']);
});

story('who joined and who left is counted from the first day of a period to its last', async (cast) => {
  const { secretariat, auditor } = cast;
  const { id } = await entersOrganization(secretariat, { kind: 'cooperative_group', on: '2010-01-01' });
  const { id: membership } = await secretariat
    .post('memberships', admission(id, { admittedOn: '2015-03-01' }))
    .created();
  await secretariat.post(`memberships/${membership}/exits`, { kind: 'withdrawn', endedOn: '2016-03-01' }).created();
  const counted = async (from: string, to: string) => {
    const { body } = await auditor.get('reports/members', { asOf: '2016-12-31', from, to }).is();
    const rows = body['rows'] as Record<'kind' | 'joinedRows' | 'leftRows', string>[];
    const row = rows.find(({ kind }) => kind === 'cooperative_group');
    if (!row) return null;
    const { joined, left, joinedRows, leftRows } = { joined: null, left: null, ...row };
    await auditor.get(`${joinedRows}&total=true`).is({ total: joined });
    await auditor.get(`${leftRows}&total=true`).is({ total: left });
    return [joined, left];
  };
  expect(await counted('2015-03-02', '2016-02-29')).toBeNull();
  expect(await counted('2015-03-01', '2016-02-29')).toEqual([1, 0]);
  expect(await counted('2015-02-01', '2015-03-01')).toEqual([1, 0]);
  expect(await counted('2015-03-02', '2016-03-01')).toEqual([0, 1]);
  expect(await counted('2016-03-01', '2016-12-31')).toEqual([0, 1]);
});

story('what was taken back is no event in the life of a member', async ({ secretariat, auditor }) => {
  const { id: organizationId } = await entersOrganization(secretariat);
  const [place] = (await secretariat.get('places', { level: 'commune', limit: 1 }).is()).items;
  const seat = { placeId: place?.['id'], validFrom: '2025-08-01' };
  const moved = await secretariat.post(`organizations/${organizationId}/addresses`, seat).created();
  const entry = admission(organizationId, { admittedOn: '2019-01-01' });
  const path = `memberships/${(await secretariat.post('memberships', entry).created()).id}`;
  const rest = { suspendedOn: '2020-01-01', resumedOn: '2020-02-01' };
  const rested = await secretariat.post(`${path}/suspensions`, rest).created();
  await secretariat.post(`${path}/exits`, { kind: 'withdrawn', endedOn: '2021-01-01' }).created();
  const told = async () => {
    const { items } = await auditor.get(`organizations/${organizationId}/timeline`).is();
    return items.map(({ event }) => event).join(' ');
  };
  expect(await told()).toBe('founded named status admitted suspended resumed left seated');
  const takesBack = (part: string) => secretariat.post(`${part}/voidings`, { reason: 'nhập nhầm' }).created();
  const only = (reply: typeof moved, parts: string) => (reply.body[parts] as [{ id: string }])[0].id;
  await takesBack(`organization-addresses/${only(moved, 'addresses')}`);
  expect(await told()).toBe('founded named status admitted suspended resumed left');
  await takesBack(`membership-suspensions/${only(rested, 'suspensions')}`);
  expect(await told()).toBe('founded named status admitted left');
  await takesBack(path);
  expect(await told()).toBe('founded named status');
});

story('a founding of which only the month is known is told so in the life of a member', async (cast) => {
  const { secretariat, auditor } = cast;
  for (const [foundedPrecision, detail] of Object.entries({ day: null, month: '03/2018', year: '2018' })) {
    const { id } = await entersOrganization(secretariat, { on: '2018-03-20', foundedPrecision });
    const { items } = await auditor.get(`organizations/${id}/timeline`, { event: 'founded' }).is();
    expect(items).toMatchObject([{ on: '2018-03-20', event: 'founded', detail }]);
  }
});

story('an answer is kept for three days, then its key may serve another request', async (cast, { databaseUrl }) => {
  const { secretariat } = cast;
  const [entry, once] = [organization(), { 'Idempotency-Key': 'ba-ngay' }];
  const first = await secretariat.post('organizations', entry, once).created();
  const passes = (hours: number) =>
    rowsOf(
      databaseUrl,
      `update registry.stored_answers set stored_at = now() - interval '${hours} hours' where key like '%ba-ngay'`,
    );
  await passes(71);
  expect((await secretariat.post('organizations', entry, once).created()).id).toBe(first.id);
  await passes(73);
  expect((await secretariat.post('organizations', organization(), once).created()).id).not.toBe(first.id);
});

story('what is kept for a while goes by itself, at the next sign-in', async (cast, { databaseUrl }) => {
  const { secretariat, administrator, anonymous } = cast;
  const count = async (table: string, which: string) =>
    (await rowsOf(databaseUrl, `select from registry.${table} where ${which}`)).length;
  await secretariat.post('organizations', organization(), { 'Idempotency-Key': 'cu' }).created();
  const account = await makesAccount(administrator);
  const ofAccount = `account_id = '${account.id}'`;
  for (const reason of ['quên mật khẩu', 'lại quên'])
    await administrator.post(`accounts/${account.id}/passwords`, { reason }).created();
  expect([await count('stored_answers', `key like '% cu'`), await count('password_links', ofAccount)]).toEqual([1, 2]);
  await rowsOf(databaseUrl, `update registry.stored_answers set stored_at = now() - interval '73 hours'`);
  await rowsOf(databaseUrl, `update registry.password_links set made_at = made_at - interval '31 days'`);
  await signsIn(anonymous, await makesAccount(administrator));
  expect([await count('stored_answers', `key like '% cu'`), await count('password_links', ofAccount)]).toEqual([0, 1]);
});

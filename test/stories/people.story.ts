import { expect } from '@jest/globals';
import { foundsBelow } from '../kit/accounts.js';
import type { Client } from '../kit/client.js';
import { ownAlliance, sends } from '../kit/congress-makers.js';
import {
  award,
  awardDecision,
  delegate,
  entersIssuingBody,
  entersOrganization,
  formOf,
  person,
  position,
} from '../kit/makers.js';
import type { Json } from '../kit/reply.js';
import { story } from '../kit/story.js';
import { course, participant, teaches } from '../kit/training-makers.js';

const NOBODYS = '00000000-0000-7000-8000-000000000000';

/** The id of the organisation that the member speaks for. */
async function ownOrganization(secretariat: Client): Promise<string> {
  const { items } = await secretariat.get('organizations', { code: 'HTX-CAST01' }).is();
  return String(items[0]?.['id']);
}

story(
  'personal data are seen in clear only by those with the right',
  async ({ secretariat, auditor, otherAlliance }) => {
    const entry = person({
      fullName: 'Trần Thị Bình',
      phone: '0912 345 678',
      birthDate: '1974-08-19',
      identityNumber: '031174000001',
    });
    const { id } = await secretariat.post('people', entry).created({ phone: '+84912345678', birthDate: '1974-08-19' });
    const path = `people/${id}`;
    await secretariat.post('people', person({ identityNumber: '031174000001' })).refused('identity-number-taken', 409);
    await auditor.get(path).is({ fullName: 'Trần Thị Bình' }).masks('phone', 'birthDate', 'identityNumber');
    await auditor.get('people', { q: 'tran thi binh' }).lists({ id });
    await secretariat.correct(path, { fullName: 'Trần Thị Bình An' }).is({ fullName: 'Trần Thị Bình An' });
    await auditor.get(`${path}/history`).is();
    await otherAlliance.get(path).unknown();
    await otherAlliance.get(`${path}/history`).unknown();
    await otherAlliance.patch(path, { reason: 'thử xem' }, { 'If-Match': '"1-x"' }).unknown();
    await otherAlliance.post(`${path}/voidings`, { reason: 'thử xem' }).unknown();
    await secretariat.post(`${path}/voidings`, { reason: 'nhập nhầm' }).created();
  },
);

story('a list of officers is entered as one, or not at all', async ({ secretariat, auditor }) => {
  const { id: organizationId } = await entersOrganization(secretariat);
  const held = { organizationId, position: 'board_chair', validFrom: '2018-03-20' };
  const chair = person({ identityNumber: '031174000077', positions: [held] });
  const batch = (...items: Json[]) => secretariat.post('people/batches', { items });
  const refusals: [Json, string, string][] = [
    [chair, '/items/1/identityNumber', 'duplicate'],
    [person({ birthDate: '2099-01-01' }), '/items/1/birthDate', 'in-the-future'],
    [person({ positions: [{ ...held, validTo: '2018-03-19' }] }), '/items/1/positions/0/validTo', 'before-start'],
    [person({ positions: [held, held] }), '/items/1/positions/1', 'duplicate'],
    [
      person({ positions: [{ ...held, organizationId: NOBODYS }] }),
      '/items/1/positions/0/organizationId',
      'unknown-reference',
    ],
    [person({ positions: {} }), '/items/1/positions', 'not-a-list'],
    [person({ positions: [{ ...held, position: 'giam_doc' }] }), '/items/1/positions/0/position', 'unknown-code'],
  ];
  for (const [second, pointer, rule] of refusals) await batch(chair, second).refusedAt(pointer, rule);
  const lonely = person({ positions: [{ ...held, position: 'giam_doc' }] });
  await batch(person(), lonely).refusedAt('/items/1/positions/0/position', 'unknown-code');
  await auditor.get('positions', { organizationId }).lists();
  const again = { ...held, position: 'member', validFrom: '2019-01-01' };
  const twice = [
    { ...again, validTo: '2019-06-01' },
    { ...again, validFrom: '2019-06-01', validTo: '2020-01-01' },
  ];
  const { body } = await batch(chair, person({ fullName: 'Lê Thị Hạnh', positions: twice })).is();
  expect((body['ids'] as string[]).length).toBe(2);
  await auditor.get('positions', { organizationId, asOf: '2020-11-27' }).lists({ position: 'board_chair' });
  await batch(chair).refused('identity-number-taken', 409);
  const backwards = person({ positions: [held, { ...again, validTo: '2018-01-01' }] });
  await batch(backwards, person(), backwards)
    .refused('invalid-entry', 422)
    .tellsOf('/items/0/positions/1/validTo', '/items/2/positions/1/validTo');
  const known = { ...chair, identityNumber: '001174000031', positions: [] };
  await batch(known).is();
  await batch({ ...chair, positions: [] }, person(), known)
    .refused('identity-number-taken', 409)
    .tellsOf('/items/0/identityNumber', '/items/2/identityNumber');
});

story('a position is held for a time, once at a time', async ({ secretariat, auditor, otherAlliance, member }) => {
  const organization = await entersOrganization(secretariat);
  const held = await secretariat.post('people', person()).created();
  const entry = position(held.id, organization.id, { validFrom: '2018-03-20' });
  const { id } = await secretariat.post('positions', entry).created();
  const path = `positions/${id}`;
  await secretariat
    .post('positions', { ...entry, validFrom: '2020-01-01' })
    .refusedAt('/validFrom', 'position-overlaps');
  await secretariat.post(`people/${held.id}/voidings`, { reason: 'nhập nhầm' }).refused('still-has-rows', 409);
  await secretariat.post(`${path}/endings`, { endedOn: '2018-03-19' }).refusedAt('/endedOn', 'before-position');
  await secretariat.correct(path, { validFrom: '2018-03-21' }).is({ validFrom: '2018-03-21' });
  for (const hidden of [otherAlliance, member]) {
    await hidden.get(path).unknown();
    await hidden.get(`${path}/history`).unknown();
  }
  await otherAlliance.patch(path, { reason: 'thử xem' }, { 'If-Match': '"1-x"' }).unknown();
  await otherAlliance.post(`${path}/endings`, { endedOn: '2023-03-20' }).unknown();
  await otherAlliance.post(`${path}/voidings`, { reason: 'thử xem' }).unknown();
  await secretariat.post(`${path}/endings`, { endedOn: '2023-03-20' }).created({ validTo: '2023-03-20' });
  await secretariat.post(`${path}/endings`, { endedOn: '2023-03-20' }).refused('position-ended', 409);
  await auditor
    .get('positions', { organizationId: organization.id, asOf: '2023-03-19', manager: 'true' })
    .lists({ id });
  await auditor.get('positions', { organizationId: organization.id, asOf: '2023-03-20' }).lists();
  const inOffice = { organizationId: organization.id, position: 'director' };
  await auditor.get('people', { ...inOffice, asOf: '2023-03-19' }).lists({ id: held.id });
  await auditor.get('people', { ...inOffice, asOf: '2023-03-20' }).lists();
  await auditor.get(path).is();
  await auditor.get(`${path}/history`).is();
  await secretariat.post(`${path}/voidings`, { reason: 'nhập nhầm' }).created();
});

story('whoever synchronises people learns of an office taken and left', async ({ secretariat, auditor }) => {
  const { id } = await secretariat.post('people', person()).created();
  const { id: organizationId } = await entersOrganization(secretariat);
  let since = new Date().toISOString();
  const held = await secretariat.post('positions', position(id, organizationId)).created();
  await auditor.get('people', { updatedSince: since }).lists({ id });
  since = new Date().toISOString();
  await secretariat.correct(`positions/${held.id}`, { validTo: '2030-01-01' }).is();
  await auditor.get('people', { updatedSince: since }).lists({ id });
});

story('a person whom an alliance above has in office is not taken back below, where nobody sees it', async (cast) => {
  const { administrator, secretariat, anonymous } = cast;
  const { clerk } = await foundsBelow(administrator, anonymous, await ownAlliance(secretariat), 'HP-KA');
  const { id } = await clerk.post('people', person()).created();
  const { id: organizationId } = await entersOrganization(secretariat);
  const held = await secretariat.post('positions', position(id, organizationId)).created();
  await clerk.get(`positions/${held.id}`).unknown();
  await clerk.post(`people/${id}/voidings`, { reason: 'nhập nhầm' }).refused('still-has-rows', 409);
  await secretariat.post(`positions/${held.id}/voidings`, { reason: 'nhập nhầm' }).created();
  await clerk.post(`people/${id}/voidings`, { reason: 'nhập nhầm' }).created();
});

story('a director who is also the treasurer is pointed out, since the law excludes it', async ({ secretariat }) => {
  const organization = await entersOrganization(secretariat);
  const { id: personId } = await secretariat.post('people', person()).created();
  const holds = (more: Json) => secretariat.post('positions', position(personId, organization.id, more)).created();
  const director = await holds({ validFrom: '2023-01-01' });
  const both = await holds({ position: 'treasurer', validFrom: '2023-01-01', validTo: '2025-01-01' });
  const warnings = (asOf: string) => secretariat.get(`positions/${director.id}`, { asOf });
  await warnings('2024-06-30').is({ warnings: [] });
  await warnings('2024-07-01').is({ warnings: ['incompatible_positions'] });
  await secretariat.get(`positions/${both.id}`, { asOf: '2024-07-01' }).is({ warnings: ['incompatible_positions'] });
  await warnings('2025-01-01').is({ warnings: [] });

  const elsewhere = await entersOrganization(secretariat);
  const treasurer = { position: 'treasurer', validFrom: '2025-01-01' };
  await secretariat.post('positions', position(personId, elsewhere.id, treasurer)).created({ warnings: [] });
  await warnings('2025-01-01').is({ warnings: [] });
});

story('an identity number that contradicts the sex or the year of birth is pointed out', async (cast) => {
  const { secretariat, auditor } = cast;
  const warned = async (sex: string, birthDate: string, identityNumber: string) => {
    const { id, body } = await secretariat.post('people', person({ sex, birthDate, identityNumber })).created();
    expect((await auditor.get(`people/${id}`).is()).body['warnings']).toBeNull();
    return body['warnings'];
  };
  expect(await warned('female', '1974-08-19', '031174000101')).toEqual([]);
  expect(await warned('male', '1974-08-19', '031174000102')).toEqual(['identity_conflicts_with_sex']);
  expect(await warned('female', '1975-08-19', '031174000103')).toEqual(['identity_conflicts_with_birth_year']);
  expect(await warned('female', '2004-08-19', '031304000104')).toEqual([]);
  expect(await warned('male', '2004-08-19', '031204000105')).toEqual([]);
  expect(await warned('female', '1904-08-19', '031204000106')).toEqual([
    'identity_conflicts_with_birth_year',
    'identity_conflicts_with_sex',
  ]);
});

story('people are listed by tên, then họ, then đệm, and officers by the precedence of their office', async (cast) => {
  const { secretariat } = cast;
  const inOrder = ['Bùi Xuân Xếp Ân', 'Lê Văn Xếp Ân', 'Lê Xuân Xếp Ân', 'Bùi An Xếp Bình', 'An Xếp Đạt'];
  for (const fullName of inOrder.toReversed()) await secretariat.post('people', person({ fullName })).created();
  const { items } = await secretariat.get('people', { q: 'xep' }).is();
  expect(items.map(({ fullName }) => fullName)).toEqual(inOrder);

  const { id: organizationId } = await entersOrganization(secretariat);
  const offices = ['board_chair', 'director', 'treasurer', 'group_leader', 'member'];
  for (const [at, office] of offices.toReversed().entries()) {
    const held = position(String(items[at]?.['id']), organizationId, { position: office });
    await secretariat.post('positions', held).created();
  }
  await secretariat
    .get('positions', { organizationId, sort: 'position' })
    .lists(...offices.map((office) => ({ position: office })));
});

story('a member sees the people of its own organisation, and only what they do there', async (cast) => {
  const { secretariat, auditor, member } = cast;
  const own = await ownOrganization(secretariat);
  const other = await entersOrganization(secretariat);
  const ours = await secretariat.post('people', person({ phone: '0912 345 679' })).created();
  const theirs = await secretariat.post('people', person()).created();
  const here = await secretariat.post('positions', position(ours.id, own)).created();
  const there = await secretariat.post('positions', position(ours.id, other.id, { position: 'board_chair' })).created();
  await secretariat.post('positions', position(theirs.id, other.id)).created();

  await member.get('people', { ever: true }).lists({ id: ours.id });
  await member.get('positions', { ever: true }).lists({ id: here.id });
  const read = await member.get(`people/${ours.id}`).is().masks('phone');
  expect(read.body['positions']).toMatchObject([{ id: here.id, organization: { id: own } }]);
  await member.get('people', { organizationId: other.id }).lists();
  await member.get(`people/${ours.id}/history`).forbidden();
  for (const hidden of [`people/${theirs.id}`, `positions/${there.id}`]) await member.get(hidden).unknown();
  await auditor.get('people', { organizationId: other.id, position: 'board_chair' }).lists({ id: ours.id });

  // Nor when the position that showed the person turns out never to have been.
  await secretariat.post(`positions/${here.id}/voidings`, { reason: 'nhập nhầm người' }).created();
  await member.get(`people/${ours.id}`).unknown();
});

story('women are listed among officers, delegates, participants and the awarded', async ({ secretariat }) => {
  const { id: organizationId } = await entersOrganization(secretariat);
  const people = ['female', 'male', null].map((sex) => person({ sex }));
  const { body } = await secretariat.post('people/batches', { items: people }).is();
  const ids = body['ids'] as string[];
  for (const id of ids) await secretariat.post('positions', position(id, organizationId)).created();
  const delegates = ids.map((id) => delegate(id));
  await sends(secretariat, { officialSeats: 3, alternateSeats: 0 }, { delegates });
  const { id: courseId } = await secretariat.post('training-courses', course()).created();
  await teaches(secretariat, courseId, ...ids.map((id) => participant(id, organizationId)));
  const certificate = await formOf(secretariat, 'bk_bn');
  const given = ids.map((personId) => award(certificate, { recipientKind: 'individual', personId, organizationId }));
  const decided = awardDecision(await entersIssuingBody(secretariat), given);
  await secretariat.post('award-decisions', decided).created();

  for (const list of ['positions', 'delegates', 'training-participations', 'awards']) {
    await secretariat.get(list, { sex: 'female', personId: ids }).lists({ person: { id: ids[0] } });
    await secretariat.get(list, { sex: ['female', 'male'], personId: ids, total: true }).is({ total: 2 });
    await secretariat.get(list, { sex: 'nữ' }).refusedAt('/sex', 'not-in-list');
  }
});

story('history tells who wrote and why, and what a telephone became only to those who may see it', async (cast) => {
  const { secretariat, auditor } = cast;
  const entry = person({ phone: '0912 345 680', identityNumber: '031174000002', reason: 'theo danh sách' });
  const { id } = await secretariat.post('people', entry).created({ identityNumber: '********0002' });
  await secretariat.correct(`people/${id}`, { publicOffice: 'Phó chủ tịch', phone: '0912 345 681', reason: 'đổi số' });
  const history = await auditor
    .get(`people/${id}/history`)
    .lists(
      { action: 'insert', actor: 'secretariat', reason: 'theo danh sách' },
      { action: 'update', actor: 'secretariat', reason: 'đổi số' },
    );
  const { items } = await secretariat.get(`people/${id}/history`).is();
  const office = { field: 'publicOffice', before: null, after: 'Phó chủ tịch' };
  expect(items[1]?.['personalChanges']).toContainEqual(office);
  expect(history.text).not.toMatch(/9123456|031174|Phó chủ tịch/);
});

story('what is corrected is held to the days that it leaves as they are', async ({ secretariat }) => {
  const organization = await entersOrganization(secretariat);
  const { id: personId } = await secretariat.post('people', person()).created();
  const held = (more: Json) => secretariat.post('positions', position(personId, organization.id, more)).created();
  const first = await held({ validFrom: '2018-03-20', validTo: '2020-03-20' });
  const second = await held({ validFrom: '2020-03-20' });
  const correct = ({ id }: { id: string }, changes: Json) => secretariat.correct(`positions/${id}`, changes);
  await correct(first, { validTo: '2020-03-21' }).refused('position-overlaps', 409);
  await correct(first, { validTo: '2018-03-19' }).refusedAt('/validTo', 'before-position');
  await correct(second, { validFrom: '2020-03-19' }).refused('position-overlaps', 409);
  await correct(first, { position: 'board_chair' }).is({ position: 'board_chair', validTo: '2020-03-20' });
  await correct(second, { validFrom: '2019-03-20' }).is({ validFrom: '2019-03-20' });
  await correct(first, { position: 'director' }).refused('position-overlaps', 409);
});

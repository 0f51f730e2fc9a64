import { expect } from '@jest/globals';
import {
  admission,
  admits,
  congress,
  delegate,
  entersIssuingBody,
  entersOrganization,
  person,
  position,
} from '../kit/makers.js';
import { sends } from '../kit/congress-makers.js';
import { course, entersOfficer, participant, programme, teaches } from '../kit/training-makers.js';
import type { Json } from '../kit/reply.js';
import { allSigned } from '../kit/signed.js';
import { story } from '../kit/story.js';

/** What spreadsheets hold twice counts twice: the registry refuses neither, and points both out. */

story(
  'a person entered again, without diacritics, is pointed out on both records',
  async ({ secretariat, auditor }, { databaseUrl }) => {
    const enters = (more: object) => secretariat.post('people', person({ ...more })).created();
    const first = await enters({ fullName: 'Đoàn Thị Bích Hà', birthDate: '1974-08-19' });
    expect(first.body['warnings']).toEqual([]);
    const again = await enters({ fullName: 'DOAN THI BICH HA', birthDate: '1974-08-19' });
    expect(again.body['warnings']).toEqual(['recorded_twice']);
    const pointedOut = () => secretariat.get('people', { warning: 'recorded_twice', sort: 'name' });
    expect((await pointedOut().is()).items.map(({ id }) => id).sort()).toEqual([first.id, again.id].sort());

    await secretariat.correct(`people/${again.id}`, { birthDate: '1974-08-20' }).is({ warnings: [] });
    await pointedOut().lists();
    await secretariat.correct(`people/${again.id}`, { phone: '0912 345 678' }).is({ warnings: [] });
    await secretariat.correct(`people/${first.id}`, { phone: '+84 912 345 678' }).is({ warnings: [] });
    await secretariat.correct(`people/${again.id}`, { birthDate: null }).is({ warnings: ['recorded_twice'] });
    await auditor.get(`people/${first.id}`).is({ warnings: null });
    await auditor.get('people', { warning: 'recorded_twice' }).lists();

    await secretariat
      .correct(`people/${first.id}`, { identityNumber: '031174001234' })
      .is({ warnings: ['recorded_twice'] });
    await secretariat.correct(`people/${again.id}`, { identityNumber: '031174004321' }).is({ warnings: [] });
    await secretariat.correct(`people/${again.id}`, { identityNumber: null }).is({ warnings: ['recorded_twice'] });
    await secretariat.post(`people/${again.id}/voidings`, { reason: 'ghi hai lần' }).created();
    await allSigned(databaseUrl);
    const [entered] = (await auditor.get('audit/events', { recordId: again.id, action: 'insert' }).is()).items;
    await secretariat.get(`people/${first.id}`, { knownAt: Number(entered?.['sequence']) }).is({ warnings: [] });
    await secretariat.get(`people/${first.id}`).is({ warnings: [] });
  },
);

story('two of one name in one organisation may be one person; in two, they are two', async ({ secretariat }) => {
  const [{ id: here }, { id: there }] = [await entersOrganization(secretariat), await entersOrganization(secretariat)];
  const enters = async () => (await secretariat.post('people', person({ fullName: 'Phạm Văn Tự' })).created()).id;
  const [one, other] = [await enters(), await enters()];
  const warned = async () => (await secretariat.get(`people/${one}`).is()).body['warnings'];
  await secretariat.post('positions', position(one, here)).created();
  await secretariat.post('positions', position(other, there)).created();
  expect(await warned()).toEqual([]);
  const { id } = await secretariat.post('positions', position(other, here, { position: 'board_chair' })).created();
  expect(await warned()).toEqual(['recorded_twice']);
  await secretariat.post(`positions/${id}/voidings`, { reason: 'ghi nhầm người' }).created();
  expect(await warned()).toEqual([]);
});

story('two members of one name and one seat may be one', async ({ secretariat }) => {
  const [here, there] = (await secretariat.get('places', { level: 'commune', limit: 2 }).is()).items.map(
    ({ id }) => id,
  );
  const name = 'Hợp tác xã Thủy sản Cửa Cấm';
  const seatedAt = (placeId: unknown) => ({
    addresses: [{ placeId, line: 'Thôn 3', validFrom: '2025-07-01' }],
    names: [{ name, validFrom: '2018-03-20' }],
  });
  const { id: first } = await entersOrganization(secretariat, seatedAt(here));
  const { id: second } = await entersOrganization(secretariat, {
    ...seatedAt(there),
    names: [{ name: 'HTX THỦY SẢN CỬA CẤM', validFrom: '2018-03-20' }],
  });
  const { id } = await secretariat.post('memberships', admission(first)).created({ warnings: [] });
  const twin = await secretariat.post('memberships', admission(second)).created();
  const pointedOut = (asOf: string) => secretariat.get('memberships', { warning: 'named_like_another', asOf });
  await pointedOut('2025-07-01').lists();
  expect((await pointedOut('2025-06-30').is()).items.map((one) => one.id).sort()).toEqual([id, twin.id].sort());
  await secretariat
    .post(`organizations/${second}/addresses`, { placeId: here, line: 'Thôn 3', validFrom: '2025-08-01' })
    .created();
  expect((await pointedOut('2025-08-01').is()).items).toHaveLength(2);
  await secretariat
    .post(`organizations/${second}/names`, { name: 'Hợp tác xã Thủy sản Lạch Tray', validFrom: '2025-09-01' })
    .created();
  await pointedOut('2025-09-01').lists();
  await secretariat.post(`memberships/${twin.id}/voidings`, { reason: 'ghi hai lần' }).created();
  await pointedOut('2025-08-01').lists();
});

story('one seat under the commune of then and the one it became is one; a member is told nothing', async (cast) => {
  const { secretariat, member } = cast;
  const [then] = (await secretariat.get('places', { level: 'commune', asOf: '2020-11-27', limit: 1 }).is()).items;
  const [now] = (await secretariat.get(`places/${String(then?.['id'])}`).is()).body['successors'] as Json[];
  const [own] = (await member.get('organizations').is()).items;
  const names = [{ name: String(own?.['name']), validFrom: '2018-03-20' }];
  const seatedAt = (place: Json | undefined, validFrom: string) => ({
    placeId: place?.['id'],
    line: 'Thôn 3',
    validFrom,
  });
  await secretariat.post(`organizations/${String(own?.['id'])}/addresses`, seatedAt(then, '2018-03-20')).created();
  const { id: twin } = await entersOrganization(secretariat, { names, addresses: [seatedAt(now, '2025-07-01')] });
  const { id } = await secretariat.post('memberships', admission(String(own?.['id']))).created({ warnings: [] });
  await secretariat.post('memberships', admission(twin)).created({ warnings: [] }); // as of its admission
  await secretariat.get(`memberships/${id}`).is({ warnings: ['named_like_another'] });
  await secretariat.get(`memberships/${id}`, { asOf: '2025-06-30' }).is({ warnings: [] });
  await member.get(`memberships/${id}`).is({ warnings: [] });
  await member.get('memberships', { warning: 'named_like_another' }).lists();
});

story('a certificate of a number that somebody else has', async ({ secretariat }) => {
  const { body } = await admits(secretariat);
  const { id: organizationId } = body['organization'] as { id: string };
  const { id: programmeId } = await secretariat.post('training-programmes', programme()).created();
  const { id: courseId } = await secretariat.post('training-courses', course({ programmeId })).created();
  const learners = [await entersOfficer(secretariat, organizationId), await entersOfficer(secretariat, organizationId)];
  const certified = learners.map((id) => participant(id, organizationId, { certificateNumber: '12/GCN-2021' }));
  const [one = '', two = ''] = await teaches(secretariat, courseId, ...certified);
  const pointedOut = (asOf: string) =>
    secretariat.get('training-participations', { warning: 'certificate_of_another', asOf });
  await pointedOut('2021-05-13').lists();
  expect((await pointedOut('2021-05-14').is()).items).toHaveLength(2);
  await secretariat
    .correct(`training-participations/${two}`, { certificateNumber: '13/GCN-2021' })
    .is({ warnings: [] });
  await secretariat.get(`training-participations/${one}`).is({ warnings: [] });
  const later = course({ programmeId, startsOn: '2022-05-10', endsOn: '2022-05-14' });
  const { id: laterId } = await secretariat.post('training-courses', later).created();
  const certificate = { certificateNumber: '13/gcn-2021' }; // the same, however it is typed
  await teaches(secretariat, laterId, participant(learners[0] ?? '', organizationId, certificate));
  await pointedOut('2022-05-13').lists();
  expect((await pointedOut('2022-05-14').is()).items).toHaveLength(2);
  const numbered = await secretariat.get('training-participations', { certificateNumber: '13/Gcn-2021' }).is();
  expect(numbered.items).toHaveLength(2);
});

story('an alternate called up before one who is ranked higher', async ({ secretariat }) => {
  const { id: congressId } = await secretariat.post('congresses', congress()).created();
  const { id: organizationId } = await entersOrganization(secretariat);
  const enters = async () => (await secretariat.post('people', person()).created()).id;
  const alternate = async (alternateRank: number, more = {}) =>
    delegate(await enters(), { kind: 'alternate', alternateRank, ...more });
  const delegates = [
    delegate(await enters()),
    delegate(await enters()),
    await alternate(1),
    await alternate(2),
    await alternate(3, { namedOn: '2020-11-26' }),
  ];
  const seats = { officialSeats: 2, alternateSeats: 3, organizationId, delegates };
  const { id: delegationId } = await secretariat.post(`congresses/${congressId}/delegations`, seats).created();
  const named = async (kind: string) =>
    (await secretariat.get('delegates', { delegationId, kind, sort: 'sentBy' }).is()).items.map(({ id }) => String(id));
  const [officials, [first = '', second = '', third = '']] = [await named('official'), await named('alternate')];
  const calls = (official: string | undefined, alternateId: string, substitutedAt: string) =>
    secretariat
      .post(`delegates/${official}/substitutions`, { alternateId, substitutedAt, ground: 'vắng mặt' })
      .created();
  const warned = async (id: string) => (await secretariat.get(`delegates/${id}`).is()).body['warnings'];
  const usual = ['organization_not_member'];
  await calls(officials[0], second, '2020-11-25T01:00:00Z');
  expect(await warned(second)).toEqual([...usual, 'called_out_of_order']);
  await secretariat.get('delegates', { delegationId, warning: 'called_out_of_order' }).lists({ id: second });
  await calls(officials[1], first, '2020-11-26T01:00:00Z');
  expect([await warned(first), await warned(second)]).toEqual([usual, [...usual, 'called_out_of_order']]);
  expect(await warned(third)).toEqual(usual);
  await secretariat.get(`delegates/${second}`, { asOf: '2020-11-24' }).is({ warnings: usual });
});

story('an alternate called up beside, or after, one who is ranked higher', async ({ secretariat }) => {
  const enters = async () => (await secretariat.post('people', person()).created()).id;
  const alternate = async (alternateRank: number) => delegate(await enters(), { kind: 'alternate', alternateRank });
  const delegates = [delegate(await enters()), delegate(await enters()), delegate(await enters())];
  for (const rank of [1, 2, 3, 4, 5]) delegates.push(await alternate(rank));
  const { delegation } = await sends(secretariat, { officialSeats: 3, alternateSeats: 5 }, { delegates });
  const named = async (kind: string) =>
    (await secretariat.get('delegates', { delegationId: delegation.id, kind, sort: 'sentBy' }).is()).items.map(
      ({ id }) => String(id),
    );
  const [officials, [mistaken, left, first, second, third]] = [await named('official'), await named('alternate')];
  const leaves = (id: string | undefined, substitutedAt: string, alternateId?: string) =>
    secretariat.post(`delegates/${id}/substitutions`, { alternateId, substitutedAt, ground: 'vắng mặt' }).created();
  const outOfOrder = () =>
    secretariat.get('delegates', { delegationId: delegation.id, warning: 'called_out_of_order', sort: 'sentBy' });
  await leaves(left, '2020-11-24T01:00:00Z');
  for (const [i, called] of [second, first].entries()) await leaves(officials[i], '2020-11-25T01:00:00Z', called);
  await outOfOrder().lists({ id: first }, { id: second }); // the one of rank 1 still waits
  await secretariat.post(`delegates/${mistaken}/voidings`, { reason: 'nhập nhầm' }).created();
  await outOfOrder().lists();
  await leaves(officials[2], '2020-11-26T01:00:00Z', third);
  await outOfOrder().lists();
});

story('an issuing body entered again is pointed out on both, whatever name it has since', async ({ secretariat }) => {
  const enters = (name: string, more: Json = {}) =>
    entersIssuingBody(secretariat, { names: [{ name, validFrom: '1994-01-01' }], ...more });
  const first = await enters('Ủy ban nhân dân huyện Cồn Đen');
  await enters('Ủy ban nhân dân huyện Cồn Đen', { level: 'commune' });
  await enters('Ủy ban nhân dân huyện Cồn Đen', { parentId: first });
  const twice = () => secretariat.get('issuing-bodies', { warning: 'recorded_twice' });
  await twice().lists();
  const again = await enters('UỶ BAN NHÂN DÂN HUYỆN CỒN ĐEN');
  await secretariat
    .post(`issuing-bodies/${again}/names`, { name: 'Ủy ban nhân dân xã Cồn Đen', validFrom: '2025-07-01' })
    .created({ warnings: ['recorded_twice'] });
  expect((await twice().is()).items.map(({ id }) => id).sort()).toEqual([first, again].sort());
  await secretariat.post(`issuing-bodies/${again}/voidings`, { reason: 'ghi hai lần' }).created();
  await twice().lists();
});

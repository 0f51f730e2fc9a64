import { expect } from '@jest/globals';
import { admission, entersOrganization, organization } from '../kit/makers.js';
import { story } from '../kit/story.js';

story('an address shows the unit of its time and that of today', async ({ secretariat, auditor }) => {
  const { items } = await auditor
    .get('places', { q: 'hai phong', level: 'province', asOf: '2020-11-27' })
    .lists({ code: '31' });
  const [district] = (await auditor.get('places', { parentId: String(items[0]?.['id']), asOf: '2020-11-27' })).items;
  const [commune] = (await auditor.get('places', { parentId: String(district?.['id']), asOf: '2020-11-27', limit: 1 }))
    .items;
  const placeId = String(commune?.['id']);
  const place = await auditor.get(`places/${placeId}`).is({ validTo: '2025-07-01' });
  const [today] = place.body['successors'] as { id: string }[];
  const { body } = await auditor.get(`places/${today?.id}`).is({ validTo: null });
  expect(body['predecessors']).toContainEqual(expect.objectContaining({ id: placeId }));

  const { id } = await entersOrganization(secretariat);
  await secretariat
    .post(`organizations/${id}/addresses`, { placeId, line: 'Thôn 3', validFrom: '2019-01-01' })
    .created({ addresses: [{ line: 'Thôn 3', place: { id: placeId }, placeToday: { id: today?.id } }] });
  await secretariat
    .post(`organizations/${id}/addresses`, { placeId, validFrom: '2025-07-01' })
    .refused('place-not-of-that-time', 422)
    .then(({ body: told }) => expect(told['detail']).toContain(`: ${String(body['fullName'])}.`));
  const early = { placeId: today?.id, validFrom: '2025-06-30' };
  await secretariat
    .post(`organizations/${id}/addresses`, early)
    .refused('place-not-of-that-time', 422)
    .then(({ body: told }) => expect(told['detail']).toContain(String(place.body['fullName'])));
  const seat = { addresses: [{ placeId: today?.id, validFrom: '2019-01-01' }] };
  await secretariat
    .post('organizations/batches', { items: [organization(seat), organization(), organization(seat)] })
    .refused('place-not-of-that-time', 422)
    .tellsOf('/items/0/addresses/0/placeId', '/items/2/addresses/0/placeId');
  const moved = await secretariat
    .post(`organizations/${id}/addresses`, { placeId: today?.id, line: 'Thôn 4', validFrom: '2025-07-01' })
    .created();
  const seats = moved.body['addresses'] as { id: string; line: string }[];
  const mistaken = seats.find(({ line }) => line === 'Thôn 4')?.id;
  await secretariat.post(`organization-addresses/${mistaken}/voidings`, { reason: 'nhập nhầm' }).created();
  await auditor.get('organizations', { placeId: String(items[0]?.['id']), asOf: '2020-11-27' }).lists({ id });
  await auditor.get('organizations', { placeId, asOf: '2018-12-31' }).lists();
  await auditor.get(`organizations/${id}`, { asOf: '2025-06-30' }).is({ seat: { place: { id: placeId } } });
  await auditor.get(`organizations/${id}`, { asOf: '2025-07-01' }).is({ seat: { place: { id: today?.id } } });
  const city = String((body['parent'] as { id: string }).id);
  for (const unit of [placeId, String(district?.['id']), String(today?.id), city])
    await auditor.get('organizations', { placeId: unit, asOf: '2025-07-01' }).lists({ id });
  for (const later of [String(today?.id), city])
    await auditor.get('organizations', { placeId: later, asOf: '2025-06-30' }).lists();
});

story('a province of 2020 leads to the one that it is part of, and back', async ({ auditor }) => {
  const [gone] = (await auditor.get('places', { q: 'hai duong', level: 'province', asOf: '2020-11-27' }).is()).items;
  const { body } = await auditor
    .get(`places/${String(gone?.['id'])}`)
    .is({ successors: [{ fullName: 'Thành phố Hải Phòng' }] });
  const [city] = body['successors'] as { id: string }[];
  const { body: today } = await auditor.get(`places/${city?.id}`).is();
  const before = (today['predecessors'] as { fullName: string }[]).map(({ fullName }) => fullName);
  expect(before.sort()).toEqual(['Thành phố Hải Phòng', 'Tỉnh Hải Dương']);
});

story('communes whose names differ by their marks alone are not taken for one another', async ({ auditor }) => {
  const on = async (asOf: string, q: string, fullName: string) => {
    const { items } = await auditor.get('places', { q, level: 'commune', asOf }).is();
    const place = items.find((item) => item['fullName'] === fullName);
    return (await auditor.get(`places/${String(place?.['id'])}`).is()).body;
  };
  const names = (units: unknown) => (units as { fullName: string }[]).map(({ fullName }) => fullName).sort();
  const became = async (q: string, fullName: string) => names((await on('2025-07-01', q, fullName))['predecessors']);
  expect(await became('cam giang', 'Xã Cẩm Giàng')).toEqual([
    'Xã Cẩm Hưng',
    'Xã Lương Điền',
    'Xã Ngọc Liên',
    'Xã Phúc Điền',
  ]);
  expect(await became('cam giang', 'Xã Cẩm Giang')).toEqual(['Thị trấn Cẩm Giang', 'Xã Cẩm Hoàng', 'Xã Định Sơn']);
  expect(await became('bach long vi', 'Đặc khu Bạch Long Vĩ')).toEqual(['Huyện Bạch Long Vĩ']);
});

story('who sat in a district that became a special zone sits there today', async ({ secretariat, auditor }) => {
  const place = async (level: string, asOf: string) => {
    const { items } = await auditor.get('places', { q: 'bach long vi', level, asOf }).is();
    return String(items[0]?.['id']);
  };
  const [district, zone] = [await place('district', '2020-11-27'), await place('commune', '2025-07-01')];
  const addresses = [{ placeId: district, validFrom: '2019-01-01' }];
  const { id } = await entersOrganization(secretariat, { addresses });
  await auditor.get(`organizations/${id}`).is({ addresses: [{ place: { id: district }, placeToday: { id: zone } }] });
  await auditor.get('organizations', { placeId: zone }).lists({ id });
});

story('nobody can tell in which part of a divided unit a seat lies', async ({ secretariat, auditor }) => {
  const { items } = await auditor.get('places', { code: '15883', level: 'commune', asOf: '2020-01-01' }).is();
  const [divided] = items as { id: string; parent: { id: string }; successors: { id: string }[] }[];
  const placeId = String(divided?.id);
  const parts = divided?.successors.map((part) => part.id) ?? [];
  expect(parts.length).toBe(2);
  const addresses = [{ placeId, validFrom: '2019-01-01' }];
  const { id } = await entersOrganization(secretariat, { addresses });
  await secretariat.post('memberships', admission(id, { admittedOn: '2020-03-01' })).created();
  await auditor.get(`organizations/${id}`).is({ addresses: [{ place: { id: placeId }, placeToday: { id: placeId } }] });
  await auditor.get(`organizations/${id}`).is({ seat: { place: { id: placeId } } });
  const district = divided?.parent.id;
  await auditor.get('memberships', { countedInId: district, asOf: '2025-06-30' }).lists({ organization: { id } });
  await auditor.get('memberships', { countedInId: placeId, asOf: '2025-07-01' }).lists({ organization: { id } });
  for (const part of parts) await auditor.get('organizations', { placeId: part, asOf: '2026-01-01' }).lists();
  const { body } = await auditor.get(`places/${parts[0]}`).is();
  const province = String((body['parent'] as { id: string }).id);
  await auditor.get('organizations', { placeId: province, asOf: '2026-01-01' }).lists({ id });
  const report = await auditor.get('reports/members', { asOf: '2026-01-01' }).is();
  expect(report.body['rows']).toContainEqual(expect.objectContaining({ placeId, members: 1 }));
});

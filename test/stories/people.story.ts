import { entersOrganization, person, position } from '../kit/makers.js';
import { story } from '../kit/story.js';

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
    await auditor.get(path).is({ fullName: 'Trần Thị Bình' }).hides('phone', 'birthDate', 'identityNumber');
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

story('a position is held for a time, once at a time', async ({ secretariat, auditor, otherAlliance, member }) => {
  const organization = await entersOrganization(secretariat);
  const held = await secretariat.post('people', person()).created();
  const entry = position(held.id, organization.id, { validFrom: '2018-03-20' });
  const { id } = await secretariat.post('positions', entry).created();
  const path = `positions/${id}`;
  await secretariat.post('positions', { ...entry, validFrom: '2020-01-01' }).refused('position-overlaps', 409);
  await secretariat.post(`people/${held.id}/voidings`, { reason: 'nhập nhầm' }).refused('person-has-positions', 409);
  await secretariat.post(`${path}/endings`, { endedOn: '2018-03-19' }).refused('before-position', 422);
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
  await auditor.get(path).is();
  await auditor.get(`${path}/history`).is();
  await secretariat.post(`${path}/voidings`, { reason: 'nhập nhầm' }).created();
});

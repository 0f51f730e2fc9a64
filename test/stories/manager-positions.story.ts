import { expect } from '@jest/globals';
import { foundsBelow } from '../kit/accounts.js';
import { ownAlliance } from '../kit/congress-makers.js';
import { entersOrganization } from '../kit/makers.js';
import { story } from '../kit/story.js';
import { entersOfficer } from '../kit/training-makers.js';

story('the alliance says which positions count as managers beside those of all, and since when', async (cast) => {
  const { secretariat, auditor, otherAlliance, member } = cast;
  const vice = { code: 'board_vice_chair', vi: 'Phó Chủ tịch HĐQT', en: 'Vice chair of the board', rank: 15 };
  await secretariat.post('codes/position', vice).created();
  const { id: organizationId } = await entersOrganization(secretariat);
  const personId = await entersOfficer(secretariat, organizationId, { position: 'board_vice_chair' });
  const counted = async (asOf: string) => {
    const asked = { organizationId, asOf, from: '2020-01-01', to: asOf };
    const { items } = await auditor.get('training-coverage/managers', asked).is();
    return items.map(({ id }) => id);
  };
  expect(await counted('2022-06-30')).toEqual([]);

  const entry = { positionCode: 'board_vice_chair', validFrom: '2022-01-01' };
  const { id, body } = await secretariat
    .post('manager-positions', { ...entry, reason: 'theo nghị quyết của Ban Thường vụ' })
    .created({ ...entry, validTo: null });
  const path = `manager-positions/${id}`;
  expect(await counted('2021-12-31')).toEqual([]);
  expect(await counted('2022-06-30')).toEqual([personId]);
  await auditor
    .get('positions', { organizationId, asOf: '2022-06-30', manager: true })
    .lists({ position: 'board_vice_chair' });
  await auditor.get('manager-positions', { allianceId: String(body['allianceId']) }).lists({ id });
  await secretariat.correct(path, { validTo: '2023-01-01' }).is({ validTo: '2023-01-01' });
  expect(await counted('2023-01-01')).toEqual([]);
  expect((await auditor.get(`${path}/history`).is()).items).toMatchObject([
    { action: 'insert', reason: 'theo nghị quyết của Ban Thường vụ' },
    { action: 'update', changes: [{ field: 'validTo', before: null, after: '2023-01-01' }] },
  ]);

  await secretariat.post('manager-positions', entry).refusedAt('/positionCode', 'manager-position-counts');
  await secretariat
    .post('manager-positions', { positionCode: 'director', validFrom: '2024-07-01' })
    .refusedAt('/positionCode', 'manager-position-counts');
  await secretariat
    .post('manager-positions', { ...entry, validFrom: '2024-01-01', validTo: '2023-12-31' })
    .refusedAt('/validTo', 'manager-position-period');
  await secretariat
    .post('manager-positions', { ...entry, positionCode: 'nobody' })
    .refusedAt('/positionCode', 'unknown-code');
  const [common] = (await auditor.get('manager-positions', { positionCode: 'director' }).is()).items;
  expect(common).toMatchObject({ allianceId: null, validFrom: '1900-01-01' });
  const ofAll = `manager-positions/${String(common?.['id'])}`;
  await secretariat.correct(ofAll, { validTo: '2024-01-01' }).refused('manager-position-of-all', 409);
  await secretariat.post(`${ofAll}/voidings`, { reason: 'thử xem' }).refused('manager-position-of-all', 409);

  await otherAlliance.get(path).unknown();
  await otherAlliance.get(`${path}/history`).unknown();
  await otherAlliance.patch(path, { reason: 'thử' }, { 'If-Match': '"1-x"' }).unknown();
  await otherAlliance.post(`${path}/voidings`, { reason: 'thử xem' }).unknown();
  await otherAlliance.post('manager-positions', entry).refusedAt('/positionCode', 'unknown-code');
  for (const query of [{}, { allianceId: String(body['allianceId']) }]) {
    const { items } = await otherAlliance.get('manager-positions', { ...query, ever: true }).is();
    expect(items.filter((row) => row['allianceId'] !== null)).toEqual([]);
  }
  await member.get('manager-positions').forbidden();
  await auditor.post('manager-positions', entry).forbidden();

  await secretariat.post(`${path}/voidings`, { reason: 'nhập nhầm' }).created();
  expect(await counted('2022-06-30')).toEqual([]);
});

story('what an alliance below counts is its own, and hinders nobody above', async (cast) => {
  const { administrator, anonymous, secretariat } = cast;
  const { clerk } = await foundsBelow(administrator, anonymous, await ownAlliance(secretariat), 'HP-QL');
  const entry = { positionCode: 'treasurer', validFrom: '2022-01-01' };
  const treasurer = async (by: typeof clerk) =>
    (await by.get('codes/position').is()).items.find(({ code }) => code === 'treasurer')?.['manager'];
  await clerk.post('manager-positions', entry).created();
  expect([await treasurer(clerk), await treasurer(secretariat)]).toEqual([true, false]);
  const { id: organizationId } = await entersOrganization(secretariat);
  await entersOfficer(secretariat, organizationId, { position: 'treasurer', validFrom: '2022-01-01' });
  await secretariat.get('positions', { organizationId }).lists({ position: 'treasurer', manager: false });
  const { id } = await secretariat.post('manager-positions', entry).created();
  expect(await treasurer(secretariat)).toBe(true);
  await secretariat.post(`manager-positions/${id}/voidings`, { reason: 'nhập nhầm' }).created();
});

import { expect } from '@jest/globals';
import { awards, awardsIn, beginnings } from '../kit/awards.js';
import { downloads } from '../kit/downloads.js';
import { admission, award, awardDecision, congress, entersOrganization, organization, person } from '../kit/makers.js';
import { story } from '../kit/story.js';

const aMinuteAgo = () => new Date(Date.now() - 60_000).toISOString();

story('a correction that says nothing new is not written, and outdates nobody', async ({ secretariat }) => {
  const { id, headers } = await entersOrganization(secretariat, { sector: 'transport' });
  const path = `organizations/${id}`;
  const etag = headers.get('etag');
  for (const correction of [{}, { sector: 'transport' }, { sector: 'transport', kind: 'cooperative' }])
    await secretariat.correct(path, { ...correction, reason: 'bấm lưu lần nữa' }).is({ version: 1 });
  expect((await secretariat.get(path).is()).headers.get('etag')).toBe(etag);
  expect((await secretariat.get(`${path}/history`).is()).text).not.toContain('bấm lưu lần nữa');
  await secretariat.correct(path, { sector: 'salt', reason: 'theo giấy phép' }).is({ version: 2 });
});

story('the history of an organisation tells of its membership to the end', async ({ secretariat }) => {
  const { id: organizationId } = await entersOrganization(secretariat);
  const { id } = await secretariat.post('memberships', admission(organizationId)).created();
  await secretariat.post(`memberships/${id}/suspensions`, { suspendedOn: '2021-03-01', ground: 'nợ phí' }).created();
  const exit = { endedOn: '2022-05-01', kind: 'withdrawn', ground: 'tự nguyện' };
  await secretariat.post(`memberships/${id}/exits`, exit).created();
  const { items } = await secretariat.get(`organizations/${organizationId}/history`, { limit: 200 }).is();
  const tables = items.map(({ table }) => table);
  expect(tables).toEqual(expect.arrayContaining(['memberships', 'membership_suspensions', 'membership_exits']));
});

story('a decision tells of the awards revoked, in its history and to whoever keeps a copy', async (cast) => {
  const { secretariat, auditor } = cast;
  const { body, form, organizationId } = await beginnings(secretariat);
  const entered = await secretariat
    .post('award-decisions', awardDecision(body, [award(form, { organizationId })]))
    .created();
  const updatedSince = new Date().toISOString();
  const revocation = { ground: 'later_finding', decidedOn: '2021-02-01' };
  await secretariat.post(`awards/${awardsIn(entered)[0]?.id}/revocations`, revocation).created();
  await auditor.get('award-decisions', { updatedSince, ever: true }).lists({ id: entered.id });
  const { items } = await auditor.get(`award-decisions/${entered.id}/history`).is();
  expect(items).toContainEqual(expect.objectContaining({ table: 'award_revocations' }));
});

story('a roll refuses `ever` and `updatedSince`: it has whoever is entitled now', async ({ secretariat }) => {
  const { id } = await secretariat.post('congresses', congress()).created();
  for (const parameter of ['ever', 'updatedSince'])
    await secretariat
      .get(`congresses/${id}/roll`, { [parameter]: parameter === 'ever' ? true : aMinuteAgo() })
      .refusedAt(`/${parameter}`, 'unknown-parameter');
});

story('an organisation is found by what it is called for short', async ({ secretariat, auditor }) => {
  const entry = organization({ name: 'Hợp tác xã Dịch vụ Tân Đức' });
  const names = [{ ...(entry['names'] as object[])[0], shortName: 'HTX TĐ-68' }];
  const { id } = await secretariat.post('organizations', { ...entry, names }).created();
  for (const q of ['TĐ-68', 'htx tđ-68', 'td-68']) await auditor.get('organizations', { q }).lists({ id });
  await awards(secretariat, { organizationId: id });
  await auditor.get('awards', { q: 'tđ-68' }).lists({ organization: { id } });
});

story('what is left empty on a form is told to leave out, not to fill in', async ({ secretariat }) => {
  const refused = (field: string) =>
    secretariat.post('organizations', organization({ [field]: '' })).refusedAt(`/${field}`, 'empty');
  for (const field of ['taxCode', 'registrationNumber']) await refused(field);
  await secretariat.post('people', person({ fullName: '' })).refusedAt('/fullName', 'required');
});

story('who holds a number already is named by id too', async ({ secretariat }) => {
  const identityNumber = '031174000155';
  const { id: holderId } = await secretariat.post('people', person({ identityNumber })).created();
  const { body } = await secretariat.post('people', person({ identityNumber })).refused('identity-number-taken', 409);
  expect(body['errors']).toMatchObject([{ params: { holderId } }]);
  const { id, body: held } = await entersOrganization(secretariat);
  const again = await secretariat
    .post('organizations', organization({ taxCode: held['taxCode'] }))
    .refused('tax-code-taken', 409);
  expect(again.body['errors']).toMatchObject([{ params: { holderId: id } }]);
});

story(
  'a file of what was written about a person names the fields in words',
  async ({ secretariat, auditor }, stage) => {
    const { id } = await secretariat.post('people', person({ phone: '0912 345 678' })).created();
    for (const by of [secretariat, auditor]) {
      const { bytes } = await downloads(stage, by, `people/${id}/history`, 'text/csv; charset=utf-8');
      const file = new TextDecoder().decode(bytes);
      expect(file).toMatch(/Điện thoại; .*Họ và tên|Họ và tên; .*Điện thoại/);
      expect(file).not.toContain('fullName');
    }
  },
);

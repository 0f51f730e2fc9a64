import { expect } from '@jest/globals';
import { admission, decision, entersOrganization, organization } from '../kit/makers.js';
import type { Json } from '../kit/reply.js';
import { story } from '../kit/story.js';

story('an old name finds the organisation, with or without diacritics', async ({ secretariat, auditor }) => {
  const { id } = await entersOrganization(secretariat, { name: 'Hợp tác xã Nông nghiệp Đồng Độ' });
  await secretariat
    .post(`organizations/${id}/names`, { name: 'Hợp tác xã Nông sản sạch Bình Minh', validFrom: '2021-01-01' })
    .created({ name: 'Hợp tác xã Nông sản sạch Bình Minh' });
  await auditor.get('organizations', { q: 'dong do' }).lists({ id, name: 'Hợp tác xã Nông sản sạch Bình Minh' });
  await auditor
    .get('organizations', { q: 'ĐỒNG ĐỘ', asOf: '2020-11-27' })
    .lists({ id, name: 'Hợp tác xã Nông nghiệp Đồng Độ' });
  await auditor.get('organizations', { q: '100%_' }).lists();
  await auditor.get('organizations', { q: 'hợp tác xã bình minh' }).lists({ id });
  await auditor.get('organizations', { q: 'bình minh nông sản' }).lists();
  await auditor.get('organizations', { q: 'HTX Bình Minh' }).lists({ id });
  const short = await entersOrganization(secretariat, { name: 'HTX Vụ Bản' });
  await auditor.get('organizations', { q: 'hợp tác xã vụ bản' }).lists({ id: short.id });
  for (const q of ['htx vụ bản', 'HTX vu ban']) await auditor.get('organizations', { q }).lists({ id: short.id });
  for (const q of ['QTDND Vụ Bản', 'THT']) await auditor.get('organizations', { q }).lists();
  await secretariat
    .post(`organizations/${id}/names`, { name: 'Khác', validFrom: '2021-01-01' })
    .refused('day-taken', 409);
});

story('identifiers are held once, and the refusal names the holder', async ({ secretariat, otherAlliance }) => {
  const taken = organization({ name: 'Hợp tác xã Vận tải Sao Mai' });
  const { id } = await secretariat.post('organizations', taken).created({ code: expect.stringMatching(/^HTX-\d{6}$/) });
  const again = await secretariat
    .post('organizations', organization({ taxCode: taken['taxCode'] }))
    .refused('tax-code-taken', 409);
  expect(again.body['detail']).toContain('Sao Mai');
  await secretariat.post(`organizations/${id}/names`, { name: 'HTX Tân Sao Mai', validFrom: '2021-01-01' }).created();
  await secretariat
    .post('organizations', organization({ taxCode: taken['taxCode'] }))
    .refused('tax-code-taken', 409)
    .then(({ body }) => expect(body['detail']).toContain('HTX Tân Sao Mai'));
  const elsewhere = await otherAlliance
    .post('organizations', organization({ taxCode: taken['taxCode'] }))
    .refused('tax-code-taken', 409);
  expect(elsewhere.text).not.toContain('Sao Mai');
  await secretariat
    .post('organizations', organization({ registrationNumber: taken['registrationNumber'] }))
    .refused('registration-number-taken', 409);
  await secretariat.correct(`organizations/${id}`, { sector: 'transport' }).is({ sector: 'transport' });
  await secretariat.correct(`organizations/${id}`, { sector: null }).is({ sector: null });
  await secretariat.correct(`organizations/${id}`, { kind: null }).refusedAt('/kind', 'required');
});

story('five hundred are entered at once, or none', async ({ secretariat, auditor }) => {
  const items = Array.from({ length: 500 }, (_, i) =>
    organization({ name: `Tổ hợp tác số ${i}`, kind: 'cooperative_group' }),
  );
  const { body } = await secretariat.post('organizations/batches', { items }).is();
  expect(body['ids']).toHaveLength(500);
  const more = [organization(), organization({ taxCode: '0200000013' }), organization()];
  await secretariat.post('organizations/batches', { items: more }).refusedAt('/items/1/taxCode', 'not-a-tax-code');
  const twice = organization();
  const repeated = await secretariat.post('organizations/batches', { items: [twice, twice, twice] });
  expect(repeated.body['errors']).toMatchObject(
    [1, 2].map((at) => ({ pointer: `/items/${at}/taxCode`, code: 'duplicate', params: { first: '/items/0/taxCode' } })),
  );
  const taken = items.slice(0, 3).map((item) => organization({ taxCode: (item as Json)['taxCode'] }));
  const refused = await secretariat.post('organizations/batches', { items: taken });
  expect((refused.body['errors'] as Json[]).map(({ pointer }) => pointer).sort()).toEqual(
    [0, 1, 2].map((at) => `/items/${at}/taxCode`),
  );
  const lost = organization({ sector: 'no_such_sector' });
  await secretariat
    .post('organizations/batches', { items: [organization({ name: 'Một mình' }), lost] })
    .refusedAt('/items/1/sector', 'unknown-code');
  const kept = items[0] as Json;
  const name = { name: 'Hai tên một ngày', validFrom: '2018-03-20' };
  const refusals: [second: Json, pointer: string, code: string][] = [
    [organization({ taxCode: kept['taxCode'] }), '/items/1/taxCode', 'tax-code-taken'],
    [
      organization({ registrationNumber: kept['registrationNumber'] }),
      '/items/1/registrationNumber',
      'registration-number-taken',
    ],
    [organization({ names: [name, name] }), '/items/1/names/1/validFrom', 'duplicate'],
  ];
  for (const [second, pointer, code] of refusals) {
    await secretariat
      .post('organizations/batches', { items: [organization({ name: 'Một mình' }), second] })
      .refusedAt(pointer, code);
  }
  await auditor.get('organizations', { q: 'một mình' }).lists();
});

story('statuses, obligations and figures are rows of their own', async ({ secretariat, auditor, otherAlliance }) => {
  const { id } = await entersOrganization(secretariat, { foundedOn: '2013-01-01' });
  const path = `organizations/${id}`;
  await secretariat
    .post(`${path}/statuses`, { status: 'stopped', validFrom: '2022-01-01' })
    .created({ status: 'stopped' });
  await auditor.get(path, { asOf: '2021-12-31' }).is({ status: 'operating' });
  const duty = { law: 'cooperatives_2012', kind: 'conversion', dueOn: '2016-07-01' };
  await secretariat.post(`${path}/obligations`, duty).created({ obligations: [duty] });
  await secretariat.post(`${path}/obligations`, duty).refused('obligation-exists', 409);
  const figure = { year: 2020, measure: 'members', value: 640, checked: true };
  await secretariat.post(`${path}/figures`, { items: [figure, figure] }).refusedAt('/items/1', 'figure-exists');
  await secretariat.post(`${path}/figures`, { items: [figure] }).created({ figures: [figure] });
  await secretariat.post(`${path}/figures`, { items: [figure] }).refused('figure-exists', 409);

  const [obligation] = (await auditor.get('obligations', { done: 'false', law: 'cooperatives_2012' })).items;
  const toDo = `obligations/${String(obligation?.['id'])}`;
  await auditor.get('obligations', { law: 'cooperatives_2012', asOf: '2013-06-30' }).lists();
  await secretariat.correct(toDo, { doneOn: '2013-06-30' }).is({ warnings: ['done_before_law'] });
  await secretariat
    .correct(toDo, { doneOn: '2012-06-30' })
    .is({ warnings: ['done_before_law', 'done_before_founding'] });
  await secretariat.correct(toDo, { doneOn: '2015-11-02' }).is({ doneOn: '2015-11-02' });
  await auditor.get(toDo).is({ organization: { id } });
  await auditor.get(path, { asOf: '2015-11-02' }).is({ organizingLaw: 'cooperatives_2012' });
  await auditor.get(path, { asOf: '2015-11-01' }).is({ organizingLaw: null });
  await auditor.get('obligations', { done: 'true', asOf: '2015-11-02' }).lists({ law: 'cooperatives_2012' });
  const [sum] = (await auditor.get('organization-figures', { year: 2020, measure: 'members' })).items;
  const counted = `organization-figures/${String(sum?.['id'])}`;
  await secretariat.correct(counted, { value: 641 }).is({ value: 641 });
  for (const hidden of [toDo, counted]) {
    await otherAlliance.get(hidden).unknown();
    await otherAlliance.patch(hidden, { reason: 'thử' }, { 'If-Match': '"1-x"' }).unknown();
  }
  await otherAlliance.post(`${counted}/voidings`, { reason: 'thử xem' }).unknown();
  await secretariat.post(`${counted}/voidings`, { reason: 'nhập nhầm' }).created();
  await auditor.get('organization-figures', { year: 2020, measure: 'members' }).lists();
});

story('a tax code is the same however it is typed', async ({ secretariat, auditor }) => {
  const { body } = await entersOrganization(secretariat);
  const code = String(body['taxCode']);
  const spoken = (from: number) => [...code].map((digit) => String.fromCodePoint(from + Number(digit))).join('');
  const others = [
    `${code.slice(0, 4)} ${code.slice(4)}`,
    `${code.slice(0, 7)}–${code.slice(7)}`,
    spoken(0x660),
    spoken(0x1d7ce),
  ];
  for (const taxCode of others) {
    await secretariat.post('organizations', organization({ taxCode })).refusedAt('/taxCode', 'tax-code-taken');
    await auditor.get('organizations', { taxCode }).lists({ taxCode: code });
  }
});

story(
  'an organisation of another alliance is unknown by every door',
  async ({ secretariat, otherAlliance, member, auditor }) => {
    const { id } = await entersOrganization(secretariat, { name: 'Hợp tác xã Kín Đáo' });
    const path = `organizations/${id}`;
    for (const door of ['names', 'addresses', 'statuses', 'obligations', 'figures', 'voidings']) {
      const bodies: Record<string, object> = {
        names: { name: 'Tên', validFrom: '2020-01-01' },
        addresses: { placeId: id, validFrom: '2020-01-01' },
        statuses: { status: 'stopped', validFrom: '2020-01-01' },
        obligations: { law: 'cooperatives_2012', kind: 'conversion' },
        figures: { items: [{ year: 2020, measure: 'members', value: 1, checked: false }] },
        voidings: { reason: 'thử xem' },
      };
      await otherAlliance.post(`${path}/${door}`, { ...bodies[door] }).unknown();
    }
    await otherAlliance.get(path).unknown();
    await otherAlliance.get(`${path}/history`).unknown();
    await otherAlliance.patch(path, { reason: 'thử' }, { 'If-Match': '"1-x"' }).unknown();
    await otherAlliance.get('organizations', { q: 'kín đáo', total: true }).is({ items: [], total: 0 });
    await member.get(path).unknown();
    await secretariat.post(`${path}/voidings`, { reason: 'nhập nhầm' }).created({ voidReason: 'nhập nhầm' });
    await auditor.get(`${path}/history`).is();
    await auditor.get('organizations', { q: 'kín đáo' }).lists();
  },
);

story('the seat of the day stands by itself, and members are told from others', async ({ secretariat, auditor }) => {
  const communes = await secretariat.get('places', { level: 'commune', asOf: '2020-11-27', limit: 2 }).is();
  const [first, second] = communes.items.map(({ id, fullName }) => ({ id, fullName }));
  const addresses = [
    { placeId: second?.id, line: 'Số 5', validFrom: '2021-06-01' },
    { placeId: first?.id, validFrom: '2018-03-20' },
  ];
  const name = 'Hợp tác xã Hai Trụ Sở';
  const { id } = await entersOrganization(secretariat, { name, on: '2018-03-20', addresses });
  await auditor.get(`organizations/${id}`, { asOf: '2020-11-27' }).is({ seat: { line: null, place: first } });
  await auditor.get(`organizations/${id}`, { asOf: '2021-06-01' }).is({ seat: { line: 'Số 5', place: second } });
  await auditor.get(`organizations/${(await entersOrganization(secretariat)).id}`).is({ seat: null });

  await secretariat.post('memberships', admission(id, { admittedOn: '2021-06-01' })).created();
  const asked = { q: 'hai tru so', asOf: '2021-06-01' };
  await auditor.get('organizations', { ...asked, member: true }).lists({ id });
  await auditor.get('organizations', { ...asked, member: false }).lists();
  await auditor.get('organizations', { ...asked, member: false, asOf: '2021-05-31' }).lists({ id });
});

story('a name, a seat, a status and an obligation entered by mistake are taken back', async (cast) => {
  const { secretariat, auditor, otherAlliance } = cast;
  const { id } = await entersOrganization(secretariat, { name: 'Hợp tác xã Sơn Nam' });
  const path = `organizations/${id}`;
  const mistake = { reason: 'gõ nhầm' };
  const renamed = await secretariat.post(`${path}/names`, { name: 'HTX Sơn Nâm', validFrom: '2022-01-01' }).created();
  await secretariat.post(`${path}/names`, { name: 'HTX Sơn Nam', validFrom: '2022-01-01' }).refused('day-taken', 409);
  const stopped = await secretariat
    .post(`${path}/statuses`, { status: 'stopped', validFrom: '2022-01-01' })
    .created({ status: 'stopped' });
  const [{ id: placeId }] = (await secretariat.get('places', { level: 'commune', limit: 1 }).is()).items as [
    { id: string },
  ];
  const moved = await secretariat.post(`${path}/addresses`, { placeId, validFrom: '2026-01-01' }).created();
  const owed = await secretariat
    .post(`${path}/obligations`, { law: 'cooperatives_2012', kind: 'conversion' })
    .created({ obligations: [{ kind: 'conversion' }] });
  const last = ({ body }: { body: Record<string, unknown> }, parts: string) =>
    String((body[parts] as { id: string }[]).at(-1)?.id);

  const name = `organization-names/${last(renamed, 'names')}`;
  await auditor.get(name).is({ name: 'HTX Sơn Nâm', organizationId: id });
  const seat = `organization-addresses/${last(moved, 'addresses')}`;
  for (const part of [name, seat, `organization-statuses/${last(stopped, 'statuses')}`]) {
    await auditor.get(part).is({ organizationId: id, voidedAt: null });
    await otherAlliance.get(part).unknown();
    await otherAlliance.post(`${part}/voidings`, mistake).unknown();
    await secretariat.post(`${part}/voidings`, mistake).created({ voidReason: 'gõ nhầm' });
  }
  const obligation = `obligations/${last(owed, 'obligations')}/voidings`;
  await otherAlliance.post(obligation, mistake).unknown();
  await secretariat.post(obligation, mistake).created();
  await auditor
    .get(path, { asOf: '2022-01-01' })
    .is({ name: 'Hợp tác xã Sơn Nam', status: 'operating', obligations: [] });
  await secretariat.post(`${path}/names`, { name: 'HTX Sơn Nam', validFrom: '2022-01-01' }).created();
  const first = await entersOrganization(secretariat);
  const entered = await secretariat.get(`organizations/${first.id}`).is();
  const only = last(entered, 'names');
  await secretariat.post(`organization-statuses/${last(entered, 'statuses')}/voidings`, mistake).created();
  await auditor.get('organizations', { statusKnown: false }).lists({ id: first.id, status: null });
  await secretariat.post(`organization-names/${only}/voidings`, mistake).refused('only-name', 409);
});

story('a name that was written wrongly is corrected, the only one too, and the history has both', async (cast) => {
  const { secretariat, auditor, otherAlliance } = cast;
  const { id } = await entersOrganization(secretariat, { name: 'Hợp tác xã Đông Hưng' });
  const path = `organizations/${id}`;
  const names = async () => (await secretariat.get(path).is()).body['names'] as { id: string; validFrom: string }[];
  const [first] = await names();
  const only = `organization-names/${first?.id}`;
  await otherAlliance.patch(only, { reason: 'thử' }, { 'If-Match': '"1-x"' }).unknown();
  await secretariat.correct(only, { name: 'Hợp tác xã Đông Hùng' }).is({ name: 'Hợp tác xã Đông Hùng', version: 2 });
  await auditor.get(path).is({ name: 'Hợp tác xã Đông Hùng' });
  const { items } = await auditor.get(`${path}/history`, { table: 'organization_names', action: 'update' }).is();
  expect(items).toMatchObject([
    { changes: [{ field: 'name', before: 'Hợp tác xã Đông Hưng', after: 'Hợp tác xã Đông Hùng' }], reason: 'ghi nhầm' },
  ]);
  await secretariat.post(`${path}/names`, { name: 'HTX Đông Hùng', validFrom: '2022-01-01' }).created();
  await secretariat.correct(only, { validFrom: '2022-01-01' }).refused('day-taken', 409);
  await secretariat.correct(only, { name: ' ' }).refused('invalid-entry', 422);
});

story('what others still name is not taken back', async ({ secretariat }) => {
  const mistake = { reason: 'nhập nhầm' };
  const used = (path: string, records: string) =>
    secretariat
      .post(`${path}/voidings`, mistake)
      .refused('still-has-rows', 409)
      .then(({ text }) => expect(text).toContain(records));
  const { id: document } = await secretariat.post('documents', decision()).created();
  const { id } = await entersOrganization(secretariat);
  const entry = admission(id, { admittedByDocumentId: document });
  const { id: membership } = await secretariat.post('memberships', entry).created();
  await used(`organizations/${id}`, '(Tư cách thành viên: 1)');
  await used(`documents/${document}`, '(Tư cách thành viên: 1)');
  await secretariat.post(`memberships/${membership}/voidings`, mistake).created();
  await secretariat.post(`documents/${document}/voidings`, mistake).created();
  await secretariat.post(`organizations/${id}/voidings`, mistake).created();
});

story('whoever synchronises learns of a change in any part of an organisation', async ({ secretariat, auditor }) => {
  const { id } = await entersOrganization(secretariat);
  const parts = {
    names: { name: 'Hợp tác xã Tân Tiến', validFrom: '2020-01-01' },
    statuses: { status: 'stopped', validFrom: '2020-01-01' },
    obligations: { law: 'cooperatives_2012', kind: 'conversion' },
    figures: { items: [{ year: 2020, measure: 'members', value: 1, checked: false }] },
  };
  for (const [part, entry] of Object.entries(parts)) {
    const updatedSince = new Date().toISOString();
    await auditor.get('organizations', { updatedSince }).lists();
    await secretariat.post(`organizations/${id}/${part}`, entry).created();
    await auditor.get('organizations', { updatedSince }).lists({ id });
  }
  const updatedSince = new Date().toISOString();
  await secretariat.post('memberships', admission(id)).created();
  await auditor.get('organizations', { updatedSince }).lists({ id });
});

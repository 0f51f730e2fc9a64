import { story } from '../kit/story.js';

story('an administrator founds an alliance below its own', async ({ administrator }) => {
  const { items } = await administrator.get('alliances', { code: 'HP' }).is();
  const parentId = String(items[0]?.['id']);
  const entry = {
    code: 'HP-KA',
    level: 'provincial',
    parentId,
    names: [{ name: 'Liên minh HTX Kiến An', validFrom: '2020-01-01' }],
  };
  await administrator.post('alliances', entry).created({ code: 'HP-KA' });
  await administrator.post('alliances', entry).refused('alliance-code-taken', 409);
  await administrator
    .post('alliances', { ...entry, code: 'X', level: 'national' })
    .refused('national-alliance-stands-alone', 422);
});

story('names, terms and bodies of an alliance are dated rows', async ({ secretariat, auditor, otherAlliance }) => {
  const { items } = await secretariat.get('alliances', { code: 'HP' }).is();
  const id = String(items[0]?.['id']);
  const path = `alliances/${id}`;
  const name = { name: 'Liên minh HTX thành phố Hải Phòng', validFrom: '2021-07-23' };
  const term = { name: '2020–2025', validFrom: '2020-11-27', validTo: '2025-11-27' };
  await secretariat.post(`${path}/names`, name).created({ name: name.name });
  await secretariat.post(`${path}/names`, name).refused('name-day-taken', 409);
  await secretariat.post(`${path}/terms`, term).created({ terms: [{ name: '2020–2025' }] });
  await secretariat
    .post(`${path}/terms`, { ...term, validFrom: '2025-01-01', validTo: null })
    .refused('terms-overlap', 409);
  await secretariat
    .post(`${path}/terms`, { ...term, validFrom: '2031-01-01', validTo: '2030-01-01' })
    .refused('term-ends-too-early', 422);
  await secretariat.correct(path, { code: 'HP' }).is({ code: 'HP' });
  const read = await auditor.get(path).is();
  const parts = read.body as { names: { id: string; validFrom: string }[]; terms: { id: string }[] };
  const termId = String(parts.terms[0]?.id);
  const body = { kind: 'standing_committee', termId, seats: 27 };
  const seated = await secretariat.post(`${path}/bodies`, body).created();
  await secretariat.post(`${path}/bodies`, body).refused('alliance-body-exists', 409);
  const nameId = String(parts.names.find(({ validFrom }) => validFrom === name.validFrom)?.id);
  const bodyId = /"seats":27/.test(seated.text)
    ? String(/"id":"([0-9a-f-]{36})"[^{}]*"seats":27/.exec(seated.text)?.[1])
    : '';
  for (const part of [`alliance-names/${nameId}`, `alliance-terms/${termId}`, `alliance-bodies/${bodyId}`]) {
    await auditor.get(part).is();
    await otherAlliance.get(part).unknown();
    await otherAlliance.post(`${part}/voidings`, { reason: 'thử xem' }).unknown();
  }
  await secretariat.correct(`alliance-terms/${termId}`, { name: '2020-2025' }).is({ name: '2020-2025' });
  await secretariat.correct(`alliance-bodies/${bodyId}`, { seats: 25 }).is({ seats: 25 });
  for (const part of [path, `alliance-terms/${termId}`, `alliance-bodies/${bodyId}`]) {
    await otherAlliance.patch(part, { reason: 'thử xem' }, { 'If-Match': '"1-x"' }).unknown();
  }
  await secretariat.get(`${path}/history`).is();
  await otherAlliance.get(path).unknown();
  await otherAlliance.get(`${path}/history`).unknown();
  await otherAlliance.post(`${path}/names`, name).unknown();
  await otherAlliance.post(`${path}/terms`, term).unknown();
  await otherAlliance.post(`${path}/bodies`, body).unknown();
  await secretariat.post(`alliance-bodies/${bodyId}/voidings`, { reason: 'nhập nhầm' }).created();
  await secretariat.post(`alliance-terms/${termId}/voidings`, { reason: 'nhập nhầm' }).created();
  await secretariat.post(`alliance-names/${nameId}/voidings`, { reason: 'nhập nhầm' }).created();
});

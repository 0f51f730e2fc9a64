import { expect } from '@jest/globals';
import { foundsBelow } from '../kit/accounts.js';
import type { Client } from '../kit/client.js';
import { congress } from '../kit/makers.js';
import type { Json } from '../kit/reply.js';
import { story } from '../kit/story.js';

/** The path of the alliance that the secretariat keeps. */
async function ownAlliance(by: Client): Promise<string> {
  const { items } = await by.get('alliances', { code: 'HP' }).is();
  return `alliances/${String(items[0]?.['id'])}`;
}

story('an administrator founds an alliance below its own', async ({ administrator, secretariat }) => {
  const { items } = await administrator.get('alliances', { code: 'HP' }).is();
  const parentId = String(items[0]?.['id']);
  const entry = {
    code: 'HP-KA',
    level: 'provincial',
    parentId,
    names: [{ name: 'Liên minh HTX Kiến An', validFrom: '2020-01-01' }],
  };
  const { id } = await administrator.post('alliances', entry).created({ code: 'HP-KA' });
  for (const reader of [administrator, secretariat]) await reader.get(`alliances/${id}`).is({ code: 'HP-KA' });
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
  await secretariat.correct(path, { code: 'HPX' }).refusedAt('/code', 'alliance-keeps-registry');
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
  await secretariat.correct(`alliance-names/${nameId}`, { name: `${name.name} Mới` }).is({ name: `${name.name} Mới` });
  const { validFrom: taken } = parts.names.find((one) => one.id !== nameId) ?? {};
  await secretariat.correct(`alliance-names/${nameId}`, { validFrom: taken }).refused('name-day-taken', 409);
  await secretariat.correct(`alliance-terms/${termId}`, { name: '2020-2025' }).is({ name: '2020-2025' });
  await secretariat.correct(`alliance-bodies/${bodyId}`, { seats: 25 }).is({ seats: 25 });
  for (const part of [path, `alliance-names/${nameId}`, `alliance-terms/${termId}`, `alliance-bodies/${bodyId}`]) {
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
  const only = String(parts.names.find((one) => one.id !== nameId)?.id);
  await secretariat
    .post(`alliance-names/${only}/voidings`, { reason: 'nhập nhầm' })
    .refused('only-name-of-alliance', 409);
});

story('an alliance is what it was on the day asked for, and history tells who renamed it and why', async (cast) => {
  const { secretariat, auditor } = cast;
  const path = await ownAlliance(secretariat);
  const name = { name: 'Liên minh Hợp tác xã Hải Phòng mở rộng', validFrom: '2025-07-01' };
  const { body: before } = await auditor.get(path, { asOf: '2025-06-30' }).is();
  await secretariat.post(`${path}/names`, { ...name, reason: 'hợp nhất với Hải Dương' }).created({ name: name.name });
  await auditor.get(path, { asOf: '2025-06-30' }).is({ name: before['name'] });
  await auditor.get(path, { asOf: '2025-07-01' }).is({ name: name.name });
  for (const [asOf, validTo] of Object.entries({ '2025-06-30': '2025-07-01', '2025-07-01': null })) {
    const { body } = await auditor.get(path, { asOf }).is({ place: { fullName: 'Thành phố Hải Phòng', validTo } });
    await auditor.get(`places/${String((body['place'] as { id: string }).id)}`).is({ code: '31', validTo });
  }
  await auditor.get('alliances', { q: 'hai phong mo rong', asOf: '2025-06-30' }).lists({ name: before['name'] });
  const wrong = await secretariat
    .post(`${path}/names`, { name: 'Liên minh Gõ Nhầm', validFrom: '2025-08-01' })
    .created();
  const names = wrong.body['names'] as { id: string }[];
  await secretariat.post(`alliance-names/${names.at(-1)?.id}/voidings`, { reason: 'gõ nhầm' }).created();
  await auditor.get('alliances', { q: 'go nham' }).lists();
  const { items } = await auditor.get(`${path}/history`).is();
  expect(items.find(({ reason }) => reason === 'hợp nhất với Hải Dương')).toMatchObject({
    action: 'insert',
    actor: 'secretariat',
    reason: 'hợp nhất với Hải Dương',
  });
});

story('a corrected term is held to the days that it leaves as they are', async ({ secretariat, auditor }) => {
  const path = await ownAlliance(secretariat);
  const begins = async (term: Json): Promise<string> => {
    const { body } = await secretariat.post(`${path}/terms`, term).created({ term: { name: term['name'] } });
    return `alliance-terms/${(body['term'] as { id: string }).id}`;
  };
  const first = await begins({ name: 'XI', validFrom: '2005-11-01', validTo: '2010-11-01' });
  const second = await begins({ name: 'XII', validFrom: '2010-11-01', validTo: '2015-11-01' });
  await secretariat.correct(first, { validTo: '2010-11-02' }).refusedAt('/validTo', 'terms-overlap');
  await secretariat.correct(first, { validTo: null }).refused('terms-overlap', 409);
  await secretariat.correct(first, { validTo: '2005-11-01' }).refused('term-ends-too-early', 422);
  await secretariat.correct(second, { validFrom: '2010-10-31' }).refusedAt('/validFrom', 'terms-overlap');
  await auditor.get(path, { asOf: '2010-10-31' }).is({ term: { name: 'XI' } });
  await auditor.get(path, { asOf: '2010-11-01' }).is({ term: { name: 'XII' } });
  await auditor.get(path, { asOf: '2015-11-01' }).masks('term');
  await secretariat.post(`${first}/voidings`, { reason: 'nhập nhầm' }).created({ voidReason: 'nhập nhầm' });
  await secretariat.correct(second, { validFrom: '2010-10-31' }).is({ validFrom: '2010-10-31' });
});

story('a term of more than five years is warned of, if it lasts beyond the day of the decree', async (cast) => {
  const { secretariat, auditor } = cast;
  const path = await ownAlliance(secretariat);
  const begins = async (name: string, validFrom: string, validTo: string, warnings: string[]) =>
    secretariat.post(`${path}/terms`, { name, validFrom, validTo }).created({ term: { name, warnings } });
  const old = await begins('2015–2023', '2015-11-01', '2024-11-26', []);
  const before = `alliance-terms/${(old.body['term'] as { id: string }).id}`;
  await secretariat.correct(before, { validTo: '2024-11-27' }).is({ warnings: ['term_too_long'] });
  await secretariat.correct(before, { validTo: '2023-05-01' }).is({ warnings: [] });
  await begins('2023–2028', '2023-05-01', '2028-05-01', []);
  const { body } = await begins('2028–2036', '2028-05-01', '2036-05-01', ['term_too_long']);
  const term = `alliance-terms/${(body['term'] as { id: string }).id}`;
  await secretariat.correct(term, { validTo: null }).is({ warnings: [] });
  await auditor.get(term, { asOf: '2033-05-01' }).is({ warnings: [] });
  await auditor.get(term, { asOf: '2033-05-02' }).is({ warnings: ['term_too_long'] });
});

story('two terms of one name, and a standing committee larger than the executive, are warned of', async (cast) => {
  const { secretariat, auditor } = cast;
  const path = await ownAlliance(secretariat);
  const begins = (validFrom: string, validTo: string) =>
    secretariat.post(`${path}/terms`, { name: '1901–1906', validFrom, validTo });
  const { body } = await begins('1901-01-01', '1904-01-01').created({ term: { warnings: [] } });
  const { id: termId } = body['term'] as { id: string };
  const later = await begins('1904-01-01', '1906-01-01').created({ term: { warnings: ['named_like_another'] } });
  const second = later.body['term'] as { id: string };
  for (const [kind, seats] of Object.entries({ executive_committee: 9, standing_committee: 27 }))
    await secretariat.post(`${path}/bodies`, { kind, termId, seats }).created();
  const warnings = ['named_like_another', 'standing_exceeds_executive'];
  const seated = await auditor.get(`alliance-terms/${termId}`).is({ warnings });
  const bodies = seated.body['bodies'] as { id: string; kind: string }[];
  const executive = bodies.find(({ kind }) => kind === 'executive_committee')?.id;
  await secretariat.correct(`alliance-bodies/${executive}`, { seats: 27 }).is();
  await auditor.get(`alliance-terms/${termId}`).is({ warnings: ['named_like_another'] });
  await secretariat.post(`alliance-terms/${second.id}/voidings`, { reason: 'nhập nhầm' }).created();
  await auditor.get(`alliance-terms/${termId}`).is({ warnings: [] });
});

story('a body sits in a term of its own alliance, and an alliance below one that its founder reaches', async (cast) => {
  const { secretariat, administrator, otherAlliance, otherAdministrator } = cast;
  const path = await ownAlliance(secretariat);
  const below = { level: 'provincial', names: [{ name: 'Liên minh Kiến Thụy', validFrom: '2020-01-01' }] };
  await administrator.post('alliances', { ...below, code: 'HP-KT', parentId: path.split('/')[1] }).created();
  await otherAdministrator
    .post('alliances', { ...below, code: 'QN-KT', parentId: path.split('/')[1] })
    .refusedAt('/parentId', 'unknown-reference');

  const { items } = await otherAlliance.get('alliances', { code: 'QN' }).is();
  const term = { name: 'QN I', validFrom: '2020-01-01' };
  const { body } = await otherAlliance.post(`alliances/${String(items[0]?.['id'])}/terms`, term).created();
  const { id: termId } = body['term'] as { id: string };
  const seats = { kind: 'congress', termId, seats: 9 };
  await secretariat.post(`${path}/bodies`, seats).refusedAt('/termId', 'unknown-reference');
  await otherAlliance.post('congresses', congress({ termId })).created();
});

story('an alliance entered by mistake is taken back, while nothing is kept in it', async (cast) => {
  const { administrator, anonymous, secretariat, auditor, otherAdministrator } = cast;
  const parentId = (await ownAlliance(secretariat)).split('/')[1] ?? '';
  const { allianceId, clerk } = await foundsBelow(administrator, anonymous, parentId, 'HP-NHAM');
  const path = `alliances/${allianceId}`;
  const reason = 'lập hai lần';
  const takesBack = () => administrator.post(`${path}/voidings`, { reason });
  await secretariat.post(`${path}/voidings`, { reason }).refused('not-your-right', 403);
  await otherAdministrator.post(`${path}/voidings`, { reason }).unknown();
  await administrator.post(`alliances/${parentId}/voidings`, { reason }).refused('alliance-keeps-registry', 409);

  await takesBack().refused('alliance-keeps-records', 409); // an account that may sign in
  const { items: accounts } = await administrator.get('accounts', { allianceId }).is();
  const account = `accounts/${String(accounts[0]?.['id'])}`;
  await administrator.post(`${account}/disablements`, { reason }).created();
  const { id: termId } = await entersTerm();
  await takesBack().refused('alliance-keeps-records', 409);
  await secretariat.post(`alliance-terms/${termId}/voidings`, { reason }).created();
  await takesBack().created({ voidReason: reason, code: 'HP-NHAM' });
  await takesBack().refused('taken-back-already', 409);

  await clerk.get('organizations').refused('sign-in-needed', 401);
  await administrator.post(`${account}/enablements`, {}).refused('alliance-taken-back', 409);
  await administrator
    .post('accounts', { email: 'sau@htx.example', name: 'Người đến sau', role: 'secretariat', allianceId })
    .refused('alliance-taken-back', 409);
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  await administrator
    .post('api-keys', { name: 'Cổng thống kê', role: 'auditor', expiresAt, allianceId })
    .refused('alliance-taken-back', 409);
  const names = [{ name: 'Liên minh dưới nữa', validFrom: '2020-01-01' }];
  await administrator
    .post('alliances', { code: 'HP-DUOI', level: 'provincial', parentId: allianceId, names })
    .refusedAt('/parentId', 'unknown-reference');
  await auditor.get('alliances', { code: 'HP-NHAM' }).lists();
  await auditor
    .get('alliances', { code: 'HP-NHAM', ever: true })
    .lists({ id: allianceId, name: 'Liên minh HP-NHAM', voidReason: reason });
  const { items: told } = await auditor.get(`${path}/history`).is();
  expect(told.at(-1)).toMatchObject({ table: 'alliances', action: 'void', reason });
  await foundsBelow(administrator, anonymous, parentId, 'HP-NHAM'); // its code is free again

  async function entersTerm(): Promise<{ id: string }> {
    const term = { name: '2020–2025', validFrom: '2020-12-01', validTo: '2025-12-01' };
    const { body } = await secretariat.post(`${path}/terms`, term).created();
    const [entered] = body['terms'] as [{ id: string }];
    return entered;
  }
});

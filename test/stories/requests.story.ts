import { expect } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { admission, admits, entersOrganization, organization, person } from '../kit/makers.js';
import { hostServer } from '../kit/hosted.js';
import type { Json } from '../kit/reply.js';
import { story } from '../kit/story.js';

const json = { 'Content-Type': 'application/json' };

story('bad input is named by field and rule (ASVS 1.3.3, 2.2.1, 2.2.2, 15.3.3)', async ({ secretariat, auditor }) => {
  const send = (more: Record<string, unknown>) => secretariat.post('organizations', organization(more));
  await send({ foundedOn: '2020-02-31' }).refusedAt('/foundedOn', 'not-a-day');
  await send({ taxCode: '0200000013' }).refusedAt('/taxCode', 'not-a-tax-code');
  await send({ colour: 'đỏ' }).refusedAt('/colour', 'unknown-field');
  for (const own of ['id', 'version', 'allianceId', 'voidedAt'])
    await send({ [own]: 'x' }).refusedAt(`/${own}`, 'unknown-field');
  await send({ toString: 'x', hasOwnProperty: 1 }).refusedAt('/toString', 'unknown-field');
  await send({ registrationNumber: 'a\u0000b' }).refusedAt('/registrationNumber', 'unsafe-text');
  await send({ registrationNumber: 'a\u0007b' }).refusedAt('/registrationNumber', 'unsafe-text');
  await send({ registrationNumber: '\ud800' }).refusedAt('/registrationNumber', 'unsafe-text');
  await send({ registrationNumber: 'x'.repeat(41) }).refusedAt('/registrationNumber', 'too-long');
  await send({ names: [] }).refusedAt('/names', 'too-few');
  await send({ names: 'Tên' }).refusedAt('/names', 'not-a-list');
  await send({ names: [{ name: '', validFrom: 'x' }] }).refusedAt('/names/0/validFrom', 'not-a-day');
  await send({ kind: 'club' }).refusedAt('/kind', 'not-in-list');
  await send({ sector: 'no_such_sector' }).refusedAt('/sector', 'unknown-code');
  await secretariat
    .post('memberships', admission('018f0000-0000-7000-8000-000000000000'))
    .refusedAt('/organizationId', 'unknown-reference');
  await auditor.get('organizations', { colour: 'red' }).refusedAt('/colour', 'unknown-parameter');
  await auditor.get('organizations?=1').refusedAt('/', 'unknown-parameter');
  await auditor.get('organizations?q=%E0%A4%A').refused('malformed-request', 400);
  await auditor.get('organizations', { limit: 201 }).refusedAt('/limit', 'out-of-range');
  await auditor.get('organizations', { sort: 'version; drop table' }).refusedAt('/sort', 'not-in-list');
  await auditor.get('organizations', { cursor: 'AAAAAAAAAAAA' }).refusedAt('/cursor', 'not-a-cursor');
  await auditor.get('organizations', { asOf: '2020-13-01' }).refusedAt('/asOf', 'not-a-day');
  const reversed = { foundedOnFrom: '2020-01-02', foundedOnTo: '2020-01-01' };
  await auditor.get('organizations', reversed).refusedAt('/foundedOnTo', 'before-start');
  const coverage = { from: '2021-05-14', to: '2021-05-13' };
  await auditor.get('training-coverage/managers', coverage).refusedAt('/to', 'before-start');
});

story('an address that there is not, or not for this method, is told from a record that there is not', async (cast) => {
  const { secretariat, anonymous } = cast;
  for (const by of [secretariat, anonymous]) await by.get('no-such-register').refused('unknown-address', 404);
  const { headers } = await secretariat.post('memberships/batches', { items: [] }).refused('method-not-allowed', 405);
  expect(headers.get('allow')).toBe('GET, HEAD, PATCH');
});

story('what happens to a record may be held to the version that was read', async ({ secretariat }) => {
  const { id } = await admits(secretariat);
  const exit = { kind: 'withdrawn', endedOn: '2021-07-01' };
  await secretariat.post(`memberships/${id}/exits`, exit, { 'If-Match': '"9-x"' }).refused('stale-version', 412);
  await secretariat.post(`memberships/${id}/exits`, exit, { 'If-Match': '1' }).refused('malformed-request', 400);
  await secretariat.post(`memberships/${id}/exits`, exit, { 'If-Match': '"1-x"' }).created();
});

story('the next page is found by its link, whatever the words (ASVS 1.2.2)', async ({ secretariat, auditor }) => {
  for (const name of ['HTX Hỏi & Đáp? Một', 'HTX Hỏi & Đáp? Hai']) await entersOrganization(secretariat, { name });
  const page = await auditor.get(`organizations?q=${encodeURIComponent('hoi & dap?')}&limit=1`).is();
  const [, next = ''] = /^<\/api\/v1\/(.+)>; rel="next"$/.exec(page.headers.get('link') ?? '') ?? [];
  await auditor.get(next).lists({ name: expect.stringMatching('HTX Hỏi & Đáp') });
});

story(
  'a text comes back as it was sent, whatever it would mean in JSON, HTML or an address (ASVS 1.1.1, 1.1.2, 1.2.1, 1.2.3)',
  async ({ secretariat, auditor }) => {
    const name = 'HTX "},{"id": 1 </script><b>&amp; %2541 \\u0041 \\n';
    const { id } = await entersOrganization(secretariat, { name, registrationNumber: '%2541' });
    const { text } = await auditor.get(`organizations/${id}`).is({ name, registrationNumber: '%2541' });
    expect(text).toContain(JSON.stringify(name));
    await auditor.get('organizations?registrationNumber=%252541').lists({ id, name });
    for (const decodedTwice of ['%41', 'A']) {
      await auditor.get('organizations', { registrationNumber: decodedTwice }).lists();
    }
  },
);

story('what is said twice is refused, and what the address says is no field (ASVS 15.3.7)', async (cast) => {
  const { secretariat, auditor } = cast;
  await auditor.get('organizations?asOf=2020-11-27&asOf=2021-11-27').refusedAt('/asOf', 'too-many');
  await auditor.get('organizations?limit=1&limit=2').refusedAt('/limit', 'too-many');
  await secretariat.post('organizations?kind=enterprise', organization()).refusedAt('/kind', 'no-parameters');
});

story('a range of instants is the same in whatever zone it is said', async ({ secretariat, auditor }) => {
  const recordId = (await entersOrganization(secretariat)).id;
  const [event] = (await auditor.get('audit/events', { recordId, table: 'organizations' }).is()).items;
  const { id, at } = event as { id: number; at: string };
  const hoursLater = new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 19);
  const inVietNam = `${hoursLater}${at.slice(19, -1)}+07:00`;
  const within = (range: Record<string, string>) =>
    auditor.get('audit/events', { recordId, table: 'organizations', ...range });
  await within({ atFrom: inVietNam, atTo: inVietNam }).lists({ id });
  await within({ atFrom: at, atTo: at }).lists({ id });
  await within({ atFrom: `${hoursLater}.999999+07:00` }).lists();
  await within({ atTo: '2020-01-01T00:00:00Z' }).lists();
  await within({ atFrom: inVietNam, atTo: '2020-01-01T00:00:00Z' }).refusedAt('/atTo', 'before-start');
});

story('one address may ask so often in a minute, and is told when again (ASVS 2.4.1)', async (_, { databaseUrl }) => {
  const strict = await hostServer(databaseUrl, { RATE_LIMIT: '2' });
  try {
    const ask = () => fetch(`${strict.url}/api/v1/organizations`, { headers: { 'accept-language': 'en' } });
    const left = async () => (await ask()).headers.get('x-ratelimit-remaining');
    expect([await left(), await left()]).toEqual(['1', '0']);
    const refused = await ask();
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({
      code: 'too-many-requests',
      detail: expect.stringMatching(/^Try again in \d+ seconds/),
    });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  } finally {
    await strict.stop();
  }
});

story(
  'a body must be JSON of a bearable size and depth, of names that mean nothing else to JavaScript (ASVS 1.5.2, 15.3.6)',
  async ({ secretariat }) => {
    const ask = (body: string, headers: Readonly<Record<string, string>> = json) =>
      secretariat.ask({ method: 'POST', path: '/api/v1/organizations', headers, body });
    await ask('{').refused('malformed-request', 400);
    await ask(`${'['.repeat(45_000)}${']'.repeat(45_000)}`).refused('malformed-request', 400);
    for (const name of ['__proto__', 'constructor', 'prototype'])
      await ask(`{"names": [{"${name}": {}}]}`).refusedAt(`/names/0/${name}`, 'unknown-field');
    await ask('{"\\u005f_proto__": {}}').refusedAt('/__proto__', 'unknown-field');
    await ask('[]').refused('invalid-entry', 422);
    await ask('a=1', { 'Content-Type': 'application/x-www-form-urlencoded' }).refused('unsupported-media-type', 415);
    await ask('{}', { ...json, 'Content-Encoding': 'gzip' }).refused('unsupported-media-type', 415);
    await ask(JSON.stringify({ x: 'x'.repeat(3_000_000) })).refused('body-too-large', 413);
    await ask(JSON.stringify({ x: 'x'.repeat(200_000) })).refused('body-too-large', 413);
  },
);

story('of two corrections of the same version one is stale', async ({ secretariat }) => {
  const { id, etag } = await entersOrganization(secretariat);
  const path = `organizations/${id}`;
  await secretariat.patch(path, { sector: 'salt', reason: 'ghi nhầm' }).refused('if-match-needed', 428);
  const both = ['salt', 'fishery'].map((sector) =>
    secretariat.patch(path, { sector, reason: 'ghi nhầm' }, { 'If-Match': etag }),
  );
  const statuses = (await Promise.all(both)).map(({ status }) => status).sort();
  expect(statuses).toEqual([200, 412]);
  const stale = await secretariat
    .patch(path, { sector: 'salt', reason: 'ghi nhầm' }, { 'If-Match': etag })
    .refused('stale-version', 412);
  const current = { 'If-Match': stale.etag };
  await secretariat.patch(path, { sector: 'salt', reason: 'xem lại rồi' }, current).is({ sector: 'salt' });
  const read = await secretariat.get(path);
  const again = await secretariat.get(path, {}, { 'If-None-Match': read.etag });
  expect(again.status).toBe(304);
  // What stands in the answer has changed, and not the record itself.
  await secretariat.post(`${path}/statuses`, { status: 'stopped', validFrom: '2022-01-01' }).created();
  const changed = await secretariat.get(path, {}, { 'If-None-Match': read.etag }).is({ status: 'stopped' });
  expect(changed.etag).not.toBe(read.etag);
  const earlier = await secretariat.get(path, { asOf: '2021-12-31' }, { 'If-None-Match': changed.etag });
  expect([earlier.status, earlier.body['status']]).toEqual([200, 'operating']);
});

story('a repeated request is answered as the first time', async ({ secretariat, auditor, otherAlliance }) => {
  const entry = organization({ name: 'Hợp tác xã Một Lần' });
  const once = { 'Idempotency-Key': 'lan-1' };
  const first = await secretariat.post('organizations', entry, once).created();
  const second = await secretariat.post('organizations', entry, once).created();
  expect(second.text).toBe(first.text);
  expect(second.headers.get('idempotent-replayed')).toBe('true');
  await secretariat.post('organizations', organization(), once).refused('idempotency-key-reused', 422);
  const other = { 'Idempotency-Key': 'lan-3' };
  await secretariat.post('people', person(), other).created();
  await secretariat.post('people', person(), other).refused('idempotency-key-reused', 422);
  await auditor.get('organizations', { q: 'một lần' }).lists({ id: first.id });
  const theirs = { ...entry, taxCode: null };
  const alike = await otherAlliance.post('organizations', theirs, once).created();
  expect(alike.id).not.toBe(first.id);
  const ours = { 'Idempotency-Key': 'lan-4' };
  const status = { status: 'stopped', validFrom: '2022-01-01' };
  await secretariat.post(`organizations/${first.id}/statuses`, status, ours).created();
  const { id: another } = await entersOrganization(secretariat);
  await secretariat.post(`organizations/${another}/statuses`, status, ours).refused('idempotency-key-reused', 422);
  const slow = { 'Idempotency-Key': 'lan-2' };
  const items = Array.from({ length: 300 }, () => organization());
  const replies = await Promise.all([1, 2, 3].map(() => secretariat.post('organizations/batches', { items }, slow)));
  expect(replies.map(({ status }) => status)).toContain(201);
  expect(replies.map(({ problemCode }) => problemCode)).toContain('idempotency-in-flight');
});

story('a walk through the pages meets everybody once, in the Vietnamese order', async ({ secretariat, auditor }) => {
  const names = ['Ánh', 'An', 'Bình', 'Đào', 'Dung', 'Ơn', 'Oanh', 'Ý', 'Yến'].map((name) => `HTX trang ${name}`);
  for (const name of names) await entersOrganization(secretariat, { name });
  const met: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await auditor
      .get('organizations', { q: 'htx trang', sort: 'name', limit: 2, ...(cursor && { cursor }) })
      .is();
    met.push(...page.items.map((item) => String(item['name'])));
    cursor = (page.body['next'] as string | null) ?? undefined;
  } while (cursor);
  expect(met).toEqual([...names].sort(new Intl.Collator('vi').compare));
});

story('messages speak the language of the reader, codes do not', async ({ secretariat }) => {
  const { id } = await entersOrganization(secretariat);
  const vi = await secretariat.patch(`organizations/${id}`, {}).refused('if-match-needed');
  const en = await secretariat
    .patch(`organizations/${id}`, {}, { 'Accept-Language': 'en-GB,en;q=0.9,vi;q=0.5' })
    .refused('if-match-needed');
  expect([vi.body['title'], en.body['title']]).toEqual(['Cần If-Match', 'If-Match needed']);
});

story('a filter takes several codes or ids, and says which codes there are', async ({ secretariat, auditor }) => {
  const kinds = ['cooperative', 'enterprise'];
  const [one, other] = await Promise.all(kinds.map((kind) => entersOrganization(secretariat, { kind })));
  const ids = [String(one?.id), String(other?.id)];
  for (const id of ids) await secretariat.post('memberships', admission(id)).created();
  const members = async (query: Record<string, string | string[]>) =>
    (await auditor.get('memberships', query).is()).items.length;
  expect(await members({ organizationId: ids })).toBe(2);
  expect(await members({ organizationId: ids, kind: kinds, category: 'official' })).toBe(2);
  expect(await members({ organizationId: ids, kind: 'enterprise', sector: 'agricultural_services' })).toBe(1);
  await auditor.get('memberships', { kind: 'enterprize' }).refusedAt('/kind', 'not-in-list');
  const { body } = await auditor.get('memberships', { category: ['official', 'foo'] });
  expect(body['errors']).toMatchObject([
    { pointer: '/category', params: { allowed: expect.stringContaining('official') } },
  ]);
  const unknown = [
    'memberships?sector=foo',
    'organizations?sector=foo',
    'awards?issuingBodyLevel=foo',
    'awards?formCode=zzz',
  ];
  unknown.push('positions?position=foo', 'people?position=foo', 'training-courses?audience=abc', 'documents?kind=foo');
  for (const asked of unknown) {
    const [, name] = /\?(\w+)=/.exec(asked) ?? [];
    await secretariat.get(asked).refusedAt(`/${name}`, 'not-in-list');
  }
  await auditor.get('awards', { formCode: ['bk_ttg', 'hcld_1'] }).is();
});

story(
  'a text is found however it is typed: composed or not, with two spaces or one',
  async ({ secretariat, auditor }) => {
    const { id } = await entersOrganization(secretariat, { name: 'HTX  Hai   Dấu', registrationNumber: 'Số  Đỏ' });
    await auditor.get('organizations', { q: 'htx hai  dau' }).lists({ id, name: 'HTX Hai Dấu' });
    for (const registrationNumber of ['Số Đỏ', 'Số Đỏ'.normalize('NFD'), 'Số   Đỏ'])
      await auditor.get('organizations', { registrationNumber }).lists({ id });
    await auditor.get('organizations', { registrationNumber: ['Số Đỏ', 'khác'] }).lists({ id });
    await auditor
      .get('organizations', { registrationNumber: 'a\u0007b' })
      .refusedAt('/registrationNumber', 'unsafe-text');
  },
);

story(
  'a number out of range and a period that ends before it starts are refused at their place (ASVS 1.4.2, 2.2.3)',
  async ({ auditor }) => {
    await auditor.get('organization-figures', { year: '99999999999999' }).refusedAt('/year', 'out-of-range');
    for (const report of ['members', 'training-coverage'])
      await auditor.get(`reports/${report}`, { from: '2026-12-01', to: '2026-01-01' }).refusedAt('/to', 'before-start');
  },
);

story(
  'a Vietnamese reader is told of fields by their terms, and of days and instants as he writes them',
  async (cast) => {
    const { secretariat } = cast;
    const told = async (path: string, entry: Json, headers = {}) => {
      const { body } = await secretariat.post(path, entry, headers);
      return [body['detail'], ...((body['errors'] ?? []) as Json[]).map(({ message }) => message)];
    };
    const { id } = await entersOrganization(secretariat);
    const nothing = await told('memberships', { organizationId: id });
    expect(nothing).toContain('Ngày kết nạp: không được để trống.');
    expect(await told('organizations/batches', { items: [] })).toContain('Tổ chức: phải có ít nhất 1 mục.');
    expect(await told('people', { ...person(), phone: 'x'.repeat(41) })).toContainEqual(
      expect.stringMatching(/^Số điện thoại|^Điện thoại/),
    );
    expect(await told('memberships', admission(randomUUID()))).toContainEqual(
      expect.stringMatching(/^Tổ chức.*: không tìm thấy bản ghi này\.$/),
    );
    const batch = { items: [{ ...organization(), sector: 'no_such_sector' }] };
    expect(await told('organizations/batches', batch)).toContainEqual(
      expect.stringMatching(/^Ngành nghề.*: mã này không có trong danh mục/),
    );
    await secretariat.post('memberships', admission(id, { number: 'VI-1' })).created();
    const again = admission(id, { number: 'VI-2', admittedOn: '2020-01-01' });
    expect(await told('memberships', again)).toContain(
      'Tổ chức này đã là thành viên từ 11/05/2018 (số thẻ VI-1); hai thời kỳ không được chồng nhau.',
    );
    expect(await told('memberships', again, { 'Accept-Language': 'en' })).toContainEqual(
      expect.stringContaining('from 2018-05-11'),
    );
  },
);

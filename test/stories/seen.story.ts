import { expect } from '@jest/globals';
import { bearer, makesAccount, newPassword, signsIn } from '../kit/accounts.js';
import type { Client } from '../kit/client.js';
import { enters, sends } from '../kit/congress-makers.js';
import { delegate, entersOrganization, person, position } from '../kit/makers.js';
import type { Json } from '../kit/reply.js';
import { momentOfNow } from '../kit/signed.js';
import { story } from '../kit/story.js';
import { castPassword } from '../setup/cast.js';

const phone = '0912 345 678';

/** What the auditor finds in the log, newest first. */
const logged = async (auditor: Client, query: Record<string, string | string[]>): Promise<Json[]> =>
  (await auditor.get('audit/events', { limit: 200, ...query }).is()).items;

/** The id by which the log knows an account. */
const idOf = async (client: Client): Promise<string> => (await client.get('auth/me').is()).id;

story('who has looked at a person stands in the log, once a request (ASVS 16.3.2)', async (cast) => {
  const { secretariat, auditor, member, otherAlliance } = cast;
  const { id } = await secretariat.post('people', person({ fullName: 'Đỗ Thị Nhìn', phone })).created();
  const read = await secretariat.get(`people/${id}`, { asOf: '2020-11-27' }).is({ phone: '+84912345678' });
  await secretariat.get('people', { q: 'do thi nhin', sex: 'female' }).lists({ id });
  await secretariat.get('people', { q: 'nobody of this name' }).lists();
  await secretariat.get(`people/${id}/dossier`).is();
  await auditor.get(`people/${id}`).masks('phone');
  await otherAlliance.get(`people/${id}`).unknown();
  await member.get(`people/${id}`).unknown();
  await secretariat.get('positions').is();

  const seen = await logged(auditor, { seen: id });
  expect(seen).toMatchObject([
    { action: 'read', recordId: id, detail: { view: 'PersonDossier', request: `GET /api/v1/people/${id}/dossier` } },
    {
      action: 'read',
      recordId: id,
      detail: { view: 'PersonView', asked: { q: true, sex: ['female'] }, records: [id] },
    },
    {
      action: 'read',
      table: null,
      recordId: id,
      actor: 'secretariat',
      actorId: await idOf(secretariat),
      requestId: read.headers.get('x-request-id'),
      detail: { view: 'PersonView', asked: { asOf: '2020-11-27' } },
    },
  ]);
  expect(seen).toHaveLength(3);
  expect(JSON.stringify(seen)).not.toMatch(/nhin|Nhìn|912345678/i);
  const { items } = await secretariat.get(`people/${id}/history`).is();
  expect(items.map(({ action }) => action)).toEqual(['insert']);
});

story('a correction that says nothing new shows the person, and that is recorded', async ({ secretariat, auditor }) => {
  const { id } = await secretariat.post('people', person({ phone })).created();
  const corrects = (entry: Json) => secretariat.patch(`people/${id}`, entry, { 'If-Match': '*' });
  await corrects({ phone, reason: 'không đổi gì' }).is({ phone: '+84912345678', version: 1 });
  expect(await logged(auditor, { seen: id })).toMatchObject([
    { action: 'read', detail: { view: 'PersonView', request: `PATCH /api/v1/people/${id}` } },
  ]);
  await corrects({ phone: '0912 345 679', reason: 'ghi nhầm' }).is({ version: 2 });
  expect(await logged(auditor, { seen: id })).toHaveLength(1);
});

story('a list says of each person on it that it was shown', async ({ secretariat, auditor }) => {
  const organization = await entersOrganization(secretariat);
  const items = [1, 2, 3].map((n) => person({ phone, fullName: `Phạm Văn Danh ${n}` }));
  const { body } = await secretariat.post('people/batches', { items }).is();
  const ids = body['ids'] as string[];
  for (const id of ids) await secretariat.post('positions', position(id, organization.id)).created();
  const page = await secretariat.get('people', { organizationId: organization.id, limit: 2, total: true }).is();
  const shown = page.items.map(({ id }) => id);
  const [event] = await logged(auditor, { seen: String(shown[0]) });
  expect(event).toMatchObject({
    recordId: null,
    detail: { records: shown, asked: { organizationId: [organization.id] } },
  });
  const [last = ''] = ids.filter((id) => !shown.includes(id));
  expect(await logged(auditor, { seen: last })).toEqual([]);
});

story('a page or a file on which nobody stands shows nobody', async ({ secretariat, auditor }) => {
  const by = { actorId: await idOf(secretariat) };
  const nobody = { q: 'không ai có tên này' };
  const reads = async () => (await logged(auditor, { ...by, action: 'read' })).length;
  const before = await reads();
  await secretariat.get('people', nobody).lists();
  expect(await reads()).toBe(before);
  await secretariat.get('people', { ...nobody, format: 'csv' }).is();
  const [taken] = await logged(auditor, { ...by, action: 'export' });
  expect(taken).toMatchObject({ recordId: null, detail: { asked: { q: true } } });
  expect(taken?.['detail']).not.toHaveProperty('records');
});

story('what was known then is seen now: it is recorded as well', async ({ secretariat, auditor }, { databaseUrl }) => {
  const { id } = await secretariat.post('people', person({ phone })).created();
  const knownAt = await momentOfNow(databaseUrl);
  await secretariat.get(`people/${id}`, { knownAt }).is({ phone: '+84912345678' });
  expect(await logged(auditor, { seen: id })).toMatchObject([{ detail: { asked: { knownAt: expect.any(String) } } }]);
});

story('personal values of the past are shown to those who may see them, and that is recorded', async (cast) => {
  const { secretariat, auditor } = cast;
  const entry = person({ phone, identityNumber: '031174000003' });
  const { id } = await secretariat.post('people', entry).created();
  await secretariat.correct(`people/${id}`, { phone: '0912 345 679', sex: 'male' });
  const path = `people/${id}/history`;
  const mine = await secretariat.get(path).is();
  expect(mine.items[1]).toMatchObject({
    changes: [],
    personalChanges: [
      { field: 'phone', before: '+84912345678', after: '+84912345679' },
      { field: 'sex', before: 'female', after: 'male' },
    ],
  });
  expect(mine.items[0]?.['personalChanges']).toContainEqual({
    field: 'identityNumber',
    before: null,
    after: '********0003',
  });
  const theirs = await auditor.get(path).is();
  expect(theirs.items.map(({ personalChanges }) => personalChanges)).toEqual([null, null]);
  expect(theirs.items[1]).toMatchObject({ personalFields: ['phone', 'sex'] }); // that they changed is nobody's secret
  expect(theirs.text).not.toMatch(/9123456|female|Nguyễn/);
  const seen = await logged(auditor, { seen: id });
  expect(seen.map(({ detail }) => (detail as Json)['view'])).toEqual(['PersonHistoryView', 'PersonView']);
});

story('the history of a delegate shows its person, and that is recorded of both', async ({ secretariat, auditor }) => {
  const personId = await enters(secretariat);
  const delegates = [delegate(personId), delegate(await enters(secretariat), { kind: 'alternate', alternateRank: 1 })];
  const seats = { officialSeats: 1, alternateSeats: 1 };
  const { congressId } = await sends(secretariat, seats, { delegates });
  const { items } = await secretariat.get('delegates', { congressId, kind: ['official', 'alternate'] }).is();
  const named = (kind: string) => String(items.find((item) => item['kind'] === kind)?.['id']);
  const [id, alternateId] = [named('official'), named('alternate')];
  await secretariat.get(`delegates/${id}/history`).is();
  for (const seen of [id, personId]) {
    const shown = await logged(auditor, { seen });
    expect(shown.map(({ detail }) => (detail as Json)['view'])).toContain('DelegateHistoryView');
  }
  const { body } = await secretariat.get(`people/${personId}/personal-data`).is();
  expect(body['seenBy']).toContainEqual(
    expect.objectContaining({ request: `GET /api/v1/delegates/${id}/history`, view: 'DelegateHistoryView' }),
  );

  const call = { alternateId, substitutedAt: '2020-11-26T01:00:00Z', ground: 'ốm nặng' };
  const called = await secretariat.post(`delegates/${id}/substitutions`, call).created();
  const { id: substitution } = called.body['replacedBy'] as { id: string };
  await secretariat.post(`delegate-substitutions/${substitution}/voidings`, { reason: 'nhập nhầm' }).created();
  const { text } = await secretariat.get(`delegates/${alternateId}/history`).is();
  expect(text).toContain('ốm nặng');
  const seenOf = await logged(auditor, { seen: personId });
  expect(seenOf.map(({ detail }) => (detail as Json)['request'])).toContain(
    `GET /api/v1/delegates/${alternateId}/history`,
  );
});

story('a file that leaves the registry leaves an event, a page does not', async ({ secretariat, auditor }) => {
  const actorId = await idOf(auditor);
  await auditor.get('reports/members', { asOf: '2020-11-27' }).is();
  expect(await logged(auditor, { action: 'export', actorId })).toEqual([]);
  const file = await auditor.get('reports/members', { asOf: '2020-11-27', format: 'csv' }).is();
  const [event, ...more] = await logged(auditor, { action: 'export', actorId });
  expect(more).toEqual([]);
  expect(event).toMatchObject({
    requestId: file.headers.get('x-request-id'),
    detail: { report: 'members', format: 'csv', asked: { asOf: '2020-11-27', from: '2020-01-01' } },
  });
  for (const report of ['delegations', 'awards', 'training-coverage', 'targets', 'term-summary']) {
    await secretariat.get(`reports/${report}`, { format: 'csv' }).is();
  }
  const reports = await logged(auditor, { action: 'export', actorId: await idOf(secretariat) });
  expect(reports.map(({ detail }) => (detail as Json)['report'])).toEqual(
    ['delegations', 'awards', 'training-coverage', 'targets', 'term-summary'].reverse(),
  );
});

story('who came, who went and who was turned away at the door is in the log (ASVS 16.3.1)', async (cast) => {
  const { anonymous, administrator, auditor } = cast;
  const email = 'khach@hp.test';
  const entry = { email, name: 'Khách', role: 'auditor', password: castPassword };
  const { id } = await administrator.post('accounts', entry).created();
  await anonymous
    .post('auth/sessions', { email: 'KHACH@hp.test', password: 'sai mật khẩu' })
    .refused('sign-in-refused');
  await anonymous.post('auth/sessions', { email: 'la@nobody.test', password: 'đoán mò' }).refused('sign-in-refused');
  const { body } = await anonymous.post('auth/sessions', { email, password: castPassword }).is();
  await anonymous.post('auth/sign-out', {}, { Authorization: `Bearer ${String(body['accessToken'])}` }).is();

  expect(await logged(auditor, { actorId: id })).toMatchObject([
    { action: 'sign_out', actor: 'Khách', detail: { request: 'POST /api/v1/auth/sign-out' } },
    { action: 'sign_in', actor: 'Khách', detail: { address: '127.0.0.1' } },
  ]);
  const refused = await logged(auditor, { action: 'sign_in_refused' });
  expect(refused).toMatchObject([
    { actor: 'anonymous', actorId: null, recordId: null, detail: { address: '127.0.0.1' } },
    { actor: 'anonymous', actorId: null, recordId: id, detail: { address: '127.0.0.1' } },
  ]);
  expect(JSON.stringify(refused)).not.toMatch(/@|đoán|sai mật|[\w+/]{43}=/); // nor a digest: what is typed there can be a password
});

story('whoever guesses at the door, or in a session that he found open, is in the log', async (cast) => {
  const { anonymous, administrator, auditor } = cast;
  const newcomer = await makesAccount(administrator);
  const headers = bearer((await signsIn(anonymous, newcomer)).accessToken);
  const change = { password: 'đoán mò', newPassword: newPassword() };
  await anonymous.post('auth/password-changes', change, headers).refusedAt('/password', 'wrong-password');
  expect(await logged(auditor, { action: 'refusal', actorId: newcomer.id })).toMatchObject([
    { detail: { request: 'POST /api/v1/auth/password-changes', rule: 'wrong-password' } },
  ]);

  for (const email of [newcomer.email, 'la@nobody.test']) {
    await anonymous.post('auth/password-resets', { email }).is();
  }
  expect(await logged(auditor, { action: 'password_reset' })).toMatchObject([
    { actor: 'anonymous', recordId: null, detail: { address: '127.0.0.1' } },
    { actor: 'anonymous', recordId: newcomer.id, detail: { address: '127.0.0.1' } },
  ]);

  const guess = { email: newcomer.email, password: 'đoán mò' };
  for (let i = 0; i < 10; i += 1) await anonymous.post('auth/sessions', guess).refused('sign-in-refused');
  await anonymous.post('auth/sessions', guess).refused('too-many-requests', 429);
  const [last] = await logged(auditor, { action: 'sign_in_refused' });
  expect(last).toMatchObject({ recordId: null, detail: { address: '127.0.0.1', throttled: true } });
});

story('whoever asks for what his role may not is refused, and that is known (ASVS 16.3.2)', async (cast) => {
  const { administrator, member, auditor } = cast;
  const { headers } = await administrator.get('people', { q: 'an' }).forbidden();
  await member.post('memberships', {}).forbidden();
  const refusals = async (client: Client) => logged(auditor, { action: 'refusal', actorId: await idOf(client) });
  expect(await refusals(administrator)).toMatchObject([
    { requestId: headers.get('x-request-id'), detail: { request: 'GET /api/v1/people', right: 'PersonView.read' } },
  ]);
  expect(await refusals(member)).toMatchObject([{ detail: { right: 'MembershipView.admit' } }]);
});

story('a flood of refusals is counted, not written one by one', async (cast, { server }) => {
  const { member, auditor } = cast;
  const actorId = await idOf(member);
  const before = (await logged(auditor, { action: 'refusal', actorId })).length;
  await Promise.all(Array.from({ length: 400 }, () => member.get('accounts').forbidden()));
  const { body } = await auditor.get('audit/events', { action: 'refusal', actorId, total: true }).is();
  expect(body['total']).toBeLessThanOrEqual(300 + before);
  expect(body['total']).toBeGreaterThanOrEqual(290);
  expect(server.output()).not.toMatch(/error/i);
});

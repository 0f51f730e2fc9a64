import { expect } from '@jest/globals';
import { once } from 'node:events';
import { connect } from 'node:net';
import { account, bearer, makesAccount, signsIn } from '../kit/accounts.js';
import { admits, decision, organization, person } from '../kit/makers.js';
import { story } from '../kit/story.js';

/** What any client of HTTP may rely on (RFC 9110), whatever it was made with. */

const JSON_TYPE = { 'Content-Type': 'application/json' };

story('a client that names a type whatever it sends signs out all the same', async ({ administrator, anonymous }) => {
  const { accessToken } = await signsIn(anonymous, await makesAccount(administrator));
  const signOut = { method: 'POST', path: '/api/v1/auth/sign-out', headers: { ...JSON_TYPE, ...bearer(accessToken) } };
  await anonymous.ask(signOut).is();
  await anonymous.get('auth/me', {}, bearer(accessToken)).anonymous();
  const { Authorization = '' } = await administrator.credentials();
  const nothing = { method: 'POST', path: '/api/v1/accounts', headers: { ...JSON_TYPE, Authorization } };
  await anonymous.ask(nothing).refusedAt('', 'not-an-object');
});

story('a correction may be called the merge patch that it is', async ({ secretariat, anonymous }) => {
  const { id } = await admits(secretariat);
  const path = `/api/v1/memberships/${id}`;
  const { etag } = await secretariat.get(path).is();
  const { Authorization = '' } = await secretariat.credentials();
  const headers = { Authorization, 'If-Match': etag, 'Content-Type': 'application/merge-patch+json' };
  const body = JSON.stringify({ number: '0777', reason: 'ghi nhầm' });
  await anonymous.ask({ method: 'PATCH', path, headers, body }).is({ number: '0777' });
});

story(
  'what has not changed is not sent again, nor is another length told',
  async ({ auditor, secretariat, anonymous }) => {
    const path = `/api/v1/memberships/${(await admits(secretariat)).id}`;
    const { etag, headers: whole } = await auditor.get(path).is();
    const { Authorization = '' } = await auditor.credentials();
    const headers = { Authorization, 'If-None-Match': etag };
    const asks = async (method: string) => {
      const reply = await anonymous.ask({ method, path, headers });
      return [reply.status, reply.etag, reply.headers.get('content-length')];
    };
    expect(await asks('GET')).toEqual([304, etag, null]);
    expect(await asks('HEAD')).toEqual([304, etag, whole.get('content-length')]); // as a GET without the tag has it
  },
);

story('a refused sign-in, and a token that is good for nothing, are told how one signs in', async ({ anonymous }) => {
  const { email } = account();
  const refused = await anonymous.post('auth/sessions', { email, password: 'không phải mật khẩu này' });
  expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  const { headers } = await anonymous.get('people', {}, bearer('x')).anonymous();
  expect(headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
});

story(
  'a write that is told something in its address is refused, and writes nothing',
  async ({ secretariat, anonymous }) => {
    const path = `/api/v1/memberships/${(await admits(secretariat)).id}`;
    const { etag } = await secretariat.get(path).is();
    const { Authorization = '' } = await secretariat.credentials();
    const headers = { ...JSON_TYPE, Authorization, 'If-Match': etag };
    const body = JSON.stringify({ number: '0778', reason: 'ghi nhầm' });
    const asked = anonymous.ask({ method: 'PATCH', path: `${path}?asOf=2020-11-27`, headers, body });
    await asked.refused('invalid-parameters', 400).refusedAt('/asOf', 'no-parameters');
    expect((await secretariat.get(path).is()).etag).toBe(etag);
    const signIn = { email: 'ai-do@htx.example', password: 'không phải mật khẩu này' };
    await anonymous.post('auth/sessions?language=en', signIn).refusedAt('/language', 'no-parameters');
  },
);

story('a file is asked for by the very type that it is sent as', async ({ auditor }) => {
  const sent = async (Accept: string) =>
    (await auditor.get('memberships', {}, { Accept }).is()).headers.get('content-type');
  const [csv, json] = ['text/csv; charset=utf-8', 'application/json; charset=utf-8'];
  expect(await sent('text/csv; charset=utf-8, application/json;q=0.5')).toBe(csv);
  expect(await sent('application/json; q=0.2, text/csv')).toBe(csv);
  expect(await sent('text/csv; q=0.5, application/json')).toBe(json);
  expect(await sent('application/json;q=0.9, */*; q=0.1')).toBe(json);
});

story('of several versions that a correction admits, one is enough', async ({ secretariat }) => {
  const { id } = await admits(secretariat);
  const correct = (ifMatch: string, number: string) =>
    secretariat.patch(`memberships/${id}`, { number, reason: 'thử' }, { 'If-Match': ifMatch });
  await correct('"zzz", "7-abc"', '7001').refused('stale-version', 412);
  await correct('"zzz", "1-abc"', '7002').is({ version: 2 });
  await correct('*', '7003').is({ version: 3 });
});

story('an id in capitals is the same id, also where it leads on to', async ({ secretariat, auditor }) => {
  const { id, body } = await admits(secretariat);
  const rests = { suspendedOn: '2021-01-01', resumedOn: '2021-02-01', reason: 'nghỉ một tháng' };
  const made = await secretariat.post(`memberships/${id.toUpperCase()}/suspensions`, rests).created();
  await secretariat.get(made.headers.get('location') ?? '').is();

  const { id: seen } = await secretariat.post('people', person()).created();
  await secretariat.get(`people/${seen}`).is();
  await auditor.get('audit/events', { seen: seen.toUpperCase() }).lists({ recordId: seen });
  const allianceId = String(body['allianceId']);
  for (const report of ['members', 'term-summary']) {
    const of = (asked: string) => auditor.get(`reports/${report}`, { asOf: '2021-01-15', allianceId: asked }).is();
    expect((await of(allianceId.toUpperCase())).text).toBe((await of(allianceId)).text);
  }
});

story('a list that is missing is missing, and one that is none is told once', async ({ secretariat }) => {
  const { names: _, ...unnamed } = organization() as { names: unknown };
  await secretariat.post('organizations', unnamed).refusedAt('/names', 'required');
  const { body } = await secretariat
    .post('organizations', organization({ names: 'q' }))
    .refusedAt('/names', 'not-a-list');
  expect(body['errors']).toHaveLength(1);
});

story('who goes away while still sending is no failure of ours', async ({ secretariat }, { server }) => {
  const { Authorization = '' } = await secretariat.credentials();
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  const body = JSON.stringify(decision());
  const head = ['POST /api/v1/documents HTTP/1.1', `Host: ${hostname}`, `Authorization: ${Authorization}`];
  socket.write(
    [...head, 'Content-Type: application/json', `Content-Length: ${body.length + 10}`, '', '{'].join('\r\n'),
  );
  await secretariat.get('documents').is(); // what came before has been read
  socket.destroy();
  await secretariat.get('documents').is();
  expect(server.output()).not.toMatch(/did not answer/);
});

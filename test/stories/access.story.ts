import { expect } from '@jest/globals';
import { story } from '../kit/story.js';
import { nextNumber } from '../kit/makers.js';
import { castPassword } from '../setup/cast.js';
import type { Client } from '../kit/client.js';
import type { Json } from '../kit/reply.js';

const account = (more: Json = {}): Json => ({
  email: `kiem-toan-${nextNumber()}@hp.test`,
  name: 'Kiểm toán viên',
  role: 'auditor',
  ...more,
});

const bearer = (token: unknown) => ({ Authorization: `Bearer ${String(token)}` });

/** Signs an account in, and answers its tokens. */
async function signsIn(anonymous: Client, email: unknown, password: unknown): Promise<Json> {
  return (await anonymous.post('auth/sessions', { email, password }).is()).body;
}

/** Makes an account, and answers it with the password that was made for it. */
const makes = (administrator: Client, more: Json = {}) => administrator.post('accounts', account(more)).created();

story('whoever signs in is told what he may do', async ({ secretariat, member }) => {
  const me = await secretariat
    .get('auth/me')
    .is({ role: 'secretariat', email: 'secretariat@hp.test', alliance: { code: 'HP' } });
  expect(me.body['rights']).toContain('MembershipView.admit');
  const other = await member.get('auth/me').is({ role: 'member', organization: { code: 'HTX-CAST01' } });
  expect(other.body['rights']).not.toContain('MembershipView.admit');
});

story(
  'an unknown account, a wrong password and a disabled account are refused alike',
  async ({ administrator, anonymous }) => {
    const { id, body } = await makes(administrator);
    await administrator.post(`accounts/${id}/disablements`, { reason: 'nghỉ việc' }).created();
    for (const [email, password] of [
      ['nobody@hp.test', castPassword],
      ['auditor@hp.test', 'một mật khẩu khác'],
      [body['email'], body['password']],
    ]) {
      await anonymous.post('auth/sessions', { email, password }).refused('sign-in-refused', 401);
    }
  },
);

story('guessing is slowed down, for an unknown account too, and never for ever', async ({ anonymous }) => {
  const guess = () => anonymous.post('auth/sessions', { email: 'guessed@hp.test', password: 'đoán mò' });
  for (let i = 0; i < 10; i += 1) await guess().refused('sign-in-refused', 401);
  const { headers } = await guess().refused('too-many-requests', 429);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(900);
});

story('a session is refreshed, and a spent token opens nothing', async ({ administrator, anonymous }) => {
  const { body } = await makes(administrator);
  const first = await signsIn(anonymous, body['email'], body['password']);
  const { body: second } = await anonymous
    .post('auth/sessions/refreshments', { refreshToken: first['refreshToken'] })
    .is();
  await anonymous
    .post('auth/sessions/refreshments', { refreshToken: first['refreshToken'] })
    .refused('refresh-refused', 401);
  await anonymous.get('auth/me', {}, bearer(first['accessToken'])).anonymous();
  await anonymous.get('auth/me', {}, bearer(second['accessToken'])).is();
});

story('signing out ends the session at once', async ({ administrator, anonymous }) => {
  const { body } = await makes(administrator);
  const { accessToken } = await signsIn(anonymous, body['email'], body['password']);
  await anonymous.post('auth/sign-out', {}, bearer(accessToken)).is();
  await anonymous.get('auth/me', {}, bearer(accessToken)).anonymous();
});

story(
  'a disabled account is out at once, and comes back only by signing in anew',
  async ({ administrator, otherAdministrator, anonymous }) => {
    const { id, body } = await makes(administrator);
    const { accessToken } = await signsIn(anonymous, body['email'], body['password']);
    await otherAdministrator.post(`accounts/${id}/disablements`, { reason: 'nghỉ việc' }).unknown();
    await administrator.post(`accounts/${id}/enablements`).refused('account-not-disabled', 409);
    await administrator.post(`accounts/${id}/disablements`, { reason: 'nghỉ việc' }).created();
    await administrator
      .post(`accounts/${id}/disablements`, { reason: 'nghỉ việc' })
      .refused('account-already-disabled', 409);
    await otherAdministrator.post(`accounts/${id}/enablements`).unknown();
    await administrator.post(`accounts/${id}/enablements`).created({ disabledAt: null });
    await anonymous.get('auth/me', {}, bearer(accessToken)).anonymous();
    await signsIn(anonymous, body['email'], body['password']);
  },
);

story('an address has one account, and a member account its organisation', async ({ administrator }) => {
  const { body } = await makes(administrator);
  await administrator
    .post('accounts', account({ email: String(body['email']).toUpperCase() }))
    .refused('email-taken', 409);
  await administrator.post('accounts', account({ role: 'member' })).refused('organization-of-member-account', 422);
  await administrator
    .post('accounts', account({ role: 'secretariat', password: 'x'.repeat(14) }))
    .refusedAt('/password', 'too-short');
});

story(
  'an account is corrected within its alliance, and its history shows who did it',
  async ({ administrator, otherAdministrator }) => {
    const { id } = await makes(administrator);
    await administrator.correct(`accounts/${id}`, { name: 'Kiểm toán mới' }).is({ name: 'Kiểm toán mới' });
    await otherAdministrator.get(`accounts/${id}`).unknown();
    await otherAdministrator.get(`accounts/${id}/history`).unknown();
    await otherAdministrator
      .patch(`accounts/${id}`, { name: 'x', reason: 'ghi nhầm' }, { 'If-Match': '"1-x"' })
      .unknown();
    const { items } = await administrator.get(`accounts/${id}/history`).is();
    expect(items.map((event) => event['action'])).toEqual(['insert', 'update']);
    expect(JSON.stringify(items)).not.toMatch(/argon2|@hp\.test/);
    await administrator.get('accounts', { q: 'kiem toan moi' }).lists({ id });
  },
);

story('a new password signs the account out', async ({ administrator, otherAdministrator, anonymous }) => {
  const { id, body } = await makes(administrator);
  const { accessToken } = await signsIn(anonymous, body['email'], body['password']);
  await otherAdministrator.post(`accounts/${id}/passwords`).unknown();
  const { body: changed } = await administrator.post(`accounts/${id}/passwords`).created();
  await anonymous.get('auth/me', {}, bearer(accessToken)).anonymous();
  await signsIn(anonymous, body['email'], changed['password']);
});

story('the last administrator stays', async ({ administrator }) => {
  const { body } = await administrator.get('auth/me').is();
  await administrator
    .post(`accounts/${String(body['id'])}/disablements`, { reason: 'nghỉ việc' })
    .refused('last-administrator', 409);
});

story(
  'a key opens what its role may, until it is revoked',
  async ({ administrator, otherAdministrator, anonymous }) => {
    const entry = {
      name: 'Cổng thống kê',
      role: 'auditor',
      access: 'write',
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    };
    const { id, body } = await administrator.post('api-keys', entry).created();
    const key = { 'X-Api-Key': String(body['key']) };
    await anonymous.get('memberships', {}, key).is();
    await anonymous.get('accounts', {}, key).forbidden();
    await anonymous.post('auth/sign-out', {}, key).refused('no-session', 409);
    await administrator.get('api-keys', { good: 'true' }).lists({ id });
    await administrator.get(`api-keys/${id}`).is({ name: 'Cổng thống kê' }).hides('key', 'digest');
    await administrator.get(`api-keys/${id}/history`).is();
    for (const path of [`api-keys/${id}`, `api-keys/${id}/history`]) await otherAdministrator.get(path).unknown();
    await otherAdministrator.post(`api-keys/${id}/revocations`, { reason: 'lộ khóa' }).unknown();
    await administrator.post(`api-keys/${id}/revocations`, { reason: 'lộ khóa' }).created();
    await administrator.post(`api-keys/${id}/revocations`, { reason: 'lộ khóa' }).refused('key-already-revoked', 409);
    await anonymous.get('memberships', {}, key).anonymous();
    await administrator
      .post('api-keys', { ...entry, expiresAt: '2020-01-01T00:00:00Z' })
      .refusedAt('/expiresAt', 'out-of-range');
  },
);

import { expect } from '@jest/globals';
import { account, bearer, makesAccount, newPassword, signsIn, tokenIn } from '../kit/accounts.js';
import { story } from '../kit/story.js';
import { castPassword } from '../setup/cast.js';

story('whoever signs in is told what he may do', async ({ secretariat, member }) => {
  const me = await secretariat
    .get('auth/me')
    .is({ role: 'secretariat', email: 'secretariat@hp.test', alliance: { code: 'HP' } });
  expect(me.body['rights']).toContain('MembershipView.admit');
  const other = await member.get('auth/me').is({ role: 'member', organization: { code: 'HTX-CAST01' } });
  expect(other.body['rights']).not.toContain('MembershipView.admit');
});

story(
  'an unknown account, a wrong password and a disabled account are refused with the same bytes (ASVS 6.3.8)',
  async ({ administrator, anonymous }) => {
    const { id, email, password } = await makesAccount(administrator);
    await administrator.post(`accounts/${id}/disablements`, { reason: 'nghỉ việc' }).created();
    const answers = new Set<string>();
    for (const shown of [
      { email: 'nobody@hp.test', password: castPassword },
      { email: 'auditor@hp.test', password: 'một mật khẩu khác' },
      { email, password },
    ]) {
      const { text, body } = await anonymous.post('auth/sessions', shown).refused('sign-in-refused', 401);
      answers.add(text.replace(JSON.stringify(body['requestId']), ''));
    }
    expect(answers).toHaveProperty('size', 1);
  },
);

story('guessing is slowed down, for an unknown account too, and never for ever', async ({ anonymous }) => {
  const guess = () => anonymous.post('auth/sessions', { email: 'guessed@hp.test', password: 'đoán mò' });
  for (let i = 0; i < 10; i += 1) await guess().refused('sign-in-refused', 401);
  const { headers } = await guess().refused('too-many-requests', 429);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(900);
});

story(
  'a disabled account is out at once, and comes back only by signing in anew',
  async ({ administrator, otherAdministrator, anonymous }) => {
    const newcomer = await makesAccount(administrator);
    const { id } = newcomer;
    const { accessToken } = await signsIn(anonymous, newcomer);
    await otherAdministrator.post(`accounts/${id}/disablements`, { reason: 'nghỉ việc' }).unknown();
    await administrator.post(`accounts/${id}/enablements`).refused('account-not-disabled', 409);
    await administrator.post(`accounts/${id}/disablements`, { reason: 'nghỉ việc' }).created();
    await administrator
      .post(`accounts/${id}/disablements`, { reason: 'nghỉ việc' })
      .refused('account-already-disabled', 409);
    await administrator.post(`accounts/${id}/passwords`).refused('account-already-disabled', 409); // its link would be dead
    await otherAdministrator.post(`accounts/${id}/enablements`).unknown();
    await administrator.post(`accounts/${id}/enablements`).created({ disabledAt: null });
    await anonymous.get('auth/me', {}, bearer(accessToken)).anonymous();
    await signsIn(anonymous, newcomer);
  },
);

story(
  'who lost a device is signed out everywhere, with a reason, and signs in again (ASVS 7.4.5)',
  async ({ administrator, otherAdministrator, anonymous }) => {
    const loser = await makesAccount(administrator);
    const { id } = loser;
    const sessions = [await signsIn(anonymous, loser), await signsIn(anonymous, loser)];
    await otherAdministrator.post(`accounts/${id}/sign-outs`, { reason: 'mất điện thoại' }).unknown();
    await administrator.post(`accounts/${id}/sign-outs`).refusedAt('/reason', 'required');
    await administrator
      .post(`accounts/${id}/sign-outs`, { reason: 'mất điện thoại' })
      .created({ disabledAt: null, signedOutAt: expect.stringMatching(/^20/) });
    for (const { accessToken, refreshToken } of sessions) {
      await anonymous.get('auth/me', {}, bearer(accessToken)).anonymous();
      await anonymous.post('auth/sessions/refreshments', { refreshToken }).refused('refresh-refused', 401);
    }
    await signsIn(anonymous, loser);
    const told = await administrator.get(`accounts/${id}/history`).is();
    expect(told.items).toContainEqual(expect.objectContaining({ reason: 'mất điện thoại' }));
  },
);

story('an administrator sees who was invited and has set no password', async ({ administrator, anonymous }) => {
  const { id, body } = await administrator.post('accounts', account()).created({ passwordSetAt: null });
  const without = () => administrator.get('accounts', { waiting: true, q: String(body['email']) });
  await without().is({ items: [{ id, passwordSetAt: null }] });
  const token = String(body['link']).split('#')[1];
  await anonymous.post('auth/passwords', { token, password: newPassword() }).is();
  await administrator.get(`accounts/${id}`).is({ passwordSetAt: expect.stringMatching(/^20/) });
  await without().is({ items: [] });
  await administrator.post(`accounts/${id}/passwords`).created({ passwordSetAt: null });
});

story('an address has one account, and a member account its organisation', async ({ administrator }) => {
  const { email } = await makesAccount(administrator);
  await administrator.post('accounts', account({ email: email.toUpperCase() })).refusedAt('/email', 'email-taken');
  const elsewhere = account({ email: 'administrator@qn.test' });
  await administrator.post('accounts', elsewhere).refusedAt('/email', 'email-taken');
  await administrator.post('accounts', account({ role: 'member' })).refused('organization-of-member-account', 422);
  await administrator
    .post('accounts', account({ role: 'secretariat', password: 'x'.repeat(14) }))
    .refusedAt('/password', 'too-short');
});

story(
  'an account is corrected within its alliance, and its history shows who did it',
  async ({ administrator, otherAdministrator }) => {
    const { id } = await makesAccount(administrator);
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

story('a new password signs the account out (ASVS 7.4.3)', async ({ administrator, otherAdministrator, anonymous }) => {
  const newcomer = await makesAccount(administrator);
  const { accessToken } = await signsIn(anonymous, newcomer);
  await otherAdministrator.post(`accounts/${newcomer.id}/passwords`).unknown();
  const password = newPassword();
  await administrator.post(`accounts/${newcomer.id}/passwords`, { password }).created();
  await anonymous.get('auth/me', {}, bearer(accessToken)).anonymous();
  const { email } = newcomer;
  await anonymous.post('auth/sessions', { email, password: newcomer.password }).refused('sign-in-refused', 401);
  await signsIn(anonymous, { email, password });
});

story('nobody gives himself another role', async ({ administrator, anonymous }) => {
  const newcomer = await makesAccount(administrator, { role: 'administrator' });
  const headers = bearer((await signsIn(anonymous, newcomer)).accessToken);
  const { etag } = await anonymous.get(`accounts/${newcomer.id}`, {}, headers).is();
  const correct = (change: object) =>
    anonymous.patch(`accounts/${newcomer.id}`, { reason: 'đổi việc', ...change }, { ...headers, 'If-Match': etag });
  await correct({ role: 'secretariat' }).refused('own-role', 409);
  await correct({ name: 'Quản trị viên khác', role: 'administrator' }).is();
  await administrator.correct(`accounts/${newcomer.id}`, { role: 'secretariat' }).is();
});

story('an address that was mistyped, or has changed, is corrected, and is the way in from then on', async (cast) => {
  const { administrator, anonymous } = cast;
  const newcomer = await makesAccount(administrator);
  const { accessToken } = await signsIn(anonymous, newcomer);
  const email = 'dia-chi.moi@hp.test';
  const path = `accounts/${newcomer.id}`;
  await administrator.correct(path, { email: 'auditor@hp.test' }).refusedAt('/email', 'email-taken');
  await administrator.correct(path, { email: email.toUpperCase() }).is({ email, link: null });
  await anonymous.get('auth/me', {}, bearer(accessToken)).anonymous();
  await anonymous
    .post('auth/sessions', { email: newcomer.email, password: newcomer.password })
    .refused('sign-in-refused', 401);
  await signsIn(anonymous, { ...newcomer, email });

  const invited = await administrator.post('accounts', account()).created();
  const { body } = await administrator.correct(`accounts/${invited.id}`, { email: 'khach-moi@hp.test' }).is();
  const password = newPassword();
  const lost = tokenIn(String(invited.body['link']));
  await anonymous.post('auth/passwords', { token: lost, password }).refused('password-link-refused', 401);
  await anonymous.post('auth/passwords', { token: tokenIn(String(body['link'])), password }).is();
  const me = await administrator.get('auth/me').is();
  await administrator.correct(`accounts/${String(me.body['id'])}`, { email: 'x@hp.test' }).refused('own-way-in', 409);
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
    await administrator.get(`api-keys/${id}`).is({ name: 'Cổng thống kê' }).lacks('key', 'digest');
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

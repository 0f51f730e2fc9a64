import { expect } from '@jest/globals';
import { account, bearer, makesAccount, newPassword, signsIn } from '../kit/accounts.js';
import { Client } from '../kit/client.js';
import { story } from '../kit/story.js';

story('a session that was left open opens no other way in to its own account (ASVS 6.2.3, 7.5.1)', async (cast) => {
  const { administrator, anonymous } = cast;
  const newcomer = await makesAccount(administrator, { role: 'administrator' });
  const session = bearer((await signsIn(anonymous, newcomer)).accessToken);
  const path = `accounts/${newcomer.id}`;
  for (const password of [newPassword(), undefined])
    await anonymous.post(`${path}/passwords`, { password, reason: 'quên' }, session).refused('own-way-in', 409);
  const identity = { issuer: 'https://login.example.vn', subject: 'ai-do' };
  await anonymous.post(`${path}/identities`, identity, session).refused('own-way-in', 409);
  await signsIn(anonymous, newcomer);
  await administrator.post(`${path}/identities`, identity).created();
});

story('a role that asks for a longer password is not entered by the short one (ASVS 6.2.1)', async (cast) => {
  const { administrator, anonymous } = cast;
  const password = newPassword().slice(0, 12);
  const entered = account({ password });
  const { id } = await administrator.post('accounts', entered).created();
  const signs = () => anonymous.post('auth/sessions', { email: entered['email'] as string, password });
  await administrator.correct(`accounts/${id}`, { name: 'Nguyễn Văn Dũng' }).is({ link: null });
  await administrator.correct(`accounts/${id}`, { role: 'auditor' }).is({ link: null });
  await signs().is();

  const { body } = await administrator.correct(`accounts/${id}`, { role: 'secretariat' }).is();
  await signs().refused('sign-in-refused', 401);
  const [, token] = /#(.+)$/.exec(String(body['link'])) ?? [];
  const chosen = newPassword();
  await anonymous.post('auth/passwords', { token, password: chosen }).is();
  await signsIn(anonymous, { email: String(entered['email']), password: chosen });
  await administrator.correct(`accounts/${id}`, { role: 'auditor' }).is({ link: null });
  await signsIn(anonymous, { email: String(entered['email']), password: chosen });
});

story('a password is what was sent, spaces and all (ASVS 6.2.8)', async ({ administrator, anonymous }) => {
  const password = `${newPassword()}  có hai  dấu cách\u200b `;
  const { email } = await makesAccount(administrator, { password });
  await signsIn(anonymous, { email, password });
  for (const other of [password.trim(), password.replaceAll('  ', ' '), password.replace('\u200b', '')])
    await anonymous.post('auth/sessions', { email, password: other }).refused('sign-in-refused', 401);
});

story('the log tells who came in, when, by which request (ASVS 16.2.1, 16.2.2, 16.2.4, 16.3.1)', async (cast) => {
  const { administrator, auditor, anonymous } = cast;
  const { id, email, password } = await makesAccount(administrator);
  const signedIn = await anonymous.post('auth/sessions', { email, password });
  const { items } = await auditor.get('audit/events', { action: 'sign_in', actorId: id }).is();
  expect(items).toMatchObject([
    {
      at: expect.stringMatching(/Z$/),
      requestId: signedIn.headers.get('x-request-id'),
      detail: { by: 'password', address: '127.0.0.1' },
    },
  ]);
});

story('whoever shows what is good for nothing is refused, and the log says so (ASVS 16.3.1)', async (cast) => {
  const { administrator, auditor, anonymous } = cast;
  const nothing = 'A'.repeat(43);
  const { accessToken } = await signsIn(anonymous, await makesAccount(administrator));
  await anonymous.post('auth/sign-out', {}, bearer(accessToken)).is();
  const refused = {
    'unknown-token': [
      anonymous.get('people', {}, bearer(accessToken)),
      anonymous.get('people', {}, { 'x-api-key': `htx_${nothing}` }),
    ],
    'unknown-link': [anonymous.post('auth/passwords', { token: nothing, password: newPassword() })],
    'unknown-refresh-token': [anonymous.post('auth/sessions/refreshments', { refreshToken: nothing })],
  };
  for (const [rule, requests] of Object.entries(refused)) {
    for (const request of requests) {
      const reply = await request;
      expect(reply.status).toBe(401);
      const requestId = reply.headers.get('x-request-id');
      const { items } = await auditor.get('audit/events', { action: 'refusal', limit: 200 }).is();
      const event = items.find((one) => one['requestId'] === requestId);
      expect(event).toMatchObject({ actor: 'anonymous', detail: { rule, address: '127.0.0.1' } });
      expect(JSON.stringify(event)).not.toContain(nothing);
    }
  }
});

story('administrators make the keys of auditors, the secretariat makes its own', async (cast) => {
  const { administrator, secretariat, auditor } = cast;
  const key = { name: 'Máy đọc', expiresAt: new Date(Date.now() + 86_400_000).toISOString() };
  const makes = (by: Client, role: string) => by.post('api-keys', { ...key, role });
  await makes(administrator, 'auditor').created();
  await makes(secretariat, 'secretariat').created();
  await makes(administrator, 'secretariat').refused('key-beyond-maker', 409);
  await makes(secretariat, 'auditor').refused('key-beyond-maker', 409);
  await makes(auditor, 'auditor').forbidden();
});

import { expect } from '@jest/globals';
import { account, bearer, makesAccount, newPassword, signsIn, tokenIn } from '../kit/accounts.js';
import { story } from '../kit/story.js';
import { committedDocument, operationsOf, resolved, type Schema } from '../rights/document.js';
import { rowsOf } from '../setup/database.js';

story('who is invited sets his password by the link, once', async ({ administrator, anonymous, auditor }) => {
  await auditor.post('accounts', account()).forbidden();
  const { body, headers } = await administrator.post('accounts', account()).created();
  expect(headers.get('cache-control')).toBe('no-store');
  const { email } = body as { email: string };
  await anonymous.post('auth/sessions', { email, password: newPassword() }).refused('sign-in-refused', 401);
  const token = tokenIn(String(body['link']));
  const password = newPassword();
  await anonymous.post('auth/passwords', { token, password: 'quá ngắn' }).refusedAt('/password', 'too-short');
  await anonymous.post('auth/passwords', { token, password }).is();
  await anonymous.post('auth/passwords', { token, password }).refused('password-link-refused', 401);
  await signsIn(anonymous, { email, password });
});

story('an invitation is good for an hour, and is overtaken by the next (ASVS 6.4.1)', async (cast, { databaseUrl }) => {
  const { administrator, otherAdministrator, anonymous } = cast;
  const { id, body } = await administrator.post('accounts', account()).created();
  const first = tokenIn(String(body['link']));
  await otherAdministrator.post(`accounts/${id}/passwords`).unknown();
  const { body: again } = await administrator.post(`accounts/${id}/passwords`).created();
  const second = tokenIn(String(again['link']));
  const password = newPassword();
  await anonymous.post('auth/passwords', { token: first, password }).refused('password-link-refused', 401);
  const lasts = `select extract(epoch from expires_at - made_at) as seconds from registry.password_links
    where account_id = $1 and ended_at is null`;
  const links = await rowsOf<{ seconds: string }>(databaseUrl, lasts, [id]);
  expect(links.map(({ seconds }) => Number(seconds))).toEqual([3600]);
  await rowsOf(databaseUrl, `update registry.password_links set expires_at = now() where account_id = $1`, [id]);
  await anonymous.post('auth/passwords', { token: second, password }).refused('password-link-refused', 401);
});

story('the database holds no link that opens anything', async ({ administrator }, { databaseUrl }) => {
  const { body } = await administrator.post('accounts', account(), { 'Idempotency-Key': 'invite-once' }).created();
  const token = tokenIn(String(body['link']));
  const kept = await rowsOf<{ kept: string }>(
    databaseUrl,
    `select to_jsonb(l)::text as kept from registry.password_links l union all select to_jsonb(s)::text from registry.stored_answers s`,
  );
  expect(kept.length).toBeGreaterThan(1);
  expect(kept.filter((row) => row.kept.includes(token))).toEqual([]);
  const again = await administrator
    .post('accounts', { ...account(), email: body['email'] })
    .refused('email-taken', 409);
  expect(again.text).not.toContain(token);
});

story('a reset takes the password away at once, and the link brings another', async ({ administrator, anonymous }) => {
  const newcomer = await makesAccount(administrator);
  const { accessToken } = await signsIn(anonymous, newcomer);
  const { body } = await administrator.post(`accounts/${newcomer.id}/passwords`, { reason: 'lộ mật khẩu' }).created();
  await anonymous.get('auth/me', {}, bearer(accessToken)).anonymous();
  const { email, password } = newcomer;
  await anonymous.post('auth/sessions', { email, password }).refused('sign-in-refused', 401);
  const another = newPassword();
  await anonymous.post('auth/passwords', { token: tokenIn(String(body['link'])), password: another }).is();
  await signsIn(anonymous, { email, password: another });
  const { items } = await administrator.get(`accounts/${newcomer.id}/history`).is();
  expect(items.at(-1)).toMatchObject({ action: 'update', reason: 'chủ tài khoản đặt mật khẩu qua liên kết' });
});

story('one changes one’s password by showing the present one (ASVS 6.2.2, 6.2.3)', async (cast) => {
  const { administrator, anonymous } = cast;
  const newcomer = await makesAccount(administrator);
  const { email, password } = newcomer;
  const [here, elsewhere] = [await signsIn(anonymous, newcomer), await signsIn(anonymous, newcomer)];
  const another = newPassword();
  const changes = (entry: object) => anonymous.post('auth/password-changes', { ...entry }, bearer(here.accessToken));
  await changes({ password: newPassword(), newPassword: another }).refusedAt('/password', 'wrong-password');
  await changes({ password, newPassword: 'password1234' }).refusedAt('/newPassword', 'common-password');
  await changes({ password, newPassword: another }).is();
  for (const { accessToken } of [here, elsewhere]) await anonymous.get('auth/me', {}, bearer(accessToken)).anonymous();
  await anonymous.post('auth/sessions', { email, password }).refused('sign-in-refused', 401);
  await signsIn(anonymous, { email, password: another });

  const { body } = await administrator
    .post('api-keys', {
      name: 'Cổng',
      role: 'auditor',
      access: 'write',
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    })
    .created();
  const key = { 'X-Api-Key': String(body['key']) };
  await anonymous.post('auth/password-changes', { password, newPassword: another }, key).refused('not-an-account', 409);
});

story('a password that is quick to guess is refused wherever it is set (ASVS 6.2.4, 6.2.11)', async (cast) => {
  const { administrator, anonymous } = cast;
  const { body } = await administrator.post('accounts', account({ email: 'nguyen.thi.hoa@anhoa.test' })).created();
  const token = tokenIn(String(body['link']));
  const weak = {
    password1234: 'common-password',
    'Qwertyuiop123!': 'common-password',
    iloveyouiloveyou: 'common-password',
    aaaaaaaaaaaaaaaa: 'common-password',
    'anh yêu em 123456': 'common-password',
    'Liên minh HTX 2024': 'own-words',
    lienminhhoptacxahaiphong: 'own-words',
    'NguyenThiHoa@2024': 'own-words',
    'Kiểm toán viên 01': 'own-words',
  };
  for (const [password, rule] of Object.entries(weak)) {
    await anonymous.post('auth/passwords', { token, password }).refusedAt('/password', rule);
    await administrator
      .post('accounts', account({ email: 'nguyen.thi.hoa2@anhoa.test', password }))
      .refusedAt('/password', rule);
    await administrator.post(`accounts/${String(body['id'])}/passwords`, { password }).refusedAt('/password', rule);
  }
  await anonymous.post('auth/passwords', { token, password: 'x'.repeat(129) }).refusedAt('/password', 'too-long');
  await anonymous.post('auth/passwords', { token, password: 'chiều mưa qua bến đò cũ' }).is();
});

story('a member’s password is not made of its organisation’s name', async ({ administrator, member }) => {
  const { body } = await member.get('auth/me').is();
  const { id: organizationId } = body['organization'] as { id: string };
  const entry = (password: string) => account({ role: 'member', organizationId, password });
  for (const password of ['Nông nghiệp An Hòa', 'htx-cast01-2020']) {
    await administrator.post('accounts', entry(password)).refusedAt('/password', 'own-words');
  }
  await administrator.post('accounts', entry('hạt gạo làng ta chín vàng')).created({ role: 'member' });
});

story('the page of a link runs its own script and nothing else (ASVS 3.2.2, 6.2.6, 6.2.7)', async ({ anonymous }) => {
  const { text, headers } = await anonymous.get('/password').is();
  const [script = ''] = /(?<=<script>)[^]*(?=<\/script>)/.exec(text) ?? [];
  const digest = Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(script))).toString(
    'base64',
  );
  expect(headers.get('content-security-policy')).toContain(`script-src 'sha256-${digest}'`);
  expect(headers.get('content-security-policy')).toContain(`default-src 'none'`);
  expect(script).toContain('textContent');
  expect(script).not.toMatch(/innerHTML|outerHTML|insertAdjacent|document\.write/);
  expect(text).toContain('type="password" autocomplete="new-password"');
  expect(text).not.toMatch(/paste|readonly/i);
});

story('no request that sends a password is kept to be known again (ASVS 11.4.2)', async (cast, { databaseUrl }) => {
  const { administrator, anonymous } = cast;
  const newcomer = await makesAccount(administrator);
  const { accessToken } = await signsIn(anonymous, newcomer);
  const { id, password } = newcomer;
  const own = { ...bearer(accessToken), 'Idempotency-Key': 'mat-khau' };
  const once = { 'Idempotency-Key': 'mat-khau' };
  const refused = [
    administrator.post('accounts', account({ password }), once),
    administrator.post(`accounts/${id}/passwords`, { password, reason: 'đặt lại' }, once),
    anonymous.post('auth/password-changes', { password, newPassword: newPassword() }, own),
    anonymous.post('auth/sessions/endings', { password }, own),
    anonymous.post('auth/second-factor/enrolments', { password }, own),
    anonymous.post('auth/second-factor/removals', { password, code: '123456' }, own),
  ];
  for (const asked of refused) await asked.refused('malformed-request', 400);
  await administrator.post('accounts', account(), once).created();
  const kept = await rowsOf(databaseUrl, `select 1 from registry.stored_answers where key like '% mat-khau'`);
  expect(kept).toHaveLength(1);
  expect(signedInOperationsWithPassword()).toHaveLength(refused.length);
});

/** What the published document has of operations that a signed-in caller sends a password to. */
function signedInOperationsWithPassword(): string[] {
  const document = committedDocument();
  return operationsOf(document)
    .filter(({ grants, body }) => grants && body && 'password' in (resolved<Schema>(document, body).properties ?? {}))
    .map(({ name }) => name);
}

story('a flood of weak passwords is refused, and nothing else fails by it', async ({ administrator }) => {
  const entry = () => account({ password: '123456789012345' });
  const replies = await Promise.all(Array.from({ length: 40 }, () => administrator.post('accounts', entry())));
  expect(replies.map(({ status }) => status).filter((status) => ![422, 429].includes(status))).toEqual([]);
});

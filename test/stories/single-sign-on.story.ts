import { afterAll, beforeAll, expect, jest } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { account } from '../kit/accounts.js';
import { Client } from '../kit/client.js';
import { Browser, startProvider } from '../kit/provider.js';
import { ProviderDoor } from '../kit/provider-door.js';
import { callback, type Registered } from '../kit/registered.js';
import { bearerOf, begins, linked } from '../kit/sign-on.js';
import { story } from '../kit/story.js';
import { rowsOf } from '../setup/database.js';

let provider: Registered;
let providerDoor: ProviderDoor;

beforeAll(async () => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined); // it warns that it is set up for tests only
  provider = await startProvider();
  providerDoor = new ProviderDoor(provider);
}, 60_000);

afterAll(() => providerDoor.close(), 60_000);

/** Whoever comes by way of the provider is asked for no second factor here, whatever his role. */
const asksForSecondFactors = { SECOND_FACTOR: 'auditor', SECOND_FACTOR_KEY: randomBytes(32).toString('base64') };

/** Signs in at the provider under a name, and comes back to the registry. */
async function comesBack(door: Client, subject: string) {
  const { address, cookie } = await begins(door);
  return door.get(await new Browser().signsIn(address.href, subject), {}, { Cookie: cookie });
}

story('whom an administrator linked signs in by way of the provider', async ({ administrator, auditor }, stage) => {
  const door = await providerDoor.of(stage, asksForSecondFactors);
  const { id } = await linked(administrator, provider.issuer, 'an');
  const reply = await comesBack(door, 'an');
  expect(reply.status).toBe(200);
  expect(reply.headers.get('cache-control')).toBe('no-store');
  await door.get('auth/me', {}, bearerOf(reply)).is({ id, role: 'auditor' });
  await door.get('memberships', {}, bearerOf(reply)).is();
  await auditor
    .get('audit/events', { action: 'sign_in', actorId: id })
    .lists({ table: null, detail: { by: 'single sign-on', address: '127.0.0.1' } });
  const { refreshToken } = reply.body;
  await door.post('auth/sessions/refreshments', { refreshToken }).is();
});

story('a stranger stays outside, no account is made, and an administrator finds him', async (cast, stage) => {
  const { administrator, auditor } = cast;
  const door = await providerDoor.of(stage);
  const accounts = () => rowsOf(stage.databaseUrl, 'select id from registry.accounts');
  const { id: disabled } = await linked(administrator, provider.issuer, 'bị khóa');
  await administrator.post(`accounts/${disabled}/disablements`, { reason: 'nghỉ việc' }).created();
  const known = await accounts();
  const refused = await comesBack(door, 'người lạ');
  const lockedOut = await comesBack(door, 'bị khóa');
  for (const reply of [refused, lockedOut]) expect(reply.problemCode).toBe('sign-on-refused');
  const bytesOf = ({ status, text, body }: typeof refused) =>
    `${status} ${text.replace(String(body['requestId']), '').replace(String(body['instance']), '')}`;
  expect(bytesOf(refused)).toBe(bytesOf(lockedOut));
  await comesBack(door, 'người lạ');
  expect(await accounts()).toEqual(known);

  await auditor.get('refused-identities').forbidden();
  const { items } = await administrator
    .get('refused-identities')
    .lists({ issuer: provider.issuer, subject: 'người lạ', times: 2 });
  expect(Object.keys(items[0] ?? {}).sort()).toEqual([
    'firstRefusedAt',
    'id',
    'issuer',
    'lastRefusedAt',
    'subject',
    'times',
  ]); // nothing else about him
  const moves = (days: number) =>
    rowsOf(
      stage.databaseUrl,
      `update registry.refused_identities set last_refused_at = now() - interval '1 day' * $1`,
      [String(days)],
    );
  await moves(30);
  await administrator.get('refused-identities').lists(); // kept for a month
  await moves(0);
  const { id } = await linked(administrator, provider.issuer, 'người lạ');
  await administrator.get('refused-identities').lists();
  const welcome = await comesBack(door, 'người lạ');
  await door.get('auth/me', {}, bearerOf(welcome)).is({ id });
});

story('a disabled account is refused here too', async ({ administrator }, stage) => {
  const door = await providerDoor.of(stage);
  const { id } = await linked(administrator, provider.issuer, 'binh');
  await administrator.post(`accounts/${id}/disablements`, { reason: 'nghỉ việc' }).created();
  expect((await comesBack(door, 'binh')).problemCode).toBe('sign-on-refused');
  await administrator.get('refused-identities', { subject: 'binh' }).lists(); // no stranger
});

story('who loses an identity is signed out at once and comes in by it no more', async (cast, stage) => {
  const { administrator, otherAdministrator } = cast;
  const door = await providerDoor.of(stage);
  const account = await linked(administrator, provider.issuer, 'chi');
  const session = bearerOf(await comesBack(door, 'chi'));
  await door.get('auth/me', {}, session).is();
  const { items } = await administrator.get('identities', { accountId: account.id });
  const id = String(items[0]?.['id']);
  for (const path of [`identities/${id}`, `identities/${id}/history`]) await otherAdministrator.get(path).unknown();
  await otherAdministrator.post(`identities/${id}/voidings`, { reason: 'chuyển việc' }).unknown();
  await administrator.post(`identities/${id}/voidings`, {}).refusedAt('/reason', 'required');
  await administrator
    .post(`identities/${id}/voidings`, { reason: 'chuyển việc' }, { 'If-Match': '"1-x"' })
    .created({ voidReason: 'chuyển việc' });
  while ((await door.get('auth/me', {}, session)).status === 200) await pause(10); // another process hears of it
  await door.get('auth/me', {}, session).anonymous();
  expect((await comesBack(door, 'chi')).problemCode).toBe('sign-on-refused');
  await administrator.get('identities', { accountId: account.id }).lists();
  await administrator.get(`identities/${id}`).is({ account: { id: account.id }, subject: 'chi' });
  const history = await administrator.get(`identities/${id}/history`).is();
  expect(history.items.map((event) => event['action'])).toEqual(['insert', 'void']);
});

story('an identity has one account, and only of one’s own alliance (ASVS 1.2.2)', async (cast) => {
  const { administrator, otherAdministrator, secretariat } = cast;
  const { issuer } = provider;
  const { id } = await linked(administrator, issuer, 'dung');
  const link = (by: Client, entry: object) =>
    by.post(`accounts/${id}/identities`, { issuer, subject: 'dung', ...entry });
  await link(administrator, {}).refused('identity-taken', 409);
  await link(administrator, { subject: 'Dung' }).created(); // another one: `sub` is compared to the letter
  await link(otherAdministrator, { subject: 'giang' }).unknown();
  await link(secretariat, { subject: 'giang' }).forbidden();
  await link(administrator, { subject: '' }).refusedAt('/subject', 'required');
  for (const wrong of [
    'login.example.vn',
    'http://login.example.vn',
    'https://login.example.vn/?tenant=1',
    'javascript:x',
  ]) {
    await link(administrator, { issuer: wrong }).refusedAt('/issuer', 'not-an-issuer');
  }
});

story('a sign-in ends in the browser that began it, once, and soon (ASVS 10.1.2, 10.2.1)', async (cast, stage) => {
  const door = await providerDoor.of(stage);
  await linked(cast.administrator, provider.issuer, 'hanh');
  const [mine, others] = [await begins(door), await begins(door)];
  const back = await new Browser().signsIn(mine.address.href, 'hanh');
  const arrives = (path: string, cookie?: string) => door.get(path, {}, cookie ? { Cookie: cookie } : {});
  await arrives(back).refused('sign-on-refused', 401); // another browser, to which an attacker sent the address
  await arrives(back, others.cookie).refused('sign-on-refused', 401);
  await arrives(back, `${mine.cookie.split('=')[0]}=`).refused('sign-on-refused', 401);
  await arrives(back.replace(/state=[^&]*/, 'state=x'), mine.cookie).refused('sign-on-refused', 401);
  await arrives(back, `other=1; ${mine.cookie}`).is();
  await arrives(back, mine.cookie).refused('sign-on-refused', 401); // the second time

  const late = await begins(door);
  const tooLate = await new Browser().signsIn(late.address.href, 'hanh');
  const age = `update registry.single_sign_ons set started_at = now() - interval '601 seconds' where finished_at is null`;
  await rowsOf(stage.databaseUrl, age);
  await arrives(tooLate, late.cookie).refused('sign-on-refused', 401);
});

story('a code of another sign-in is worth nothing (ASVS 10.1.2)', async (cast, stage) => {
  const door = await providerDoor.of(stage);
  await linked(cast.administrator, provider.issuer, 'khanh');
  const [victims, attackers] = [await begins(door), await begins(door)];
  const stolen = await new Browser().signsIn(victims.address.href, 'khanh');
  const own = await new Browser().signsIn(attackers.address.href, 'nguoi-la-2');
  const codeIn = (path: string) => /code=[^&]*/.exec(path)?.[0] ?? '';
  const mixed = own.replace(codeIn(own), codeIn(stolen));
  await door.get(mixed, {}, { Cookie: attackers.cookie }).refused('sign-on-refused', 401);
});

story('the same subject of another provider is somebody else (ASVS 6.8.1)', async ({ administrator }, stage) => {
  const door = await providerDoor.of(stage);
  await linked(administrator, 'https://login.example.vn', 'lan');
  expect((await comesBack(door, 'lan')).problemCode).toBe('sign-on-refused');
  const { id } = await linked(administrator, provider.issuer, 'lan');
  await door.get('auth/me', {}, bearerOf(await comesBack(door, 'lan'))).is({ id });
});

story('who changes his mind at the provider is not signed in', async (_, stage) => {
  const door = await providerDoor.of(stage);
  const { address, cookie } = await begins(door);
  const back = await new Browser().aborts(address.href);
  expect(back).toContain('error=access_denied');
  await door.get(back, {}, { Cookie: cookie }).refused('sign-on-refused', 401);
});

story(
  'the browser is sent with a challenge, and keeps a cookie that no script and no other host gets (ASVS 3.3.1, 3.3.2, 3.3.3, 3.3.4, 3.7.2)',
  async (_, stage) => {
    const door = await providerDoor.of(stage);
    const reply = await door.get('auth/single-sign-on', {}, { 'X-Forwarded-Host': 'evil.example' });
    expect(reply.status).toBe(302);
    expect(new URL(reply.location).origin).toBe(provider.issuer);
    const asked = Object.fromEntries(new URL(reply.location).searchParams);
    expect(asked).toEqual({
      client_id: 'htx-registry',
      response_type: 'code',
      scope: 'openid',
      redirect_uri: callback,
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
    const cookie = reply.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^__Host-htx-sign-on=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
    const kept = await rowsOf<{ row: string }>(
      stage.databaseUrl,
      'select s::text as row from registry.single_sign_ons s',
    );
    const secrets = [asked['state'], asked['nonce'], /=([\w-]{43})/.exec(cookie)?.[1]].map(String);
    expect(kept.length).toBeGreaterThan(0);
    for (const { row } of kept) for (const secret of secrets) expect(row).not.toContain(secret);
  },
);

story('an identity is of the provider that the registry has, and its subject as it is said', async (cast, stage) => {
  const door = await providerDoor.of(stage);
  const { id } = await cast.administrator.post('accounts', account()).created();
  const signedIn = await cast.administrator.credentials();
  const links = (issuer: string, subject: string) =>
    door.post(`accounts/${id}/identities`, { issuer, subject }, signedIn);
  for (const issuer of [`${provider.issuer}/`, 'https://login.example.vn'])
    await links(issuer, 'mai').refusedAt('/issuer', 'not-the-provider');
  await links(provider.issuer, ' MAI ').created({ subject: ' MAI ' });
});

story('a registry without a provider says so', async ({ anonymous }) => {
  await anonymous.get('auth/single-sign-on').refused('single-sign-on-off', 404);
  const cookie = { Cookie: `htx-sign-on=${'x'.repeat(43)}` };
  await anonymous
    .get('auth/single-sign-on/callback', { code: 'x', state: 'x' }, cookie)
    .refused('sign-on-refused', 401);
});

import { afterAll, beforeAll, expect } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from '../kit/client.js';
import { LyingProvider, type Claims } from '../kit/lying-provider.js';
import { ProviderDoor } from '../kit/provider-door.js';
import { settingsFor } from '../kit/registered.js';
import { hostServer } from '../kit/hosted.js';
import { bearerOf, begins, linked } from '../kit/sign-on.js';
import { story } from '../kit/story.js';
import { rowsOf } from '../setup/database.js';

let provider: LyingProvider;
let providerDoor: ProviderDoor;

beforeAll(async () => {
  provider = await LyingProvider.start();
  providerDoor = new ProviderDoor(provider);
}, 60_000);

afterAll(() => providerDoor.close(), 60_000);

/** Whom an administrator linked, in the first story. */
const honestSubject = 'an';

/** Comes back to the registry, whose provider then says what it is told to say. */
async function comesBack(door: Client, says: (honest: Claims) => string) {
  const { address, cookie } = await begins(door);
  const [state = '', nonce = ''] = ['state', 'nonce'].map((name) => address.searchParams.get(name) ?? '');
  provider.sends(says(provider.claims(honestSubject, nonce)));
  return door.get('auth/single-sign-on/callback', { code: 'x', state }, { Cookie: cookie });
}

story(
  'a provider that is out of order is no fault of the caller, is told of in the log, and asked again (ASVS 16.3.4, 16.5.2)',
  async (cast, stage) => {
    const door = await providerDoor.of(stage);
    provider.metadata = () => [500, {}];
    await door.get('auth/single-sign-on').refused('provider-unavailable', 503);
    provider.metadata = () => [200, provider.aboutItself()];
    const { id } = await linked(cast.administrator, provider.issuer, honestSubject);
    const reply = await comesBack(door, (honest) => provider.signed(honest));
    await door.get('auth/me', {}, bearerOf(reply)).is({ id });

    const { address, cookie } = await begins(door);
    provider.token = () => [401, { error: 'invalid_client' }];
    const state = address.searchParams.get('state') ?? '';
    const back = door.get('auth/single-sign-on/callback', { code: 'x', state }, { Cookie: cookie });
    await back.refused('provider-unavailable', 503);
    const told = () => stage.server.output().match(/"problem":"provider-unavailable","name":"\w+Error"/g)?.length;
    for (let tries = 0; tries < 200 && told() !== 2; tries += 1) await pause(25);
    expect(told()).toBe(2);
  },
);

story('what the provider sends is handed on to nobody, and kept nowhere (ASVS 10.1.1)', async (_, stage) => {
  const door = await providerDoor.of(stage);
  let idToken = '';
  const reply = await comesBack(door, (honest) => (idToken = provider.signed(honest)));
  expect(`${reply.text} ${[...reply.headers].join()}`).not.toContain(idToken);
  const kept = await rowsOf<{ row: string }>(
    stage.databaseUrl,
    'select s::text as row from registry.sessions s union all select e::text from audit.events e',
  );
  expect(kept.length).toBeGreaterThan(1);
  expect(kept.filter(({ row }) => row.includes(idToken))).toEqual([]);
});

const now = () => Math.floor(Date.now() / 1000);

/** What no honest provider sends. */
const lies: Readonly<Record<string, (honest: Claims) => string>> = {
  'an audience that is not the registry (ASVS 9.2.3, 10.5.4)': (honest) =>
    provider.signed({ ...honest, aud: 'another' }),
  'no audience (ASVS 9.2.3, 10.5.4)': ({ aud: _, ...honest }) => provider.signed(honest),
  'the nonce of another sign-in (ASVS 10.5.1)': (honest) => provider.signed({ ...honest, nonce: 'x'.repeat(43) }),
  'no nonce (ASVS 10.5.1)': ({ nonce: _, ...honest }) => provider.signed(honest),
  'another issuer': (honest) => provider.signed({ ...honest, iss: 'https://login.example.vn' }),
  'a token that has expired (ASVS 9.2.1)': (honest) =>
    provider.signed({ ...honest, iat: now() - 600, exp: now() - 120 }),
  'a token that is not good yet (ASVS 9.2.1)': (honest) => provider.signed({ ...honest, nbf: now() + 600 }),
  'a token without expiry': ({ exp: _, ...honest }) => provider.signed(honest),
  'a token without a subject (ASVS 10.5.2)': ({ sub: _, ...honest }) => provider.signed(honest),
  'another key under the same name (ASVS 6.8.2, 9.1.3)': (honest) =>
    provider.signed(honest, { by: provider.strangeKey }),
  'a key that the token brings along (ASVS 9.1.3)': (honest) =>
    provider.signed(honest, { kid: 'two', more: { jwk: provider.strangeJwk() }, by: provider.strangeKey }),
  'an access token in the place of an ID token (ASVS 9.2.2)': ({ nonce: _, ...honest }) =>
    provider.signed({ ...honest, client_id: honest['aud'], scope: 'openid' }, { more: { typ: 'at+jwt' } }),
  'a key that is not published (ASVS 6.8.2, 9.1.3)': (honest) =>
    provider.signed(honest, { kid: 'two', by: provider.strangeKey }),
  'no signature (ASVS 6.8.2, 9.1.1, 9.1.2)': (honest) =>
    provider.signed(honest, { alg: 'none', by: () => Buffer.alloc(0) }),
  'the client’s secret for a key (ASVS 9.1.2)': (honest) =>
    provider.signed(honest, { alg: 'HS256', by: provider.clientSecretKey }),
  'the public key for a secret (ASVS 9.1.2)': (honest) =>
    provider.signed(honest, { alg: 'HS256', by: provider.publicKeyAsSecret }),
  'another algorithm than it used (ASVS 9.1.2)': (honest) => provider.signed(honest, { alg: 'RS512' }),
  'claims changed after signing (ASVS 6.8.2, 9.1.1)': (honest) => {
    const [header, , signature] = provider.signed({ ...honest, sub: 'somebody' }).split('.');
    return [header, provider.signed(honest).split('.')[1], signature].join('.');
  },
  'no token at all': () => '',
};

for (const [lie, says] of Object.entries(lies)) {
  story(`nobody is signed in by ${lie}`, async ({ administrator }, stage) => {
    const door = await providerDoor.of(stage);
    const refused = await comesBack(door, says);
    expect([refused.status, refused.problemCode]).toEqual([401, 'sign-on-refused']);
    expect((await comesBack(door, (honest) => provider.signed(honest))).status).toBe(200);
    await administrator.get('refused-identities').lists(); // what a lie says is not even noted
  });
}

/** Somebody asks a server that meets the provider for the first time. */
async function firstAsks(databaseUrl: string, expects: (door: Client) => PromiseLike<unknown>): Promise<void> {
  const deceived = await hostServer(databaseUrl, settingsFor(provider));
  await expects(
    new Client(
      'anonymous',
      () => deceived.url,
      () => Promise.resolve({}),
    ),
  );
  await deceived.stop();
}

story('a provider that names itself as another is not believed (ASVS 10.5.3)', async (_, { databaseUrl }) => {
  provider.metadata = () => [200, { ...provider.aboutItself(), issuer: 'https://login.example.vn' }];
  await firstAsks(databaseUrl, (door) => door.get('auth/single-sign-on').refused('provider-unavailable', 503));
});

story('the secret is shown where the provider takes it, and one that changed is asked again', async (_, stage) => {
  const only = (method: string) => () =>
    [200, { ...provider.aboutItself(), token_endpoint_auth_methods_supported: [method] }] as [number, object];
  provider.metadata = only('client_secret_post');
  await firstAsks(stage.databaseUrl, async (door) => {
    await comesBack(door, (honest) => provider.signed(honest));
    expect(provider.asked).toMatch(/client_secret=one-secret/);
    provider.metadata = only('client_secret_basic');
    await comesBack(door, () => 'no token'); // what it said of itself holds no more, perhaps
    expect((await comesBack(door, (honest) => provider.signed(honest))).status).toBe(200);
    expect(provider.asked).not.toMatch(/client_secret/);
  });
  provider.metadata = () => [200, provider.aboutItself()];
  expect(stage.server.output()).toMatch(/did not vouch for who came back: OAUTH_\w+/);
});

story('a provider that sends on to another address is not followed there (ASVS 15.3.2)', async (_, { databaseUrl }) => {
  provider.metadata = () => [302, {}, `${provider.issuer}/elsewhere`];
  await firstAsks(databaseUrl, async (door) => {
    await door.get('auth/single-sign-on').refused('provider-unavailable', 503);
    provider.metadata = () => [200, provider.aboutItself()];
    expect((await door.get('auth/single-sign-on')).status).toBe(302);
  });
});

import { expect } from '@jest/globals';
import { bearer, makesAccount, newPassword, signsIn, type SignedIn } from '../kit/accounts.js';
import { castBefore } from '../kit/cast.js';
import type { Client } from '../kit/client.js';
import { hostServer } from '../kit/hosted.js';
import { story } from '../kit/story.js';
import { rowsOf } from '../setup/database.js';

/** Tells a story to somebody who reaches another server of the same registry. */
async function elsewhere(
  databaseUrl: string,
  env: Record<string, string>,
  tell: (stranger: Client) => Promise<void>,
): Promise<void> {
  const server = await hostServer(databaseUrl, env);
  try {
    await tell(castBefore(() => server.url).anonymous);
  } finally {
    await server.stop();
  }
}

/** A quarter of an hour goes by. */
const laterOn = (url: string) => rowsOf(url, `update registry.sign_in_failures set at = at - interval '15 minutes'`);

/** It was a day ahead, and was put right. */
const clockPutRight = (url: string) => rowsOf(url, `update registry.sign_in_failures set at = at + interval '1 day'`);

/** Somebody fails until an account is closed to him. */
async function failsAt(email: string, client: Client, forwardedFor: string, times = 10): Promise<void> {
  const headers = { 'X-Forwarded-For': forwardedFor };
  const entry = { email, password: 'đoán mò' };
  for (let i = 0; i < times; i += 1) await client.post('auth/sessions', entry, headers).refused('sign-in-refused', 401);
}

story('nobody keeps somebody else out who comes from another address', async ({ administrator }, { databaseUrl }) => {
  const { email, password } = await makesAccount(administrator);
  await elsewhere(databaseUrl, { TRUSTED_PROXIES: '127.0.0.1' }, async (client) => {
    const signs = (from: string) => client.post('auth/sessions', { email, password }, { 'X-Forwarded-For': from });
    await failsAt(email, client, '203.0.113.20');
    await signs('203.0.113.20').refused('too-many-requests', 429);
    await signs('198.51.100.20').is();
    // Ten addresses are another matter: a hundred guesses in a quarter of an hour, and no more.
    for (let i = 21; i < 30; i += 1) await failsAt(email, client, `203.0.113.${i}`);
    await signs('198.51.100.20').refused('too-many-requests', 429);
    await laterOn(databaseUrl);
    await signs('198.51.100.20').is();
  });
});

story('who is signed in changes his password, whatever strangers try', async ({ administrator }, { databaseUrl }) => {
  const newcomer = await makesAccount(administrator);
  const { email, password } = newcomer;
  await elsewhere(databaseUrl, { TRUSTED_PROXIES: '127.0.0.1' }, async (client) => {
    const [here, there] = [await signsIn(client, newcomer), await signsIn(client, newcomer)];
    await failsAt(email, client, '127.0.0.1');
    const changes = ({ accessToken }: SignedIn, present: string) =>
      client.post('auth/password-changes', { password: present, newPassword: newPassword() }, bearer(accessToken));
    for (let i = 0; i < 10; i += 1) await changes(there, 'đoán mò').refusedAt('/password', 'wrong-password');
    await changes(there, password).refused('too-many-requests', 429);
    await changes(here, password).is(); // another session, of its owner
  });
  await laterOn(databaseUrl);
});

let guesses = 0;
/** A guess at an account of its own, so that only the address adds up. */
const guess = (client: Client, forwardedFor: string) =>
  client.post(
    'auth/sessions',
    { email: `guess-${(guesses += 1)}@hp.test`, password: 'đoán mò' },
    { 'X-Forwarded-For': forwardedFor },
  );

story(
  'ten failures of an account from one address are counted by all servers together, and forgotten in time (ASVS 6.3.1)',
  async ({ administrator, anonymous }, { databaseUrl }) => {
    const newcomer = await makesAccount(administrator);
    const { email, password } = newcomer;
    await elsewhere(databaseUrl, {}, async (stranger) => {
      const wrong = (client: Client) => client.post('auth/sessions', { email, password: 'đoán mò' });
      for (let i = 0; i < 5; i += 1) {
        await wrong(anonymous).refused('sign-in-refused', 401);
        await wrong(stranger).refused('sign-in-refused', 401);
      }
      for (const client of [anonymous, stranger]) {
        await client.post('auth/sessions', { email, password }).refused('too-many-requests', 429); // though it is right
        const { headers } = await wrong(client).refused('too-many-requests', 429);
        expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
        expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(900);
      }
      await laterOn(databaseUrl);
      await signsIn(stranger, newcomer); // never for ever: nobody can lock somebody else out
    });
  },
);

story('a letter that has two small forms makes no second account to guess at', async (cast, { databaseUrl }) => {
  const { email, password } = await makesAccount(cast.administrator, { email: 'kim@hp.test' });
  const spelled = ['kim', 'KIM', 'Kim', 'kIM', 'kİm', 'KİM'].map((name) => `${name}@hp.test`);
  for (const each of spelled.slice(4)) {
    await cast.anonymous.post('auth/sessions', { email: each, password }).refused('sign-in-refused', 401);
  }
  for (let i = 0; i < 10; i += 1) {
    const guessed = { email: spelled[i % 4], password: 'đoán mò' };
    await cast.anonymous.post('auth/sessions', guessed).refused('sign-in-refused', 401);
  }
  await cast.anonymous.post('auth/sessions', { email, password }).refused('too-many-requests', 429);
  await laterOn(databaseUrl);
});

story(
  'thirty failures of an address are counted by all servers together, whatever it says it forwards for (ASVS 4.1.3, 15.3.4)',
  async ({ anonymous }, { databaseUrl }) => {
    await elsewhere(databaseUrl, {}, async (stranger) => {
      for (let i = 0; i < 15; i += 1) {
        await guess(anonymous, `203.0.113.${i}`).refused('sign-in-refused', 401);
        await guess(stranger, `198.51.100.${i}`).refused('sign-in-refused', 401);
      }
      for (const client of [anonymous, stranger]) await guess(client, '192.0.2.1').refused('too-many-requests', 429);
    });
    await laterOn(databaseUrl);
  },
);

story('a forwarded address counts where a known proxy says it (ASVS 4.1.3, 15.3.4)', async (_, { databaseUrl }) => {
  await elsewhere(databaseUrl, { TRUSTED_PROXIES: '127.0.0.1' }, async (behindProxy) => {
    for (let i = 0; i < 30; i += 1) await guess(behindProxy, '203.0.113.7').refused('sign-in-refused', 401);
    for (const written of ['203.0.113.7', '203.0.113.7:5555', '[::ffff:203.0.113.7]:80'])
      await guess(behindProxy, written).refused('too-many-requests', 429);
    for (const nonsense of ['unknown', '203.0.113.7/8', '1.2.3'])
      await guess(behindProxy, nonsense).refused('sign-in-refused', 401); // then it is the proxy that is counted
    await guess(behindProxy, '203.0.113.7, 203.0.113.8').refused('sign-in-refused', 401); // the first was written by the client
    for (let i = 0; i < 30; i += 1) await guess(behindProxy, `2001:db8:0:1::${i}`).refused('sign-in-refused', 401);
    await guess(behindProxy, '2001:db8:0:1:ffff::1').refused('too-many-requests', 429); // one customer has a /64
    await guess(behindProxy, '2001:db8:0:2::1').refused('sign-in-refused', 401);
  });
  await elsewhere(databaseUrl, { TRUSTED_PROXIES: '10.0.0.0/8' }, async (besideProxy) => {
    await guess(besideProxy, '203.0.113.7').refused('sign-in-refused', 401); // 127.0.0.1, not who it says
  });
});

story('failures of a clock that was ahead keep nobody out once it is put right', async (cast, { databaseUrl }) => {
  const { administrator, anonymous } = cast;
  const { email, password } = await makesAccount(administrator);
  await failsAt(email, anonymous, '203.0.113.77');
  await anonymous.post('auth/sessions', { email, password }).refused('too-many-requests', 429);
  await clockPutRight(databaseUrl);
  await anonymous.post('auth/sessions', { email, password }).is();
});

import { expect } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { bearer, makesAccount, newPassword, signsIn, type SignedIn } from '../kit/accounts.js';
import { Client } from '../kit/client.js';
import { startServer } from '../kit/server.js';
import { story } from '../kit/story.js';
import { rowsOf } from '../setup/database.js';

/** Asks for the next pair. */
const refreshes = (client: Client, { refreshToken }: SignedIn) =>
  client.post('auth/sessions/refreshments', { refreshToken });

const refreshed = async (client: Client, tokens: SignedIn): Promise<SignedIn> =>
  (await refreshes(client, tokens).is()).body as unknown as SignedIn;

/** Moves the time of all sessions of an account, as their owner could, so that nobody has to wait. */
const moves = (url: string, accountId: string, change: string) =>
  rowsOf(url, `update registry.sessions set ${change} where account_id = $1`, [accountId]);

story('a refreshed session has two new tokens, and its old access token is spent (ASVS 7.2.2, 7.2.4)', async (cast) => {
  const { administrator, anonymous } = cast;
  const first = await signsIn(anonymous, await makesAccount(administrator));
  const second = await refreshed(anonymous, first);
  expect(second.accessToken).not.toBe(first.accessToken);
  expect(second.refreshToken).not.toBe(first.refreshToken);
  await anonymous.get('auth/me', {}, bearer(first.accessToken)).anonymous();
  await anonymous.get('auth/me', {}, bearer(second.accessToken)).is();
});

story('two tabs that refresh at once, or a second later, get the same successors', async (cast) => {
  const { administrator, anonymous } = cast;
  const first = await signsIn(anonymous, await makesAccount(administrator));
  const both = await Promise.all([refreshed(anonymous, first), refreshed(anonymous, first)]);
  expect(both[0]).toEqual(both[1]);
  expect(await refreshed(anonymous, first)).toEqual(both[0]);
  await anonymous.get('auth/me', {}, bearer(both[0].accessToken)).is();
  await refreshed(anonymous, both[0]);
});

story('a spent token that comes back after ten seconds ends the session', async (cast, { databaseUrl }) => {
  const { administrator, anonymous } = cast;
  const newcomer = await makesAccount(administrator);
  const first = await signsIn(anonymous, newcomer);
  const second = await refreshed(anonymous, first);
  await moves(databaseUrl, newcomer.id, `rotated_at = rotated_at - interval '11 seconds'`);
  await refreshes(anonymous, first).refused('refresh-refused', 401);
  await anonymous.get('auth/me', {}, bearer(second.accessToken)).anonymous();
  await refreshes(anonymous, second).refused('refresh-refused', 401);
});

story('any older generation ends the session too, within the ten seconds, and the log says so', async (cast) => {
  const { administrator, auditor, anonymous } = cast;
  const newcomer = await makesAccount(administrator);
  const first = await signsIn(anonymous, newcomer);
  const second = await refreshed(anonymous, first);
  const third = await refreshed(anonymous, second);
  const fourth = await refreshed(anonymous, third);
  await refreshes(anonymous, first).refused('refresh-refused', 401);
  await anonymous.get('auth/me', {}, bearer(fourth.accessToken)).anonymous();
  await refreshes(anonymous, fourth).refused('refresh-refused', 401);
  await auditor.get('audit/events', { action: 'session_reuse', actorId: newcomer.id }).lists({ table: null });
});

story('a token that never was one ends nothing', async ({ administrator, anonymous }) => {
  const tokens = await signsIn(anonymous, await makesAccount(administrator));
  for (const refreshToken of ['x', 'A'.repeat(43), tokens.accessToken]) {
    await refreshes(anonymous, { ...tokens, refreshToken }).refused('refresh-refused', 401);
  }
  await anonymous.get('auth/me', {}, bearer(tokens.accessToken)).is();
});

story('what the database holds of a session opens none', async (cast, { databaseUrl }) => {
  const { administrator, anonymous } = cast;
  const newcomer = await makesAccount(administrator);
  const first = await signsIn(anonymous, newcomer);
  const second = await refreshed(anonymous, first);
  const [row] = await rowsOf(databaseUrl, 'select to_jsonb(s) as kept from registry.sessions s where account_id = $1', [
    newcomer.id,
  ]);
  const kept = JSON.stringify(row);
  for (const { accessToken, refreshToken } of [first, second]) {
    expect(kept).not.toContain(accessToken);
    expect(kept).not.toContain(refreshToken);
  }
  await refreshes(anonymous, second).is();
});

story('eight hours without a refresh end a session (ASVS 7.3.1)', async (cast, { databaseUrl }) => {
  const { administrator, anonymous } = cast;
  const newcomer = await makesAccount(administrator);
  const tokens = await refreshed(anonymous, await signsIn(anonymous, newcomer));
  const [idle] = await rowsOf<{ hours: number }>(
    databaseUrl,
    `select extract(epoch from refresh_expires_at - rotated_at) / 3600 as hours from registry.sessions where account_id = $1`,
    [newcomer.id],
  );
  expect(Number(idle?.hours)).toBe(8);
  await moves(databaseUrl, newcomer.id, `refresh_expires_at = refresh_expires_at - interval '8 hours 1 second'`);
  await refreshes(anonymous, tokens).refused('refresh-refused', 401);
});

for (const [role, hours] of [
  ['administrator', 12],
  ['secretariat', 12],
  ['auditor', 24],
] as const) {
  story(
    `a session of the ${role} ends after ${hours} hours, however often refreshed (ASVS 7.3.2)`,
    async (cast, { databaseUrl }) => {
      const { administrator, anonymous } = cast;
      const newcomer = await makesAccount(administrator, { role });
      const first = await signsIn(anonymous, newcomer);
      await moves(databaseUrl, newcomer.id, `started_at = now() - interval '${hours} hours' + interval '5 minutes'`);
      const { body } = await refreshes(anonymous, first).is();
      const left = Date.parse(String(body['expiresAt'])) - Date.now();
      expect(left).toBeLessThanOrEqual(5 * 60_000); // the access token would live ten minutes
      await moves(databaseUrl, newcomer.id, `started_at = started_at - interval '6 minutes'`);
      await refreshes(anonymous, body as unknown as SignedIn).refused('refresh-refused', 401);
    },
  );
}

story('one sees where one is signed in, and ends the others by one’s password (ASVS 7.5.2)', async (cast) => {
  const { administrator, auditor, anonymous } = cast;
  const [newcomer, other] = [await makesAccount(administrator), await makesAccount(administrator)];
  const [first, second, third] = [
    await signsIn(anonymous, newcomer),
    await signsIn(anonymous, newcomer),
    await refreshed(anonymous, await signsIn(anonymous, newcomer)),
  ];
  const stranger = await signsIn(anonymous, other);
  const { items } = await anonymous.get('auth/sessions', {}, bearer(third.accessToken)).is();
  expect(items.map(({ present }) => present)).toEqual([true, false, false]);
  expect(items.map(({ refreshedAt }) => refreshedAt === null)).toEqual([false, true, true]);
  const ends = (more: object) =>
    anonymous.post('auth/sessions/endings', { password: newcomer.password, ...more }, bearer(third.accessToken));
  await ends({ password: 'không phải mật khẩu này' }).refusedAt('/password', 'wrong-password');
  const [theirs] = (await anonymous.get('auth/sessions', {}, bearer(stranger.accessToken)).is()).items;
  await ends({ sessionId: theirs?.['id'] }).is({ ended: 0 });
  await ends({ sessionId: items[2]?.['id'] }).is({ ended: 1 });
  await anonymous.get('auth/me', {}, bearer(first.accessToken)).anonymous();
  await anonymous.get('auth/me', {}, bearer(second.accessToken)).is();
  await ends({}).is({ ended: 1 });
  await anonymous.get('auth/me', {}, bearer(second.accessToken)).anonymous();
  for (const { accessToken } of [third, stranger]) await anonymous.get('auth/me', {}, bearer(accessToken)).is();
  const told = auditor.get('audit/events', { action: 'sign_out', actorId: newcomer.id });
  await told.lists({ detail: expect.objectContaining({ sessions: 1 }) }, { detail: expect.anything() });
});

story('a session that somebody else ended, or an anonymous caller, sees no sessions', async ({ anonymous }) => {
  await anonymous.get('auth/sessions').anonymous();
  await anonymous.post('auth/sessions/endings', { password: newPassword() }).anonymous();
});

story('an access token of ten minutes is good no longer (ASVS 7.4.1)', async (cast, { databaseUrl }) => {
  const { administrator, anonymous } = cast;
  const newcomer = await makesAccount(administrator);
  const { accessToken } = await signsIn(anonymous, newcomer);
  const [life] = await rowsOf<{ minutes: number }>(
    databaseUrl,
    `select extract(epoch from access_expires_at - started_at) / 60 as minutes from registry.sessions where account_id = $1`,
    [newcomer.id],
  );
  expect(Number(life?.minutes)).toBe(10);
  await moves(databaseUrl, newcomer.id, `access_expires_at = now() - interval '1 second'`);
  await anonymous.get('auth/me', {}, bearer(accessToken)).anonymous();
});

story(
  'signing out, being signed out, disabling, another role and another password bite on every server within a second (ASVS 7.4.1, 7.4.2, 7.4.5)',
  async ({ administrator, anonymous }, { databaseUrl }) => {
    const second = await startServer(databaseUrl);
    try {
      const elsewhere = new Client(
        'anonymous',
        () => second.url,
        () => Promise.resolve({}),
      );
      const ends: Record<string, (id: string, token: string) => PromiseLike<unknown>> = {
        signOut: (_, token) => anonymous.post('auth/sign-out', {}, bearer(token)).is(),
        disabling: (id) => administrator.post(`accounts/${id}/disablements`, { reason: 'nghỉ việc' }).created(),
        another: (id) => administrator.post(`accounts/${id}/sign-outs`, { reason: 'mất điện thoại' }).created(),
        role: (id) => administrator.correct(`accounts/${id}`, { role: 'secretariat' }).is(),
        password: (id) => administrator.post(`accounts/${id}/passwords`, { password: newPassword() }).created(),
      };
      const tokens: string[] = [];
      for (const end of Object.values(ends)) {
        const newcomer = await makesAccount(administrator);
        const { accessToken } = await signsIn(anonymous, newcomer);
        for (const client of [anonymous, elsewhere]) await client.get('auth/me', {}, bearer(accessToken)).is();
        await end(newcomer.id, accessToken);
        await anonymous.get('auth/me', {}, bearer(accessToken)).anonymous();
        tokens.push(accessToken);
      }
      await pause(1_000);
      for (const token of tokens) await elsewhere.get('auth/me', {}, bearer(token)).anonymous();
      expect(tokens).toHaveLength(5);
    } finally {
      await second.stop();
    }
  },
);

const LISTENERS = `select pid from pg_stat_activity
  where datname = current_database() and application_name = 'htx-registry' and query = 'select'`;

story(
  'signing out bites within a second where nobody is told of it any more (ASVS 7.4.1)',
  async ({ administrator, anonymous }, { databaseUrl }) => {
    const { accessToken } = await signsIn(anonymous, await makesAccount(administrator));
    const asks = () => anonymous.get('auth/me', {}, bearer(accessToken));
    await asks().is();
    const silenced = await rowsOf<{ pid: number }>(databaseUrl, LISTENERS);
    expect(silenced.length).toBeGreaterThan(0);
    const tells = (signal: 'SIGSTOP' | 'SIGCONT') => silenced.forEach(({ pid }) => process.kill(pid, signal));
    try {
      tells('SIGSTOP');
      await rowsOf(databaseUrl, `update registry.sessions set ended_at = now() where ended_at is null`); // as another server
      await pause(1_000);
      await asks().anonymous();
    } finally {
      tells('SIGCONT');
    }
  },
);

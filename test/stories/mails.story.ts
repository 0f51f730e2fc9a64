import { expect } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { account, makesAccount, newPassword, signsIn, tokenIn } from '../kit/accounts.js';
import { castBefore, type Cast } from '../kit/cast.js';
import { hostServer } from '../kit/hosted.js';
import { openPost, type Post } from '../kit/post.js';
import { startServer } from '../kit/server.js';
import { story } from '../kit/story.js';
import { runBuilt } from '../setup/built.js';
import { rowsOf } from '../setup/database.js';

const PUBLIC_URL = 'https://htx.example.vn/so';

/** Tells a part of a story before a server that sends mail. */
async function withPost(databaseUrl: string, tell: (cast: Cast, post: Post) => Promise<void>): Promise<void> {
  const post = await openPost();
  const server = await hostServer(databaseUrl, {
    SMTP_URL: post.url,
    MAIL_FROM: 'Sổ hợp tác xã <so@htx.example.vn>',
    PUBLIC_URL,
  });
  try {
    const cast = castBefore(() => server.url);
    await tell(cast, post);
  } finally {
    await server.stop();
    await post.close();
  }
}

/** The secret of the only link in a text. */

story('invitations and resets go by mail where there is a mail server', async (_, { databaseUrl }) => {
  await withPost(databaseUrl, async ({ administrator, anonymous }, post) => {
    const { body } = await administrator.post('accounts', account()).created({ link: null });
    const email = String(body['email']);
    const token = tokenIn((await post.next(email)).text, PUBLIC_URL);
    const password = newPassword();
    await anonymous.post('auth/passwords', { token, password }).is();
    await signsIn(anonymous, { email, password });

    await anonymous.post('auth/password-resets', { email: email.toUpperCase() }).is();
    const reset = tokenIn((await post.next(email)).text, PUBLIC_URL);
    await signsIn(anonymous, { email, password }); // who asks for somebody else changes nothing
    const another = newPassword();
    await anonymous.post('auth/passwords', { token: reset, password: another }).is();
    await anonymous.post('auth/sessions', { email, password }).refused('sign-in-refused', 401);
    await signsIn(anonymous, { email, password: another });
    expect(post.arrived).toEqual([]);
  });
});

story('who asks for a link learns nothing of who has an account (ASVS 6.3.8)', async (_, { databaseUrl }) => {
  await withPost(databaseUrl, async ({ administrator, anonymous }, post) => {
    const { id, email } = await makesAccount(administrator);
    const disabled = await makesAccount(administrator);
    await administrator.post(`accounts/${disabled.id}/disablements`, { reason: 'nghỉ việc' }).created();
    const answers = new Set<string>();
    for (const asked of [email, 'nobody@hp.test', disabled.email]) {
      const { status, text } = await anonymous.post('auth/password-resets', { email: asked }).is();
      answers.add(`${status} ${text}`);
    }
    expect([...answers]).toEqual(['202 {"accepted":true}']);
    tokenIn((await post.next(email)).text, PUBLIC_URL);
    for (let i = 0; i < 4; i += 1) await anonymous.post('auth/password-resets', { email }).is(); // three an hour
    for (let i = 0; i < 2; i += 1) await post.next(email);
    const made = await rowsOf(databaseUrl, 'select from registry.password_links where account_id = $1', [id]);
    expect(made).toHaveLength(3);
    expect(post.arrived).toEqual([]);
    for (let i = 0; i < 5; i += 1) await anonymous.post('auth/password-resets', { email }).is();
    await anonymous.post('auth/password-resets', { email }).refused('too-many-requests', 429);
    const [last] = await rowsOf(databaseUrl, 'select action, detail from audit.events order by id desc limit 1');
    expect(last).toMatchObject({ action: 'password_reset', detail: { throttled: true } });
  });
});

story('an address leads a mail to nobody else (ASVS 1.3.11)', async (_, { databaseUrl }) => {
  await withPost(databaseUrl, async ({ administrator }, post) => {
    const adds = (email: string) => administrator.post('accounts', account({ email }));
    for (const email of ['an@hp.test, ke@gian.test', 'An <ke@gian.test>', 'an@hp.test\r\nBcc: ke@gian.test'])
      await adds(email).refused('invalid-entry', 422);
    for (const email of ['"ke@gian.test,an"@hp.test', 'an@hp.test']) await adds(email).created();
    await post.next('an@hp.test');
    expect(post.arrived).toEqual([]);
  });
});

story('a mail that the server refused is not lost (ASVS 16.5.2)', async (_, { databaseUrl }) => {
  const post = await openPost();
  const env = { SMTP_URL: post.url, MAIL_FROM: 'so@htx.example.vn', PUBLIC_URL };
  const due = (email: unknown) =>
    rowsOf<{ failure: string | null; attempts: number; later: boolean }>(
      databaseUrl,
      `select mail_failure as failure, mail_attempts as attempts, mail_due_at > now() as later
       from registry.password_links l join registry.accounts a on a.id = l.account_id where a.email = $1`,
      [email],
    );
  const first = await hostServer(databaseUrl, env);
  let email = '';
  try {
    post.refusing = 1;
    const { administrator } = castBefore(() => first.url);
    const { body } = await administrator.post('accounts', account()).created({ link: null });
    email = String(body['email']);
    while ((await due(email))[0]?.failure === null) await pause(10);
    expect(await due(email)).toEqual([{ failure: expect.stringContaining('451'), attempts: 1, later: true }]);
  } finally {
    await first.stop();
  }
  await rowsOf(databaseUrl, 'update registry.password_links set mail_due_at = now() where mail_attempts = 1');
  const second = await startServer(databaseUrl, env); // another process finds it, at the next occasion
  try {
    const { anonymous } = castBefore(() => second.url);
    await anonymous.post('auth/password-resets', { email: 'nobody-else@hp.test' }).is();
    const token = tokenIn((await post.next(email)).text, PUBLIC_URL);
    await anonymous.post('auth/passwords', { token, password: newPassword() }).is();
    expect((await due(email))[0]).toMatchObject({ failure: null, attempts: 2 });
  } finally {
    await second.stop();
    await post.close();
  }
});

story('who never had a password is invited again, not told of another one', async (_, { databaseUrl }) => {
  await withPost(databaseUrl, async ({ administrator, anonymous }, post) => {
    const { id, body } = await administrator.post('accounts', account()).created();
    const email = String(body['email']);
    const letters = [await post.next(email)];
    await administrator.post(`accounts/${id}/passwords`).created();
    letters.push(await post.next(email));
    await anonymous.post('auth/password-resets', { email }).is();
    letters.push(await post.next(email));
    for (const { head, text } of letters) {
      expect(text).toMatch(/Bạn được mời/);
      expect(head).toMatch(/^Auto-Submitted: auto-generated$/m);
    }
    const token = tokenIn(String(letters.at(-1)?.text), PUBLIC_URL);
    await anonymous.post('auth/passwords', { token, password: newPassword() }).is();
    await administrator.post(`accounts/${id}/passwords`).created();
    expect((await post.next(email)).text).toMatch(/đặt lại mật khẩu/);
  });
});

story('a mail that is refused for good is not sent again, and doctor says whose', async (_, { databaseUrl }) => {
  await withPost(databaseUrl, async ({ administrator }, post) => {
    post.unknown = 'ai-do@hp.test';
    const { id } = await administrator.post('accounts', account({ email: post.unknown })).created();
    const failed = () =>
      rowsOf(
        databaseUrl,
        `select mail_due_at as due from registry.password_links where account_id = $1 and mail_failure = 'EENVELOPE 550'`,
        [id],
      );
    while ((await failed()).length === 0) await pause(10);
    expect(await failed()).toEqual([{ due: null }]);
    const doctor = runBuilt('program/cli.ts', ['doctor'], { DATABASE_URL: databaseUrl });
    await expect(doctor).rejects.toMatchObject({
      stdout: expect.stringContaining(`not sent, last: EENVELOPE 550 (account ${id})`),
    });
  });
});

story(
  'a mail that the mail server is still looking into is not sent by another process',
  async (_, { databaseUrl }) => {
    await withPost(databaseUrl, async ({ administrator }, post) => {
      post.takes = 500;
      const { id, body } = await administrator.post('accounts', account()).created();
      const under = () =>
        rowsOf(
          databaseUrl,
          `select mailed_at is not null as sent, mail_due_at > now() + interval '5 minutes' as later
         from registry.password_links where account_id = $1 and mail_attempts = 1`,
          [id],
        );
      while ((await under()).length === 0) await pause(10);
      expect(await under()).toEqual([{ sent: false, later: true }]);
      await post.next(String(body['email']));
      while ((await under())[0]?.['sent'] !== true) await pause(10);
    });
  },
);

import { expect } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { TOTP, URI } from 'otpauth';
import { bearer, makesAccount, signsIn, type Newcomer, type SignedIn } from '../kit/accounts.js';
import { castBefore, type Cast } from '../kit/cast.js';
import type { Client } from '../kit/client.js';
import { hostServer } from '../kit/hosted.js';
import { startServer } from '../kit/server.js';
import { serverHas, story } from '../kit/story.js';
import { runBuilt } from '../setup/built.js';
import { rowsOf } from '../setup/database.js';

/** An app as it is on everybody's telephone. */
class App {
  private constructor(private readonly totp: TOTP) {}

  static scans(url: unknown): App {
    return new App(URI.parse(String(url)) as TOTP);
  }

  /** The code of now, or of so many steps later. */
  code(later = 0): string {
    return this.totp.generate({ timestamp: Date.now() + later * 30_000 });
  }
}

/** Somebody with an app, its recovery codes, and the session in which he enrolled it. */
interface Secured extends Newcomer {
  app: App;
  /** It confirmed the app. */
  firstCode: string;
  recoveryCodes: string[];
  tokens: SignedIn;
}

/** Tells a part of a story before another server on the same database. */
async function before(
  databaseUrl: string,
  env: Record<string, string>,
  tell: (cast: Cast) => Promise<void>,
): Promise<void> {
  const server = await hostServer(databaseUrl, env);
  try {
    await tell(castBefore(() => server.url));
  } finally {
    await server.stop();
  }
}

const offered = { SECOND_FACTOR_KEY: randomBytes(32).toString('base64') };
serverHas(offered);

async function enrols(anonymous: Client, newcomer: Newcomer, tokens: SignedIn): Promise<Secured> {
  const headers = bearer(tokens.accessToken);
  const { password } = newcomer;
  const { body } = await anonymous.post('auth/second-factor/enrolments', { password }, headers).is();
  const app = App.scans(body['url']);
  const firstCode = app.code();
  const confirmed = await anonymous.post('auth/second-factor/confirmations', { code: firstCode }, headers).is();
  return { ...newcomer, app, firstCode, recoveryCodes: confirmed.body['recoveryCodes'] as string[], tokens };
}

const secured = async ({ administrator, anonymous }: Cast): Promise<Secured> => {
  const newcomer = await makesAccount(administrator);
  return enrols(anonymous, newcomer, await signsIn(anonymous, newcomer));
};

story('nobody tries first codes for long', async ({ administrator, anonymous }) => {
  const newcomer = await makesAccount(administrator);
  const headers = bearer((await signsIn(anonymous, newcomer)).accessToken);
  const { password } = newcomer;
  const { body } = await anonymous.post('auth/second-factor/enrolments', { password }, headers).is();
  const confirms = (code: string) => anonymous.post('auth/second-factor/confirmations', { code }, headers);
  const app = App.scans(body['url']);
  for (let i = 0; i < 10; i += 1) await confirms(app.code(-10)).refusedAt('/code', 'wrong-code');
  await confirms(app.code()).refused('too-many-requests', 429);
});

story('a second factor is asked for once its first code was shown', async (cast) => {
  const { administrator, anonymous } = cast;
  const newcomer = await makesAccount(administrator);
  const tokens = await signsIn(anonymous, newcomer);
  const elsewhere = await signsIn(anonymous, newcomer);
  const headers = bearer(tokens.accessToken);
  const { email, password } = newcomer;
  const enrolments = 'auth/second-factor/enrolments';
  await anonymous
    .post(enrolments, { password: 'không phải mật khẩu' }, headers)
    .refusedAt('/password', 'wrong-password');
  await anonymous
    .post('auth/second-factor/confirmations', { code: '123456' }, headers)
    .refused('no-second-factor', 409);
  await anonymous.post(enrolments, { password }, headers).is(); // scanned with the wrong telephone
  const { body } = await anonymous.post(enrolments, { password }, headers).is();
  await signsIn(anonymous, newcomer); // not confirmed yet
  const app = App.scans(body['url']);
  const confirms = (code: string) => anonymous.post('auth/second-factor/confirmations', { code }, headers);
  await confirms(app.code(-10)).refusedAt('/code', 'wrong-code');
  const { items: refusals } = await cast.auditor.get('audit/events', { actorId: newcomer.id, action: 'refusal' }).is();
  expect(refusals.map(({ detail }) => detail)).toContainEqual(
    expect.objectContaining({ request: 'POST /api/v1/auth/second-factor/confirmations', rule: 'wrong-code' }),
  );
  const { body: confirmed } = await confirms(app.code()).is();
  expect(new Set(confirmed['recoveryCodes'] as string[])).toHaveProperty('size', 10);
  await anonymous.get('auth/me', {}, headers).is({ secondFactorSince: expect.any(String) });
  await anonymous.get('auth/me', {}, bearer(elsewhere.accessToken)).anonymous();
  await anonymous.post(enrolments, { password }, headers).refused('second-factor-present', 409);
  await anonymous.post('auth/sessions', { email, password }).refused('second-factor-needed', 401);
  await cast.auditor
    .get('audit/events', { actorId: newcomer.id, action: 'second_factor_asked' })
    .lists({ table: null, detail: { address: '127.0.0.1' } });
  await signsIn(anonymous, newcomer, { code: app.code(1) });
  await administrator.get(`accounts/${newcomer.id}`).is({ secondFactorSince: expect.any(String) });
  const { items } = await administrator.get(`accounts/${newcomer.id}/history`).is();
  expect(JSON.stringify(items)).not.toContain(String(body['secret']));
});

story('a code works once, on whichever server it is shown (ASVS 6.5.1)', async (cast, { databaseUrl }) => {
  const { app, firstCode, email, password } = await secured(cast);
  await before(databaseUrl, offered, async ({ anonymous: elsewhere }) => {
    const signs = (client: Client, code: string) => client.post('auth/sessions', { email, password, code });
    await signs(elsewhere, firstCode).refused('sign-in-refused', 401); // it confirmed the app
    const [earlier, code] = [app.code(), app.code(1)];
    const both = await Promise.all([signs(cast.anonymous, code), signs(elsewhere, code)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 401]);
    await signs(cast.anonymous, code).refused('sign-in-refused', 401);
    await signs(elsewhere, earlier).refused('sign-in-refused', 401); // an earlier step is spent with it
    await signs(elsewhere, app.code(9)).refused('sign-in-refused', 401);
    await rowsOf(databaseUrl, 'update registry.second_factor_steps set last_step = last_step + 2880');
    await signs(elsewhere, app.code()).is(); // the clock was a day ahead, and was put right
  });
});

story('each recovery code opens once, however it is typed (ASVS 6.5.1)', async (cast) => {
  const newcomer = await secured(cast);
  const [code = '', other = ''] = newcomer.recoveryCodes;
  expect(code).toMatch(/^([A-Z2-7]{4}-){7}[A-Z2-7]{4}$/);
  await signsIn(cast.anonymous, newcomer, { code: code.toLowerCase().replaceAll('-', ' ') });
  const { email, password } = newcomer;
  await cast.anonymous.post('auth/sessions', { email, password, code }).refused('sign-in-refused', 401);
  const stranger = await secured(cast);
  await cast.anonymous
    .post('auth/sessions', { email: stranger.email, password: stranger.password, code: other })
    .refused('sign-in-refused', 401);
  await signsIn(cast.anonymous, newcomer, { code: other });
});

story('guessing codes is slowed down like guessing passwords (ASVS 6.3.1)', async (cast) => {
  const { email, password, app } = await secured(cast);
  const guess = (code: string) => cast.anonymous.post('auth/sessions', { email, password, code });
  for (let i = 0; i < 10; i += 1) await guess(app.code(10 + i)).refused('sign-in-refused', 401);
  await guess(app.code(1)).refused('too-many-requests', 429);
});

story('where a role needs one, its session may only enrol one (ASVS 6.3.3)', async (cast, { databaseUrl }) => {
  const needed = { ...offered, SECOND_FACTOR: 'administrator,secretariat' };
  const secretary = await makesAccount(cast.administrator, { role: 'secretariat' });
  const auditor = await makesAccount(cast.administrator);
  await before(databaseUrl, needed, async ({ anonymous, administrator, member }) => {
    await administrator.get('accounts').refused('second-factor-enrolment-needed', 403);
    await administrator.post('accounts', {}).refused('second-factor-enrolment-needed', 403);
    const noted = await rowsOf<{ right: string }>(
      databaseUrl,
      `select detail ->> 'right' as right from audit.events where action = 'refusal' order by id desc limit 2`,
    );
    expect(noted.map(({ right }) => right)).toEqual(['AccountView.record', 'AccountView.read']);
    await member.get('memberships').is();
    const free = await signsIn(anonymous, auditor);
    await anonymous.get('memberships', {}, bearer(free.accessToken)).is();

    const tokens = await signsIn(anonymous, secretary);
    const headers = bearer(tokens.accessToken);
    await anonymous.get('memberships', {}, headers).refused('second-factor-enrolment-needed', 403);
    const { password } = secretary;
    const changes = { password, newPassword: `${password}-2` };
    await anonymous.post('auth/password-changes', changes, headers).refused('second-factor-enrolment-needed', 403);
    const { body } = await anonymous.get('auth/me', {}, headers).is({ secondFactorSince: null });
    expect(body['rights']).toEqual(['MeView.read', 'MeView.signOut', 'MeView.secure']);
    await enrols(anonymous, secretary, tokens);
    await anonymous.get('memberships', {}, headers).is();
  });
});

story('its owner removes it by password and code, and is signed out (ASVS 7.4.3, 7.5.1)', async (cast) => {
  const newcomer = await secured(cast);
  const { anonymous } = cast;
  const headers = bearer(newcomer.tokens.accessToken);
  const { password, recoveryCodes } = newcomer;
  const removes = (entry: object) => anonymous.post('auth/second-factor/removals', { ...entry }, headers);
  await removes({ password }).refusedAt('/code', 'required');
  await removes({ password, code: newcomer.app.code(20) }).refusedAt('/code', 'wrong-code');
  await removes({ password, code: recoveryCodes[0] }).is();
  await anonymous.get('auth/me', {}, headers).anonymous();
  const again = await signsIn(anonymous, newcomer);
  const removal = { password, code: recoveryCodes[1] };
  await anonymous
    .post('auth/second-factor/removals', removal, bearer(again.accessToken))
    .refused('no-second-factor', 409);
});

story('an administrator removes that of somebody who lost it, with a reason (ASVS 6.5.6)', async (cast) => {
  const { administrator, otherAdministrator, auditor, anonymous } = cast;
  const newcomer = await secured(cast);
  const path = `accounts/${newcomer.id}/second-factor-removals`;
  await auditor.post(path, { reason: 'mất điện thoại' }).forbidden();
  await otherAdministrator.post(path, { reason: 'mất điện thoại' }).unknown();
  await administrator.post(path).refusedAt('/reason', 'required');
  await administrator.post(path, { reason: 'mất điện thoại' }).created({ secondFactorSince: null });
  await administrator.post(path, { reason: 'mất điện thoại' }).refused('no-second-factor', 409);
  await anonymous.get('auth/me', {}, bearer(newcomer.tokens.accessToken)).anonymous();
  await signsIn(anonymous, newcomer);
  const { items } = await administrator.get(`accounts/${newcomer.id}/history`).is();
  expect(items.at(-1)).toMatchObject({ action: 'void', reason: 'mất điện thoại' });

  const { body } = await administrator.get('auth/me').is();
  await administrator
    .post(`accounts/${String(body['id'])}/second-factor-removals`, { reason: 'của tôi' })
    .refused('own-second-factor', 409);
});

story('a reset of the password leaves the second factor where it is (ASVS 6.4.3)', async (cast) => {
  const { id, email, password, app } = await secured(cast);
  const { body } = await cast.administrator.post(`accounts/${id}/passwords`).created();
  const [, token] = String(body['link']).split('#');
  const another = `${password}-2`;
  await cast.anonymous.post('auth/passwords', { token, password: another }).is();
  await cast.anonymous.post('auth/sessions', { email, password: another }).refused('second-factor-needed', 401);
  await signsIn(cast.anonymous, { email, password: another }, { code: app.code(1) });
});

story('neither the database nor a repeated request tells a secret (ASVS 6.5.2)', async (cast, { databaseUrl }) => {
  const { administrator, anonymous } = cast;
  const newcomer = await makesAccount(administrator);
  const { accessToken } = await signsIn(anonymous, newcomer);
  const { password } = newcomer;
  const { body } = await anonymous.post('auth/second-factor/enrolments', { password }, bearer(accessToken)).is();
  const asks = (what: string, entry: object) =>
    anonymous.post(`auth/second-factor/${what}`, { ...entry }, { ...bearer(accessToken), 'Idempotency-Key': what });
  const code = App.scans(body['url']).code();
  const { body: confirmed } = await asks('confirmations', { code }).is();
  await asks('confirmations', { code }).is({ recoveryCodes: null });
  const rows = await rowsOf<{ kept: string }>(
    databaseUrl,
    `select to_jsonb(f)::text as kept from registry.second_factors f union all select to_jsonb(c)::text from registry.recovery_codes c
       union all select to_jsonb(s)::text from registry.stored_answers s union all select to_jsonb(e)::text from audit.events e`,
  );
  const secrets = [String(body['secret']), ...(confirmed['recoveryCodes'] as string[])];
  expect(rows.length).toBeGreaterThan(10);
  for (const secret of secrets) expect(rows.filter(({ kept }) => kept.includes(secret))).toEqual([]);
});

story('without a key none is offered, and none is skipped', async (cast, { databaseUrl }) => {
  const { email, password, app, recoveryCodes } = await secured(cast);
  await before(databaseUrl, {}, async ({ administrator, anonymous }) => {
    const newcomer = await makesAccount(administrator);
    const { accessToken } = await signsIn(anonymous, newcomer);
    await anonymous
      .post('auth/second-factor/enrolments', { password: newcomer.password }, bearer(accessToken))
      .refused('second-factor-not-offered', 409);
    const code = app.code(1);
    await anonymous.post('auth/sessions', { email, password, code }).refused('second-factor-not-offered', 409);
    await signsIn(anonymous, { email, password }, { code: recoveryCodes[0] });
  });
  const another = { SECOND_FACTOR_KEY: randomBytes(32).toString('base64') };
  await before(databaseUrl, another, async ({ anonymous }) => {
    const code = app.code(2);
    await anonymous.post('auth/sessions', { email, password, code }).refused('second-factor-not-offered', 409);
  });
  const server = await startServer(databaseUrl, another);
  expect(server.output()).toMatch(/SECOND_FACTOR_KEY is not the key .*: no app fits, only recovery codes/);
  await server.stop();
  const doctor = (key: object) =>
    runBuilt('program/cli.ts', ['doctor'], { DATABASE_URL: databaseUrl, ...key }).catch(
      ({ stdout }: { stdout: string }) => stdout,
    );
  expect(await doctor(another)).toMatch(/^problem {2}second factors: SECOND_FACTOR_KEY is not the key/m);
  expect(await doctor(offered)).toMatch(/^ok {7}second factors/m);
});

// The last one: the server of this file goes on with the old key.
story('a key that was seen is renewed, and every app works on (ASVS 11.2.2)', async (cast, { databaseUrl }) => {
  const newcomer = await secured(cast);
  const renewed = { DATABASE_URL: databaseUrl, SECOND_FACTOR_KEY: randomBytes(32).toString('base64') };
  const renews = (environment: Record<string, string>) =>
    runBuilt('program/cli.ts', ['second-factors', 'renew-key'], { ...renewed, ...environment });
  await expect(renews({})).rejects.toThrow('SECOND_FACTOR_OLD_KEY');
  await expect(renews({ SECOND_FACTOR_OLD_KEY: renewed.SECOND_FACTOR_KEY })).rejects.toThrow('nothing was changed');
  const said = await renews({ SECOND_FACTOR_OLD_KEY: offered.SECOND_FACTOR_KEY });
  expect(said).toMatch(/Sealed anew: [1-9].*\nA server is running with the key of its start/);
  expect(await renews({ SECOND_FACTOR_OLD_KEY: offered.SECOND_FACTOR_KEY })).toMatch(/Sealed anew: 0\./);
  await before(databaseUrl, renewed, async ({ anonymous, administrator }) => {
    await signsIn(anonymous, newcomer, { code: newcomer.app.code(1) });
    const { items } = await administrator.get(`accounts/${newcomer.id}/history`).is();
    expect(items.at(-1)).toMatchObject({ reason: 'SECOND_FACTOR_KEY was renewed' });
  });
});

import { expect } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { bearer, makesAccount, newPassword, signsIn } from '../kit/accounts.js';
import { connected, meanwhile } from '../kit/meanwhile.js';
import { serverHas, story } from '../kit/story.js';
import { enrols, signsUp } from '../rights/oneself.js';
import { rowsOf } from '../setup/database.js';

/** What somebody was allowed when he asked, he may have lost before it is his turn. */

serverHas({ SECOND_FACTOR_KEY: randomBytes(32).toString('base64') });

const HOLD = 'select from accounts where id = $1 for update';
const DISABLE = 'update accounts set disabled_at = now(), version = version + 1 where id = $1';
const DEMOTE = `update accounts set role = 'auditor', version = version + 1 where id = $1`;
const RESET = 'update accounts set password_hash = null, version = version + 1 where id = $1';
const sessionsOf = (url: string, accountId: string) =>
  rowsOf(url, 'select from registry.sessions where account_id = $1 and ended_at is null', [accountId]);

story('an administrator who is being disabled does not enable himself, nor anything else', async (cast, stage) => {
  const { administrator } = cast;
  const { databaseUrl } = stage;
  const { accountId, client } = await signsUp(administrator, 'administrator');
  const reason = { reason: 'nhầm' };
  const enables = () => client.post(`accounts/${accountId}/enablements`, reason).refused('sign-in-needed', 401);
  await meanwhile(databaseUrl, { first: [[HOLD, accountId]], then: [[DISABLE, accountId]] }, enables);
  expect(
    await rowsOf(databaseUrl, 'select from registry.accounts where id = $1 and disabled_at is null', [accountId]),
  ).toHaveLength(0);
  const other = await signsUp(administrator, 'administrator');
  const entry = { email: 'cua-sau@hp.test', name: 'Cửa Sau', role: 'administrator' };
  const adds = () => other.client.post('accounts', entry).refused('sign-in-needed', 401);
  await meanwhile(databaseUrl, { first: [[HOLD, other.accountId]], then: [[DEMOTE, other.accountId]] }, adds);
});

story('who knows the old password changes none that was reset meanwhile, and stays out', async (cast, stage) => {
  const { administrator, anonymous } = cast;
  const { databaseUrl } = stage;
  const one = await makesAccount(administrator);
  const { accessToken } = await signsIn(anonymous, one);
  const change = { password: one.password, newPassword: newPassword() };
  await meanwhile(databaseUrl, { first: [[HOLD, one.id]], then: [[RESET, one.id]] }, () =>
    anonymous.post('auth/password-changes', change, bearer(accessToken)).refused('sign-in-needed', 401),
  );
  const other = await makesAccount(administrator);
  const { email, password } = other;
  await meanwhile(databaseUrl, { first: [[RESET, other.id]] }, () =>
    anonymous.post('auth/sessions', { email, password }).refused('sign-in-refused', 401),
  );
  for (const { id } of [one, other]) expect(await sessionsOf(databaseUrl, id)).toHaveLength(0);
});

story('a sign-in without a code does not outlive the second factor that came meanwhile', async (cast, stage) => {
  const { administrator, anonymous } = cast;
  const { databaseUrl } = stage;
  const newcomer = await signsUp(administrator, 'auditor');
  const { accountId, email, password } = newcomer;
  await enrols(newcomer);
  const confirmed = 'update second_factors set confirmed_at = now(), version = version + 1 where account_id = $1';
  const end = 'update sessions set ended_at = now() where account_id = $1';
  await meanwhile(
    databaseUrl,
    {
      first: [
        [HOLD, accountId],
        [confirmed, accountId],
        [end, accountId],
      ],
    },
    () => anonymous.post('auth/sessions', { email, password }).refused('sign-in-refused', 401),
  );
  expect(await sessionsOf(databaseUrl, accountId)).toHaveLength(0);
});

story('a session that an administrator ended meanwhile confirms no second factor', async (cast, stage) => {
  const { administrator } = cast;
  const newcomer = await signsUp(administrator, 'auditor');
  const code = await enrols(newcomer);
  const { accountId, client } = newcomer;
  await meanwhile(stage.databaseUrl, { first: [[HOLD, accountId]], then: [[RESET, accountId]] }, () =>
    client.post('auth/second-factor/confirmations', { code }).refused('sign-in-needed', 401),
  );
});

story('of ten who ask at once for links of one account, three are heard', async (cast, { databaseUrl }) => {
  const { id, email } = await makesAccount(cast.administrator);
  const asks = `select registry.ask_for_link(gen_random_uuid(), '${email}')`;
  const clients = await Promise.all(Array.from({ length: 10 }, () => connected(databaseUrl)));
  await Promise.all(clients.map((client) => client.query(asks)));
  for (const client of clients) await client.end();
  expect(await rowsOf(databaseUrl, 'select from registry.password_links where account_id = $1', [id])).toHaveLength(3);
});

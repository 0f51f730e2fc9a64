import { newPassword } from '../kit/accounts.js';
import { nextNumber } from '../kit/makers.js';
import { Browser } from '../kit/provider.js';
import { begins, linked } from '../kit/sign-on.js';
import type { Json } from '../kit/reply.js';
import { castAccounts, castPassword } from '../setup/cast.js';
import type { Stage } from './stage.js';

const signIn = { email: castAccounts[0].email, password: castPassword };

/** What one must know where nobody has to be signed in. */
const bodies: Readonly<Record<string, (stage: Stage) => Json | Promise<Json>>> = {
  sessions: () => signIn,
  'sessions/refreshments': async ({ actors }) => ({
    refreshToken: (await actors.anonymous.post('auth/sessions', signIn).is()).body['refreshToken'],
  }),
  'password-resets': () => ({ email: `nguoi-quen-${nextNumber()}@matrix.test` }),
  passwords: async ({ actors, world }) => {
    const id = await world.fresh('accounts');
    const { body } = await actors.administrator.post(`accounts/${id}/passwords`).created();
    return { token: String(body['link']).split('#')[1], password: newPassword() };
  },
};

export const ofOpenDoor = (template: string, stage: Stage): Json | Promise<Json> =>
  bodies[template.replace('/api/v1/auth/', '')]?.(stage) ?? {};

/** Comes back from the provider as somebody whom an administrator linked: the address, and the cookie that was kept. */
export async function comesBack({ actors, issuer }: Stage): Promise<{ path: string; cookie: string }> {
  const subject = `người quen ${nextNumber()}`;
  await linked(actors.administrator, issuer, subject);
  const { address, cookie } = await begins(actors.anonymous);
  return { path: await new Browser().signsIn(address.href, subject), cookie };
}

import { URI, type TOTP } from 'otpauth';
import { bearer, makesAccount, newPassword, signsIn } from '../kit/accounts.js';
import { Client } from '../kit/client.js';
import type { Json } from '../kit/reply.js';

/** Somebody who was made for what may be done once only. */
export interface Newcomer {
  accountId: string;
  email: string;
  password: string;
  client: Client;
}

/** A new account of a role, signed in. */
export async function signsUp(
  administrator: Client,
  role: string,
  organizationId: string | null = null,
): Promise<Newcomer> {
  const entry = { role, ...(role === 'member' && { organizationId }) };
  const { id: accountId, email, password } = await makesAccount(administrator, entry);
  return { accountId, email, password, client: await inNameOf(administrator, role, { email, password }) };
}

/** Signs an account in at the server that another client speaks to. */
export async function inNameOf(
  { server }: Client,
  role: string,
  account: { email: string; password: string },
): Promise<Client> {
  const stranger = new Client('anonymous', server, () => Promise.resolve({}));
  const { accessToken } = await signsIn(stranger, account);
  return new Client(role, server, () => Promise.resolve(bearer(accessToken)));
}

/** Enrols an app, and answers the code that it shows. */
export async function enrols({ client, password }: Pick<Newcomer, 'client' | 'password'>): Promise<string> {
  const { body } = await client.post('auth/second-factor/enrolments', { password }).is();
  return (URI.parse(String(body['url'])) as TOTP).generate();
}

/** Enrols an app and confirms it, and answers a recovery code. */
export async function secures(newcomer: Pick<Newcomer, 'client' | 'password'>): Promise<string> {
  const code = await enrols(newcomer);
  const { body } = await newcomer.client.post('auth/second-factor/confirmations', { code }).is();
  return String((body['recoveryCodes'] as string[])[0]);
}

/** What somebody says, and has done before, who changes what is his own. */
const bodies: Readonly<Record<string, (newcomer: Newcomer) => Json | Promise<Json>>> = {
  'password-changes': ({ password }) => ({ password, newPassword: newPassword() }),
  'sessions/endings': ({ password }) => ({ password }),
  'second-factor/enrolments': ({ password }) => ({ password }),
  'second-factor/confirmations': async (newcomer) => ({ code: await enrols(newcomer) }),
  'second-factor/removals': async (newcomer) => ({ code: await secures(newcomer), password: newcomer.password }),
};

export const ofOneself = (template: string, newcomer: Newcomer): Json | Promise<Json> =>
  bodies[template.replace('/api/v1/auth/', '')]?.(newcomer) ?? {};

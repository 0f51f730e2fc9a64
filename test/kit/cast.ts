import { castAccounts, castPassword, type CastName } from '../setup/cast.js';
import { Client } from './client.js';

/** Everybody who can appear in a story. */
export type Cast = Readonly<Record<CastName | 'anonymous', Client>>;

/** The cast before one server: each signs in when it first speaks. */
export function castBefore(server: () => string): Cast {
  const anonymous = new Client('anonymous', server, () => Promise.resolve({}));
  const clients = castAccounts.map(({ name, email }) => {
    let signedIn: Promise<{ Authorization: string }> | undefined;
    return [name, new Client(name, server, () => (signedIn ??= signIn(anonymous, email)))] as const;
  });
  return { ...(Object.fromEntries(clients) as Record<CastName, Client>), anonymous };
}

async function signIn(anonymous: Client, email: string): Promise<{ Authorization: string }> {
  const { body } = await anonymous.post('auth/sessions', { email, password: castPassword }).is();
  return { Authorization: `Bearer ${String(body['accessToken'])}` };
}

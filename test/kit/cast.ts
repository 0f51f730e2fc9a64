import { castAccounts, castPassword, type CastName } from '../setup/cast.js';
import { bearer, signsIn } from './accounts.js';
import { Client } from './client.js';

/** Everybody who can appear in a story. */
export type Cast = Readonly<Record<CastName | 'anonymous', Client>>;

/** The cast before one server: each signs in when it first speaks. */
export function castBefore(server: () => string): Cast {
  const anonymous = new Client('anonymous', server, () => Promise.resolve({}));
  const clients = castAccounts.map(({ name, email }) => {
    let signedIn: ReturnType<typeof authorized> | undefined;
    return [name, new Client(name, server, () => (signedIn ??= authorized(anonymous, email)))] as const;
  });
  return { ...(Object.fromEntries(clients) as Record<CastName, Client>), anonymous };
}

async function authorized(anonymous: Client, email: string) {
  const { accessToken } = await signsIn(anonymous, { email, password: castPassword });
  return bearer(accessToken);
}

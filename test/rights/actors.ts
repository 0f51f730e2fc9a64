import { castBefore, type Cast } from '../kit/cast.js';
import { Client } from '../kit/client.js';
import { signsUp } from './oneself.js';
import type { Rows } from './rows.js';

type Extra = 'expired' | 'disabled' | 'fellowSecretariat' | 'fellowAdministrator';

/** The cast, and those whom only the matrix needs. */
export type Actors = Cast & Readonly<Record<Extra, Client>>;

/** Everybody who stands before the doors of one server. */
export async function actorsBefore(url: string, rows: Rows): Promise<Actors> {
  const cast = castBefore(() => url);
  const signUp = (role: string) => signsUp(cast.administrator, role);
  const [expired, disabled, fellowSecretariat, fellowAdministrator] = await Promise.all([
    signUp('secretariat'),
    signUp('secretariat'),
    signUp('secretariat'),
    signUp('administrator'),
  ]);
  await rows(`update registry.sessions set access_expires_at = now() - interval '1 second' where account_id = $1`, [
    expired.accountId,
  ]);
  await cast.administrator.post(`accounts/${disabled.accountId}/disablements`, { reason: 'nghỉ việc' }).created();
  return {
    ...cast,
    expired: named('expired', expired.client),
    disabled: named('disabled', disabled.client),
    fellowSecretariat: named('fellowSecretariat', fellowSecretariat.client),
    fellowAdministrator: named('fellowAdministrator', fellowAdministrator.client),
  };
}

const named = (name: string, { server, credentials }: Client): Client => new Client(name, server, credentials);

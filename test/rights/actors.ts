import { castBefore, type Cast } from '../kit/cast.js';
import { Client } from '../kit/client.js';
import { signsUp } from './oneself.js';
import type { Rows } from './rows.js';

/** The cast, and those whom only the matrix needs. */
export type Actors = Cast & Readonly<Record<'expired' | 'disabled', Client>>;

/** Everybody who stands before the doors of one server. */
export async function actorsBefore(url: string, rows: Rows): Promise<Actors> {
  const cast = castBefore(() => url);
  const [expired, disabled] = await Promise.all(
    ['secretariat', 'secretariat'].map((role) => signsUp(cast.administrator, role)),
  );
  if (!expired || !disabled) throw new Error('Two were to sign up.');
  await rows(`update registry.sessions set access_expires_at = now() - interval '1 second' where account_id = $1`, [
    expired.accountId,
  ]);
  await cast.administrator.post(`accounts/${disabled.accountId}/disablements`, { reason: 'nghỉ việc' }).created();
  return { ...cast, expired: named('expired', expired.client), disabled: named('disabled', disabled.client) };
}

const named = (name: string, { server, credentials }: Client): Client => new Client(name, server, credentials);

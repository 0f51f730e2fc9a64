import { castBefore, type Cast } from '../kit/cast.js';
import { Client } from '../kit/client.js';
import { nextNumber } from '../kit/makers.js';
import { rowsOf } from '../setup/database.js';

/** The cast, and those whom only the matrix needs. */
export type Actors = Cast & Readonly<Record<'expired' | 'disabled', Client>>;

/** Everybody who stands before the doors of one server. */
export async function actorsBefore(url: string, databaseUrl: string): Promise<Actors> {
  const cast = castBefore(() => url);
  const [expired, disabled] = await Promise.all([signsUp(cast, 'secretariat'), signsUp(cast, 'secretariat')]);
  await rowsOf(
    databaseUrl,
    `update registry.sessions set access_expires_at = now() - interval '1 second' where account_id = $1`,
    [expired.accountId],
  );
  await cast.administrator.post(`accounts/${disabled.accountId}/disablements`, { reason: 'nghỉ việc' }).created();
  return { ...cast, expired: named('expired', expired.client), disabled: named('disabled', disabled.client) };
}

const named = (name: string, { server, credentials }: Client): Client => new Client(name, server, credentials);

/** A new account of a role, signed in: for what may be done once only. */
export async function signsUp(
  { administrator, anonymous }: Cast,
  role: string,
  organizationId: string | null = null,
): Promise<{ accountId: string; client: Client }> {
  const entry = { email: `${role}-${nextNumber()}@matrix.test`, name: 'Tài khoản thử', role };
  const { id: accountId, body } = await administrator
    .post('accounts', { ...entry, ...(role === 'member' && { organizationId }) })
    .created();
  const { email, password } = body;
  const { body: session } = await anonymous.post('auth/sessions', { email, password }).is();
  const credentials = { Authorization: `Bearer ${String(session['accessToken'])}` };
  return { accountId, client: new Client(role, anonymous.server, () => Promise.resolve(credentials)) };
}

import { seal, unsealedOrNull } from '../access/sealed-secrets.js';
import type { Settings } from '../platform/config/settings.js';
import { asOwner } from '../platform/database/as-owner.js';
import { SERVER_NAME } from '../platform/database/connection.js';
import { StartRefusal } from '../platform/problems/start-refusal.js';
import { operator } from '../platform/rights/operator.js';

interface Sealed {
  id: string;
  accountId: string;
  secret: string;
}

const WHY = `select set_config('registry.actor_id', '', true), set_config('registry.actor', $1, true),
  set_config('registry.reason', 'SECOND_FACTOR_KEY was renewed', true)`;
const SEALED = `select id, account_id as "accountId", secret from registry.second_factors
  where voided_at is null order by id for update`;
const SERVED = `select from pg_stat_activity where datname = current_database() and application_name = $1 limit 1`;
const CHANGE = `update registry.second_factors set secret = $2, version = version + 1, updated_at = now() where id = $1`;

const USED = `select secret, account_id as "accountId" from registry.second_factors
  where confirmed_at is not null and voided_at is null limit 1`;

/** Why the apps of those who have a second factor fit no more, or null when they do; recovery codes fit always. */
export async function faultOfSecondFactorKey(ownerUrl: string, { secondFactorKey }: Settings): Promise<string | null> {
  const { rows } = await asOwner(ownerUrl, (client) => client.query<Pick<Sealed, 'secret' | 'accountId'>>(USED));
  const [factor] = rows;
  if (!factor) return null;
  if (!secondFactorKey) return 'SECOND_FACTOR_KEY is not set, and accounts have second factors';
  const opened = unsealedOrNull(factor.secret, secondFactorKey, factor.accountId);
  return opened === null ? 'SECOND_FACTOR_KEY is not the key that sealed the second factors' : null;
}

/**
 * Seals the secrets of all second factors with the new key, all or none; the log names each. Nobody enrols again.
 * Those that it seals already stay as they are.
 * @returns how many were sealed anew, and whether a server is running, which goes on with the key that it was started with
 * @throws StartRefusal when a key is missing, or a secret was sealed with another than the old one
 */
export async function renewSecondFactorKey(
  ownerUrl: string,
  settings: Settings,
): Promise<{ sealed: number; served: boolean }> {
  const { secondFactorKey: key, secondFactorOldKey: oldKey } = settings;
  if (!key || !oldKey)
    throw new StartRefusal('Set SECOND_FACTOR_KEY to the new key, SECOND_FACTOR_OLD_KEY to the old.');
  return asOwner(ownerUrl, async (client) => {
    await client.query('begin');
    await client.query(WHY, [operator()]);
    const { rows } = await client.query<Sealed>(SEALED);
    const others = rows.filter(({ secret, accountId }) => unsealedOrNull(secret, key, accountId) === null);
    for (const { id, accountId, secret } of others) {
      await client.query(CHANGE, [id, seal(opened({ id, accountId, secret }, oldKey), key, accountId)]);
    }
    await client.query('commit');
    const { rowCount } = await client.query(SERVED, [SERVER_NAME]);
    return { sealed: others.length, served: rowCount === 1 };
  });
}

function opened({ id, accountId, secret }: Sealed, oldKey: Buffer): string {
  const found = unsealedOrNull(secret, oldKey, accountId);
  if (found !== null) return found;
  throw new StartRefusal(
    `Second factor ${id} was sealed with another key than SECOND_FACTOR_OLD_KEY; nothing was changed.`,
  );
}

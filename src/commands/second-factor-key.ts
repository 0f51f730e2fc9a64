import { seal, unsealedOrNull } from '../access/sealed-secrets.js';
import type { Settings } from '../platform/config/settings.js';
import { asOwner } from '../platform/database/as-owner.js';
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
const CHANGE = `update registry.second_factors set secret = $2, version = version + 1, updated_at = now() where id = $1`;

/**
 * Seals the secrets of all second factors with the new key, all or none; the log names each. Nobody enrols again.
 * Those that it seals already stay as they are.
 * @returns how many were sealed anew
 * @throws StartRefusal when a key is missing, or a secret was sealed with another than the old one
 */
export async function renewSecondFactorKey(ownerUrl: string, settings: Settings): Promise<number> {
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
    return others.length;
  });
}

function opened({ id, accountId, secret }: Sealed, oldKey: Buffer): string {
  const found = unsealedOrNull(secret, oldKey, accountId);
  if (found !== null) return found;
  throw new StartRefusal(
    `Second factor ${id} was sealed with another key than SECOND_FACTOR_OLD_KEY; nothing was changed.`,
  );
}

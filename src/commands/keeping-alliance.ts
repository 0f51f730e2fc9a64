import type { Settings } from '../platform/config/settings.js';
import { asOwner } from '../platform/database/as-owner.js';
import { StartRefusal } from '../platform/problems/start-refusal.js';
import type { Check } from './doctor-checks.js';

const UNKNOWN = `
  select 'KEEPING_ALLIANCE is ' || wanted.code || ', which no alliance has; there are ' ||
    (select string_agg(code, ', ' order by code) from registry.alliances where voided_at is null) as wrong
  from (values ($1)) wanted (code)
  where not exists (select from registry.alliances a where a.code = wanted.code and a.voided_at is null)`;
const CURE = 'set it to the code of the alliance whose secretariat keeps the registry';

/** An alliance has this code: its secretariat is who reads past the row policies. @param code as `KEEPING_ALLIANCE` says */
export const aKeepingAlliance = (code: string): Check => ({
  about: 'the alliance that keeps the registry',
  sql: UNKNOWN,
  values: [code],
  cure: CURE,
});

/** @throws StartRefusal when no alliance has the code of `KEEPING_ALLIANCE`: its own secretariat would be a visitor */
export async function requireKeepingAlliance(ownerUrl: string, { keepingAlliance }: Settings): Promise<void> {
  const { rows } = await asOwner(ownerUrl, (client) => client.query<{ wrong: string }>(UNKNOWN, [keepingAlliance]));
  if (rows[0]) throw new StartRefusal(`${rows[0].wrong}: ${CURE}.`);
}

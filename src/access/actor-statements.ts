import { nameOnDay } from '../platform/reading/on-day.js';
import type { Role } from '../platform/rights/roles.js';
import { keyIsGood } from './good-key.js';

/** Who stands behind a token, as the statements below answer. */
export interface ActorRow {
  id: string;
  name: string;
  role: Role;
  allianceIds: string[];
  allianceName: string | null;
  alliancesAbove: string[];
  keeps: boolean;
  organizationId: string | null;
  /** Of a key: what it opens, and whether it may write. */
  resources?: string[] | null;
  access?: 'read' | 'write';
  goodForMs: number;
  confined: boolean;
}

/** The alliance `a` belongs to, first, and all below it, those taken back too: their history goes on being read. */
const REACH = `array(
    with recursive below (id, depth) as (
      select a.alliance_id, 0
      union all select l.id, below.depth + 1 from alliances l join below on l.parent_id = below.id)
    select id::text from below order by depth, id)`;

/** The alliances above the one that `a` belongs to. */
const ABOVE = `array(select id::text from alliance_and_above(a.alliance_id) where id <> a.alliance_id)`;

/** Whether the alliance of `a` is the one that keeps the registry, or stands above it. */
const KEEPS = `exists (
    select from alliances l cross join alliance_and_above(l.id) above
    where l.code = $2 and l.voided_at is null and above.id = a.alliance_id)`;

const ALLIANCE_NAME = nameOnDay('alliance_names', 'alliance_id', 'a.alliance_id', 'today()');

const columns = (organizationId: string, until: string): string =>
  `a.id, a.name, a.role, ${ALLIANCE_NAME} as "allianceName", ${REACH} as "allianceIds", ${ABOVE} as "alliancesAbove", ${KEEPS} as keeps, ${organizationId} as "organizationId",
    (extract(epoch from ${until} - now()) * 1000)::float8 as "goodForMs"`;

/** Its role needs a second factor, and it has none; one that a provider vouches for has shown there what is asked for. */
const CONFINED = `a.role = any($3) and not s.vouched_for and not exists (
    select from second_factors f where f.account_id = a.id and f.confirmed_at is not null and f.voided_at is null)`;

/** $1: digest of the token, $2: code of the keeping alliance, $3: roles that need a second factor. */
export const OF_SESSION = `
  select ${columns('a.organization_id', 's.access_expires_at')}, ${CONFINED} as confined
  from sessions s join accounts a on a.id = s.account_id
  where s.access_digest = $1 and s.ended_at is null and s.access_expires_at > now()
    and a.disabled_at is null and a.voided_at is null`;

/** $1: digest of the key, $2: code of the keeping alliance. */
export const OF_KEY = `
  select ${columns('null::uuid', 'a.expires_at')}, a.resources, a.access, false as confined
  from api_keys a where a.digest = $1 and a.voided_at is null and ${keyIsGood('a')}`;

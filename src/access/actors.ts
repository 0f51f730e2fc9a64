import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { Actor } from '../platform/rights/act.js';
import type { Role } from '../platform/rights/roles.js';
import { KEEPING_ALLIANCE, passageOf } from './passages.js';

/** An actor, and for how many milliseconds the token is good. */
export interface FoundActor {
  readonly actor: Actor;
  readonly goodForMs: number;
}

interface ActorRow {
  id: string;
  name: string;
  role: Role;
  allianceIds: string[];
  alliancesAbove: string[];
  keeps: boolean;
  organizationId: string | null;
  goodForMs: number;
}

/** The alliance `a` belongs to, first, and all below it. */
const REACH = `array(
    with recursive below (id, depth) as (
      select a.alliance_id, 0
      union all select l.id, below.depth + 1 from alliances l join below on l.parent_id = below.id where l.voided_at is null)
    select id::text from below order by depth, id)`;

/** The alliances above the one that `a` belongs to. */
const ABOVE = `array(
    with recursive above (id) as (
      select l.parent_id from alliances l where l.id = a.alliance_id
      union select l.parent_id from above join alliances l on l.id = above.id)
    select id::text from above where id is not null)`;

/** Whether the alliance of `a` is the one that keeps the registry, or stands above it. */
const KEEPS = `exists (
    with recursive above (id, parent_id) as (
      select l.id, l.parent_id from alliances l where l.code = $2 and l.voided_at is null
      union select l.id, l.parent_id from above join alliances l on l.id = above.parent_id)
    select from above where id = a.alliance_id)`;

const columns = (organizationId: string, until: string): string =>
  `a.id, a.name, a.role, ${REACH} as "allianceIds", ${ABOVE} as "alliancesAbove", ${KEEPS} as keeps, ${organizationId} as "organizationId",
    (extract(epoch from ${until} - now()) * 1000)::float8 as "goodForMs"`;

const OF_SESSION = `
  select ${columns('a.organization_id', 's.access_expires_at')}
  from sessions s join accounts a on a.id = s.account_id
  where s.access_digest = $1 and s.ended_at is null and s.access_expires_at > now()
    and a.disabled_at is null and a.voided_at is null`;

const OF_KEY = `
  select ${columns('null::uuid', 'a.expires_at')}
  from api_keys a
  where a.digest = $1 and a.revoked_at is null and a.voided_at is null and a.expires_at > now()`;

/** Who stands behind a token, asked of the database. */
@Injectable()
export class Actors {
  constructor(
    private readonly database: Database,
    @Inject(KEEPING_ALLIANCE) private readonly keepingAlliance: string,
  ) {}

  ofSession(digest: string): Promise<FoundActor | null> {
    return this.found('actor-of-session', OF_SESSION, digest);
  }

  ofKey(digest: string): Promise<FoundActor | null> {
    return this.found('actor-of-key', OF_KEY, digest);
  }

  private async found(name: string, text: string, digest: string): Promise<FoundActor | null> {
    const [row] = await this.database.read<ActorRow>({ name, text, values: [digest, this.keepingAlliance] });
    if (!row) return null;
    const { goodForMs, alliancesAbove, keeps, ...known } = row;
    const passage = passageOf(known, alliancesAbove, keeps);
    return { actor: Object.freeze({ ...known, allianceId: known.allianceIds[0] ?? null, passage }), goodForMs };
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { UnknownRecord } from '../platform/problems/request.problems.js';
import type { Act } from '../platform/rights/act.js';
import type { Account } from './account.entity.js';
import { refuseWeakPassword } from './password-rules.js';
import { Passwords } from './passwords.js';

/** Whose password it will be; a member's alliance is that of the organisation. */
type Owner = Pick<Account, 'email' | 'name' | 'role' | 'organizationId'> & { allianceId: string | null };

const OWNER = `
  select email, name, role, organization_id as "organizationId", alliance_id as "allianceId" from accounts
  where id = $1 and voided_at is null and ($2::uuid[] is null or alliance_id = any($2))`;

/** What the owner's organisation and alliance are and were called; none beyond the actor's reach, or one could ask for them. */
const NAMES = `
  with owner as (
    select l.id as alliance_id, $2::uuid as organization_id, l.code from alliances l
    where l.id = coalesce($1, (select o.alliance_id from organizations o where o.id = $2))
      and ($3::uuid[] is null or l.id = any($3)))
  select code as name from owner
  union select n.name from alliance_names n join owner using (alliance_id) where n.voided_at is null
  union select o.code from organizations o join owner on (o.id, o.alliance_id) = (owner.organization_id, owner.alliance_id)
  union select n.name from organization_names n join owner using (alliance_id, organization_id) where n.voided_at is null`;

/** Every password that is set passes here, whoever sets it: before the unit of work, which would hold its rows meanwhile. */
@Injectable()
export class NewPasswords {
  constructor(
    private readonly database: Database,
    private readonly passwords: Passwords,
  ) {}

  /**
   * The hash of a password that its owner may have.
   * @param whose the id of an account, or what one is to be
   * @param pointer where it stands in the request
   * @throws UnknownRecord when the account is beyond the actor's reach
   * @throws Problem 422 when it is too short, common, or made of the organisation's own words; 429 when too many wait
   */
  hashOf(act: Act, password: string, whose: string | Owner, pointer = '/password'): Promise<string> {
    return this.passwords.hash(password, () => this.judge(act, password, whose, pointer));
  }

  private async judge(act: Act, password: string, whose: string | Owner, pointer: string): Promise<void> {
    const reach = act.right === null ? null : act.actor.allianceIds;
    const owner = typeof whose === 'string' ? await this.ownerWithin(reach, whose) : whose;
    const { email, name, role, allianceId, organizationId } = owner;
    const values = [allianceId, organizationId, reach];
    const rows = await this.database.run<{ name: string }>({ text: NAMES, values });
    const names = [email, name, ...rows.map((row) => row.name)];
    await refuseWeakPassword({ password, role, names, pointer });
  }

  private async ownerWithin(reach: readonly string[] | null, id: string): Promise<Owner> {
    const [owner] = await this.database.run<Owner>({ text: OWNER, values: [id, reach] });
    if (!owner) throw UnknownRecord();
    return owner;
  }
}

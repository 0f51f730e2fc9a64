import { Injectable } from '@nestjs/common';
import type { Registry } from '../platform/writing/registry.js';
import type { Account } from './account.entity.js';
import { refuseWeakPassword } from './password-rules.js';
import { Passwords } from './passwords.js';

/** Whose password it will be. */
type Owner = Pick<Account, 'email' | 'name' | 'role' | 'organizationId' | 'allianceId'>;

/** What the owner's organisation and alliance are and were called. */
const NAMES = `
  select l.code as name from alliances l where l.id = :allianceId
  union select n.name from alliance_names n where n.alliance_id = :allianceId and n.voided_at is null
  union select o.code from organizations o where o.id = :organizationId
  union select n.name from organization_names n where n.organization_id = :organizationId and n.voided_at is null`;

/** Every password that is set passes here, whoever sets it. */
@Injectable()
export class NewPasswords {
  constructor(private readonly passwords: Passwords) {}

  /**
   * The hash of a password that its owner may have.
   * @param pointer where it stands in the request
   * @throws Problem 422 when it is too short, common, or made of the organisation's own words; 429 when too many wait
   */
  async hashOf(registry: Registry, password: string, owner: Owner, pointer = '/password'): Promise<string> {
    const { email, name, role, allianceId, organizationId } = owner;
    const rows = await registry.ask<{ name: string }>(NAMES, { allianceId, organizationId });
    await refuseWeakPassword({ password, role, names: [email, name, ...rows.map((row) => row.name)], pointer });
    return this.passwords.hash(password);
  }
}

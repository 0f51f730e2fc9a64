import { auditor, keeper, type Passage } from '../platform/database/passage.js';
import type { Role } from '../platform/rights/roles.js';

interface Asking {
  readonly id: string;
  readonly role: Role;
  readonly allianceIds: readonly string[];
  readonly organizationId: string | null;
}

/**
 * Who takes which way into the database: members and other alliances are visitors, always; auditors cannot write.
 * @param keeps whether the actor's alliance is the one that keeps the registry, or stands above it
 */
export function passageOf(
  { id, role, allianceIds, organizationId }: Asking,
  alliancesAbove: readonly string[],
  keeps: boolean,
): Passage {
  const isMember = role === 'member';
  if (keeps && !isMember) return role === 'auditor' ? auditor : keeper;
  const visitor = {
    accountId: id,
    ownAlliances: isMember ? [] : allianceIds,
    ownOrganization: isMember ? organizationId : null,
    alliancesInLine: [...allianceIds, ...alliancesAbove],
  };
  return Object.freeze({ by: 'visitor', visitor, mayWrite: !isMember && role !== 'auditor' });
}

import { inForceOnDay } from '../../platform/reading/on-day.js';

/** Position `po` is held on the day asked for. */
export const heldOnDay = inForceOnDay('po');

/**
 * A row about a person is of the reader's own registers: a member's, of its organisation; of others, what their alliances
 * keep. An alliance above may have written about the same person.
 */
export const inOwnRegisters = (row: string): string =>
  `case when :ownOrganizationId::uuid is null then ${row}.alliance_id = any(:ownAllianceIds)
        else ${row}.organization_id = :ownOrganizationId end`;

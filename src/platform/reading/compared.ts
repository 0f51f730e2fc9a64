/** Holds where rows of other organisations are seen: not for a member. */
export const seesOthers = ':ownOrganizationId::uuid is null';

/**
 * Holds where a row may be compared with all the others: not for a member, from whom others' rows are hidden; and not as it
 * was known, since the log has no index of what they say.
 */
export const mayCompare = `(${seesOthers} and coalesce(current_setting('registry.known_seq', true), '') = '')`;

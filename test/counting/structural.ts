/**
 * Constraints that no caller can violate, so that no problem needs to say them in words: each with the reason why. The
 * count fails on one that is not in the database.
 */
const migrationsWrite = 'reference data: migrations write it, callers never';
const random = 'a digest of random bytes, never chosen by a caller';

export const structural: Readonly<Record<string, string>> = {
  code_lists_list_check: migrationsWrite,
  codes_code_check: 'the field refuses the same codes first; else migrations write them',
  places_code_unique: migrationsWrite,
  places_period_check: migrationsWrite,
  place_successions_other_check: migrationsWrite,
  sessions_access_digest_unique: random,
  sessions_refresh_digest_unique: random,
  sessions_family_digest_unique: random,
  password_links_digest_unique: random,
  password_links_kind_check: 'the program names the kind, callers never',
  recovery_codes_digest_unique: random,
  api_keys_digest_unique: random,
  api_keys_resources_check: 'the field refuses an empty list first, and no key is ever changed',
  delegations_congress_key: 'the id alone is unique; a foreign key refers to both columns',
  delegates_delegation_key: 'the id alone is unique; a foreign key refers to both columns',
  refused_identities_subject_unique: 'who is refused again is counted again: no write conflicts',
  version_step: 'a lost race: the unit of work runs again, and the version that was read is found stale',
  accounts_password_set_at_check: 'a trigger sets the moment with the password',
  organizations_code_unique: 'the code comes from a sequence',
  organization_figures_year_check: 'the field refuses the same years first, and no write passes it by',
  organization_figures_value_check: 'the field refuses the same values first, and no write passes it by',
};

/** Problems that no story can meet on a server that is well: each with what shows it instead. */
export const unprovoked: Readonly<Record<string, string>> = {
  unexpected: 'stands for a fault of the program; a story that met it would have found one',
  unavailable: 'the database is down: test/platform/database-errors.test.ts shows the mapping',
};

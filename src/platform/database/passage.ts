/** What a visitor's transaction tells the row policies of the database; what is not told opens nothing. */
export interface Visitor {
  readonly accountId: string | null;
  /** The alliances that it reads and writes for; none for a member. */
  readonly ownAlliances: readonly string[];
  /** The organisation that a member speaks for. */
  readonly ownOrganization: string | null;
  /** Its alliance, those below and those above: whose papers and catalogues it may see. */
  readonly alliancesInLine: readonly string[];
}

/**
 * The connections on which an actor's statements run: the keeper's see every row, so that the statement's scope alone holds;
 * an auditor's are the same but cannot write; a visitor's see what the row policies open.
 */
export type Passage =
  | { readonly by: 'keeper' }
  | { readonly by: 'auditor' }
  | { readonly by: 'visitor'; readonly visitor: Visitor; readonly mayWrite: boolean };

export const keeper: Passage = Object.freeze({ by: 'keeper' });
export const auditor: Passage = Object.freeze({ by: 'auditor' });

/** The statement that tells the policies who visits, until its transaction ends. */
export const introduction = ({ accountId, ownAlliances, ownOrganization, alliancesInLine }: Visitor) => ({
  name: 'visitor',
  text: `select set_config('registry.actor_id', $1, true), set_config('registry.own_alliances', $2, true),
    set_config('registry.own_organization', $3, true), set_config('registry.alliances_in_line', $4, true)`,
  values: [accountId ?? '', setOf(ownAlliances), ownOrganization ?? '', setOf(alliancesInLine)],
});

const setOf = (ids: readonly string[]): string => (ids.length === 0 ? '' : `{${ids.join()}}`);

import { asOwner } from '../platform/database/as-owner.js';

/** What an erasure could not empty, by ids and codes. */
export interface Erased {
  /** Events written before migration 0019 that still hold values in their images. */
  left: number;
  /** Codes of documents whose titles hold the name. */
  titles: string[];
  /** Other records that may be the same person's. */
  alike: string[];
  /** Accounts with the person's e-mail address. */
  accounts: string[];
}

const SWEEP = `vacuum (analyze) registry.people, registry.training_participations, registry.delegate_substitutions,
  registry.stored_answers, audit.personal, pg_catalog.pg_statistic`;

/** Removes the old rows, and gathers anew what the planner knows of the columns: both held the values. */
export async function sweepErased(ownerUrl: string): Promise<void> {
  await asOwner(ownerUrl, (client) => client.query(SWEEP));
}

/** What is left to do by hand, a line each. */
export function* leftToDo({ left, titles, alike, accounts }: Erased): Iterable<string> {
  if (left > 0) yield `${left} older events still hold personal values: docs/privacy.md says which, and why.`;
  if (titles.length > 0) yield `The name stands in the titles of ${titles.join(', ')}: see docs/privacy.md.`;
  if (alike.length > 0) yield `Perhaps the same person, on record twice: ${alike.join(', ')}`;
  if (accounts.length > 0) yield `Accounts with the e-mail address, to be disabled: ${accounts.join(', ')}`;
}

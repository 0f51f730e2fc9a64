import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { lostRace } from '../platform/database/database-errors.js';
import { StartRefusal } from '../platform/problems/start-refusal.js';
import { operator } from '../platform/rights/operator.js';
import { isUuid } from '../platform/records/uuid.js';
import { asOwner } from '../platform/database/as-owner.js';

/** What an operator says when a person is to be erased. */
export interface WantedErasure {
  reason: string;
  /** Id of the document behind it. */
  document?: string | undefined;
  /** Also while the person is in office or a delegate. */
  force?: boolean | undefined;
  /** Who does it, as the log names it; the account of the operating system by default. */
  by?: string | undefined;
}

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

const MOST_RUNS = 40;
const PAUSE_MS = 250;
/** Others are writing about the person, or a request that may be repeated is under way. */
const HELD = '55P03';

const SWEEP = `vacuum (analyze) registry.people, registry.training_participations, registry.delegate_substitutions,
  registry.stored_answers, audit.personal, pg_catalog.pg_statistic`;

/** Why the database refused, by the constraint that its function names. */
const refusals: Readonly<Record<string, string>> = {
  erase_unknown: 'There is no person with this id.',
  erase_again: 'This person was erased already.',
  erase_reason: 'Say why, in three characters or more: --reason …',
  erase_reason_names:
    'The reason holds the name, a number or an address of this person, and stays for ever: say it without.',
  erase_document: 'There is no document with this id.',
  erase_in_office:
    'This person is in office, or will be: end the position first, or say --force when the law demands the erasure all the same.',
  erase_delegate:
    'This person is a delegate to a congress that is not over: wait, or say --force when the law demands the erasure all the same.',
};

/**
 * Erases the personal values of one person, in the registers and in the log, for ever (Law 91/2025/QH15). It works as the
 * database's owner: the server's role cannot.
 *
 * @throws StartRefusal one sentence that says why not
 */
export async function erasePerson(
  ownerUrl: string,
  id: string,
  { reason, document, force = false, by }: WantedErasure,
): Promise<Erased> {
  if (!isUuid(id)) throw new StartRefusal(`${id} is no id of a person.`);
  if (document !== undefined && !isUuid(document)) throw new StartRefusal(`${document} is no id of a document.`);
  const text = 'select registry.erase_person($1, $2, $3, $4, $5) as erased';
  const values = [id, reason.trim(), document ?? null, operator(by), force];
  const options = { application_name: 'htx-registry erase' };
  return asOwner(ownerUrl, (client) => erased(client, { text, values }), options);
}

async function erased(client: pg.Client, query: pg.QueryConfig): Promise<Erased> {
  for (let run = 1; ; run += 1) {
    try {
      const { rows } = await client.query<{ erased: Erased }>(query);
      return rows[0]!.erased;
    } catch (error) {
      const held = error instanceof pg.DatabaseError && error.code === HELD;
      if ((held || lostRace(error)) && run < MOST_RUNS) {
        await pause(PAUSE_MS);
        continue;
      }
      if (held) throw new StartRefusal('Others are writing all the while: try again.');
      const refusal = error instanceof pg.DatabaseError ? refusals[error.constraint ?? ''] : undefined;
      throw refusal === undefined ? error : new StartRefusal(refusal);
    }
  }
}

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

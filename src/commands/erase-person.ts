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

const MOST_RUNS = 5;

/** Why the database refused, by the constraint that its function names. */
const refusals: Readonly<Record<string, string>> = {
  erase_unknown: 'There is no person with this id.',
  erase_again: 'This person was erased already.',
  erase_reason: 'Say why, in three characters or more: --reason …',
  erase_document: 'There is no document with this id.',
  erase_in_office:
    'This person is in office: end the position first, or say --force when the law demands the erasure all the same.',
  erase_delegate:
    'This person is a delegate to a congress that is not over: wait, or say --force when the law demands the erasure all the same.',
};

/**
 * Erases the personal values of one person, in the registers and in the log, for ever (Law 91/2025/QH15). It works as the
 * database's owner: the server's role cannot.
 *
 * @returns how many events written before migration 0019 still hold some of them in their images
 * @throws StartRefusal one sentence that says why not
 */
export async function erasePerson(
  ownerUrl: string,
  id: string,
  { reason, document, force = false, by }: WantedErasure,
): Promise<number> {
  if (!isUuid(id)) throw new StartRefusal(`${id} is no id of a person.`);
  if (document !== undefined && !isUuid(document)) throw new StartRefusal(`${document} is no id of a document.`);
  const text = 'select registry.erase_person($1, $2, $3, $4, $5) as left';
  const values = [id, reason.trim(), document ?? null, operator(by), force];
  for (let run = 1; ; run += 1) {
    try {
      const { rows } = await asOwner(ownerUrl, (client) => client.query<{ left: string }>(text, values), {
        application_name: 'htx-registry erase',
      });
      return Number(rows[0]?.left);
    } catch (error) {
      if (lostRace(error) && run < MOST_RUNS) continue; // somebody was writing about the person
      const refusal = error instanceof pg.DatabaseError ? refusals[error.constraint ?? ''] : undefined;
      throw refusal === undefined ? error : new StartRefusal(refusal);
    }
  }
}

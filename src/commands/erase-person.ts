import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { lostRace } from '../platform/database/database-errors.js';
import { StartRefusal } from '../platform/problems/start-refusal.js';
import { operator } from '../platform/rights/operator.js';
import { isUuid } from '../platform/records/uuid.js';
import { asOwner } from '../platform/database/as-owner.js';
import type { Erased } from './erased.js';

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

const MOST_RUNS = 40;
const PAUSE_MS = 250;
/** Others are writing about the person, or a request that may be repeated is under way. */
const HELD = '55P03';

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

import { aboutRecord } from '../../platform/audit/history.view.js';
import { ReadModel } from '../../platform/reading/read-model.js';
import { filled } from '../../platform/reading/named-parameters.js';
import type { Reader } from '../../platform/reading/reader.js';
import type { Act } from '../../platform/rights/act.js';
import { historyOfPerson } from '../people/person-history.view.js';

/** The row of a substitution belongs to the delegate who leaves; it is as much about the alternate who is called up. */
const calledUp = `e.table_name = 'delegate_substitutions'
    and e.record_id = any(array(select s.id from delegate_substitutions s where s.alternate_id = :record))`;

const REPLACED = `select array[d.id, d.person_id] as ids
  from delegate_substitutions s join delegates d on d.id = s.delegate_id where s.alternate_id = :alternateId`;

/** Whom the alternate was ever called up for, taken back or not, and who that is: the ground of a call is about them. */
export async function everReplacedBy(reader: Reader, alternateId: string, act: Act): Promise<string[]> {
  const rows = await reader.rows<{ ids: string[] }>(filled(REPLACED, { alternateId }), { knownAt: null }, act);
  return rows.flatMap(({ ids }) => ids);
}

export class DelegateHistoryView extends ReadModel({
  ...historyOfPerson,
  says: 'Something that was written about a delegate',
  where: aboutRecord(calledUp),
}) {}

import { aboutRecord } from '../../platform/audit/history.view.js';
import { ReadModel } from '../../platform/reading/read-model.js';
import type { RequiredRecord } from '../../platform/reading/reader.js';
import { historyOfPerson } from '../people/person-history.view.js';

/** The row of a substitution belongs to the delegate who leaves; it is as much about the alternate who is called up. */
const calledUp = `e.table_name = 'delegate_substitutions'
    and e.record_id = any(array(select s.id from delegate_substitutions s where s.alternate_id = :record))`;

/** The ground of a call is about who leaves. */
export function replacedBy({ calledUpFor }: RequiredRecord): string[] {
  const replaced = calledUpFor as { delegateId: string; person: { id: string } } | null;
  return replaced ? [replaced.delegateId, replaced.person.id] : [];
}

export class DelegateHistoryView extends ReadModel({
  ...historyOfPerson,
  says: 'Something that was written about a delegate',
  where: aboutRecord(calledUp),
}) {}

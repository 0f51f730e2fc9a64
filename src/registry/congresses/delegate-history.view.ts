import { aboutRecord } from '../../platform/audit/history.view.js';
import { ReadModel } from '../../platform/reading/read-model.js';
import { historyOfPerson } from '../people/person-history.view.js';

/** The row of a substitution belongs to the delegate who leaves; it is as much about the alternate who is called up. */
const calledUp = `e.table_name = 'delegate_substitutions'
    and e.record_id = any(array(select s.id from delegate_substitutions s where s.alternate_id = :record))`;

export class DelegateHistoryView extends ReadModel({
  ...historyOfPerson,
  says: 'Something that was written about a delegate',
  where: aboutRecord(calledUp),
}) {}

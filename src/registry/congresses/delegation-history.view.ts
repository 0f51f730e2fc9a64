import { aboutRecord, historyOfRecord } from '../../platform/audit/history.view.js';
import { ReadModel } from '../../platform/reading/read-model.js';

/** The row of a substitution belongs to the delegate who leaves, and so is two steps below the delegation. */
const handedOn = `e.table_name = 'delegate_substitutions'
    and e.record_id = any(array(select s.id from delegate_substitutions s where s.delegation_id = :record))`;

export class DelegationHistoryView extends ReadModel({
  ...historyOfRecord,
  says: 'Something that was written about a delegation',
  where: aboutRecord(handedOn),
}) {}

import { aboutRecord, historyOfRecord, ofItsParts } from '../../platform/audit/history.view.js';
import { ReadModel } from '../../platform/reading/read-model.js';

/** With the substitutions, which belong to the delegate who leaves. */
export class DelegationHistoryView extends ReadModel({
  ...historyOfRecord,
  says: 'Something that was written about a delegation',
  where: aboutRecord(ofItsParts(['delegate_substitutions'], ['delegates', 'delegation_id'])),
}) {}

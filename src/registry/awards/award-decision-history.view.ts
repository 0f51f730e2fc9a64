import { aboutRecord, historyOfRecord } from '../../platform/audit/history.view.js';
import { ReadModel } from '../../platform/reading/read-model.js';

/** A revocation belongs to an award, and so is two steps below the decision that awarded it. */
const ofAwards = `e.table_name = 'award_revocations'
    and e.owner_id = any(array(select a.id from awards a where a.decision_id = :record))`;

export class AwardDecisionHistoryView extends ReadModel({
  ...historyOfRecord,
  says: 'Something that was written about a decision',
  where: aboutRecord(ofAwards),
}) {}

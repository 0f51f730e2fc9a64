import { aboutRecord, historyOfRecord, ofItsParts } from '../../platform/audit/history.view.js';
import { ReadModel } from '../../platform/reading/read-model.js';

/** With the revocations, which belong to an award. */
export class AwardDecisionHistoryView extends ReadModel({
  ...historyOfRecord,
  says: 'Something that was written about a decision',
  where: aboutRecord(ofItsParts(['award_revocations'], ['awards', 'decision_id'])),
}) {}

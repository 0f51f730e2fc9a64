import { aboutRecord, historyOfRecord, ofItsParts } from '../../platform/audit/history.view.js';
import { ReadModel } from '../../platform/reading/read-model.js';

/** With suspensions and exits, which belong to a membership. */
export class OrganizationHistoryView extends ReadModel({
  ...historyOfRecord,
  says: 'Something that was written about an organisation',
  where: aboutRecord(
    ofItsParts(
      ['membership_suspensions', 'membership_exits', 'membership_category_changes'],
      ['memberships', 'organization_id'],
    ),
  ),
}) {}

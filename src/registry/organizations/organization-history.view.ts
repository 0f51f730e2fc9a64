import { aboutRecord, historyOfRecord } from '../../platform/audit/history.view.js';
import { ReadModel } from '../../platform/reading/read-model.js';

/** A suspension and an exit belong to a membership, and so are two steps below the organisation. */
const ofMemberships = `e.table_name in ('membership_suspensions', 'membership_exits')
    and e.owner_id = any(array(select m.id from memberships m where m.organization_id = :record))`;

export class OrganizationHistoryView extends ReadModel({
  ...historyOfRecord,
  says: 'Something that was written about an organisation',
  where: aboutRecord(ofMemberships),
}) {}

import { closedList } from '../../platform/records/code-list.js';
import { warnings } from '../../platform/reading/view-fields.js';
import { memberOnDay } from '../organizations/member-on-day.js';
import { endedOnDay } from '../organizations/status-on-day.js';

const codes = closedList('membership_warning', [
  'organization_ended',
  'admitted_before_founding',
  'admitted_before_decision',
]);

const conditions = {
  organization_ended: `m.voided_at is null and ${memberOnDay}
        and ${endedOnDay}`,
  admitted_before_founding: 'm.voided_at is null and m.admitted_on < o.founded_on',
  admitted_before_decision: `m.voided_at is null and exists (select from documents d
        where d.id = m.admitted_by_document_id and d.issued_on > m.admitted_on)`,
};

/** Of membership `m` of organisation `o`: papers contradict one another, and the registry holds what they say. */
export const membershipWarnings = warnings(codes, conditions);

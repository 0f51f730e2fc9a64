import { closedList } from '../../platform/records/code-list.js';
import { warnings } from '../../platform/reading/view-fields.js';
import { memberOnDay } from '../organizations/member-on-day.js';
import { statusOnDay } from '../organizations/status-on-day.js';

const codes = closedList('membership_warning', ['organization_ended', 'admitted_before_founding']);

const conditions = {
  organization_ended: `m.voided_at is null and ${memberOnDay}
        and ${statusOnDay} in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off')`,
  admitted_before_founding: 'm.voided_at is null and m.admitted_on < o.founded_on',
};

/** Of membership `m` of organisation `o`: papers contradict one another, and the registry holds what they say. */
export const membershipWarnings = warnings(codes, conditions);

/** The list of what to look at again, by one warning. */
export const warned = {
  says: 'Those with this warning',
  kind: 'code',
  codes,
  sql: `case :warning when 'organization_ended' then ${conditions.organization_ended}
        else ${conditions.admitted_before_founding} end`,
} as const;

import { closedList } from '../../platform/records/code-list.js';
import { inForceOnDay } from '../../platform/reading/on-day.js';
import { warnings } from '../../platform/reading/view-fields.js';
import { endedOn } from '../organizations/status-on-day.js';
import { heldOnDay } from './held.js';

const positionWarningCodes = closedList('position_warning', [
  'incompatible_positions',
  'organization_ended',
  'held_before_founding',
]);

/** Position `po` is held on the day beside another of the same organisation that the law of the day excludes. */
const incompatible = `exists (select from positions x join incompatible_positions ip on ip.other_position = x.position
        where x.person_id = po.person_id and x.organization_id = po.organization_id and x.voided_at is null
        and ip.position = po.position and ${inForceOnDay('ip')}
        and ${inForceOnDay('x')})`;

export const positionWarnings = warnings(positionWarningCodes, {
  incompatible_positions: `po.voided_at is null and ${heldOnDay} and ${incompatible}`,
  organization_ended: `po.voided_at is null and ${heldOnDay} and ${endedOn('po.organization_id')}`,
  held_before_founding: `po.voided_at is null
        and exists (select from organizations o where o.id = po.organization_id and o.founded_on > po.valid_from)`,
});

import { closedList } from '../../platform/records/code-list.js';
import { mayCompare } from '../../platform/reading/compared.js';
import { inForceOnDay } from '../../platform/reading/on-day.js';
import { warnings } from '../../platform/reading/view-fields.js';
import { notInListOn } from '../codes/code-on-day.js';
import { isNoMore, foundedAfter } from '../organizations/status-on-day.js';
import { heldOnDay } from './held.js';
import { positionCodes } from './position.entity.js';

const positionWarningCodes = closedList('position_warning', [
  'incompatible_positions',
  'organization_ended',
  'held_before_founding',
  'held_by_another',
  'position_of_another_time',
]);

/**
 * Position `po` is held on the day beside another of the same organisation that the law of the day excludes: that on cooperatives,
 * which says nothing of enterprises.
 */
const incompatible = `exists (select from positions x join incompatible_positions ip on ip.other_position = x.position
        join organizations o on o.id = x.organization_id and o.kind <> 'enterprise'
        where x.person_id = po.person_id and x.organization_id = po.organization_id and x.voided_at is null
        and ip.position = po.position and ${inForceOnDay('ip')}
        and ${inForceOnDay('x')})`;

/**
 * Position `po`, of which the law of the day gives an organisation one, is held on the day by somebody else too, in the same
 * registers; in enterprises neither.
 */
const heldByAnother = `exists (select from positions x join sole_positions sp on sp.position = x.position
        join organizations o on o.id = x.organization_id and o.kind <> 'enterprise'
        where x.alliance_id = po.alliance_id and x.organization_id = po.organization_id and x.position = po.position and x.person_id <> po.person_id
        and x.voided_at is null and ${inForceOnDay('sp')} and ${inForceOnDay('x')})`;

export const positionWarnings = warnings(positionWarningCodes, {
  incompatible_positions: `po.voided_at is null and ${heldOnDay} and ${incompatible}`,
  organization_ended: `po.voided_at is null and ${heldOnDay} and ${isNoMore('po.organization_id')}`,
  held_before_founding: `po.voided_at is null
        and ${foundedAfter('po.organization_id', 'po.valid_from')}`,
  held_by_another: `po.voided_at is null and ${mayCompare} and ${heldOnDay} and ${heldByAnother}`,
  position_of_another_time: `po.voided_at is null and ${notInListOn(positionCodes, 'po.position', 'po.valid_from')}`,
});

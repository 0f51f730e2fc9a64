import { closedList } from '../../platform/records/code-list.js';
import { inForceOnDay } from '../../platform/reading/on-day.js';
import { heldOnDay } from './held.js';

const codes = closedList('position_warning', ['incompatible_positions']);

/** Position `po` is held on the day beside another of the same organisation that the law of the day excludes. */
const incompatible = `exists (select from positions x join incompatible_positions ip on ip.other_position = x.position
        where x.person_id = po.person_id and x.organization_id = po.organization_id and x.voided_at is null
        and ip.position = po.position and ${inForceOnDay('ip')}
        and ${inForceOnDay('x')})`;

export const positionWarnings = `to_json(array_remove(array[
      case when po.voided_at is null and ${heldOnDay} and ${incompatible} then 'incompatible_positions' end], null))`;

export const warningsSchema = { type: 'array', maxItems: 1, items: { type: 'string', enum: [...(codes.codes ?? [])] } };

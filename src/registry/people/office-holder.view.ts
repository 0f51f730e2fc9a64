import { one, ReadModel } from '../../platform/reading/read-model.js';
import { code, day } from '../../platform/reading/view-fields.js';
import { PersonName } from './person-name.view.js';
import { positionCodes } from './position.entity.js';

/** Position `po` is held on the day asked for. */
export const heldOnDay = 'po.valid_from <= :asOf and (po.valid_to is null or po.valid_to > :asOf)';

/** Who holds an office on the day, inside an organisation's answer or a membership's. */
export class OfficeHolder extends ReadModel({
  says: 'Who holds an office on the day',
  from: 'positions po join people pe on pe.id = po.person_id',
  where: `po.voided_at is null and ${heldOnDay}`,
  key: 'po.id',
  scopes: {},
  fields: {
    position: code(positionCodes, 'po.position', 'Position'),
    person: one(PersonName, 'pe.id = po.person_id', 'Who holds it'),
    validFrom: day('po.valid_from', 'First day in office'),
    validTo: day('po.valid_to', 'First day no longer in office', { nullable: true }),
  },
}) {}

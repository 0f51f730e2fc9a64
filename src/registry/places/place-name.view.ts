import { ReadModel } from '../../platform/reading/read-model.js';
import { code, day, id, text } from '../../platform/reading/view-fields.js';
import { placeLevels } from './place.entity.js';

/** A place named inside another record's answer. */
export class PlaceName extends ReadModel({
  says: 'An administrative unit in its period',
  from: 'places p',
  scopes: {},
  fields: {
    id: id('p.id', 'Its id'),
    code: text('p.code', 'Official code', { example: '31' }),
    level: code(placeLevels, 'p.level', 'Level'),
    fullName: text('p.full_name', 'Name with its type', { example: 'Thành phố Hải Phòng' }),
    validTo: day('p.valid_to', 'First day on which it was no more', { nullable: true }),
  },
}) {}

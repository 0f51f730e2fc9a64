import { nameOrderOf } from './person-name.view.js';

/** The order of a list of people themselves. */
export const nameOrder = nameOrderOf('pe');

/** What stands for an erased name is no name: it has no parts. */
export const nameParts = `case when pe.erased_at is null and pe.full_name <> '(đã xóa)'
      then json_build_object('family', pe.family_name, 'middle', pe.middle_name, 'given', pe.given_name)
      else json_build_object('family', '', 'middle', '', 'given', pe.full_name) end`;
export const namePartsSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['family', 'middle', 'given'],
  properties: {
    family: { type: 'string', description: 'Họ, the first word; empty when the name is one word' },
    middle: { type: 'string', description: 'Đệm, the words between; may be empty' },
    given: { type: 'string', description: 'Tên, the last word' },
  },
};

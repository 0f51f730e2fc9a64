import { ReadModel } from '../../platform/reading/read-model.js';
import { id, text } from '../../platform/reading/view-fields.js';

/** A person named inside another record's answer. */
export class PersonName extends ReadModel({
  says: 'A person by name',
  from: 'people pe',
  scopes: {},
  fields: {
    id: id('pe.id', 'Its id'),
    fullName: text('pe.full_name', 'The whole name', { example: 'Nguyễn Thị Minh An' }),
  },
}) {}

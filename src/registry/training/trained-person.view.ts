import { many, ReadModel } from '../../platform/reading/read-model.js';
import { id, json, text } from '../../platform/reading/view-fields.js';
import { nameOrder, nameParts, namePartsSchema } from '../people/person.view.js';
import { CourseTaken, periodFilters, trainedInPeriod } from './coverage.view.js';
import { personNamed } from '../people/person-name.view.js';

/** Each person once, however many courses; managers or not. */
export class TrainedPersonView extends ReadModel({
  says: 'A person who completed a course within a period',
  from: 'people pe',
  // As a join it was badly estimated just after a load: a second instead of milliseconds.
  where: `pe.voided_at is null and (${trainedInPeriod}) is true`,
  scopes: { alliance: 'pe.alliance_id' },
  search: personNamed('pe.id'),
  order: 'name',
  fields: {
    id: id('pe.id', 'Id of the person'),
    allianceId: id('pe.alliance_id', 'The alliance that keeps the record', { filter: 'is' }),
    fullName: text('pe.full_name', 'The whole name', { example: 'Nguyễn Thị Minh An' }),
    name: json(nameParts, 'The parts of the name, by which the list goes', namePartsSchema, { sort: nameOrder }),
    courses: many(CourseTaken, 'tp.person_id = pe.id', 'The courses that count', { orderBy: 'c.ends_on, c.id' }),
  },
  filters: periodFilters,
}) {}

import { many, ReadModel } from '../../platform/reading/read-model.js';
import { personNamed } from '../people/person-name.view.js';
import { CourseTaken, periodFilters, personFields } from './coverage.view.js';
import { trainedInPeriod } from './coverage-conditions.js';

/** Each person once, however many courses; managers or not. */
export class TrainedPersonView extends ReadModel({
  says: 'A person who completed a course within a period',
  from: 'people pe',
  // As a join it was badly estimated just after a load: a second instead of milliseconds.
  where: `pe.voided_at is null and (${trainedInPeriod}) is true`,
  scopes: { alliance: 'pe.alliance_id' },
  search: personNamed('pe.id'),
  pastAtOnce: ['training_participations'],
  order: 'name',
  fields: {
    ...personFields,
    courses: many(CourseTaken, 'tp.person_id = pe.id', 'The courses that count', { orderBy: 'c.ends_on, c.id' }),
  },
  filters: periodFilters,
}) {}

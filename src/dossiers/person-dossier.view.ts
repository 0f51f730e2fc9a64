import { many, ReadModel } from '../platform/reading/read-model.js';
import { AwardView } from '../registry/awards/award.view.js';
import { awardedByDay } from '../registry/awards/award-standing.js';
import { DelegateView } from '../registry/congresses/delegate.view.js';
import { inOwnRegisters } from '../registry/people/held.js';
import { PersonView } from '../registry/people/person.view.js';
import { TrainingParticipationView } from '../registry/training/participation.view.js';
import { partOf } from './part-of.js';

class MandateOfPerson extends ReadModel(partOf(DelegateView, { without: ['person'] })) {}
class AwardOfPerson extends ReadModel(partOf(AwardView, { without: ['person'], where: awardedByDay })) {}
class TrainingOfPerson extends ReadModel(partOf(TrainingParticipationView, { without: ['person'] })) {}

/** The rows of person `pe` by the alias of their table, as far as their own register would show them. */
const ofPerson = (row: string) => `${row}.person_id = pe.id and ${inOwnRegisters(row)}`;

/** Everything that the registry tells about one person, in one answer. */
export class PersonDossier extends ReadModel({
  says: 'A person, with positions, mandates, awards and training',
  from: PersonView.from,
  scopes: PersonView.scopes,
  version: 'pe.version',
  fields: {
    ...PersonView.fields,
    mandates: many(MandateOfPerson, ofPerson('dg'), 'Mandates as a delegate to congresses, latest first', {
      orderBy: 'c.starts_on desc, dg.id',
    }),
    awards: many(AwardOfPerson, ofPerson('a'), 'Awards by the day, standing or revoked, latest first', {
      orderBy: 'ad.decided_on desc, a.id',
    }),
    trainings: many(TrainingOfPerson, ofPerson('tp'), 'Courses taken, with result and certificate, latest first', {
      orderBy: 'course.ends_on desc, tp.id',
    }),
  },
}) {}

import { one, ReadModel } from '../../platform/reading/read-model.js';
import { code, day, id, text, writesOf } from '../../platform/reading/view-fields.js';
import { OrganizationName, ofOrganization } from '../organizations/organization-name.view.js';
import { bySex, nameOrderOf, PersonName, personNamed } from '../people/person-name.view.js';
import { CourseName } from './course.view.js';
import { trainingResults } from './participation.entity.js';
import { courseEnded } from './course-ended.js';
import { participationWarnings } from './participation-warnings.js';

const ended = courseEnded('course');

export class TrainingParticipationView extends ReadModel({
  says: 'A person who took part in a course, for an organisation',
  from: `training_participations tp join training_courses course on course.id = tp.course_id
    join people participant on participant.id = tp.person_id`,
  inForce: 'tp.voided_at is null and course.starts_on <= :asOf',
  scopes: { alliance: 'tp.alliance_id', organization: 'tp.organization_id' },
  version: 'tp.version',
  updatedAt: 'greatest(tp.updated_at, course.updated_at)',
  search: personNamed('tp.person_id'),
  order: '-endsOn',
  filedBy: 'person',
  calledBy: ['person.fullName', 'course.name'],
  printed: ['person.fullName', 'organization.name', 'course.name', 'endsOn', 'result', 'certificateNumber'],
  fields: {
    id: id('tp.id', 'Its id'),
    allianceId: id('tp.alliance_id', 'The alliance that keeps its record', { filter: 'is' }),
    course: one(CourseName, 'c.id = tp.course_id', 'The course'),
    endsOn: day('course.ends_on', 'Last day of the course', { filter: 'range', sort: true, example: '2021-05-14' }),
    person: one(PersonName, 'pe.id = tp.person_id', 'Who took part'),
    organization: one(OrganizationName, 'o.id = tp.organization_id', 'The organisation represented then'),
    result: code(
      trainingResults,
      `case when ${ended} then tp.result else 'attending' end`,
      'Result; until the last day of the course, everybody attends',
      { filter: 'is' },
    ),
    certificateNumber: text(`case when ${ended} then tp.certificate_number end`, 'Number of the certificate', {
      nullable: true,
      example: '12/GCN-2021',
    }),
    warnings: participationWarnings,
    ...writesOf('tp'),
  },
  sorts: { person: nameOrderOf('participant') },
  filters: {
    ...bySex('tp.person_id'),
    certificateNumber: {
      says: 'The certificate of this number, whatever its capitals',
      kind: 'text',
      sql: `tp.certificate_number collate any_case = :certificateNumber and ${ended}`,
    },
    courseId: { says: 'Who took part in this course', kind: 'id', sql: 'tp.course_id = :courseId' },
    personId: { says: 'What this person took part in', kind: 'id', sql: 'tp.person_id = :personId' },
    ...ofOrganization('Who took part for this organisation', 'tp.organization_id = :organizationId'),
  },
}) {}

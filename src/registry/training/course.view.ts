import { one, ReadModel } from '../../platform/reading/read-model.js';
import { code, day, id, integer, lastWriteOf, text, writesOf } from '../../platform/reading/view-fields.js';
import { passing } from './participation.entity.js';
import { byPaper, Paper } from '../documents/paper.view.js';
import { trainingAudiences, trainingFundings } from './programme.entity.js';
import { ProgrammeName } from './programme.view.js';

const fields = {
  id: id('c.id', 'Its id'),
  name: text('c.name', 'Name', { example: 'Quản trị HTX nông nghiệp, khóa 1' }),
  startsOn: day('c.starts_on', 'First day', { filter: 'range', sort: true, example: '2021-05-10' }),
  endsOn: day('c.ends_on', 'Last day', { filter: 'range', sort: true, example: '2021-05-14' }),
};

/** A course named inside another record's answer. */
export class CourseName extends ReadModel({
  says: 'A course by its name and days',
  from: 'training_courses c',
  scopes: {},
  fields,
}) {}

const participants = (result: string) => `(select count(*) from course_results tp
      where tp.course_id = c.id and tp.voided_at is null${result})`;

const completed = `case when c.ends_on <= :asOf then ${participants(` and tp.result in (${passing})`)} else 0 end`;

/** Everybody within the alliance sees a course and how many took part; who they were, only those with the right to it. */
export class TrainingCourseView extends ReadModel({
  says: 'A course of training, and how many took part',
  from: 'training_courses c left join training_programmes programme on programme.id = c.programme_id',
  inForce: 'c.voided_at is null and c.starts_on <= :asOf',
  scopes: { alliance: 'c.alliance_id' },
  version: 'c.version',
  updatedAt: `greatest(${lastWriteOf('c', { course_results: 'course_id' })}, programme.updated_at)`,
  search: { says: 'its name', sql: 'fold(c.name) like :q' },
  order: '-startsOn',
  fields: {
    ...fields,
    allianceId: id('c.alliance_id', 'The alliance that keeps its record', { filter: 'is' }),
    programme: one(ProgrammeName, 'g.id = c.programme_id', 'The programme'),
    audience: code(
      trainingAudiences,
      'coalesce(c.audience, programme.audience)',
      'Whom it is for: as it says itself, or else as its programme does',
      {
        nullable: true,
        filter: 'is',
      },
    ),
    funding: code(
      trainingFundings,
      'coalesce(c.funding, programme.funding)',
      'Who pays: as it says itself, or else as its programme does',
      {
        nullable: true,
        filter: 'is',
      },
    ),
    place: text('c.place', 'Where it is held', { nullable: true }),
    organiser: text('c.organiser', 'Who holds it', { nullable: true }),
    hours: integer('c.hours', 'Hours taught', { nullable: true }),
    participants: integer(participants(''), 'How many took part'),
    completed: integer(completed, 'How many of them completed it; nobody before its last day'),
    document: one(Paper, 'd.id = c.document_id', 'The decision to hold it'),
    ...writesOf('c'),
  },
  filters: {
    ...byPaper('c.document_id = :documentId'),
    programmeId: { says: 'Courses of this programme', kind: 'id', sql: 'c.programme_id = :programmeId' },
  },
}) {}

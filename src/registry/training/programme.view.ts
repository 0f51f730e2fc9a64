import { ReadModel } from '../../platform/reading/read-model.js';
import { code, day, id, integer, lastWriteOf, text, writesOf } from '../../platform/reading/view-fields.js';
import { trainingAudiences, trainingFundings, trainingKinds } from './programme.entity.js';

const fields = {
  id: id('g.id', 'Its id'),
  name: text('g.name', 'Name', {
    sort: 'g.name collate "vi-x-icu"',
    example: 'Bồi dưỡng cán bộ quản lý HTX 2021–2025',
  }),
  kind: code(trainingKinds, 'g.kind', 'Kind', { filter: 'is' }),
};

/** A programme named inside a course's answer. */
export class ProgrammeName extends ReadModel({
  says: 'The programme of a course',
  from: 'training_programmes g',
  scopes: {},
  fields,
}) {}

const courses = `(select count(*) from training_courses c where c.programme_id = g.id and c.voided_at is null
      and c.starts_on <= :asOf)`;

export class TrainingProgrammeView extends ReadModel({
  says: 'A programme of training',
  from: 'training_programmes g',
  inForce: `g.voided_at is null and coalesce(g.valid_from <= :asOf, true) and coalesce(g.valid_to > :asOf, true)`,
  scopes: { alliance: 'g.alliance_id' },
  version: 'g.version',
  updatedAt: lastWriteOf('g', { training_courses: 'programme_id' }),
  search: { says: 'its name', sql: 'fold(g.name) like :q' },
  order: 'name',
  fields: {
    ...fields,
    allianceId: id('g.alliance_id', 'The alliance that keeps its record', { filter: 'is' }),
    audience: code(trainingAudiences, 'g.audience', 'Whom it is for', { filter: 'is' }),
    funding: code(trainingFundings, 'g.funding', 'Who pays', { nullable: true, filter: 'is' }),
    validFrom: day('g.valid_from', 'First day', { nullable: true, filter: 'range' }),
    validTo: day('g.valid_to', 'First day of the time after', {
      nullable: true,
      filter: 'range',
      beyond: 'g.voided_at is null',
    }),
    courses: integer(courses, 'How many of its courses began by the day'),
    ...writesOf('g'),
  },
}) {}

import { many, one, ReadModel } from '../../platform/reading/read-model.js';
import { code, day, flag, id, json, text } from '../../platform/reading/view-fields.js';
import { organizationKinds } from '../organizations/organization.entity.js';
import { OrganizationName, ofOrganization } from '../organizations/organization-name.view.js';
import { personNamed } from '../people/person-name.view.js';
import { nameOrder, nameParts, namePartsSchema } from '../people/name-parts.js';
import { positionCodes } from '../people/position.entity.js';
import { countsInPeriod, managers, manages, managesOnDay, trainedInPeriod } from './coverage-conditions.js';
import { trainingResults } from './participation.entity.js';

class ManagerPosition extends ReadModel({
  says: 'A position that makes the person a manager on the day',
  from: 'positions po',
  where: managesOnDay,
  scopes: {},
  fields: {
    id: id('po.id', 'Its id'),
    organization: one(OrganizationName, 'o.id = po.organization_id', 'The organisation'),
    position: code(positionCodes, 'po.position', 'Position'),
  },
}) {}

export class CourseTaken extends ReadModel({
  says: 'A course that the person completed within the period',
  from: 'training_participations tp join training_courses c on c.id = tp.course_id',
  where: countsInPeriod,
  scopes: {},
  fields: {
    id: id('c.id', 'Its id'),
    name: text('c.name', 'Name'),
    endsOn: day('c.ends_on', 'Last day'),
    result: code(trainingResults, 'tp.result', 'Result'),
  },
}) {}

/** `from` and `to` narrow no list: they say which courses count, and the route gives them when the reader does not. */
const ofPeriod = (says: string) => ({ says, kind: 'day' as const, sql: 'true' });
export const periodFilters = {
  from: ofPeriod('First day on which a course that counts may have ended; 1 January of the year of `asOf` by default'),
  to: ofPeriod('Last day on which a course that counts may have ended; the day itself by default'),
};

/** Who a list of trained people is about. */
export const personFields = {
  id: id('pe.id', 'Id of the person'),
  allianceId: id('pe.alliance_id', 'The alliance that keeps the record', { filter: 'is' }),
  fullName: text('pe.full_name', 'The whole name', { example: 'Nguyễn Thị Minh An' }),
  name: json(nameParts, 'The parts of the name, by which the list goes', namePartsSchema, { sort: nameOrder }),
};

/** Each manager once, however many positions; so the share of those trained never passes the whole. */
export class ManagerCoverageView extends ReadModel({
  says: 'A manager in office on a day, and whether trained within a period',
  from: 'people pe',
  where: `pe.voided_at is null and ${manages()}`,
  scopes: { alliance: 'pe.alliance_id' },
  search: personNamed('pe.id'),
  pastAtOnce: ['training_participations'],
  order: 'name',
  printed: ['fullName', 'positions', 'trained', 'courses'],
  fields: {
    ...personFields,
    positions: many(ManagerPosition, 'po.person_id = pe.id', 'The positions that make the person a manager', {
      orderBy: 'po.valid_from, po.id',
    }),
    trained: flag(trainedInPeriod, 'Whether trained within the period', { filter: 'is' }),
    courses: many(CourseTaken, 'tp.person_id = pe.id', 'The courses that count', { orderBy: 'c.ends_on, c.id' }),
  },
  filters: {
    ...periodFilters,
    kind: {
      says: 'Managers of organisations of this kind',
      kind: 'code',
      sql: manages('o.kind = :kind'),
      codes: organizationKinds,
    },
    ...ofOrganization(
      'Managers of this organisation',
      `pe.id = any(array(${managers('po.organization_id = :organizationId')}))`,
    ),
  },
}) {}

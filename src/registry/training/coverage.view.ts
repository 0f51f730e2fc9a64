import { many, one, ReadModel } from '../../platform/reading/read-model.js';
import { code, day, flag, id, json, text } from '../../platform/reading/view-fields.js';
import { organizationKinds } from '../organizations/organization.entity.js';
import { OrganizationName, ofOrganization } from '../organizations/organization-name.view.js';
import { thereOnDay } from '../organizations/status-on-day.js';
import { heldOnDay } from '../people/held.js';
import { personNamed } from '../people/person-name.view.js';
import { nameOrder, nameParts, namePartsSchema } from '../people/person.view.js';
import { positionCodes } from '../people/position.entity.js';
import { managerOnDay } from '../people/position.view.js';
import { passing, trainingResults } from './participation.entity.js';

/** Position `po`, of the alliances asked about, makes its holder a manager on the day. */
export const managesOnDay = `po.voided_at is null and po.alliance_id = any(:ownAllianceIds) and ${heldOnDay} and ${managerOnDay}`;

/** Participation `tp` in course `c`, of the alliances asked about, counts as training within the period. */
const countsInPeriod = `tp.voided_at is null and tp.alliance_id = any(:ownAllianceIds) and c.voided_at is null and tp.result in (${passing})
      and c.ends_on between :from and least(:to::date, :asOf::date)`;

/** Whether person `pe` was trained within `:from` and `:to`, in any course and for any organisation. */
export const trainedInPeriod = `exists (select from training_participations tp join training_courses c on c.id = tp.course_id
      where tp.person_id = pe.id and ${countsInPeriod})`;

/** The people who manage organisation `o`, by position `po`, on the day. @param which of them, as SQL */
const managers = (
  which: string,
) => `select po.person_id from positions po join organizations o on o.id = po.organization_id
      where ${managesOnDay} and ${thereOnDay} and ${which}`;

/** `is true` keeps it a question about each person: as a join, badly estimated just after a load, it ran into the limit of 5 s. */
const manages = (which = 'true') => `(exists (${managers(`po.person_id = pe.id and ${which}`)})) is true`;

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

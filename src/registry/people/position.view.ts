import { inForceOnDay } from '../../platform/reading/on-day.js';
import { one, ReadModel } from '../../platform/reading/read-model.js';
import { code, day, flag, id, writesOf } from '../../platform/reading/view-fields.js';
import { byPaper, Paper } from '../documents/paper.view.js';
import { OrganizationName, ofOrganization } from '../organizations/organization-name.view.js';
import { heldOnDay } from './held.js';
import { bySex, partsInOrder, PersonName, personNamed } from './person-name.view.js';
import { positionCodes } from './position.entity.js';
import { positionWarnings } from './position-warnings.js';

/** The position counts as a manager's on the day, by the configuration of that day. */
export const managerOnDay = `exists (select from manager_positions mp where mp.position_code = po.position and mp.voided_at is null
      and (mp.alliance_id is null or mp.alliance_id = po.alliance_id)
      and ${inForceOnDay('mp')})`;

/** By office precedence, then tên, họ, đệm. */
const precedence = `array[(select lpad(c.rank::text, 4, '0') from codes_position c where c.code = po.position),
      ${partsInOrder('pe')}] collate "vi-x-icu"`;

export class PositionView extends ReadModel({
  says: 'A position that a person holds in an organisation',
  from: 'positions po join people pe on pe.id = po.person_id',
  inForce: `po.voided_at is null and ${heldOnDay}`,
  scopes: { alliance: 'po.alliance_id', organization: 'po.organization_id' },
  version: 'po.version',
  updatedAt: 'po.updated_at',
  search: personNamed('po.person_id'),
  order: 'validFrom',
  pastAtOnce: ['codes_position'],
  calledBy: ['person.fullName', 'organization.name'],
  printed: ['person.fullName', 'organization.name', 'position', 'manager', 'validFrom', 'validTo'],
  fields: {
    id: id('po.id', 'Its id'),
    allianceId: id('po.alliance_id', 'The alliance that keeps its record', { filter: 'is' }),
    person: one(PersonName, 'pe.id = po.person_id', 'Who holds it'),
    organization: one(OrganizationName, 'o.id = po.organization_id', 'The organisation, by its name on the day'),
    position: code(positionCodes, 'po.position', 'Position; sorts by precedence, then name', {
      filter: 'is',
      sort: precedence,
    }),
    manager: flag(managerOnDay, 'Whether it counts as cán bộ quản lý on the day', { filter: 'is' }),
    validFrom: day('po.valid_from', 'First day in office', { filter: 'range', sort: true, example: '2018-03-20' }),
    validTo: day('po.valid_to', 'First day no longer in office', {
      nullable: true,
      filter: 'range',
      beyond: 'po.voided_at is null',
    }),
    document: one(Paper, 'd.id = po.document_id', 'The decision or minutes'),
    warnings: positionWarnings,
    ...writesOf('po'),
  },
  filters: {
    ...byPaper('po.document_id = :documentId'),
    ...bySex('po.person_id'),
    ...ofOrganization('Positions in this organisation', 'po.organization_id = :organizationId'),
    personId: { says: 'Positions of this person', kind: 'id', sql: 'po.person_id = :personId' },
  },
}) {}

import { many, one, ReadModel } from '../../platform/reading/read-model.js';
import { code, day, flag, id, instant, json, lastWriteOf, text, writesOf } from '../../platform/reading/view-fields.js';
import { Paper } from '../documents/paper.view.js';
import { OrganizationName, ofOrganization } from '../organizations/organization-name.view.js';
import { heldOnDay, inOwnRegisters } from './held.js';
import { personSexes } from './person.entity.js';
import { nameOrder, nameParts, namePartsSchema } from './name-parts.js';
import { personNamed } from './person-name.view.js';
import { personWarnings } from './person-warnings.js';
import { personal } from './personal.rights.js';
import { positionCodes } from './position.entity.js';

/** The person's standing positions, as far as the reader's own register of them goes. */
const positionsOfPerson = `po.person_id = pe.id and po.voided_at is null and ${inOwnRegisters('po')}`;

const holdsOnDay = (which: string) =>
  `exists (select from positions po where ${positionsOfPerson} and ${heldOnDay} and ${which})`;

class PositionOfPerson extends ReadModel({
  says: 'A position that the person holds or held',
  from: 'positions po',
  scopes: {},
  fields: {
    id: id('po.id', 'Its id'),
    organization: one(OrganizationName, 'o.id = po.organization_id', 'The organisation'),
    position: code(positionCodes, 'po.position', 'Position'),
    validFrom: day('po.valid_from', 'First day in office'),
    validTo: day('po.valid_to', 'First day no longer in office', { nullable: true }),
    held: flag(heldOnDay, 'Whether it is held on the day'),
    document: one(Paper, 'd.id = po.document_id', 'The decision or minutes'),
  },
}) {}

const unless = personal.readPersonal;

export class PersonView extends ReadModel({
  says: 'A person, with the positions held now and ever',
  from: 'people pe',
  inForce: 'pe.voided_at is null',
  scopes: {
    alliance: 'pe.alliance_id',
    organization: `exists (select from positions po where po.person_id = pe.id and po.voided_at is null
      and po.organization_id = :ownOrganizationId)`,
  },
  version: 'pe.version',
  updatedAt: lastWriteOf('pe', { positions: 'person_id' }),
  search: personNamed('pe.id'),
  order: 'name',
  fields: {
    id: id('pe.id', 'Its id'),
    allianceId: id('pe.alliance_id', 'The alliance that keeps its record', { filter: 'is' }),
    fullName: text('pe.full_name', 'The whole name as written', { example: 'Nguyễn Thị Minh An' }),
    name: json(nameParts, 'The parts of the name; a list goes by given, family, middle name', namePartsSchema, {
      sort: nameOrder,
    }),
    sex: code(personSexes, 'pe.sex', 'Sex', { nullable: true, filter: 'is' }),
    publicOffice: text('pe.public_office', 'Office outside the cooperatives', { nullable: true }),
    birthDate: day('pe.birth_date', 'Day of birth', { nullable: true, unless }),
    phone: text('pe.phone', 'Telephone number, E.164', { nullable: true, unless, example: '+84912345678' }),
    email: text('pe.email', 'E-mail address', { nullable: true, unless }),
    identityNumber: text(`'********' || right(pe.identity_number, 4)`, 'The end of the personal identity number', {
      nullable: true,
      unless,
      example: '********1234',
    }),
    warnings: personWarnings,
    positions: many(PositionOfPerson, positionsOfPerson, 'All positions, held now and ever', {
      orderBy: 'po.valid_from, po.id',
    }),
    erasedAt: instant('pe.erased_at', 'When the personal values were erased, as the law allows', { nullable: true }),
    ...writesOf('pe'),
  },
  filters: {
    ...ofOrganization(
      'Who holds a position in this organisation on the day',
      holdsOnDay('po.organization_id = :organizationId'),
    ),
    position: {
      says: 'Who holds this position, in any organisation, on the day',
      kind: 'code',
      sql: holdsOnDay('po.position = :position'),
      codes: positionCodes,
    },
  },
}) {}

import { one, ReadModel } from '../../platform/reading/read-model.js';
import { code, day, id, text, writesOf } from '../../platform/reading/view-fields.js';
import { Paper } from '../documents/paper.view.js';
import { PlaceName } from '../places/place-name.view.js';
import { successorOf, unitOnDay } from '../places/succession.js';
import { organizationStatuses } from './organization.entity.js';

const about = (row: string) => ({
  scopes: { alliance: `${row}.alliance_id`, organization: `${row}.organization_id` },
  version: `${row}.version`,
});

const nameFields = {
  id: id('n.id', 'Its id'),
  name: text('n.name', 'Name'),
  shortName: text('n.short_name', 'Short name', { nullable: true }),
  validFrom: day('n.valid_from', 'First day of this name'),
};

export class NameOfOrganization extends ReadModel({
  says: 'A name, in force until the next one',
  from: 'organization_names n',
  where: 'n.voided_at is null',
  scopes: {},
  fields: nameFields,
}) {}

export class OrganizationNameView extends ReadModel({
  ...about('n'),
  says: 'A name, in force until the next one; by itself, voided or not',
  from: 'organization_names n',
  fields: { ...nameFields, organizationId: id('n.organization_id', 'The organisation'), ...writesOf('n') },
}) {}

const addressFields = {
  id: id('a.id', 'Its id'),
  line: text('a.line', 'House, street, village', { nullable: true }),
  place: one(PlaceName, 'p.id = a.place_id', 'The administrative unit of its time'),
  placeToday: one(
    PlaceName,
    `p.id = coalesce(${successorOf('a.place_id', `'infinity'`)}, a.place_id)`,
    'The unit that it lies in today; the one of its time again, where that was divided and nobody can tell in which part it lies, or where its successor is not known',
  ),
  validFrom: day('a.valid_from', 'First day of this seat'),
};

export class AddressOfOrganization extends ReadModel({
  says: 'A seat, in force until the next one',
  from: 'organization_addresses a',
  where: 'a.voided_at is null',
  scopes: {},
  printed: ['line', 'place.fullName', 'validFrom'],
  fields: addressFields,
}) {}

export class SeatOfOrganization extends ReadModel({
  says: 'The seat in force',
  from: 'organization_addresses a',
  where: 'a.voided_at is null and a.valid_from <= :asOf',
  scopes: {},
  fields: {
    id: addressFields.id,
    line: addressFields.line,
    place: one(
      PlaceName,
      `p.id = ${unitOnDay('a.place_id')}`,
      'The unit in which it lies on the day; that of its own time, where nobody can tell',
    ),
  },
}) {}

export class OrganizationAddressView extends ReadModel({
  ...about('a'),
  says: 'A seat, in force until the next one; by itself, voided or not',
  from: 'organization_addresses a',
  fields: { ...addressFields, organizationId: id('a.organization_id', 'The organisation'), ...writesOf('a') },
}) {}

const statusFields = {
  id: id('s.id', 'Its id'),
  status: code(organizationStatuses, 's.status', 'Status'),
  validFrom: day('s.valid_from', 'First day of this status'),
  document: one(Paper, 'd.id = s.document_id', 'The decision'),
};

export class StatusOfOrganization extends ReadModel({
  says: 'A status, in force until the next one',
  from: 'organization_statuses s',
  where: 's.voided_at is null',
  scopes: {},
  fields: statusFields,
}) {}

export class OrganizationStatusView extends ReadModel({
  ...about('s'),
  says: 'A status, in force until the next one; by itself, voided or not',
  from: 'organization_statuses s',
  fields: { ...statusFields, organizationId: id('s.organization_id', 'The organisation'), ...writesOf('s') },
}) {}

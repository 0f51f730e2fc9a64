import { many, one, ReadModel } from '../../platform/reading/read-model.js';
import { code, day, decimal, flag, id, lastWriteOf, text, writesOf, year } from '../../platform/reading/view-fields.js';
import { begunLater } from '../codes/code-on-day.js';
import { byPaper, Paper } from '../documents/paper.view.js';
import {
  datePrecisions,
  digitsOfTaxCode,
  obligationKinds,
  organizationFields,
  organizationKinds,
  organizationSectors,
  organizationStatuses,
  organizingLaws,
  yearlyMeasures,
} from './organization.entity.js';
import {
  AddressOfOrganization,
  NameOfOrganization,
  SeatOfOrganization,
  StatusOfOrganization,
} from './organization-parts.view.js';
import { memberOnDay } from './member-on-day.js';
import {
  nameInOrder,
  organizationHasName,
  organizationNamed,
  organizationNameOnDay,
} from './organization-name.view.js';
import { seatFilters } from './seat-on-day.js';
import { foundedByDay, statusOnDay } from './status-on-day.js';

class ObligationOfOrganization extends ReadModel({
  says: 'What a law asks of the organisation',
  from: 'organization_obligations ob',
  where: 'ob.voided_at is null',
  scopes: {},
  fields: {
    id: id('ob.id', 'Its id'),
    law: code(organizingLaws, 'ob.law', 'The law'),
    kind: code(obligationKinds, 'ob.kind', 'What it asks'),
    dueOn: day('ob.due_on', 'Deadline', { nullable: true }),
    doneOn: day('ob.done_on', 'Day it was done', { nullable: true }),
    document: one(Paper, 'd.id = ob.document_id', 'The document that proves it'),
  },
}) {}

class FigureOfOrganization extends ReadModel({
  says: 'A figure of one year',
  from: 'organization_figures f',
  where: 'f.voided_at is null',
  scopes: {},
  fields: {
    id: id('f.id', 'Its id'),
    year: year('f.year', 'Year'),
    measure: code(yearlyMeasures, 'f.measure', 'What is measured'),
    value: decimal('f.value', 'Value; money in VND'),
    producer: text('f.producer', 'Who produced the figure', { nullable: true }),
    checked: flag('f.checked', 'Whether somebody checked it'),
  },
}) {}

/** Membership `m` is in force, and of the alliance that keeps the record of organisation `o`: others keep rolls of their own. */
const itsMembership = `m.organization_id = o.id and m.alliance_id = o.alliance_id and m.voided_at is null and ${memberOnDay}`;

/** Before it converted to the law of today, or before there was that law, it was organised under another, which its record does not tell. */
const lawOnDay = `case when not exists (select from organization_obligations ob where ob.organization_id = o.id
      and ob.kind = 'conversion' and ob.law = o.organizing_law and ob.done_on > :asOf and ob.voided_at is null)
      and not ${begunLater(organizingLaws, 'o.organizing_law', ':asOf')}
      then o.organizing_law end`;

/** The membership in force, told by its columns: organisations may import nothing of memberships. */
class MembershipOfOrganization extends ReadModel({
  says: 'The membership in force on the day',
  from: 'memberships m',
  scopes: {},
  fields: {
    id: id('m.id', 'Its id'),
    allianceId: id('m.alliance_id', 'The alliance'),
    number: text('m.number', 'Number in the roll of members'),
    admittedOn: day('m.admitted_on', 'First day as a member'),
  },
}) {}

export class OrganizationView extends ReadModel({
  says: 'An organisation as it stood on a day',
  from: 'organizations o',
  inForce: `o.voided_at is null and ${foundedByDay('o')}`,
  scopes: { alliance: 'o.alliance_id', organization: 'o.id' },
  version: 'o.version',
  updatedAt: lastWriteOf('o', {
    organization_names: 'organization_id',
    organization_addresses: 'organization_id',
    organization_statuses: 'organization_id',
    organization_obligations: 'organization_id',
    organization_figures: 'organization_id',
    memberships: 'organization_id',
  }),
  search: { ...organizationNamed('o.id'), ofRow: organizationHasName('o.id') },
  order: 'code',
  printed: [
    'code',
    'name',
    'kind',
    'status',
    'taxCode',
    'sector',
    'seat.place.fullName',
    'foundedOn',
    'membership.admittedOn',
  ],
  fields: {
    id: id('o.id', 'Its id'),
    code: text('o.code', 'Its code', { filter: 'is', sort: true, example: 'HTX-000123' }),
    allianceId: id('o.alliance_id', 'The alliance that keeps its record', { filter: 'is' }),
    kind: code(organizationKinds, 'o.kind', 'Kind', { filter: 'is' }),
    name: text(organizationNameOnDay, 'Its name on the day; an old name finds it too', { sort: nameInOrder }),
    status: code(organizationStatuses, statusOnDay, 'Status on the day', { nullable: true, filter: 'is' }),
    taxCode: text('o.tax_code', 'Tax code', {
      nullable: true,
      filter: 'is',
      asked: digitsOfTaxCode,
      example: '0200100019',
    }),
    registrationNumber: text('o.registration_number', 'Number of the registration certificate', {
      nullable: true,
      filter: 'is',
    }),
    field: code(organizationFields, 'o.field', 'Field of activity', { nullable: true, filter: 'is' }),
    sector: code(organizationSectors, 'o.sector', 'Sector', { nullable: true, filter: 'is' }),
    foundedOn: day('o.founded_on', 'Day of founding', {
      nullable: true,
      filter: 'range',
      exactness: 'foundedPrecision',
    }),
    foundedPrecision: code(datePrecisions, 'o.founded_precision', 'How exact that day is'),
    organizingLaw: code(
      organizingLaws,
      lawOnDay,
      'Law it is organised under; null before it converted to it, or there was that law',
      {
        nullable: true,
        filter: 'is',
      },
    ),
    membership: one(
      MembershipOfOrganization,
      itsMembership,
      'Its membership, in force on the day, of the alliance that keeps its record',
    ),
    seat: one(SeatOfOrganization, 'a.organization_id = o.id', 'Its seat on the day', { orderBy: 'a.valid_from desc' }),
    names: many(NameOfOrganization, 'n.organization_id = o.id', 'All its names', { orderBy: 'n.valid_from' }),
    addresses: many(AddressOfOrganization, 'a.organization_id = o.id', 'All its seats', { orderBy: 'a.valid_from' }),
    statuses: many(StatusOfOrganization, 's.organization_id = o.id', 'All its statuses', { orderBy: 's.valid_from' }),
    obligations: many(ObligationOfOrganization, 'ob.organization_id = o.id', 'What laws ask of it', {
      orderBy: 'ob.law, ob.kind',
    }),
    figures: many(FigureOfOrganization, 'f.organization_id = o.id', 'Its yearly figures', {
      orderBy: 'f.year, f.measure',
    }),
    ...writesOf('o'),
  },
  filters: {
    ...byPaper(
      ['statuses', 'obligations', 'figures']
        .map(
          (part) => `exists (select from organization_${part} part where part.organization_id = o.id
        and part.document_id = :documentId and part.voided_at is null)`,
        )
        .join(' or '),
    ),
    statusKnown: {
      says: 'Only those whose status is known, or only those whose status is not',
      kind: 'flag',
      sql: `(${statusOnDay} is not null) = :statusKnown`,
    },
    member: {
      says: 'Of those founded by the day, only those that are members, on the day, of the alliance that keeps their record, or only the others',
      kind: 'flag',
      sql: `exists (select from memberships m where ${itsMembership}) = :member`,
    },
    withoutFiguresOf: {
      says: 'Only those of which no figure of this year is recorded: who has not reported',
      kind: 'integer',
      sql: `not exists (select from organization_figures f where f.organization_id = o.id and f.voided_at is null
        and f.year = cast(:withoutFiguresOf as bigint) and f.year <= extract(year from cast(:asOf as date)))`,
    },
    ...seatFilters,
  },
}) {}

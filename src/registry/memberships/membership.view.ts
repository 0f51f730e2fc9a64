import { many, one, ReadModel } from '../../platform/reading/read-model.js';
import { code, day, id, lastWriteOf, text, writesOf } from '../../platform/reading/view-fields.js';
import { organizationKinds, organizationSectors } from '../organizations/organization.entity.js';
import { memberOnDay } from '../organizations/member-on-day.js';
import {
  nameInOrder,
  OrganizationName,
  organizationNamed,
  ofOrganization,
} from '../organizations/organization-name.view.js';
import { seatFilters } from '../organizations/seat-on-day.js';
import { AllianceName } from '../alliances/alliance-name.view.js';
import { byPaper, Paper } from '../documents/paper.view.js';
import { CategoryChangeOfMembership, ExitOfMembership, SuspensionOfMembership } from './membership-parts.view.js';
import { membershipCategories } from './membership.entity.js';
import { membershipWarnings } from './membership-warnings.js';
import { categoryOnDay, standingOnDay, standings } from './standing-on-day.js';

export class MembershipView extends ReadModel({
  says: 'A membership as it stood on a day',
  from: 'memberships m join organizations o on o.id = m.organization_id',
  inForce: `m.voided_at is null and ${memberOnDay}`,
  scopes: { alliance: 'm.alliance_id', organization: 'm.organization_id' },
  version: 'm.version',
  updatedAt: lastWriteOf('m', {
    membership_suspensions: 'membership_id',
    membership_category_changes: 'membership_id',
    membership_exits: 'membership_id',
  }),
  search: organizationNamed('m.organization_id'),
  order: 'admittedOn',
  filedBy: 'number',
  calledBy: ['organization.code', 'number', 'organization.name'],
  printed: [
    'number',
    'organization.name',
    'organization.kind',
    'category',
    'admittedOn',
    'admittedBy.number',
    'standing',
  ],
  fields: {
    id: id('m.id', 'Its id'),
    number: text('m.number', 'Number in the roll of members; sorts as numbers do', {
      sort: `lpad(number_key(m.number), 40, '0')`,
      example: '0263',
    }),
    allianceId: id('m.alliance_id', 'The alliance', { filter: 'is' }),
    alliance: one(AllianceName, 'l.id = m.alliance_id', 'Whose roll it is, by its name on the day'),
    organization: one(OrganizationName, 'o.id = m.organization_id', 'The organisation, by its name on the day'),
    category: code(membershipCategories, categoryOnDay, 'Category on the day', { filter: 'is' }),
    categoryAtAdmission: code(membershipCategories, 'm.category', 'Category at the admission'),
    admittedOn: day('m.admitted_on', 'First day as a member', { filter: 'range', sort: true, example: '2018-05-11' }),
    admittedBy: one(Paper, 'd.id = m.admitted_by_document_id', 'The decision to admit'),
    certificateNumber: text('m.certificate_number', 'Number of the certificate', { nullable: true, filter: 'is' }),
    endedOn: day('m.ended_on', 'First day no longer a member', {
      nullable: true,
      filter: 'range',
      beyond: 'm.voided_at is null',
    }),
    exit: one(ExitOfMembership, 'x.membership_id = m.id', 'How it ended'),
    suspensions: many(SuspensionOfMembership, 's.membership_id = m.id', 'Times in which it rested', {
      orderBy: 's.suspended_on, s.resumed_on, s.id',
    }),
    categoryChanges: many(CategoryChangeOfMembership, 'cc.membership_id = m.id', 'Changes of its category', {
      orderBy: 'cc.valid_from',
    }),
    standing: code(standings, standingOnDay, 'How it stood on the day', { filter: 'is', beyond: 'true' }),
    warnings: membershipWarnings,
    ...writesOf('m'),
  },
  sorts: { name: nameInOrder },
  filters: {
    ...byPaper(
      `m.admitted_by_document_id = :documentId or ${['exits', 'suspensions', 'category_changes'].map((part) => `exists (select from membership_${part} part where part.membership_id = m.id and part.document_id = :documentId and part.voided_at is null)`).join(' or ')}`,
    ),
    ...ofOrganization('Memberships of this organisation', 'm.organization_id = :organizationId'),
    number: {
      says: 'Members of this number in the roll, with zeros in front or without',
      kind: 'text',
      sql: 'number_key(m.number) = number_key(:number)',
    },
    kind: { says: 'Kind of organisation', kind: 'code', sql: 'o.kind = :kind', codes: organizationKinds },
    sector: { says: 'Sector', kind: 'code', sql: 'o.sector = :sector', codes: organizationSectors },
    sectorKnown: {
      says: 'Only those whose sector is known, or only those whose sector is not',
      kind: 'flag',
      sql: '(o.sector is not null) = :sectorKnown',
    },
    ...seatFilters,
  },
}) {}

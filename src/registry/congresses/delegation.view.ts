import { many, one, ReadModel } from '../../platform/reading/read-model.js';
import { code, day, id, integer, lastWriteOf, writesOf } from '../../platform/reading/view-fields.js';
import { AllianceName } from '../alliances/alliance-name.view.js';
import { byPaper, Paper } from '../documents/paper.view.js';
import { OrganizationName, organizationNamed, ofOrganization } from '../organizations/organization-name.view.js';
import { PersonName } from '../people/person-name.view.js';
import { delegateBases, delegateKinds } from './congress.entity.js';
import { congressDays, CongressName, ofCongress } from './congress.view.js';
import { afterDay, dayOfInstant, givenAway } from './seat-by-then.js';

/** The day, by the day asked for, on which delegate `d` gave the seat away to whom the condition says. */
const leftOn = (toWhom: string) => `(select ${dayOfInstant('s.substituted_at')} from ${givenAway('d', afterDay)}
        and ${toWhom})`;

class DelegateOfDelegation extends ReadModel({
  says: 'A delegate of the delegation, named by the day',
  from: 'delegates d',
  where: `d.voided_at is null and d.named_on <= :asOf
      and (:ownOrganizationId::uuid is null or :ownOrganizationId in (d.organization_id, dn.organization_id))`,
  scopes: {},
  fields: {
    id: id('d.id', 'Its id'),
    person: one(PersonName, 'pe.id = d.person_id', 'Who'),
    kind: code(delegateKinds, 'd.kind', 'Named as'),
    alternateRank: integer('d.alternate_rank', 'Order among the alternates', { nullable: true }),
    basis: code(delegateBases, 'd.basis', 'Why the delegate has the seat'),
    namedOn: day('d.named_on', 'Day of the naming'),
    replacedOn: day(leftOn('s.alternate_id is not null'), 'Day on which an alternate took over', { nullable: true }),
    vacatedOn: day(leftOn('s.alternate_id is null'), 'Day on which the delegate left with nobody called up', {
      nullable: true,
    }),
  },
}) {}

export class DelegationView extends ReadModel({
  says: 'A delegation to a congress, with the delegates named by the day',
  from: 'delegations dn',
  inForce: 'dn.voided_at is null',
  scopes: {
    alliance: 'dn.alliance_id',
    organization: `(dn.organization_id = :ownOrganizationId or exists (select from delegates d where d.delegation_id = dn.id
      and d.voided_at is null and d.organization_id = :ownOrganizationId))`,
  },
  version: 'dn.version',
  updatedAt: lastWriteOf('dn', { delegates: 'delegation_id', delegate_substitutions: 'delegation_id' }),
  search: organizationNamed('dn.organization_id'),
  fields: {
    id: id('dn.id', 'Its id'),
    allianceId: id('dn.alliance_id', 'The alliance that keeps its record', { filter: 'is' }),
    congress: one(CongressName, 'c.id = dn.congress_id', 'The congress'),
    sendingAlliance: one(AllianceName, 'l.id = dn.sending_alliance_id', 'The alliance that sends it'),
    organization: one(OrganizationName, 'o.id = dn.organization_id', 'The organisation that sends it'),
    officialSeats: integer('dn.official_seats', 'Seats of official delegates'),
    alternateSeats: integer('dn.alternate_seats', 'Seats of alternates'),
    document: one(Paper, 'd.id = dn.document_id', 'The decision that allots the seats'),
    delegates: many(DelegateOfDelegation, 'd.delegation_id = dn.id', 'Its delegates, officials first', {
      orderBy: 'd.alternate_rank nulls first, d.id',
    }),
    ...writesOf('dn'),
  },
  filters: {
    ...byPaper('dn.document_id = :documentId'),
    ...congressDays((holds) => `exists (select from congresses c where c.id = dn.congress_id and ${holds})`),
    ...ofCongress('Delegations to this congress', 'dn.congress_id = :congressId'),
    ...ofOrganization('Delegations of this organisation', 'dn.organization_id = :organizationId'),
    sendingAllianceId: {
      says: 'Delegations of this alliance',
      kind: 'id',
      sql: 'dn.sending_alliance_id = :sendingAllianceId',
    },
  },
}) {}

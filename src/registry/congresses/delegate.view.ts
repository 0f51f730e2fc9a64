import { one, printedAs, ReadModel, withoutParameters } from '../../platform/reading/read-model.js';
import { nameOnDay } from '../../platform/reading/on-day.js';
import { code, day, flag, id, instant, integer, text, writesOf } from '../../platform/reading/view-fields.js';
import type { Wanted } from '../../platform/reading/wanted.js';
import { allianceLevels } from '../alliances/alliance.entity.js';
import { byPaper, Paper } from '../documents/paper.view.js';
import { OrganizationName, ofOrganization } from '../organizations/organization-name.view.js';
import { byName, bySex, PersonName, personNamed } from '../people/person-name.view.js';
import { congressDays, CongressName, ofCongress } from './congress.view.js';
import { delegateBases, delegateKinds } from './congress.entity.js';
import { delegateWarnings } from './delegate-warnings.js';
import { afterDay, calledUp, givenAway } from './seat-by-then.js';

/** Until when substitutions count: the instant asked for, itself included, or the end of the day. */
const beyond = `coalesce(:entitledAt::timestamptz + interval '1 microsecond', ${afterDay})`;

const left = `exists (select from ${givenAway('dg', beyond)})`;
const replaced = `exists (select from ${givenAway('dg', beyond)} and s.alternate_id is not null)`;
const vacated = `(${left} and not ${replaced})`;

/** A delegate, by the alias, named by the day, came to a seat, as official or called up before, and has not left it. */
const sits = (delegate: string): string => `(${delegate}.voided_at is null and ${delegate}.named_on <= :asOf
      and (${delegate}.kind = 'official' or ${calledUp(delegate, beyond)})
      and not exists (select from ${givenAway(delegate, beyond)}))`;

/**
 * An official who is named on the day on which a seat falls empty has it only from that instant on, so that no roll shows two for one
 * seat. It is looked at only while somebody of the delegation is still to leave on that day.
 */
const seatIsFree = `(dg.named_on < :asOf or dg.kind = 'alternate'
      or not exists (select from delegate_substitutions s where s.delegation_id = dg.delegation_id and s.voided_at is null
        and s.alternate_id is null and s.substituted_at >= ${beyond} and s.substituted_at < ${afterDay})
      or (select count(*) from delegates earlier
      where earlier.delegation_id = dg.delegation_id and ${sits('earlier')}
      and (earlier.kind = 'alternate' or (earlier.named_on, earlier.id) < (dg.named_on, dg.id)))
      < (select dn.official_seats from delegations dn where dn.id = dg.delegation_id))`;

/** Delegate `dg` has a seat. */
const entitled = `(${sits('dg')} and ${seatIsFree})`;

const whyLeft = {
  ground: text('s.ground', 'Why'),
  document: one(Paper, 'd.id = s.document_id', 'The decision'),
  version: integer('s.version', 'Counts its writes; the first part of the ETag with which it is taken back'),
};

/** A substitution as the one or the other side sees it; `other` is the column of the counterpart. */
const substitution = (other: 'delegate_id' | 'alternate_id') =>
  ({
    says: 'A substitution',
    from: `delegate_substitutions s join delegates other on other.id = s.${other}`,
    where: 's.voided_at is null',
    scopes: {},
    fields: {
      id: id('s.id', 'Its id'),
      delegateId: id('other.id', 'The other delegate'),
      person: one(PersonName, 'pe.id = other.person_id', 'Who that is'),
      substitutedAt: instant('s.substituted_at', 'From when on'),
      ...whyLeft,
    },
  }) as const;
class ReplacedBy extends ReadModel(substitution('alternate_id')) {}
class CalledUpFor extends ReadModel(substitution('delegate_id')) {}

class Vacancy extends ReadModel({
  says: 'That a delegate left, and nobody was called up then',
  from: 'delegate_substitutions s',
  where: 's.alternate_id is null and s.voided_at is null',
  scopes: {},
  fields: {
    id: id('s.id', 'Its id'),
    since: instant('s.substituted_at', 'Since when the delegate has left'),
    ...whyLeft,
  },
}) {}

/** Who sends delegation `dn`, by its name on the day. */
export const sender = `coalesce(${nameOnDay('alliance_names', 'alliance_id', 'dn.sending_alliance_id')},
        ${nameOnDay('organization_names', 'organization_id', 'dn.organization_id')})`;
const sentBy = `(select ${sender} from delegations dn where dn.id = dg.delegation_id)`;

export class DelegateView extends ReadModel({
  says: 'A delegate to a congress, as named by the day',
  from: 'delegates dg join congresses c on c.id = dg.congress_id',
  inForce: 'dg.voided_at is null and dg.named_on <= :asOf',
  scopes: { alliance: 'dg.alliance_id', organization: 'dg.organization_id' },
  version: 'dg.version',
  updatedAt: `greatest(dg.updated_at, (select max(su.updated_at) from delegate_substitutions su
    where dg.id in (su.delegate_id, su.alternate_id)))`,
  search: personNamed('dg.person_id'),
  order: 'namedOn',
  calledBy: ['person.fullName', 'organization.name'],
  filedBy: 'sentBy',
  dayBy: 'entitledAt',
  pastAtOnce: ['delegate_substitutions'],
  printed: [
    'person.fullName',
    'organization.name',
    'sentBy',
    'kind',
    'alternateRank',
    'basis',
    'congress.level',
    'congress.ordinal',
    'entitled',
  ],
  fields: {
    id: id('dg.id', 'Its id'),
    allianceId: id('dg.alliance_id', 'The alliance that keeps its record', { filter: 'is' }),
    congress: one(CongressName, 'c.id = dg.congress_id', 'The congress'),
    delegationId: id('dg.delegation_id', 'The delegation', { filter: 'is' }),
    sentBy: text(sentBy, 'Who sends the delegation, by its name on the day', { nullable: true }),
    person: one(PersonName, 'pe.id = dg.person_id', 'Who'),
    organization: one(OrganizationName, 'o.id = dg.organization_id', 'The organisation, by its name on the day'),
    kind: code(delegateKinds, 'dg.kind', 'Named as', { filter: 'is' }),
    alternateRank: integer('dg.alternate_rank', 'Order among the alternates', { nullable: true }),
    basis: code(delegateBases, 'dg.basis', 'Why the delegate has the seat', { filter: 'is' }),
    namedOn: day('dg.named_on', 'Day of the naming', { filter: 'range', sort: true, example: '2020-11-27' }),
    document: one(Paper, 'd.id = dg.document_id', 'Minutes or decision'),
    entitled: flag(entitled, 'Whether the seat is theirs: at the instant asked for, or at the end of the day', {
      filter: 'is',
    }),
    replacedBy: one(ReplacedBy, 's.delegate_id = dg.id', 'The alternate who took over, whenever'),
    calledUpFor: one(CalledUpFor, 's.alternate_id = dg.id', 'Whose seat the alternate took over, whenever'),
    vacancy: one(
      Vacancy,
      's.delegate_id = dg.id',
      'That the delegate left with nobody called up at that moment, whenever; who came later is `replacedBy`',
    ),
    warnings: delegateWarnings,
    ...writesOf('dg'),
  },
  sorts: {
    person: byName('dg.person_id'),
    sentBy: `array[coalesce(${sentBy}, ''), lpad(coalesce(dg.alternate_rank, 0)::text, 4, '0')] collate "vi-x-icu"`,
  },
  filters: {
    ...byPaper(
      'dg.document_id = :documentId or exists (select from delegate_substitutions s where s.delegate_id = dg.id and s.document_id = :documentId and s.voided_at is null)',
    ),
    ...ofCongress('Delegates to this congress', 'dg.congress_id = :congressId'),
    congressLevel: {
      says: 'Delegates to congresses of this level',
      kind: 'code',
      sql: 'c.level = :congressLevel',
      codes: allianceLevels,
    },
    ...congressDays((holds) => holds),
    substituted: {
      says: 'Only those whom an alternate replaced by the instant asked for or the end of the day, or only the others',
      kind: 'flag',
      sql: `${replaced} = :substituted`,
    },
    vacated: {
      says: 'Only those who left with nobody called up by the instant asked for or the end of the day, or only the others',
      kind: 'flag',
      sql: `${vacated} = :vacated`,
    },
    ...bySex('dg.person_id'),
    personId: { says: 'Delegations of this person', kind: 'id', sql: 'dg.person_id = :personId' },
    ...ofOrganization('Delegates of this organisation', 'dg.organization_id = :organizationId'),
    entitledAt: {
      says: 'Whose seat it is at this instant: the roll',
      kind: 'instant',
      sql: entitled,
    },
  },
}) {}

/** The roll of a congress: who is entitled, for whom an alternate sits, and room for the delegate to sign. */
export const Roll = printedAs(DelegateView, 'Roll', {
  printed: ['person.fullName', 'organization.name', 'sentBy', 'kind', 'basis', 'calledUpFor.person.fullName'],
  toFill: ['Ký tên'],
});

/** As the roll of one congress is asked for, by its address: who left it is told by the list of delegates alone. */
export const RollAsked = withoutParameters(Roll, 'congressId', 'entitled', 'ever', 'updatedSince');

/** The list narrowed to one congress and to who is entitled: at the wanted instant, at the end of the wanted day, or else now. */
export function rollOf(congressId: string, wanted: Wanted): Wanted {
  const filters = [...wanted.filters, { name: 'congressId', values: [congressId] }];
  if (filters.some(({ name }) => name === 'entitledAt')) return { ...wanted, filters };
  const seated = wanted.dayAsked
    ? { name: 'entitled', values: ['true'] }
    : { name: 'entitledAt', values: [new Date().toISOString()] };
  return { ...wanted, filters: [...filters, seated] };
}

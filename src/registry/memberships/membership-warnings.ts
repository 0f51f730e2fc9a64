import { closedList } from '../../platform/records/code-list.js';
import { mayCompare } from '../../platform/reading/compared.js';
import { lastsOnDay, nameOnDay } from '../../platform/reading/on-day.js';
import { warnings } from '../../platform/reading/view-fields.js';
import { memberOnDay } from '../organizations/member-on-day.js';
import { notInListOn } from '../codes/code-on-day.js';
import { seatOnDay } from '../organizations/seat-on-day.js';
import { isNoMore, isEnded } from '../organizations/status-on-day.js';
import { unitOnDay } from '../places/succession.js';
import { membershipCategories } from './membership.entity.js';

const codes = closedList('membership_warning', [
  'organization_ended',
  'admitted_before_founding',
  'admitted_before_decision',
  'named_like_another',
  'certificate_of_another',
  'ended_before_decision',
  'ended_but_operating',
  'category_of_another_time',
  'categorized_before_decision',
  'member_of_another_alliance',
]);

/** Name `name` is the one that its organisation has on the day. */
const nameOfDay = (name: string) =>
  `${name}.voided_at is null and ${name}.name = ${nameOnDay('organization_names', 'organization_id', `${name}.organization_id`)}`;

/** The unit of the day in which an organisation has its seat. */
const seatUnit = (organizationId: string) => unitOnDay(seatOnDay(organizationId));

/**
 * Another member of the day has this name, diacritics and abbreviations aside, and its seat in the same unit, or neither's is known: it may
 * be the same one. `offset 0` has it asked from the inside of each name: just after an import PostgreSQL takes the tables for empty, and
 * would compare all members with all.
 */
const namedLikeAnother = `exists (select from organization_names own where own.organization_id = m.organization_id and ${nameOfDay('own')}
        and exists (select from organization_names same where same.folded_in_full = own.folded_in_full
          and same.organization_id <> own.organization_id and ${nameOfDay('same')}
          and exists (select from memberships other where other.organization_id = same.organization_id
            and other.alliance_id = m.alliance_id and other.voided_at is null and ${lastsOnDay('other.admitted_on', 'other.ended_on')}
            and ${seatUnit('own.organization_id')} is not distinct from ${seatUnit('same.organization_id')} offset 0) offset 0))`;

/** On the roll of another alliance too, which the reader sees; that of the country may have members that a province has. */
const onAnotherRoll = `exists (select from memberships other where other.organization_id = m.organization_id
        and other.alliance_id <> m.alliance_id and other.alliance_id = any(:ownAllianceIds)
        and other.voided_at is null and ${lastsOnDay('other.admitted_on', 'other.ended_on')}
        and not exists (select from alliances l where l.id in (m.alliance_id, other.alliance_id) and l.level = 'national'))`;

/** An exit of membership `m` that is in force. */
const exit = (which: string) =>
  `exists (select from membership_exits x where x.membership_id = m.id and x.voided_at is null and ${which})`;

/** A change of the category of membership `m` that is in force. */
const categoryChange = (which: string) =>
  `exists (select from membership_category_changes cc where cc.membership_id = m.id and cc.voided_at is null and ${which})`;

const conditions = {
  organization_ended: `m.voided_at is null and ${memberOnDay}
        and ${isNoMore('m.organization_id')}`,
  admitted_before_founding: 'm.voided_at is null and m.admitted_on < o.founded_on',
  admitted_before_decision: `m.voided_at is null and exists (select from documents d
        where d.id = m.admitted_by_document_id and d.issued_on > m.admitted_on)`,
  named_like_another: `m.voided_at is null and ${memberOnDay} and ${mayCompare} and ${namedLikeAnother}`,
  certificate_of_another: `m.voided_at is null and m.certificate_number is not null and ${mayCompare}
        and exists (select from memberships other where other.certificate_number collate any_case = m.certificate_number
        and other.organization_id <> m.organization_id and other.alliance_id = m.alliance_id and other.voided_at is null)`,
  ended_before_decision: `m.voided_at is null and m.ended_on is not null
        and ${exit(`not ${isEnded('x.kind')} and exists (select from documents d where d.id = x.document_id and d.issued_on > x.ended_on)`)}`,
  ended_but_operating: `m.voided_at is null and m.ended_on <= :asOf and ${exit(isEnded('x.kind'))} and (${isNoMore('m.organization_id')}) is not true`,
  category_of_another_time: `m.voided_at is null and (${notInListOn(membershipCategories, 'm.category', 'm.admitted_on')}
        or ${categoryChange(notInListOn(membershipCategories, 'cc.category', 'cc.valid_from'))})`,
  categorized_before_decision: `m.voided_at is null
        and ${categoryChange('exists (select from documents d where d.id = cc.document_id and d.issued_on > cc.valid_from)')}`,
  member_of_another_alliance: `m.voided_at is null and ${memberOnDay} and ${mayCompare} and ${onAnotherRoll}`,
};

/** Of membership `m` of organisation `o`: papers contradict one another, and the registry holds what they say. */
export const membershipWarnings = warnings(codes, conditions);

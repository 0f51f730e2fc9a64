import { closedList } from '../../platform/records/code-list.js';

export const awardStatuses = closedList('award_status', ['future', 'standing', 'revoked', 'voided']);
export const awardWarnings = closedList('award_warning', [
  'achievement_awarded_before',
  'repeated_in_decision',
  'presented_before_decision',
]);

/** An award was taken away by the day asked for. */
export const revokedOnDay = (award: string) =>
  `exists (select from award_revocations r where r.award_id = ${award}.id and r.voided_at is null and r.decided_on <= :asOf)`;

/** Award `a` of decision `ad` was given by the day asked for, whatever became of it. */
export const awardedByDay = 'a.voided_at is null and ad.decided_on <= :asOf';

/** Award `a` of decision `ad` stands on the day asked for. */
export const standsOnDay = `${awardedByDay} and not ${revokedOnDay('a')}`;

export const statusOnDay = `case
      when a.voided_at is not null then 'voided'
      when ad.decided_on > :asOf then 'future'
      when ${revokedOnDay('a')} then 'revoked'
      else 'standing' end`;

/** Another award `x` of the same form to the same recipient stands on the day; a member knows only those of its own. */
const another = (which: string) => {
  const others = `select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.form_id = a.form_id and x.voided_at is null and xd.decided_on <= :asOf and not ${revokedOnDay('x')}
        and (:ownOrganizationId::uuid is null or x.organization_id = :ownOrganizationId) and ${which}`;
  return `case a.recipient_kind
        when 'individual' then exists (${others} and x.person_id = a.person_id)
        else exists (${others} and x.organization_id = a.organization_id and x.recipient_kind = a.recipient_kind
        and x.unit_name is not distinct from a.unit_name) end`;
};

export const warningsOnDay = `to_json(array_remove(array[
      case when a.voided_at is null and a.achievement_from is not null and ${another(
        'x.achievement_from < a.achievement_to and a.achievement_from < x.achievement_to',
      )} then 'achievement_awarded_before' end,
      case when a.voided_at is null and ${another('x.decision_id = a.decision_id')} then 'repeated_in_decision' end,
      case when a.presented_on < ad.decided_on then 'presented_before_decision' end], null))`;

export const warningsSchema = {
  type: 'array',
  maxItems: 3,
  items: { type: 'string', enum: [...(awardWarnings.codes ?? [])] },
};

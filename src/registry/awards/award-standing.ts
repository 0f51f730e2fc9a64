import { closedList } from '../../platform/records/code-list.js';
import { warnings } from '../../platform/reading/view-fields.js';
import { notInListOn } from '../codes/code-on-day.js';
import { issuingBodyLevels } from '../documents/document.entity.js';
import { isNoMore, foundedAfter } from '../organizations/status-on-day.js';

export const awardStatuses = closedList('award_status', ['future', 'standing', 'revoked', 'voided']);
const awardWarningCodes = closedList('award_warning', [
  'achievement_awarded_before',
  'repeated_in_decision',
  'presented_before_decision',
  'kind_for_individuals',
  'achievement_after_decision',
  'issuer_of_other_level',
  'revoked_without_decision',
  'recipient_not_founded',
  'paper_of_another_day',
  'recipient_ended',
  'issuer_of_another_time',
  'paper_of_another_number',
  'paper_of_another_body',
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

/** Another award `x` to the same recipient stands on the day; a member knows only those of its own. */
const another = (which: string) => {
  const others = `select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= :asOf and not ${revokedOnDay('x')}
        and (:ownOrganizationId::uuid is null or x.organization_id = :ownOrganizationId) and ${which}`;
  return `case a.recipient_kind
        when 'individual' then exists (${others} and x.person_id = a.person_id)
        else exists (${others} and x.organization_id = a.organization_id and x.recipient_kind = a.recipient_kind
        and fold(x.unit_name) is not distinct from fold(a.unit_name)) end`;
};

/**
 * One achievement is not rewarded twice, nor by two forms (Law 06/2022/QH15, article 5(2)c): the same form for a time that overlaps, or two
 * forms for just the same time. A higher form rewards a longer time than those before it, and titles are no forms; two kinds of
 * commendation, or two movements, are two achievements.
 */
const sameAchievement = `x.achievement_from < a.achievement_to and a.achievement_from < x.achievement_to
        and case when x.form_id = a.form_id or x.achievement_from = a.achievement_from and x.achievement_to = a.achievement_to
          and not exists (select from award_forms f where f.id in (a.form_id, x.form_id) and f.class <> 'form')
          then coalesce(x.kind = a.kind, true) and coalesce(x.movement = a.movement or fold(x.movement) = fold(a.movement), true)
          else false end`;

/** Contributions through long service, and years in the armed forces, are a person's (Law 06/2022/QH15, article 8). */
const kindForIndividuals = `a.recipient_kind = 'collective' and a.kind in ('service', 'seniority')`;

/** Whose form it is, the catalogue says: the State President's orders, for one, are no city's to award. */
const otherLevel = `exists (select from award_forms f join issuing_bodies b on b.id = ad.issuing_body_id
      where f.id = a.form_id and b.level <> f.issuer_level)`;

/** An award is taken away by a decision (Law 06/2022/QH15, article 93), and whoever asks for it will ask for that. */
const revokedWithoutDecision = `exists (select from award_revocations r where r.award_id = a.id and r.voided_at is null
      and r.decided_on <= :asOf and r.document_id is null)`;

/** What the decision says, and the paper of it says otherwise. */
const anotherPaper = (otherwise: string) =>
  `a.voided_at is null and exists (select from documents d where d.id = ad.document_id and ${otherwise})`;

/** Of award `a` of decision `ad`, on the day asked for. */
export const awardWarnings = warnings(awardWarningCodes, {
  achievement_awarded_before: `a.voided_at is null and a.achievement_from is not null and ${another(sameAchievement)}`,
  repeated_in_decision: `a.voided_at is null and ${another('x.form_id = a.form_id and x.decision_id = a.decision_id')}`,
  presented_before_decision: 'a.presented_on < ad.decided_on',
  kind_for_individuals: kindForIndividuals,
  achievement_after_decision: 'a.achievement_from > ad.decided_on',
  issuer_of_other_level: otherLevel,
  revoked_without_decision: revokedWithoutDecision,
  recipient_not_founded: `a.voided_at is null and a.recipient_kind = 'collective'
        and ${foundedAfter('a.organization_id', 'ad.decided_on')}`,
  paper_of_another_day: anotherPaper('d.issued_on <> ad.decided_on'),
  paper_of_another_number: anotherPaper("replace(fold(d.number), ' ', '') <> replace(fold(ad.number), ' ', '')"),
  paper_of_another_body: anotherPaper('d.issuing_body_id <> ad.issuing_body_id'),
  recipient_ended: `a.voided_at is null and a.recipient_kind = 'collective' and ${isNoMore('a.organization_id', 'ad.decided_on')}`,
  issuer_of_another_time: `a.voided_at is null and exists (select from issuing_bodies b where b.id = ad.issuing_body_id
        and ${notInListOn(issuingBodyLevels, 'b.level', 'ad.decided_on')})`,
});

import { closedList } from '../../platform/records/code-list.js';
import { seesOthers } from '../../platform/reading/compared.js';
import { warnings } from '../../platform/reading/view-fields.js';

/**
 * A term lasts at most five years under Decree 126/2024/NĐ-CP, in force since 26 November 2024; what ended before that day
 * is held to nothing. The limit is a dated row of `term_limits`, so that another decree is another row.
 */
const termWarningCodes = closedList('term_warning', [
  'term_too_long',
  'congress_too_late',
  'congress_outside_term',
  'named_like_another',
  'standing_exceeds_executive',
  'congress_out_of_order',
  'after_a_gap',
  'congress_at_once',
]);

/** The standing committee is elected from among the executive committee. */
const standingExceedsExecutive = `exists (select from alliance_bodies standing
      join alliance_bodies executive on executive.term_id = standing.term_id and executive.voided_at is null
      where standing.term_id = t.id and standing.voided_at is null and standing.kind = 'standing_committee'
        and executive.kind = 'executive_committee' and standing.seats > executive.seats)`;

/** Some days between term `t` and the one before it belong to none: what is counted by terms leaves them out. */
const afterAGap = `t.voided_at is null and t.valid_from > (select max(coalesce(before.valid_to, 'infinity')) from alliance_terms before
      where before.alliance_id = t.alliance_id and before.voided_at is null and before.valid_from < t.valid_from)`;

/** Of term `t`; one without an end lasts until the day asked for. */
export const termWarnings = warnings(termWarningCodes, {
  term_too_long: 'longer_than_a_term(t.valid_from, coalesce(t.valid_to, :asOf::date))',
  named_like_another: `exists (select from alliance_terms other where other.alliance_id = t.alliance_id and other.id <> t.id
      and other.name = t.name and other.voided_at is null)`,
  standing_exceeds_executive: standingExceedsExecutive,
  after_a_gap: afterAGap,
});

/**
 * The numbers of congresses follow their days, each of them once, unless an alliance that was merged counted anew from the first between the two.
 */
const outOfOrder = `c.voided_at is null and ${seesOthers} and exists (select from congresses p where p.alliance_id = c.alliance_id
      and p.level = c.level and p.voided_at is null and p.id <> c.id
      and (p.ordinal <= c.ordinal and p.starts_on >= c.starts_on and not ${firstBetween('c', 'p')}
        or p.ordinal >= c.ordinal and p.starts_on <= c.starts_on and not ${firstBetween('p', 'c')}))`;

/** An alliance holds one congress of a level at a time: a number that was forgotten makes another of the same one. */
const atOnce = `c.voided_at is null and ${seesOthers} and exists (select from congresses other where other.alliance_id = c.alliance_id
      and other.level = c.level and other.voided_at is null and other.id <> c.id
      and other.starts_on <= c.ends_on and c.starts_on <= other.ends_on)`;

/** Of congress `c`, which follows the one before of the same alliance and level. */
export const congressWarnings = warnings(termWarningCodes, {
  congress_too_late: `${seesOthers} and c.ordinal is not null and longer_than_a_term((select max(p.starts_on) from congresses p where p.alliance_id = c.alliance_id and p.level = c.level
      and p.voided_at is null and p.ordinal is not null and p.starts_on < c.starts_on), c.starts_on)`,
  congress_out_of_order: outOfOrder,
  congress_at_once: atOnce,
  congress_outside_term: `exists (select from alliance_terms t where t.id = c.term_id and t.voided_at is null
      and (c.ends_on < t.valid_from or c.starts_on >= t.valid_to))`,
});

/** A first congress was held after one and not after the other, both given by their names in the statement. */
function firstBetween(earlier: string, later: string): string {
  return `exists (select from congresses first where first.alliance_id = c.alliance_id and first.level = c.level
        and first.voided_at is null and first.ordinal = 1
        and first.starts_on > ${earlier}.starts_on and first.starts_on <= ${later}.starts_on)`;
}

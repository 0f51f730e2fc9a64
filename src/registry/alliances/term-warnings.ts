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
]);

/** The standing committee is elected from among the executive committee. */
const standingExceedsExecutive = `exists (select from alliance_bodies standing
      join alliance_bodies executive on executive.term_id = standing.term_id and executive.voided_at is null
      where standing.term_id = t.id and standing.voided_at is null and standing.kind = 'standing_committee'
        and executive.kind = 'executive_committee' and standing.seats > executive.seats)`;

/** Of term `t`; one without an end lasts until the day asked for. */
export const termWarnings = warnings(termWarningCodes, {
  term_too_long: 'longer_than_a_term(t.valid_from, coalesce(t.valid_to, :asOf::date))',
  named_like_another: `exists (select from alliance_terms other where other.alliance_id = t.alliance_id and other.id <> t.id
      and other.name = t.name and other.voided_at is null)`,
  standing_exceeds_executive: standingExceedsExecutive,
});

/** Of congress `c`, which follows the one before of the same alliance and level. */
export const congressWarnings = warnings(termWarningCodes, {
  congress_too_late: `${seesOthers} and longer_than_a_term((select max(p.starts_on) from congresses p where p.alliance_id = c.alliance_id and p.level = c.level
      and p.voided_at is null and p.starts_on < c.starts_on), c.starts_on)`,
  congress_out_of_order: `c.voided_at is null and ${seesOthers} and exists (select from congresses p where p.alliance_id = c.alliance_id
      and p.level = c.level and p.voided_at is null
      and (p.ordinal < c.ordinal and p.starts_on >= c.starts_on or p.ordinal > c.ordinal and p.starts_on <= c.starts_on))`,
  congress_outside_term: `exists (select from alliance_terms t where t.id = c.term_id and t.voided_at is null
      and (c.starts_on < t.valid_from or c.starts_on >= t.valid_to))`,
});

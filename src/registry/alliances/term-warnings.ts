import { closedList } from '../../platform/records/code-list.js';
import { json } from '../../platform/reading/view-fields.js';

/**
 * A term lasts at most five years under Decree 126/2024/NĐ-CP, in force since 26 November 2024; what ended before that day
 * is held to nothing. The limit is a dated row of `term_limits`, so that another decree is another row.
 */
const codes = closedList('term_warning', ['term_too_long', 'congress_too_late']);

const warnings = (code: 'term_too_long' | 'congress_too_late', since: string, until: string) =>
  json(
    `to_json(array_remove(array[case when longer_than_a_term(${since}, ${until}) then '${code}' end], null))`,
    'What to look at again (codes: `term_warning`); nothing is refused for it',
    { type: 'array', maxItems: 1, items: { type: 'string', enum: [...(codes.codes ?? [])] } },
  );

/** Of term `t`; one without an end lasts until the day asked for. */
export const termWarnings = warnings('term_too_long', 't.valid_from', 'coalesce(t.valid_to, :asOf::date)');

/** Of congress `c`, which follows the one before of the same alliance and level. */
export const congressWarnings = warnings(
  'congress_too_late',
  `(select max(p.starts_on) from congresses p where p.alliance_id = c.alliance_id and p.level = c.level
      and p.voided_at is null and p.starts_on < c.starts_on)`,
  'c.starts_on',
);

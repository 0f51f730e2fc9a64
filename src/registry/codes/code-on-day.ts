import type { CodeList } from '../../platform/records/code-list.js';

/**
 * Whether a code was not in its list on a day, as it had ended or had not begun.
 * @param code as SQL, like the day
 */
export const notInListOn = ({ list }: CodeList, code: string, day: string): string =>
  `exists (select from codes_${list} code where code.code = ${code} and (code.valid_from > ${day} or code.valid_to <= ${day}))`;

/** Whether a code had not begun on a day, both as SQL: a law that is not in force yet, for one. */
export const begunLater = ({ list }: CodeList, code: string, day: string): string =>
  `exists (select from codes_${list} code where code.code = ${code} and code.valid_from > ${day})`;

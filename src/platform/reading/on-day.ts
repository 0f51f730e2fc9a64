/** SQL about the day that is asked for. What lasts until a day does so to the end of the day before it; null = still. */

/** @param day the SQL of the day; the one asked for by default */
export const lastsOnDay = (from: string, to: string, day = ':asOf'): string =>
  `${from} <= ${day} and (${to} is null or ${to} > ${day})`;

/** Whether a row, by its alias, is in force. */
export const inForceOnDay = (row: string): string => lastsOnDay(`${row}.valid_from`, `${row}.valid_to`);

/**
 * The name that something has; before its first name, that one.
 * @param names table of its names, whose columns are `name`, `valid_from` and `owner`
 * @param owner the column that says whose name it is
 * @param id the SQL of what has it
 * @param day the SQL of the day; the one asked for by default
 */
export const nameOnDay = (names: string, owner: string, id: string, day = ':asOf'): string => `coalesce(
      (select n.name from ${names} n where n.${owner} = ${id} and n.voided_at is null
        and n.valid_from <= ${day} order by n.valid_from desc limit 1),
      (select n.name from ${names} n where n.${owner} = ${id} and n.voided_at is null
        order by n.valid_from limit 1))`;

import { endedStatuses } from './organization.entity.js';

/** The operating status of organisation `o` on a day, given as SQL. */
const statusOn = (
  day: string,
): string => `(select s.status from organization_statuses s where s.organization_id = o.id and s.voided_at is null
      and s.valid_from <= ${day} order by s.valid_from desc limit 1)`;
export const statusOnDay = statusOn(':asOf');

/** Whether organisation `o` is no more on a day, given as SQL. */
export const endedOn = (day: string): string =>
  `${statusOn(day)} in (${endedStatuses.map((status) => `'${status}'`).join(', ')})`;
export const endedOnDay = endedOn(':asOf');

/** Whether there is organisation `o` by the day asked for; one whose founding nobody knows was always there. */
export const foundedByDay = '(o.founded_on is null or o.founded_on <= :asOf)';

import { endedStatuses } from './organization.entity.js';

/** The operating status of an organisation on a day, both given as SQL. */
const statusOn = (
  organization: string,
  day: string,
): string => `(select s.status from organization_statuses s where s.organization_id = ${organization} and s.voided_at is null
      and s.valid_from <= ${day} order by s.valid_from desc limit 1)`;
export const statusOnDay = statusOn('o.id', ':asOf');

/** Whether what has this status is no more. @param status as SQL, like the kind of an exit of the same name */
export const isEnded = (status: string): string =>
  `${status} in (${endedStatuses.map((ended) => `'${ended}'`).join(', ')})`;

/**
 * Whether an organisation is no more on a day; null where its status is not known.
 * @param organization its id, as SQL
 * @param day as SQL; the one asked for by default
 */
export const isNoMore = (organization: string, day = ':asOf'): string => isEnded(statusOn(organization, day));

/** Whether an organisation, by the SQL of its id, was founded only after a day; false where its founding is not known. */
export const foundedAfter = (organization: string, day: string): string =>
  `exists (select from organizations o where o.id = ${organization} and o.founded_on > ${day})`;

/** Whether there is an organisation, by its alias, by the day asked for; one whose founding nobody knows was always there. */
export const foundedByDay = (organization: string): string =>
  `(${organization}.founded_on is null or ${organization}.founded_on <= :asOf)`;

/**
 * Whether organisation `o` was founded by the day asked for and has not ended: for statements about many, which gather those that have
 * once, where `isNoMore` looks at each.
 */
export const thereOnDay = `${foundedByDay('o')} and o.id not in (select ended.organization_id from organization_statuses ended
      where ended.voided_at is null and ended.valid_from <= :asOf and ${isEnded('ended.status')}
      and not exists (select from organization_statuses later where later.organization_id = ended.organization_id
        and later.voided_at is null and later.valid_from <= :asOf and later.valid_from > ended.valid_from))`;

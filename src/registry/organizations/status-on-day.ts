import { ended } from './organization.entity.js';

/** The operating status of organisation `o` on the day asked for. */
export const statusOnDay = `(select s.status from organization_statuses s where s.organization_id = o.id and s.voided_at is null
      and s.valid_from <= :asOf order by s.valid_from desc limit 1)`;

/** Whether organisation `o` is no more on the day asked for. */
export const endedOnDay = `${statusOnDay} in (${ended.map((status) => `'${status}'`).join(', ')})`;

import { closedList } from '../../platform/records/code-list.js';
import { lastsOnDay } from '../../platform/reading/on-day.js';

export const standings = closedList('membership_standing', ['future', 'member', 'suspended', 'ended', 'voided']);

/** How membership `m` stood on the day. */
export const standingOnDay = `case
      when m.voided_at is not null then 'voided'
      when m.admitted_on > :asOf then 'future'
      when m.ended_on <= :asOf then 'ended'
      when exists (select from membership_suspensions s where s.membership_id = m.id and s.voided_at is null
        and ${lastsOnDay('s.suspended_on', 's.resumed_on')}) then 'suspended'
      else 'member' end`;

/** That of the admission, until a decision changed it. */
export const categoryOnDay = `coalesce((select cc.category from membership_category_changes cc where cc.membership_id = m.id
      and cc.voided_at is null and cc.valid_from <= :asOf order by cc.valid_from desc limit 1), m.category)`;

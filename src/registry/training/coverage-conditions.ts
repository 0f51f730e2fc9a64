import { thereOnDay } from '../organizations/status-on-day.js';
import { heldOnDay } from '../people/held.js';
import { managerOnDay } from '../people/position.view.js';
import { passing } from './participation.entity.js';

/** Position `po`, of the alliances asked about, makes its holder a manager on the day. */
export const managesOnDay = `po.voided_at is null and po.alliance_id = any(:ownAllianceIds) and ${heldOnDay} and ${managerOnDay}`;

/** Participation `tp` in course `c`, of the alliances asked about, counts as training within the period. */
export const countsInPeriod = `tp.voided_at is null and tp.alliance_id = any(:ownAllianceIds) and c.voided_at is null and tp.result in (${passing})
      and c.ends_on between :from and least(:to::date, :asOf::date)`;

/** Whether person `pe` was trained within `:from` and `:to`, in any course and for any organisation. */
export const trainedInPeriod = `exists (select from training_participations tp join training_courses c on c.id = tp.course_id
      where tp.person_id = pe.id and ${countsInPeriod})`;

/** The people who manage organisation `o`, by position `po`, on the day. @param which of them, as SQL */
export const managers = (
  which: string,
) => `select po.person_id from positions po join organizations o on o.id = po.organization_id
      where ${managesOnDay} and ${thereOnDay} and ${which}`;

/** `is true` keeps it a question about each person: as a join, badly estimated just after a load, it ran into the limit of 5 s. */
export const manages = (which = 'true') => `(exists (${managers(`po.person_id = pe.id and ${which}`)})) is true`;

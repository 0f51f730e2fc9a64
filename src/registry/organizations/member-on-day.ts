import { lastsOnDay } from '../../platform/reading/on-day.js';

/** Membership `m` lasts on the day asked for. It stands here, as organisations tell theirs, and may import nothing of memberships. */
export const memberOnDay = lastsOnDay('m.admitted_on', 'm.ended_on');

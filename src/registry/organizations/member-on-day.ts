import { lastsOnDay } from '../../platform/reading/on-day.js';

/** Membership `m` lasts on the day asked for. It stands here, as memberships are a floor above organisations, which tell theirs. */
export const memberOnDay = lastsOnDay('m.admitted_on', 'm.ended_on');

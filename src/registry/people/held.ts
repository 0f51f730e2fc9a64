import { inForceOnDay } from '../../platform/reading/on-day.js';

/** Position `po` is held on the day asked for. */
export const heldOnDay = inForceOnDay('po');

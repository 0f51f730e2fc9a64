/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

const MS_PER_DAY = 86_400_000;
/** Việt Nam has kept UTC+7 all year since 1975. */
export const VIET_NAM_MS = 7 * 3_600_000;

let cachedDayNumber = NaN;
let cachedDay: Day = '';

/** The day of an instant in Việt Nam. */
export const dayInVietNam = (instant: string): Day => today(new Date(instant).getTime());

/** Today in Việt Nam. Cheap: the text is made once a day. */
export function today(now: number = Date.now()): Day {
  const dayNumber = Math.floor((now + VIET_NAM_MS) / MS_PER_DAY);
  if (dayNumber !== cachedDayNumber) {
    cachedDayNumber = dayNumber;
    cachedDay = dayOf(dayNumber * MS_PER_DAY);
  }
  return cachedDay;
}

/** Whether a text is a real day from 1900 to 2100. */
export function isDay(text: string): boolean {
  if (!/^(19|20)\d\d-\d\d-\d\d$|^2100-\d\d-\d\d$/.test(text)) return false;
  const time = midnight(text);
  return !Number.isNaN(time) && dayOf(time) === text;
}

/** The day that lies `days` after (before, when negative) another; it may leave the years that `isDay` takes. */
export const addDays = (day: Day, days: number): Day => dayOf(midnight(day) + days * MS_PER_DAY);

/** `27/11/2020`, as files and letters write it. */
export const vietnameseDay = (day: Day): string => day.split('-').reverse().join('/');

const midnight = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (time: number): Day => new Date(time).toISOString().slice(0, 10);

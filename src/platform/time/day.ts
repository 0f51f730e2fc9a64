/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

const MS_PER_DAY = 86_400_000;
/** Việt Nam has kept UTC+7 all year since 1975. */
export const VIET_NAM_MS = 7 * 3_600_000;

const dayNumberAt = (time: number): number => Math.floor((time + VIET_NAM_MS) / MS_PER_DAY);

/** The day of an instant in Việt Nam. */
export const dayInVietNam = (instant: string): Day => dayOf(dayNumberAt(Date.parse(instant)) * MS_PER_DAY);

let cached = { number: NaN, day: '' };

/** Today in Việt Nam. Cheap: the text is made once a day. */
export function today(): Day {
  const number = dayNumberAt(Date.now());
  if (number !== cached.number) cached = { number, day: dayOf(number * MS_PER_DAY) };
  return cached.day;
}

/** The ends of the calendar that `isDay` knows. */
export const FIRST_DAY = '1900-01-01';
export const LAST_DAY = '2100-12-31';

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

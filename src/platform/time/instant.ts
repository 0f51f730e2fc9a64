import { isDay, vietnameseDay, VIET_NAM_MS } from './day.js';

const RFC_3339 =
  /^(\d{4}-\d\d-\d\d)T((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:(\.\d{1,6})\d{0,3})?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;

/**
 * Reads an RFC 3339 instant of the years 1900 to 2100, as UTC (`2020-11-27T01:30:00.123456Z`). Six digits of the fraction
 * stay, as the database counts microseconds; a Date does not, and programs that count nanoseconds write nine.
 *
 * @returns null when the text is no such instant; a leap second and a tenth digit are refused
 */
export function parseInstant(text: string): string | null {
  const [, day = '', time = '', fraction = '', zone = ''] = RFC_3339.exec(text) ?? [];
  if (!isDay(day)) return null;
  const utc = new Date(`${day}T${time}${zone.toUpperCase()}`).toISOString();
  return isDay(utc.slice(0, 10)) ? `${utc.slice(0, 19)}${fraction}Z` : null;
}

/**
 * An RFC 3339 instant as the database counts it, `2020-11-27T01:30:00.123456Z`: such texts are in the order of their instants.
 * @throws RangeError when the text is no such instant
 */
export function inFull(text: string): string {
  const instant = parseInstant(text);
  if (instant === null) throw new RangeError(`no instant: ${text}`);
  return `${instant.slice(0, 19)}.${instant.slice(20, -1).padEnd(6, '0')}Z`;
}

/** The instant that shows the clock of Việt Nam to whoever reads it as UTC: spreadsheets know no zone. */
export const onVietnameseClock = (instant: string | number): Date =>
  new Date(new Date(instant).getTime() + VIET_NAM_MS);

/** `27/11/2020 08:30:00` on the clock of Việt Nam, as files write it. */
export function vietnameseInstant(instant: string | number): string {
  const [day = '', time = ''] = onVietnameseClock(instant).toISOString().split('T');
  return `${vietnameseDay(day)} ${time.slice(0, 8)}`;
}

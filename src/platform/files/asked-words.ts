import { isDay, vietnameseDay } from '../time/day.js';
import { parseInstant, vietnameseInstant } from '../time/instant.js';
import { headings } from './headings.js';
import { inVietnamese } from '../problems/language.js';

/**
 * How a file calls a parameter that it was asked with: by its own word, or by its field's, which a range begins and ends.
 * @param headingOf how the fields are called that are asked of; a name without a heading stays as it is
 */
export function askedWord(
  name: string,
  headingOf = (field: string): string => headings().fields[field] ?? field,
): string {
  const { asked } = headings();
  if (asked[name] !== undefined) return asked[name];
  const [, field = name, end = ''] = /^(.+?)(From|To)$/.exec(name) ?? [];
  const [whole, ranged] = [headingOf(name), headingOf(field)];
  return whole !== name || ranged === field ? whole : `${ranged} ${ENDS[end]}`;
}

const ENDS: Readonly<Record<string, string>> = { From: 'từ', To: 'đến' };

/**
 * What was asked, as a file says it: numbers with points for thousands, days as dd/mm/yyyy, instants on the clock of Việt Nam with all their digits.
 * @param name of the parameter: `knownAt` may be a number of the log
 */
export function saidOf(value: string | number, name = ''): string {
  if (name === 'knownAt' && /^\d+$/.test(String(value))) return `sự kiện số ${inVietnamese(Number(value))}`;
  if (typeof value === 'number') return inVietnamese(value);
  if (isDay(value)) return vietnameseDay(value);
  const instant = parseInstant(value);
  return instant === null ? value : `${vietnameseInstant(instant)}${/\.\d+/.exec(instant)?.[0] ?? ''}`;
}

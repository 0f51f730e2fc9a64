import { inSentence } from '../problems/language.js';
import { isDay, vietnameseDay } from '../time/day.js';
import { vietnameseInstant } from '../time/instant.js';
import type { FileContent, RecordWords } from './shape.js';

/** A field of a record, and what it was and became. */
export interface Change {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** As PostgreSQL writes instants into JSON. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?[+-]\d{2}:\d{2}$/;

/** What a field of a record is called. */
export const fieldInWords = (field: string, record: RecordWords | undefined): string =>
  record?.fields[field]?.heading ?? field;

/** What changed, in the words of the record: `Ngày gia nhập: 20/03/2018 → 21/03/2018; Loại thành viên: chính thức`. */
export function changesInWords(
  changes: readonly Change[],
  record: RecordWords | undefined,
  labels: FileContent['labels'],
) {
  const said = changes
    .filter(({ before, after }) => before !== null || after !== null)
    .map(({ field, before, after }) => {
      const heading = fieldInWords(field, record);
      const { list = '' } = record?.fields[field] ?? {};
      const word = (value: unknown): string => labels[list]?.[String(value)] ?? plainly(value);
      return `${heading}: ${before === null ? '' : `${word(before)} → `}${word(after)}`;
    });
  return said.join('; ');
}

function plainly(value: unknown): string {
  if (value === null) return '(trống)';
  if (typeof value === 'boolean') return value ? 'có' : 'không';
  if (typeof value === 'number') return inSentence(value);
  if (typeof value === 'string') {
    if (isDay(value)) return vietnameseDay(value);
    return INSTANT.test(value) ? vietnameseInstant(value) : value;
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

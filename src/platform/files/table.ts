import { vietnameseDay } from '../time/day.js';
import { vietnameseInstant } from '../time/instant.js';
import { inVietnamese } from '../problems/language.js';
import { changesInWords, fieldInWords, type Change } from './changes-cell.js';
import type { CellKind, FileContent, Shape, ValueShape } from './shape.js';

export type Value = string | number | boolean | null;

/** A column: its heading and what its cells hold. */
export interface Column {
  readonly heading: string;
  readonly kind: CellKind;
}

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Value[])[];
}

type Item = Readonly<Record<string, unknown>>;
type Words = Pick<FileContent, 'labels' | 'records'>;
type Read = (item: Item) => Value;

/** The rows and columns of a file: objects inside a row become columns, several of them one cell. */
export function tableOf({ shapes, items, ...words }: FileContent): Table {
  const columns = columnsOf(shapes, words);
  const rows = items.map((text) => {
    const item = JSON.parse(text) as Item;
    return columns.map(({ read }) => read(item));
  });
  return { columns: columns.map(({ heading, kind }) => ({ heading, kind })), rows };
}

function columnsOf(shapes: readonly Shape[], words: Words): (Column & { read: Read })[] {
  return shapes.flatMap((shape) => {
    const { name, heading } = shape;
    if (!('nested' in shape)) return { heading, kind: shape.kind, read: (item) => valueOf(shape, item, words) };
    if (shape.nested === 'many') {
      const told = wordsOf(shape.shapes, words);
      const read: Read = (item) => ((item[name] ?? []) as Item[]).map(told).join('; ') || null;
      return { heading, kind: 'text' as const, read };
    }
    return columnsOf(shape.shapes, words).map((inner) => ({
      heading: [heading, inner.heading].filter(Boolean).join(' – '),
      kind: inner.kind,
      read: (item: Item) => (item[name] ? inner.read(item[name] as Item) : null),
    }));
  });
}

/** One of several, in words: its values with commas between. */
export function wordsOf(shapes: readonly Shape[], words: Words): (item: Item) => string {
  const columns = columnsOf(shapes, words);
  return (item) =>
    columns
      .map(({ heading, kind, read }) => amongOthers(heading, kind, read(item)))
      .filter((word) => word !== '')
      .join(', ');
}

/** A value where its heading does not stand above it: of a flag, what it says, when it holds; of a day, which one it is. */
function amongOthers(heading: string, kind: CellKind, value: Value): string {
  const name = heading.toLocaleLowerCase('vi');
  if (kind === 'flag') return value ? name : '';
  if (kind === 'day' || kind === 'instant') return value === null ? '' : `${name} ${wordOf(kind, value)}`.trim();
  return kind === 'number' && typeof value === 'number' ? inVietnamese(value) : wordOf(kind, value);
}

function valueOf(
  { name, kind, list, none, exactness }: ValueShape,
  item: Item,
  { labels, records = {} }: Words,
): Value {
  const value = item[name];
  if (value === null || value === undefined) return none ?? null;
  const labelOf = (code: unknown) => labels[list ?? '']?.[String(code)] ?? String(code);
  if (list !== undefined) return Array.isArray(value) ? value.map(labelOf).join('; ') : labelOf(value);
  if (kind === 'record') return records[String(value)]?.heading ?? String(value);
  const record = records[String(item['table'])];
  if (kind === 'changes') return changesInWords(value as Change[], record, labels) || null;
  if (kind === 'fields') return (value as string[]).map((field) => fieldInWords(field, record)).join('; ') || null;
  if (exactness !== undefined) return String(value).slice(0, LETTERS_KNOWN[String(item[exactness])]);
  return kind === 'json' ? partsOf(value) : (value as Value);
}

/** How much of `2018-04-01` is known. */
const LETTERS_KNOWN: Readonly<Record<string, number>> = { year: 4, month: 7 };

/** Several words share a cell with commas between; anything deeper is JSON. */
const partsOf = (value: unknown): string =>
  Array.isArray(value) && value.every((part) => typeof part === 'string') ? value.join(', ') : JSON.stringify(value);

/** A value as text: days as dd/mm/yyyy, or as much of them as is known, instants on the clock of Việt Nam. */
export function wordOf(kind: CellKind, value: Value): string {
  if (value === null) return '';
  if (kind === 'flag') return value ? 'có' : 'không';
  if (kind === 'day') return vietnameseDay(String(value));
  return kind === 'instant' ? vietnameseInstant(String(value)) : String(value);
}

import writeSheets, { type Cell, type Row } from 'write-excel-file/node';
import { isDay } from '../time/day.js';
import { onVietnameseClock } from '../time/instant.js';
import type { FileContent } from './shape.js';
import { widthOf } from './column-width.js';
import { tableOf, wordOf, type Column, type Value } from './table.js';

/** A spreadsheet counts a 29 February 1900 that there was not, and so shows each day before it as the next. */
const FIRST_RELIABLE_DAY = '1900-03-01';
/** Points for thousands, as the program's own language writes them. */
const formatOf = (value: number): string => (Number.isInteger(value) ? '#,##0' : '#,##0.######');

/** Characters that a cell may hold; a spreadsheet program takes a file with more for damaged. */
const MOST_IN_CELL = 32_767;

/** A spreadsheet: the first sheet says what was asked for and when, the second has the rows, each cell of its type. */
export function xlsxOf(content: FileContent): Promise<Uint8Array> {
  const { columns, rows } = tableOf(content);
  const header = columns.map(({ heading }): Cell => ({ value: heading, fontWeight: 'bold', wrap: true }));
  const about: Row[] = [
    [{ value: content.title, fontWeight: 'bold', fontSize: 14 }],
    ...(content.of === null ? [] : [[text('Liên minh'), text(content.of)]]),
    ...[...content.asked, ...content.taken].map(([what, said]): Row => [text(what), text(said)]),
    [text('Số dòng'), rows.length],
  ];
  const data = [header, ...rows.map((row) => row.map((value, at) => cellOf(columns[at] as Column, value)))];
  return writeSheets([
    { sheet: 'Thông tin', data: about, columns: [{ width: 24 }, { width: 80 }] },
    {
      sheet: 'Dữ liệu',
      data,
      columns: columns.map((column, at) => ({ width: widthOf(column, rows, at) })),
      stickyRowsCount: 1,
      orientation: 'landscape',
    },
  ]).toBuffer();
}

const text = (value: string): Cell => ({
  value: value.length > MOST_IN_CELL ? `${value.slice(0, MOST_IN_CELL - 1)}…` : value,
  type: String,
});

function cellOf({ kind }: Column, value: Value): Cell {
  if (value === null) return null;
  const word = String(value);
  if (kind === 'day' && isDay(word) && word >= FIRST_RELIABLE_DAY)
    return { value: new Date(word), type: Date, format: 'dd/mm/yyyy' };
  if (kind === 'instant') return { value: onVietnameseClock(word), type: Date, format: 'dd/mm/yyyy hh:mm:ss' };
  if (kind === 'number' && typeof value === 'number') return { value, type: Number, format: formatOf(value) };
  return kind === 'year' ? value : text(wordOf(kind, value));
}

import pdfMake from 'pdfmake';
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { widthOf } from './column-width.js';
import { inVietnamese } from '../problems/language.js';
import { written } from './pdf-fonts.js';
import type { FileContent } from './shape.js';
import { tableOf, wordOf, type Column, type Table } from './table.js';

/** In millimetres. A list is no administrative paper, whose form is another one (Decree 30/2020/NĐ-CP, annex I). */
const MARGINS = { left: 20, top: 20, right: 20, bottom: 20 };
const [TEXT_SIZE, TITLE_SIZE] = [9, 14];

/** A list to print: A4 on its side, numbered rows, the headings on each page, who took it and when at the end. */
export function pdfOf(content: FileContent): Promise<Uint8Array> {
  const table = tableOf(content);
  return pdfMake
    .createPdf({
      info: { title: content.title, ...(content.of !== null && { author: content.of }) },
      version: '1.7', // from 1.4 on a language is told
      displayTitle: true,
      language: 'vi',
      pageSize: 'A4',
      pageOrientation: 'landscape',
      pageMargins: [MARGINS.left, MARGINS.top, MARGINS.right, MARGINS.bottom].map(points) as Margins,
      defaultStyle: { font: 'Roboto', fontSize: TEXT_SIZE },
      footer: (page, pages) => ({ text: `${content.title} – trang ${page}/${pages}`, alignment: 'center' }),
      content: [
        { ...written((content.of ?? '').toLocaleUpperCase('vi')), bold: true, margin: [0, 0, 0, points(4)] },
        { text: content.title.toLocaleUpperCase('vi'), bold: true, fontSize: TITLE_SIZE, alignment: 'center' },
        ...content.asked.map((line): Content => ({ ...written(line.join(': ')), italics: true, alignment: 'center' })),
        { table: gridOf(table, content.toFill), layout: GRID, margin: [0, points(4), 0, points(4)] },
        {
          stack: [['Số dòng', inVietnamese(table.rows.length)], ...content.taken].map((line) =>
            written(line.join(': ')),
          ),
          unbreakable: true,
        },
      ],
    })
    .getBuffer();
}

type Margins = [number, number, number, number];
const points = (millimetres: number): number => (millimetres * 72) / 25.4;

/** Characters of a column that need not be broken. */
const SHORT = 26;
/** A longer word would push the columns beside it off the page. */
const LONGEST_WORD = 40;
/** Characters of a cell that fill no page, however narrow its column: a row that is higher than a page would not be printed. */
const MOST_UNBROKEN = 300;
const GRID = { hLineWidth: () => 0.5, vLineWidth: () => 0.5 };

/** Room for a signature, in millimetres. */
const TO_FILL = { width: 35, height: 9 };

/** The rows under their number; short columns are as wide as what stands in them, and long ones share the rest. */
function gridOf({ columns, rows }: Table, toFill: readonly string[] = []) {
  const headings = ['STT', ...columns.map(({ heading }) => heading), ...toFill];
  const cells = rows.map((row, at): TableCell[] => [
    { text: String(at + 1), alignment: 'right' },
    ...row.map((value, column) => cellOf(columns[column] as Column, value)),
    ...toFill.map(() => ''),
  ]);
  return {
    headerRows: 1,
    dontBreakRows: rows.every((row) => row.every((value) => String(value ?? '').length <= MOST_UNBROKEN)),
    widths: [
      'auto',
      ...columns.map((column, at) => (widthOf(column, rows, at) > SHORT ? '*' : 'auto')),
      ...toFill.map(() => points(TO_FILL.width)),
    ],
    ...(toFill.length > 0 && { heights: (row: number) => (row === 0 ? 'auto' : points(TO_FILL.height)) }),
    body: [headings.map((text): TableCell => ({ text, bold: true, alignment: 'center' })), ...cells],
  };
}

function cellOf({ kind }: Column, value: Table['rows'][number][number]): TableCell {
  const text = typeof value === 'number' && kind === 'number' ? inVietnamese(value) : wordOf(kind, value);
  return {
    ...written(text),
    ...(text.split(' ').some(({ length }) => length > LONGEST_WORD) && { wordBreak: 'break-all' as const }),
    ...((kind === 'number' || kind === 'year') && { alignment: 'right' as const }),
  };
}

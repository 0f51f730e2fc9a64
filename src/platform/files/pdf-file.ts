import pdfMake from 'pdfmake';
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { fileURLToPath } from 'node:url';
import { widthOf } from './column-width.js';
import { inVietnamese } from '../problems/language.js';
import type { FileContent } from './shape.js';
import { tableOf, wordOf, type Column, type Table } from './table.js';

const file = (path: string): string => fileURLToPath(import.meta.resolve(path));
const roboto = (style: string): string => file(`pdfmake/fonts/Roboto/Roboto-${style}.ttf`);
const noto = (style: string): string => file(`@expo-google-fonts/noto-sans/${style}/NotoSans_${style}.ttf`);
/** Roboto comes with the library, and has all letters of Vietnamese; Noto Sans those of the other languages of Việt Nam. */
const fonts = {
  Roboto: { normal: roboto('Regular'), bold: roboto('Medium'), italics: roboto('Italic') },
  NotoSans: { normal: noto('400Regular'), bold: noto('600SemiBold'), italics: noto('400Regular_Italic') },
};
/** What Roboto lacks of them (Ƀ, Ɓ, ɛ, and ̆ on a letter that is not composed with it), as in names of the Ê Đê and M’Nông. */
const LACKING = /[\u0180-\u019f\u01a2-\u01ae\u01b1-\u02af]|\p{M}/u;
/** In millimetres. A list is no administrative paper, whose form is another one (Decree 30/2020/NĐ-CP, annex I). */
const MARGINS = { left: 20, top: 20, right: 20, bottom: 20 };
const [TEXT_SIZE, TITLE_SIZE] = [9, 14];

pdfMake.addFonts(fonts);
pdfMake.setUrlAccessPolicy(() => false);
pdfMake.setLocalAccessPolicy((path) => Object.values(fonts).some((styles) => Object.values(styles).includes(path)));

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

/** A text in a font that has all its letters; parts of a letter are not put together anew, so that it can be searched. */
const written = (text: string) =>
  LACKING.test(text) ? { text, font: 'NotoSans', fontFeatures: NOT_COMPOSED } : { text };
/** An object says what is left out; the library's types know lists of what is added. */
const NOT_COMPOSED = { ccmp: false } as unknown as [];

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

import { stringify } from 'csv-stringify/sync';
import type { FileContent } from './shape.js';
import { tableOf, wordOf, type Column, type Value } from './table.js';

/** Spreadsheets take text that begins so for a formula, of full width too; a telephone number does no harm, and would be spoilt. */
const FORMULA = /^[=@＝＋－＠\t\r]|^[+-](?!\d+$)/;
/** Where a spreadsheet parts cells at semicolons, what stands behind one begins a cell, be it in quotation marks: those around it all help the first alone. */
const FORMULA_BEHIND = /;(?=[\s"]*(?:[=@＝＋－＠]|[+-](?!\d+(?:;|$))))/g;
const QUOTED = /;/;

/** A file of text: UTF-8 with a mark at its start, so that spreadsheets read the names, and no text that they compute. */
export function csvOf(content: FileContent): Uint8Array {
  const { columns, rows } = tableOf(content);
  const cells = rows.map((row) => row.map((value, at) => cellOf(columns[at] as Column, value)));
  return Buffer.from(stringify([columns.map(({ heading }) => heading), ...cells], { bom: true, quoted_match: QUOTED }));
}

/** Numbers stay numbers: only text can be a formula. */
function cellOf({ kind }: Column, value: Value): string {
  const word = wordOf(kind, value);
  if (typeof value !== 'string') return word;
  const guarded = word.replace(FORMULA_BEHIND, ";'");
  return FORMULA.test(guarded) ? `'${guarded}` : guarded;
}

import { disposition, sentAs, type FileFormat } from '../files/file-format.js';
import { headings } from '../files/headings.js';
import { makeFile } from '../files/make-file.js';
import { takenBy } from '../files/taken-by.js';
import { Answer } from './answer.js';
import { askedLines, type ListTaken } from './asked-lines.js';
import { printedShapesOf, shapesOf } from './list-shapes.js';
import type { ReadModel } from './read-model.js';
import { namesRecords, wordsOfRecords } from './record-words.js';
import type { Wanted } from './wanted.js';

/** A whole list as a file: a column for each field of its read model, those of nested objects included. */
export async function fileOfList(list: ListTaken, format: FileFormat): Promise<Answer> {
  const { model, items, labels, wanted, act } = list;
  const name = headings().lists[model.titled ?? model.name] ?? model.name;
  const title = format === 'pdf' ? `Danh sách ${name.charAt(0).toLocaleLowerCase('vi')}${name.slice(1)}` : name;
  const shapes = format === 'pdf' ? printedShapesOf(model, act) : shapesOf(model, act);
  const said = { title, of: act.actor.allianceName ?? null, asked: askedLines(list), taken: takenBy(act) };
  const records = namesRecords(model) ? wordsOfRecords() : {};
  const bytes = await makeFile(format, { ...said, shapes, toFill: model.toFill, items, labels, records }, act);
  return Answer.ofFile(sentAs(format), bytes, disposition(nameOf(model, wanted), format));
}

/** `membership-2020-11-27`, `timeline-HTX-000123-2020-11-27` */
const nameOf = ({ name, titled }: ReadModel, { asOf, subject }: Wanted): string =>
  [inWords(titled ?? name), subject?.sign, asOf].filter(Boolean).join('-');

const inWords = (view: string): string =>
  view
    .replace(/View$/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, '-')
    .toLowerCase();

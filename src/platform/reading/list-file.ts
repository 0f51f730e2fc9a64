import { disposition, contentTypes, type FileFormat } from '../files/file-format.js';
import { headings } from '../files/headings.js';
import { makeFile } from '../files/make-file.js';
import type { CellKind, FileContent, Shape } from '../files/shape.js';
import { takenBy } from '../files/taken-by.js';
import type { Act } from '../rights/act.js';
import { vietnameseDay } from '../time/day.js';
import { Answer } from './answer.js';
import type { NestedField } from './nested.js';
import type { ReadModel } from './read-model.js';
import type { ViewField } from './view-fields.js';
import type { Wanted } from './wanted.js';

/** Most rows of one file: what a spreadsheet is still read with, and the server makes without harm to others. */
export const MOST_ROWS_IN_FILE = 10_000;

const kinds: Readonly<Record<ViewField['kind'], CellKind>> = {
  id: 'text',
  text: 'text',
  code: 'text',
  day: 'day',
  instant: 'instant',
  integer: 'number',
  decimal: 'number',
  flag: 'flag',
  json: 'json',
};

/** A whole list as a file: a column for each field of its read model, those of nested objects included. */
export async function fileOfList(
  model: ReadModel,
  format: FileFormat,
  items: string,
  labels: FileContent['labels'],
  wanted: Wanted,
  act: Act,
): Promise<Answer> {
  const title = headings().lists[model.name] ?? model.name;
  const about = [...askedFor(wanted), ...takenBy(act)];
  const bytes = await makeFile(format, { title, about, shapes: shapesOf(model), items, labels });
  return Answer.ofFile(contentTypes[format], bytes, disposition(nameOf(model, wanted), format));
}

/** `membership-2020-11-27` */
const nameOf = ({ name }: ReadModel, { asOf }: Wanted): string =>
  `${name
    .replace(/View$/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, '-')
    .toLowerCase()}-${asOf}`;

/** What was asked for. */
function askedFor({ asOf, knownAt, ever, updatedSince, filters, q }: Wanted): [string, string][] {
  return [
    ['Tính đến ngày', vietnameseDay(asOf)],
    ...(knownAt === null ? [] : [['Theo sổ lúc', knownAt] as [string, string]]),
    ...filters.map(({ name, values }): [string, string] => [`Lọc: ${name}`, values.join(', ')]),
    ...(q === null ? [] : [['Tìm', q.slice(1, -1)] as [string, string]]),
    ...(ever ? [['Lọc: ever', 'true'] as [string, string]] : []),
    ...(updatedSince === null ? [] : [['Lọc: updatedSince', updatedSince] as [string, string]]),
  ];
}

/** The shapes of a model's rows. Ids of what is around a row say nothing to a reader of a file, nor does a count of writes. */
function shapesOf(model: ReadModel, nested = false): Shape[] {
  return Object.entries(model.fields)
    .filter(([name, field]) => name !== 'version' && !(nested && 'sql' in field && field.kind === 'id'))
    .map(([name, field]) => shapeOf(name, field));
}

function shapeOf(name: string, field: ViewField | NestedField): Shape {
  const heading = headings().fields[name] ?? name;
  if ('nested' in field) return { name, heading, nested: field.nested, shapes: shapesOf(field.model(), true) };
  return { name, heading, kind: kinds[field.kind], ...(field.codes && { list: field.codes.list }) };
}

import { disposition, sentAs, type FileFormat } from '../files/file-format.js';
import { askedWord, saidOf } from '../files/asked-words.js';
import { headings } from '../files/headings.js';
import { makeFile } from '../files/make-file.js';
import type { FileContent } from '../files/shape.js';
import { wordOf } from '../files/table.js';
import { takenBy } from '../files/taken-by.js';
import type { Act } from '../rights/act.js';
import { Answer } from './answer.js';
import { headingOf } from './heading.js';
import { printedShapesOf, shapesOf } from './list-shapes.js';
import type { ReadModel } from './read-model.js';
import type { Wanted } from './wanted.js';

/** A whole list as a file: a column for each field of its read model, those of nested objects included. */
export async function fileOfList(
  model: ReadModel,
  format: FileFormat,
  items: readonly string[],
  labels: FileContent['labels'],
  wanted: Wanted,
  act: Act,
): Promise<Answer> {
  const name = headings().lists[model.name] ?? model.name;
  const title = format === 'pdf' ? `Danh sách ${name.charAt(0).toLocaleLowerCase('vi')}${name.slice(1)}` : name;
  const shapes = format === 'pdf' ? printedShapesOf(model) : shapesOf(model);
  const [asked, taken] = [askedFor(model, labels, wanted), takenBy(act)];
  const bytes = await makeFile(
    format,
    { title, of: act.actor.allianceName ?? null, asked, taken, shapes, items, labels },
    act,
  );
  return Answer.ofFile(sentAs(format), bytes, disposition(nameOf(model, wanted), format));
}

/** `membership-2020-11-27` */
const nameOf = ({ name }: ReadModel, { asOf }: Wanted): string =>
  `${name
    .replace(/View$/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, '-')
    .toLowerCase()}-${asOf}`;

/** What was asked for, in the words of the field. */
function askedFor(model: ReadModel, labels: FileContent['labels'], wanted: Wanted): [string, string][] {
  const { asOf, knownAt, ever, updatedSince, filters, searched } = wanted;
  const asked = {
    asOf: [asOf],
    knownAt: [knownAt],
    q: [searched],
    ever: [ever && 'có'],
    updatedSince: [updatedSince],
  };
  const lines = [...Object.entries(asked), ...filters.map(({ name, values }) => [name, values] as const)];
  return lines.flatMap(([name, values]) => {
    const { kind, codes } = model.filters.get(name) ?? {};
    const say = (value: string): string =>
      kind === 'flag' ? wordOf('flag', value === 'true') : (labels[codes?.list ?? '']?.[value] ?? saidOf(value));
    const said = values.filter((value) => typeof value === 'string').map(say);
    return said.length === 0 ? [] : [[askedWord(name, (field) => headingOf(model, field)), said.join(', ')]];
  });
}

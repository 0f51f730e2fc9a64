import { askedWord, saidOf } from '../files/asked-words.js';
import { headings } from '../files/headings.js';
import type { FileContent } from '../files/shape.js';
import { wordOf, wordsOf } from '../files/table.js';
import type { Act } from '../rights/act.js';
import { headingOf } from './heading.js';
import { hidesSome, shapesOf } from './list-shapes.js';
import type { ReadModel } from './read-model.js';
import type { Wanted } from './wanted.js';

/** A whole list, to be made into a file. */
export interface ListTaken {
  readonly model: ReadModel;
  /** Its rows, each the text of a JSON object. */
  readonly items: readonly string[];
  readonly labels: FileContent['labels'];
  /** What ids that were asked for are called. */
  readonly called: ReadonlyMap<string, string>;
  readonly wanted: Wanted;
  readonly act: Act;
}

/** What was asked for, and what the route fixed where nobody asked, in the words of the field: a line each. */
export function askedLines(list: ListTaken): [string, string][] {
  const { model, wanted, act } = list;
  const { asOf, knownAt, ever, updatedSince, filters, searched, fixed } = wanted;
  const given = Object.fromEntries(filters.map(({ name, values }) => [name, values]));
  const byRoute = Object.entries(fixed).filter(([name]) => model.filters.has(name));
  const asked: Record<string, readonly (string | null | false)[]> = {
    asOf: [asOf],
    knownAt: [knownAt],
    q: [searched],
    ever: [ever && 'có'],
    updatedSince: [updatedSince],
    ...Object.fromEntries(byRoute.map(([name, value]) => [name, [value]])),
    ...given,
  };
  const { view = '', words = '' } = wanted.subject ?? {};
  const subject: [string, string][] = words === '' ? [] : [[headings().lists[view] ?? view, words]];
  const lines = Object.entries(asked).flatMap(([name, values]): [string, string][] => {
    const said = values.filter((value) => typeof value === 'string').map((value) => wordFor(list, name, value));
    return said.length === 0 ? [] : [[askedWord(name, (field) => headingOf(model, field)), said.join(', ')]];
  });
  const hidden: [string, string][] = hidesSome(model, act) ? [['Dữ liệu cá nhân', 'không thuộc quyền xem']] : [];
  return [...subject, ...lines, ...hidden];
}

/** One value of a filter. */
function wordFor(list: ListTaken, filter: string, value: string): string {
  const { kind, codes } = list.model.filters.get(filter) ?? {};
  if (kind === 'flag') return wordOf('flag', value === 'true');
  const called =
    kind === 'id'
      ? (list.called.get(value) ?? calledInRows(list, filter, value))
      : list.labels[codes?.list ?? '']?.[value];
  return called ?? saidOf(value, filter);
}

/** What a filter asks for by its id (`congressId`), in the words that the rows themselves have of it (`congress`). */
function calledInRows({ model, items, labels, act }: ListTaken, filter: string, id: string): string | undefined {
  const name = filter.replace(/Id$/, '');
  const field = model.fields[name];
  if (!field || !('nested' in field) || field.nested === 'many') return undefined;
  const shapes = shapesOf(field.model, act, true).filter((shape) => !('nested' in shape));
  const words = wordsOf(shapes, { labels });
  for (const item of items) {
    const named = item.includes(id) ? (JSON.parse(item) as Record<string, { id: string } | null>)[name] : null;
    if (named?.id === id) return words(named);
  }
  return undefined;
}

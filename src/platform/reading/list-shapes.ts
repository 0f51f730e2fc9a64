import { headings } from '../files/headings.js';
import type { CellKind, Shape } from '../files/shape.js';
import { headingOf } from './heading.js';
import type { NestedField } from './nested.js';
import type { ReadModel } from './read-model.js';
import { isYear, type ViewField } from './view-fields.js';

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

/** The shapes of a model's rows. Ids of what is around a row say nothing to a reader of a file, nor does a count of writes. */
export function shapesOf(model: ReadModel, nested = false): Shape[] {
  return Object.entries(model.fields)
    .filter(([name, field]) => name !== 'version' && !(nested && 'sql' in field && field.kind === 'id'))
    .map(([name, field]) => shapeOf(model, name, field));
}

function shapeOf(model: ReadModel, name: string, field: ViewField | NestedField): Shape {
  const heading = headingOf(model, name);
  if ('nested' in field) {
    const inner = field.model();
    // Several share a cell, so each is told in the words with which it would be printed, where it has some.
    const brief = field.nested === 'many' && inner.printed.length > 0;
    return { name, heading, nested: field.nested, shapes: brief ? printedShapesOf(inner) : shapesOf(inner, true) };
  }
  const parts = field.kind === 'json' && field.schema['properties'];
  if (parts) {
    const shapes = Object.keys(parts).map((part) => partOf(name, part));
    return { name, heading: '', nested: 'one', shapes };
  }
  const kind = isYear(field.schema) ? 'year' : kinds[field.kind];
  return { name, heading, kind, ...(field.codes && { list: field.codes.list }) };
}

/** A part of a value: a column of its own. */
const partOf = (name: string, part: string): Shape => ({
  name: part,
  heading: headings().fields[`${name}.${part}`] ?? part,
  kind: 'text',
});

/** The columns that the model's list is printed with, each under the heading of its path, or of what the path begins with. */
export const printedShapesOf = (model: ReadModel): Shape[] =>
  model.printed.map((path) => {
    const [first = '', ...inner] = path.split('.');
    const ofPath = inner.length > 0 ? headings().fields[path] : undefined;
    return { ...shapeAt(model, [first, ...inner]), heading: ofPath ?? headingOf(model, first) };
  });

function shapeAt(model: ReadModel, [name = '', ...inner]: readonly string[]): Shape {
  const field = model.fields[name];
  if (!field) throw new Error(`${model.name} has no field ${name} to print.`);
  if (!('nested' in field) || inner.length === 0) return shapeOf(model, name, field);
  return { name, heading: '', nested: field.nested, shapes: [{ ...shapeAt(field.model(), inner), heading: '' }] };
}

import { headings } from '../files/headings.js';
import type { CellKind, Shape } from '../files/shape.js';
import { headingOf } from './heading.js';
import type { Act } from '../rights/act.js';
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

/**
 * The shapes of a model's rows: what is printed first, in its order, and ids at the end. Ids of what is around a row say
 * nothing to a reader of a file, nor does a count of writes; an empty column of what one may not see would say that there is nothing.
 */
export function shapesOf(model: ReadModel, act: Act, nested = false): Shape[] {
  const printed = model.printed.map((path) => path.split('.', 1)[0]);
  const place = (name: string, field: ViewField | NestedField) =>
    printed.includes(name) ? printed.indexOf(name) : printed.length + (isId(field) ? 1 : 0);
  return Object.entries(model.fields)
    .filter(
      ([name, field]) => name !== 'version' && !(nested && isId(field) && !isKept(field)) && !isHidden(field, act),
    )
    .toSorted(([a, one], [b, other]) => place(a, one) - place(b, other))
    .map(([name, field]) => shapeOf(model, name, field, act));
}

const isKept = (field: ViewField | NestedField): boolean => 'sql' in field && field.kept === true;
const isId = (field: ViewField | NestedField): boolean => 'sql' in field && field.kind === 'id';
const isHidden = (field: ViewField | NestedField, act: Act): boolean =>
  'sql' in field && field.unless !== undefined && !act.may(field.unless);

/** Whether there is something in the rows that one may not see. */
export const hidesSome = ({ fields }: ReadModel, act: Act): boolean =>
  Object.values(fields).some((field) => isHidden(field, act));

function shapeOf(model: ReadModel, name: string, field: ViewField | NestedField, act: Act): Shape {
  const heading = headingOf(model, name);
  if ('nested' in field) {
    const inner = field.model;
    // Several share a cell, so each is told in the words with which it would be printed, where it has some.
    const brief = field.nested === 'many' && inner.printed.length > 0;
    return {
      name,
      heading,
      nested: field.nested,
      shapes: brief ? printedShapesOf(inner, act) : shapesOf(inner, act, true),
    };
  }
  const parts = field.kind === 'json' && field.schema['properties'];
  if (parts) {
    const shapes = Object.keys(parts).map((part) => partOf(name, part));
    return { name, heading: '', nested: 'one', shapes };
  }
  const kind = field.filed ?? (isYear(field.schema) ? 'year' : kinds[field.kind]);
  const { codes, exactness, none } = field;
  return {
    name,
    heading,
    kind,
    ...(codes && { list: codes.list }),
    ...(exactness && { exactness }),
    ...(none && { none }),
  };
}

/** A part of a value: a column of its own. */
const partOf = (name: string, part: string): Shape => ({
  name: part,
  heading: headings().fields[`${name}.${part}`] ?? part,
  kind: 'text',
});

/** The columns that the model's list is printed with, each under the heading of its path, or of what the path begins with. */
export const printedShapesOf = (model: ReadModel, act: Act): Shape[] =>
  model.printed.map((path) => {
    const [first = '', ...inner] = path.split('.');
    const ofPath = inner.length > 0 ? headings().fields[path] : undefined;
    return { ...shapeAt(model, [first, ...inner], act), heading: ofPath ?? headingOf(model, first) };
  });

function shapeAt(model: ReadModel, [name = '', ...inner]: readonly string[], act: Act): Shape {
  const field = model.fields[name];
  if (!field) throw new Error(`${model.name} has no field ${name} to print.`);
  if (!('nested' in field) || inner.length === 0) return shapeOf(model, name, field, act);
  return { name, heading: '', nested: field.nested, shapes: [{ ...shapeAt(field.model, inner, act), heading: '' }] };
}

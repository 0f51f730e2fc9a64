import type { Act } from '../rights/act.js';
import { mayWalk, namedRows } from './named-search.js';
import type { NestedField } from './nested.js';
import { numbered, type PreparedText } from './named-parameters.js';
import { orderOf } from './order.js';
import { comparedTo, type ListFilter, type ReadModel } from './read-model.js';
import type { ViewField } from './view-fields.js';
import type { Wanted, WantedFilter } from './wanted.js';

/**
 * The statements of a read model, as pure functions of (model, what is wanted, who asks). Values never enter the text:
 * the same wish of different people is the same statement, prepared once.
 */

/** The fields of one row as a select list, with masks for those without the right. */
function selectList(model: ReadModel, act: Act): string {
  return Object.entries(model.fields)
    .map(([name, field]) => `${fieldSql(field, act)} as "${name}"`)
    .join(',\n    ');
}

function fieldSql(field: ViewField | NestedField, act: Act): string {
  if ('sql' in field) return field.unless && !act.may(field.unless) ? 'null' : field.sql;
  const model = field.model;
  const rows = `select ${selectList(model, act)}
    from ${model.from}
    where (${model.where}) and (${field.on})${field.orderBy ? `\n    order by ${field.orderBy}` : ''}`;
  return field.nested === 'one'
    ? `(select row_to_json(nested) from (${rows} limit 1) nested)`
    : `array_to_json(array(select row_to_json(nested) from (${rows}) nested))`;
}

/** One row as the text of a JSON object, built by PostgreSQL so that the server only passes it on. */
const itemText = (model: ReadModel, act: Act): string =>
  `(select row_to_json(fields)::text from (select ${selectList(model, act)}) fields)`;

/** One record by `:id`: its bytes and its version. */
export function recordStatement(model: ReadModel, act: Act): PreparedText {
  return numbered(`select ${itemText(model, act)} as body, ${model.version ?? 'null::integer'} as version
from ${model.from}
where ${model.key} = :id and (${model.where}) and (${act.predicateOn(model)})`);
}

/** The conditions of a list, the scope last and in brackets. */
function conditions(model: ReadModel, wanted: Wanted, act: Act, search = model.search?.sql): string {
  const all = [
    model.where,
    ...(model.inForce && !wanted.ever ? listedAmong(model, model.inForce, wanted) : []),
    ...wanted.filters.map((filter) => condition(model, filter, act)),
    ...(wanted.q !== null && search ? [searchFor(search, wanted)] : []),
    ...(wanted.updatedSince !== null && model.updatedAt ? [`${model.updatedAt} >= :updatedSince`] : []),
    act.predicateOn(model),
  ];
  return (
    all
      .filter((sql) => sql !== 'true')
      .map((sql) => `(${sql})`)
      .join('\n    and ') || 'true'
  );
}

/** By the words as they were typed, or else in full or in short. */
const searchFor = (search: string, { inOtherWords }: Wanted): string =>
  inOtherWords === null ? search : `(${search}) or (${search.replaceAll(/:q\b/g, ':inOtherWords')})`;

/** What is in force, or what any of the filters that look beyond it lists among. */
function listedAmong(model: ReadModel, inForce: string, { filters }: Wanted): string[] {
  const beyond = filters.flatMap(({ name }) => model.filters.get(name)?.beyond ?? []);
  return beyond.length === 0 ? [inForce] : [[...new Set(beyond)].join(' or ')];
}

function condition(model: ReadModel, { name, values }: WantedFilter, act: Act): string {
  const filter = model.filters.get(name) as ListFilter;
  if (filter.unless && !act.may(filter.unless)) return 'false';
  switch (filter.by) {
    case 'from':
      return `${filter.sql} >= :${name}`;
    case 'to':
      return `${filter.sql} <= :${name}`;
    case 'sql':
      return values.length === 1 ? filter.sql : filter.sql.replace(comparedTo(name), `= any(:${name})`);
    default:
      return values.length === 1 ? `${filter.sql} = :${name}` : `${filter.sql} = any(:${name})`;
  }
}

/**
 * A page: each item's text with its sort keys. `limit + 1` rows are found, so that the end is known without counting.
 */
export function pageStatement(model: ReadModel, wanted: Wanted, act: Act): PreparedText {
  const { keys, direction } = orderOf(model, wanted.sort);
  const where = conditions(model, wanted, act);
  const order = keys.map((key) => `${key} ${direction}`).join(', ');
  const after = wanted.after
    ? `\n    and (${keys.join(', ')}) ${direction === 'asc' ? '>' : '<'} (${keys.map((_, i) => `:after${i}`).join(', ')})`
    : '';
  return numbered(`select ${itemText(model, act)} as item,
  json_build_array(${keys.map((key) => `(${key})::text`).join(', ')})::text as keys${
    wanted.total ? `,\n  (${countText(model, where)}) as total` : ''
  }
from ${rowsOfPage(model, wanted, act, { order, after })}
order by ${order}
limit :limit + 1`);
}

/** Where a page's rows come from: all of the list's from where the page begins, or those that a walk found. */
function rowsOfPage(model: ReadModel, wanted: Wanted, act: Act, parts: { order: string; after: string }): string {
  const listed = (search?: string) => conditions(model, wanted, act, search);
  const { from, search } = model;
  if (!search?.ofRow || !mayWalk(model, wanted, act)) return `${from}\n    where ${listed(search?.sql)}${parts.after}`;
  return namedRows({ ...parts, from, listed, found: search.sql, ofRow: search.ofRow });
}

const countText = (model: ReadModel, where: string): string => `select count(*) from ${model.from} where ${where}`;

/** How many rows a list has. */
export const countStatement = (model: ReadModel, wanted: Wanted, act: Act): PreparedText =>
  numbered(countText(model, conditions(model, wanted, act)));

/** The sum of a numeric field over a list's rows. */
export function sumStatement(model: ReadModel, name: string, wanted: Wanted, act: Act): PreparedText {
  const field = model.fields[name];
  if (!field || !('sql' in field)) throw new Error(`${model.name} has no field ${name} to sum.`);
  return numbered(`select sum(${field.sql})::float8 as sum from ${model.from} where ${conditions(model, wanted, act)}`);
}

/** The names and values that fill a statement. */
export function valuesOf(names: readonly string[], wanted: Wanted, act: Act, id?: string): unknown[] {
  const filters = new Map(wanted.filters.map((filter) => [filter.name, filter.values]));
  return names.map((name) => {
    switch (name) {
      case 'id':
        return id;
      case 'asOf':
        return wanted.asOf;
      case 'limit':
        return wanted.limit;
      case 'q':
        return wanted.q;
      case 'inOtherWords':
        return wanted.inOtherWords;
      case 'updatedSince':
        return wanted.updatedSince;
      case 'ownAllianceIds':
        return act.actor.allianceIds;
      case 'ownOrganizationId':
        return act.actor.organizationId;
    }
    if (/^after\d$/.test(name)) return wanted.after?.[Number(name.slice('after'.length))];
    if (name in wanted.fixed) return wanted.fixed[name];
    const values = filters.get(name);
    return values?.length === 1 ? values[0] : values;
  });
}

import { fileFormats, sheetFormats, type FileFormat } from '../files/file-format.js';
import { codesWithinReach, type CodeList } from '../records/code-list.js';
import type { Right, Scoped } from '../rights/rights.js';
import type { FilterKind, ViewField } from './view-fields.js';
import { one, many, type NestedField } from './nested.js';
import { refuseUnsound } from './sound-model.js';

export { one, many };

/**
 * A filter that is no field of the answer: a named parameter with its own SQL over `:<name>`. Where that is an id or a code
 * compared by `= :<name>`, it takes several values, as the filters by fields do.
 */
export type ExtraFilter = {
  readonly says: string;
  /** Over `:<name>`, and over nothing else that a reader sends; `true` where the route alone makes use of it. */
  readonly sql: string;
  /** What an id that is asked for is called, over `:id`, `:asOf` and, where not everybody may know it, `:ownAllianceIds`: a file says so. */
  readonly called?: string;
} & (
  | {
      readonly kind: 'id' | 'text' | 'day' | 'instant' | 'integer' | 'flag';
      readonly codes?: never;
      readonly among?: never;
    }
  | { readonly kind: 'code'; readonly codes: CodeList; readonly among?: never }
  /** `among` is the SQL of the codes there are, where no list has them. */
  | { readonly kind: 'code'; readonly codes?: never; readonly among: string }
);

/** A search by words. */
export interface Search {
  /** Where the words are looked for, as a noun: `its name`. */
  readonly says: string;
  /** The predicate over `:q`: the words folded, between percent signs. */
  readonly sql: string;
  /**
   * The same asked of one row alone, where many rows may have the words: the list is then walked in its own order, which an
   * index must keep. The model is of one table.
   */
  readonly ofRow?: string;
}

export interface ReadModelDefinition {
  /** What one item is, in a sentence that starts an answer's description. */
  says: string;
  /** Tables and joins, with aliases and no schema: the search path decides between now and then. */
  from: string;
  /** What always holds. */
  where?: string;
  /** What holds for a list on `:asOf`; `ever=true` lifts it. */
  inForce?: string;
  /** The columns (or predicates over `:ownAllianceIds`, `:ownOrganizationId`) that tie a row to its owners; `{}` = no owner. */
  scopes: Readonly<Record<string, string>>;
  fields: Readonly<Record<string, ViewField | NestedField>>;
  filters?: Readonly<Record<string, ExtraFilter>>;
  /** Orders beside those of the fields: a name, and the SQL that is never null. */
  sorts?: Readonly<Record<string, string>>;
  /** What `q` finds. */
  search?: Search;
  /** The default order: the name of a sortable field, `-` for descending. The id breaks ties. */
  order?: string;
  /** The SQL of the version that `ETag` carries; without it the answer has none. */
  version?: string;
  /** The filter by an instant that says the list's day too, where `asOf` is not given. */
  dayBy?: string;
  /** The SQL of the last change, which gives the list `updatedSince`. */
  updatedAt?: string;
  /**
   * Tables that are asked row by row, by what no index of the log knows: their past is put together once for a statement,
   * and not for each row anew.
   */
  pastAtOnce?: readonly string[];
  /** How the log names that personal values were answered: as read, unless the whole is meant to leave the registry. */
  leaves?: 'read' | 'export';
  /** The columns of the list as it is printed: paths such as `organization.name`. Without them it is no PDF. */
  printed?: readonly string[];
  /** The order of a file where none is asked for: one of its sorts. */
  filedBy?: string;
  /** What one of its records is called by, in such paths; a code's, its number and names by default. */
  calledBy?: readonly string[];
  /** The SQL of the unique key that breaks ties and finds one record; the `id` field's by default. */
  key?: string;
}

/** A filter as the list's query knows it. */
export interface ListFilter {
  readonly name: string;
  readonly says: string;
  readonly kind: ViewField['kind'];
  readonly by: FilterKind | 'from' | 'to' | 'sql';
  readonly sql: string;
  readonly codes: CodeList | null;
  /** The SQL of the codes that it may be, where only the database knows them. */
  readonly among: string | null;
  /** What it lists among, instead of what is in force. */
  readonly beyond: string | null;
  /** The SQL of what a value is called. */
  readonly called?: string | undefined;
  /** Whether it takes several values. */
  readonly repeats: boolean;
  /** What is asked for as rows have it. */
  readonly asked: ((typed: string) => string) | null;
  /** The right without which it finds nothing, as the field that it asks is hidden. */
  readonly unless: Right | null;
}

export interface ReadModel
  extends Scoped, Required<Pick<ReadModelDefinition, 'says' | 'from' | 'where' | 'key' | 'leaves'>> {
  readonly fields: Readonly<Record<string, ViewField | NestedField>>;
  readonly filters: ReadonlyMap<string, ListFilter>;
  /** Sortable names to the SQL that orders by them. */
  readonly sorts: ReadonlyMap<string, string>;
  readonly inForce: string | null;
  readonly search: Search | null;
  readonly order: string;
  readonly dayBy: string | null;
  readonly version: string | null;
  readonly updatedAt: string | null;
  readonly pastAtOnce: readonly string[];
  readonly printed: readonly string[];
  /** Headings of empty columns when it is printed. */
  readonly toFill: readonly string[];
  /** Under what name its files go: its own, or another. */
  readonly titled: string | null;
  readonly filedBy: string;
  readonly calledBy: readonly string[];
  /** The files that its list is made into. */
  readonly files: readonly FileFormat[];
}

const models = new Set<ReadModel>();
/** Those made of others, which are published in their place. */
const derivedModels = new WeakSet<ReadModel>();

/** Every read model of the house; their statements are committed as snapshots, their schemas published. */
export const allReadModels = (): ReadModel[] => [...models];

/** The same list at a route that says itself what these filters, `ever` or `updatedSince` would: a reader cannot. */
export function withoutParameters(model: ReadModel, ...names: string[]): ReadModel {
  const filters = new Map([...model.filters].filter(([name]) => !names.includes(name)));
  const narrowed = Object.create(model, {
    filters: { value: filters },
    ...(names.includes('ever') && { inForce: { value: null } }),
    ...(names.includes('updatedSince') && { updatedAt: { value: null }, version: { value: null } }),
  }) as ReadModel;
  derivedModels.add(narrowed);
  return narrowed;
}

/** The same list under another name, with other columns when it is printed, some to be filled in by hand. */
export function printedAs(
  model: ReadModel,
  title: string,
  { printed, toFill = [] }: { printed: readonly string[]; toFill?: readonly string[] },
): ReadModel {
  const more = { titled: { value: title }, printed: { value: printed }, toFill: { value: toFill } };
  const other = Object.create(model, more) as ReadModel;
  derivedModels.add(other);
  return other;
}

/** The static side of a read model's class; nobody makes instances. */
export type ReadModelClass<Scopes extends string> = {
  new (): object;
  readonly scopes: Readonly<Record<Scopes, string>>;
} & Omit<ReadModel, 'scopes'>;

/**
 * Declares what callers get: the only declaration of a read shape. From it come the statement, the OpenAPI schema, the
 * list's parameters and the columns of its files.
 *
 *     export class PlaceView extends ReadModel({ says: 'A place', from: 'places p', scopes: {}, fields: { … } }) {}
 *
 * The class's name is the schema's name.
 *
 * @throws Error for a declaration that no list could keep
 */
export function ReadModel<const Scopes extends Readonly<Record<string, string>>>(
  definition: ReadModelDefinition & { scopes: Scopes },
): ReadModelClass<keyof Scopes & string> {
  const base = Object.assign(class {}, {
    ...unsaid,
    ...definition,
    key: definition.key ?? idOf(definition),
    filters: filtersOf(definition),
    sorts: sortsOf(definition),
    files: definition.printed ? fileFormats : sheetFormats,
  });
  refuseUnsound(base, definition.filters);
  return base as unknown as ReadModelClass<keyof Scopes & string>;
}

/** What a model is that its definition does not say. */
const unsaid = {
  where: 'true',
  inForce: null,
  search: null,
  order: '',
  dayBy: null,
  version: null,
  updatedAt: null,
  leaves: 'read',
  pastAtOnce: [],
  printed: [],
  toFill: [],
  titled: null,
  filedBy: '',
  calledBy: [],
} as const;

/** Enters a model into the house's list under its class name, once it is first published by a route. */
export function publish(model: ReadModel): void {
  if (!derivedModels.has(model)) models.add(model);
}

function idOf({ fields }: ReadModelDefinition): string {
  const field = fields['id'];
  return field && 'sql' in field ? field.sql : '';
}

function filtersOf({ fields, filters = {} }: ReadModelDefinition): Map<string, ListFilter> {
  const list: ListFilter[] = [];
  for (const [name, field] of Object.entries(fields)) {
    if ('sql' in field && field.warned) list.push(byWarning(field, field.warned));
    if (!('sql' in field) || !field.filter) continue;
    const { kind, compared: sql = field.sql, among, beyond = null } = field;
    const says = beyond === null ? field.says : `${field.says}; also among what is not in force`;
    const codes = field.codes ?? null;
    const same = {
      kind,
      sql,
      codes,
      among: among ?? amongOf(codes),
      beyond,
      repeats: false,
      asked: field.asked ?? null,
      unless: field.unless ?? null,
    };
    if (field.filter === 'is') list.push({ ...same, name, says, by: 'is', repeats: true });
    else {
      list.push({ ...same, name: `${name}From`, says: `${says}: from this one on`, by: 'from' });
      list.push({ ...same, name: `${name}To`, says: `${says}: up to and including this one`, by: 'to' });
    }
  }
  for (const [name, { says, sql, kind, codes = null, among, called }] of Object.entries(filters)) {
    const repeats = (kind === 'id' || kind === 'code') && comparedTo(name).test(sql);
    const own = { codes, among: among ?? amongOf(codes), beyond: null, asked: null, unless: null };
    list.push({ name, says, kind, by: 'sql', sql, ...own, called, repeats });
  }
  return new Map(list.map((filter) => [filter.name, filter]));
}

/** What is to be looked at again is a list of its own. */
const byWarning = ({ codes, unless }: ViewField, sql: string): ListFilter => ({
  name: 'warning',
  says: unless ? 'Those with this warning; none, for those from whom it is hidden' : 'Those with this warning',
  kind: 'code',
  by: 'sql',
  sql,
  codes: codes ?? null,
  among: null,
  beyond: null,
  repeats: false,
  asked: null,
  unless: unless ?? null,
});

/** The codes of an open list; a closed one says its own. */
const amongOf = (codes: CodeList | null): string | null =>
  codes && !codes.codes
    ? `select c.code from codes c where c.list = '${codes.list}' and ${codesWithinReach} order by c.rank, c.code`
    : null;

/** Where SQL compares something to one value of a filter. */
export const comparedTo = (name: string): RegExp => new RegExp(`= :${name}\\b`, 'g');

function sortsOf({ fields, sorts: own = {} }: ReadModelDefinition): Map<string, string> {
  const sorts = new Map(Object.entries(own));
  for (const [name, field] of Object.entries(fields)) {
    if ('sql' in field && field.sort) sorts.set(name, typeof field.sort === 'string' ? field.sort : field.sql);
  }
  return sorts;
}

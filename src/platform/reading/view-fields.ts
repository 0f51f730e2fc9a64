import type { ClosedList, CodeList } from '../records/code-list.js';
import type { Right } from '../rights/rights.js';

/** The shape of one value in an answer, as OpenAPI knows it. */
export type ValueSchema = Readonly<Record<string, unknown>>;

/** How a list can be narrowed by a field: `is` takes one or several values, `range` makes `…From` and `…To`. */
export type FilterKind = 'is' | 'range';

export interface FieldOptions {
  /** The answer may be null; documented so. */
  nullable?: boolean;
  filter?: FilterKind;
  /** What is asked for as rows have it, where it may be typed in several ways. */
  asked?: (typed: string) => string;
  /** What its filter lists among, instead of what is in force, where it would find little: such as those that ended. */
  beyond?: string;
  /** The SQL of the values that its filter may ask for, each as `code`, where no list has them. */
  among?: string;
  /** `true` sorts by the field itself; a text sorts by that SQL, which must never be null. */
  sort?: boolean | string;
  /** Masked (null) for those who have not this right. */
  unless?: Right;
  example?: unknown;
  /** How files show it, where its kind does not say that: a table by its record, what changed of that record's fields, or their names. */
  filed?: 'record' | 'changes' | 'fields';
  /** What files say where there is no value. */
  none?: string;
  /** Of a day: the field that says how exact it is. */
  exactness?: string;
  /** Of an id: files show it even where its row is nested in another, as several people have one name. */
  kept?: true;
}

/** One field of a read model: its SQL and its words. */
export interface ViewField extends FieldOptions {
  readonly kind: 'id' | 'text' | 'day' | 'instant' | 'integer' | 'decimal' | 'flag' | 'code' | 'json';
  readonly sql: string;
  /** What filters compare, where that is not what is shown. */
  readonly compared?: string;
  /** Of warnings: whether the row has `:warning`; the list is then asked by it. */
  readonly warned?: string;
  readonly says: string;
  readonly schema: ValueSchema;
  readonly codes?: CodeList;
}

type Make = (sql: string, says: string, options?: FieldOptions) => ViewField;

const make =
  (kind: ViewField['kind'], schema: ValueSchema): Make =>
  (sql, says, options = {}) => ({ kind, sql, says, schema, ...options });

/** A UUID. */
export const id = make('id', { type: 'string', format: 'uuid' });
export const text = make('text', { type: 'string' });
/** Years have no point for thousands: files tell them by their bounds. */
export const yearSchema: ValueSchema = { type: 'integer', format: 'int64', minimum: 1900, maximum: 2100 };
export const isYear = ({ maximum }: ValueSchema): boolean => maximum === yearSchema['maximum'];
export const year = make('integer', yearSchema);
/** A calendar day, `YYYY-MM-DD`. */
export const day = make('day', { type: 'string', format: 'date' });
/** A point in time, RFC 3339 in UTC. */
export const instant: Make = (sql, says, options = {}) => ({
  ...options,
  kind: 'instant',
  sql: `to_char(${sql} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
  compared: sql,
  says,
  schema: { type: 'string', format: 'date-time' },
});
export const integer = make('integer', { type: 'integer', format: 'int64' });
export const decimal = make('decimal', { type: 'number', format: 'double' });
export const flag = make('flag', { type: 'boolean' });

/** A code of a list; its labels are at `/api/v1/codes/{list}`. */
export const code = (list: CodeList, sql: string, says: string, options: FieldOptions = {}): ViewField => ({
  kind: 'code',
  sql,
  says: `${says} (codes: \`${list.list}\`)`,
  schema: { type: 'string', ...(list.codes && { enum: [...list.codes] }) },
  codes: list,
  ...options,
});

/** JSON that the SQL builds by itself, with the schema that describes it. */
export const json = (sql: string, says: string, schema: ValueSchema, options: FieldOptions = {}): ViewField => ({
  kind: 'json',
  sql,
  says,
  schema,
  ...options,
});

/**
 * What to look at again: the codes of a closed list whose conditions hold. Nothing is refused for it.
 * @param conditions the SQL of each code that the record can have
 */
export const warnings = <Code extends string>(
  list: ClosedList<Code>,
  conditions: Readonly<Partial<Record<Code, string>>>,
  options: FieldOptions = {},
): ViewField => ({
  kind: 'json',
  sql: `to_json(array_remove(array[
      ${Object.entries(conditions)
        .map(([warning, condition]) => `case when ${String(condition)} then '${warning}' end`)
        .join(',\n      ')}], null))`,
  warned: `case :warning ${Object.entries(conditions)
    .map(([warning, condition]) => `when '${warning}' then ${String(condition)}`)
    .join('\n      ')} end`,
  says: `What to look at again (codes: \`${list.list}\`); nothing is refused for it`,
  schema: {
    type: 'array',
    maxItems: Object.keys(conditions).length,
    items: { type: 'string', enum: [...list.codes] },
  },
  codes: { ...list, codes: Object.keys(conditions) as Code[] },
  ...options,
});

/**
 * When a record or one of its parts was last written: its alias, and of each part the table and the column that names the
 * record. Whoever synchronises learns by it of what stands in the answer.
 */
export const lastWriteOf = (row: string, parts: Readonly<Record<string, string>>): string =>
  `greatest(${row}.updated_at, ${Object.entries(parts)
    .flatMap(([table, column]) =>
      // Each by its own index: those of what stands know nothing of what was taken back.
      ['is null', 'is not null'].map(
        (voided) =>
          `(select max(part.updated_at) from ${table} part where part.${column} = ${row}.id and part.voided_at ${voided})`,
      ),
    )
    .join(', ')})`;

/** What a record tells of its own writes, by its alias: whether it was taken back, and how often it was written. */
export const writesOf = (row: string) => ({
  voidedAt: instant(`${row}.voided_at`, 'When it was taken back as entered by mistake', { nullable: true }),
  voidReason: text(`${row}.void_reason`, 'Why it was taken back', { nullable: true }),
  version: integer(
    `${row}.version`,
    'Counts the writes of the record itself, not of its parts; the first part of the ETag',
  ),
});

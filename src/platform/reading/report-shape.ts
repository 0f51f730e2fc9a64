import type { CellKind, ValueShape } from '../files/shape.js';
import type { Scoped } from '../rights/rights.js';
import { isYear, type ValueSchema } from './view-fields.js';

/** A column of a report: its words and its schema; `heading` is what the file says. */
export interface ReportColumn {
  readonly says: string;
  readonly heading: string;
  readonly schema: ValueSchema;
  /** The code list that its values are of; files have their labels. */
  readonly list?: string;
  /** What a file says where there is no value. */
  readonly none?: string;
  /** Not on paper, which has room for ten columns or so. */
  readonly unprinted?: true;
}

/** What a report was asked for, and what its rows come to. */
export type ReportHead = Readonly<Record<string, string | number | null>> & { readonly knownAt: string | null };

/** A whole statement with columns: aggregates that no list of rows gives. */
export interface Report extends Scoped {
  readonly says: string;
  /** What its file is called. */
  readonly title: string;
  /** The SQL over `:asOf` and the report's own parameters; the scope stands where it is put. */
  readonly sql: (scope: string) => string;
  /** Prepared on each connection: where planning it costs as much as running it. */
  readonly prepared?: boolean;
  /** Tables whose past is put together once, as of a read model. */
  readonly pastAtOnce?: readonly string[];
  /** What was asked for, and what the rows come to, as the JSON says it in front of them. */
  readonly head: Readonly<Record<string, ValueSchema>>;
  readonly columns: Readonly<Record<string, ReportColumn>>;
}

export type ReportRow = Readonly<Record<string, string | number | null>>;

/** Formats of what only a program follows: ids and addresses are not printed. */
const UNPRINTED: readonly unknown[] = ['uuid', 'uri-reference'];

/** The columns of a report's file; `printed` = on paper. */
export const columnsOf = ({ columns }: Report, printed: boolean): ValueShape[] =>
  Object.entries(columns)
    .filter(([, { schema, unprinted }]) => !(printed && (unprinted || UNPRINTED.includes(schema['format']))))
    .map(([name, { heading, schema, list, none }]) => ({
      name,
      heading,
      kind: kindOf(schema),
      ...(list && { list }),
      ...(none && { none }),
    }));

function kindOf(schema: ValueSchema): CellKind {
  const { type, format } = schema;
  if (format === 'date') return 'day';
  if (isYear(schema)) return 'year';
  return type === 'integer' || type === 'number' ? 'number' : 'text';
}

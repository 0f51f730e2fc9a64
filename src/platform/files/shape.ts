/** How a value is shown in a spreadsheet: `record` is a table by its record, `changes` are those of a record's fields, `fields` their names. */
export type CellKind =
  'text' | 'number' | 'year' | 'day' | 'instant' | 'flag' | 'json' | 'record' | 'changes' | 'fields';

/** One value of a row: its property, its heading, and how it is shown; a code is shown by its label. */
export interface ValueShape {
  readonly name: string;
  readonly heading: string;
  readonly kind: CellKind;
  /** The code list that its values are of. */
  readonly list?: string;
  /** Of a day: the property that says how exact it is; of one known by its month or year, no more is shown. */
  readonly exactness?: string;
  /** What is said where there is no value. */
  readonly none?: string;
}

/** An object inside a row, whose values are columns of their own, or several of them, which share a cell. */
export interface NestedShape {
  readonly name: string;
  readonly heading: string;
  readonly nested: 'one' | 'many';
  readonly shapes: readonly Shape[];
}

export type Shape = ValueShape | NestedShape;

/** What a record and its fields are called; of a code also the list that has its labels. */
export interface RecordWords {
  readonly heading: string;
  readonly fields: Readonly<Record<string, { readonly heading: string; readonly list?: string }>>;
}

/** What a file is made of; it can be sent to another thread. */
export interface FileContent {
  readonly title: string;
  /** Whose numbers they are: those of the alliance that was asked about alone, or else of that of whoever takes the file. */
  readonly of: string | null;
  /** What was asked for: a line each. */
  readonly asked: readonly (readonly [string, string])[];
  /** Who took it and when. */
  readonly taken: readonly (readonly [string, string])[];
  readonly shapes: readonly Shape[];
  /** Headings of columns that are filled in by hand, once it is printed. */
  readonly toFill?: readonly string[];
  /** The rows, each the text of a JSON object. */
  readonly items: readonly string[];
  /** Labels by list and code. */
  readonly labels: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** By their tables, the records that the rows are about. */
  readonly records?: Readonly<Record<string, RecordWords>>;
}

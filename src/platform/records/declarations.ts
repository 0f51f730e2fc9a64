import type { CodeList } from './code-list.js';

/** How a record's fields reach the audit: in the event's image, apart from it so that they can be erased, or never. */
export type AuditClass = 'plain' | 'personal' | 'secret';

/** What one field decorator declared. */
export interface FieldDeclaration {
  readonly name: string;
  readonly column: string;
  /** The Vietnamese term, where it has one. */
  readonly vi: string | null;
  readonly optional: boolean;
  readonly audit: AuditClass;
  /** The table that a reference points to. */
  readonly references: string | null;
  /** The code list that its values are of. */
  readonly codes: CodeList | null;
  /** Whether the row stays behind, unseen, when the record that it names is taken back, rather than keeping it from that. */
  readonly staysBehind: boolean;
  /** Whether the row is a part of the record that it names, which is held before it. */
  readonly isPart: boolean;
}

export interface RecordDeclaration {
  readonly table: string;
  readonly vi: string;
  /** The columns that tie a row to its owners; `{}` = reference data of nobody. */
  readonly scopes: Readonly<Record<string, string>>;
}

export interface RecordClass<T extends object = object> {
  new (): T;
  readonly prototype: T;
  readonly name: string;
}

import type { ReadModel } from './read-model.js';

/** A record as it was read, before others are told about it. */
export interface RequiredRecord {
  id?: string;
  name?: string | null;
  /** Whom a record is about: whoever reads it has seen the person. */
  person?: { id: string } | null;
}

/** The record whose rows are listed, as a file of them says in its head and in its name. */
export interface Subject {
  /** The view that it is read by, under whose name data/headings.json calls it. */
  readonly view: string;
  readonly words: string;
  /** Letters and digits that tell its file from another's. */
  readonly sign: string;
}

/** What most records are called by; a model that is called by something else says so (`calledBy`). */
const NAMES = ['code', 'number', 'name', 'fullName', 'title'];

/** A record by what it is and what it is called: `Thành viên: HTX-000123, 0263, Hợp tác xã Đông Hải`. */
export function subjectOf({ name, titled, calledBy }: ReadModel, record: RequiredRecord): Subject {
  const called = (calledBy.length > 0 ? calledBy : NAMES).map((path) => ({ path, word: wordAt(record, path) }));
  const words = called.flatMap(({ word }) => word ?? []);
  const { word: code } = called.find(({ path }) => /(^|\.)code$/.test(path)) ?? {};
  const id = record.id ?? words[0] ?? '';
  return { view: titled ?? name, words: words.join(', ') || id, sign: code ?? id };
}

function wordAt(record: object, path: string): string | null {
  const value = path.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown> | null)?.[name], record);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

import { capitalised } from '../problems/language.js';
import { headings } from '../files/headings.js';
import { termOf } from '../records/record.js';
import type { ReadModel } from './read-model.js';

/**
 * How a file heads a field of a model: by the term that its record declares, or by that of data/headings.json for what no
 * record declares, or what a model calls otherwise (`MembershipView.kind`, the organisation’s).
 */
export function headingOf(model: ReadModel, name: string): string {
  const term = termOf(model.from.split(' ', 1)[0] ?? '', name);
  return headings().fields[`${model.name}.${name}`] ?? headingOfField(name, term);
}

/** The same of a field that no model calls otherwise. @param term the Vietnamese one that its record declares, if it does */
export const headingOfField = (name: string, term: string | null): string =>
  term === null ? (headings().fields[name] ?? name) : capitalised(term);

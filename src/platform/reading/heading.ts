import { headings } from '../files/headings.js';
import { termOf } from '../records/record.js';
import type { ReadModel } from './read-model.js';

/**
 * How a file heads a field of a model: by the term that its record declares, or by that of data/headings.json for what no
 * record declares, or what a model calls otherwise (`MembershipView.kind`, the organisation’s).
 */
export function headingOf(model: ReadModel, name: string): string {
  const { fields } = headings();
  return fields[`${model.name}.${name}`] ?? declaredTerm(model, name) ?? fields[name] ?? name;
}

function declaredTerm({ from }: ReadModel, name: string): string | undefined {
  const term = termOf(from.split(' ', 1)[0] ?? '', name);
  return term === null ? undefined : asHeading(term);
}

export const asHeading = (term: string): string => term.charAt(0).toLocaleUpperCase('vi') + term.slice(1);

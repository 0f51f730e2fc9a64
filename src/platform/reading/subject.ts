import { headings } from '../files/headings.js';
import type { ReadModel } from './read-model.js';

/** What a record says of itself that one may call it by; all of them have an id. */
export interface RequiredRecord {
  id: string;
  code?: string | null;
  number?: string | null;
  name?: string | null;
  fullName?: string | null;
  title?: string | null;
  termName?: string | null;
  /** Of a list of codes. */
  list?: string;
  vi?: string;
  organization?: { code: string; name: string } | null;
  /** Whom a record is about: whoever reads it has seen the person. */
  person?: { id: string; fullName: string } | null;
}

/** The record whose rows are listed, as a file of them says in its head and in its name. */
export interface Subject {
  readonly heading: string;
  readonly words: string;
  /** Letters and digits that tell its file from another's. */
  readonly sign: string;
}

/** A record by what it is and what it is called: `Thành viên: 0263, HTX-000123, Hợp tác xã Đông Hải`. */
export function subjectOf({ name: view, titled }: ReadModel, record: RequiredRecord): Subject {
  const { id, code, list, organization } = record;
  const { number, name, fullName, title, termName, vi, person } = record;
  const words = [
    code,
    number,
    name,
    fullName,
    title,
    termName,
    vi,
    person?.fullName,
    organization?.code,
    organization?.name,
  ];
  const said = words.filter(Boolean).join(', ');
  return {
    heading: headings().lists[titled ?? view] ?? view,
    words: said || id,
    sign: code ?? organization?.code ?? list ?? id,
  };
}

import type { FileFormat } from '../files/file-format.js';
import type { Subject } from './subject.js';

/** What a reader wants of one record or of a list, already checked. */
export interface Wanted {
  /** The day on which the answer must have been true in the world. */
  readonly asOf: string;
  /** Whether that day was asked for; else it is today. */
  readonly dayAsked: boolean;
  /** The instant, or the number of the audit sequence, at which the registry must have known it; null = now. */
  readonly knownAt: string | null;
  readonly filters: readonly WantedFilter[];
  /** The pattern of the words to search, for `like`. */
  readonly q: string | null;
  /** That of the same words in full where some were typed in short (HTX), or in short where they were typed in full. */
  readonly inOtherWords: string | null;
  /** Those words, as they were typed. */
  readonly searched: string | null;
  readonly sort: string;
  readonly limit: number;
  readonly after: readonly string[] | null;
  readonly total: boolean;
  /** Also what is not in force on `asOf`. */
  readonly ever: boolean;
  readonly updatedSince: string | null;
  /** The file that the whole list is wanted as; null = a page. */
  readonly file: FileFormat | null;
  /** Whose rows are listed, where they are one record's: it and the person it is about. Whoever reads them has seen those. */
  readonly about: readonly string[] | null;
  /** That record, as a file calls it. */
  readonly subject: Subject | null;
  /** Values that the route fixes, never a reader's. */
  readonly fixed: Readonly<Record<string, string>>;
}
export interface WantedFilter {
  readonly name: string;
  readonly values: readonly string[];
}

/** Parameters of any record or report. */
export const timeParameters = ['asOf', 'knownAt'];
/** What is asked of a page has no meaning for a file, which holds the whole list. */
export const pageParameters = ['limit', 'cursor', 'total'];
/** Parameters of any list, and those of a list that can be searched, ordered or asked for what changed. */
export const listParameters = [...timeParameters, ...pageParameters, 'format'];
export const parametersOfSome = ['q', 'ever', 'updatedSince', 'sort'];

export const DEFAULT_LIMIT = 50;
export const MOST_LIMIT = 200;
/** Values of one filter, characters of a text, and of a cursor. */
export const MOST_VALUES = 50;
export const LONGEST_TEXT = 200;
export const LONGEST_CURSOR = 2_000;

/** The plain wish: a record or a first page as of a day, nothing filtered. */
export const wantedAsOf = (asOf: string, more: Partial<Wanted> = {}): Wanted => ({
  asOf,
  dayAsked: false,
  knownAt: null,
  filters: [],
  q: null,
  inOtherWords: null,
  searched: null,
  sort: '',
  limit: DEFAULT_LIMIT,
  after: null,
  total: false,
  ever: false,
  updatedSince: null,
  file: null,
  about: null,
  subject: null,
  fixed: {},
  ...more,
});

/** Whether a `knownAt` is a number of the audit sequence rather than an instant. */
export const isSequence = (knownAt: string): boolean => /^\d{1,15}$/.test(knownAt);

import { invalidParameters } from '../problems/request.problems.js';
import type { FieldError } from '../problems/problem.js';
import { pointerTo } from '../problems/pointer.js';
import { formatAccepted, type FileFormat } from '../files/file-format.js';
import { cleanText } from '../names/clean-text.js';
import { patternInOtherWords, searchPattern } from '../names/search-pattern.js';
import { dayInVietNam, isDay, today } from '../time/day.js';
import { parseInstant } from '../time/instant.js';
import { cursorKeys } from './cursor.js';
import type { ListFilter, ReadModel } from './read-model.js';
import {
  DEFAULT_LIMIT,
  isSequence,
  listParameters,
  LONGEST_TEXT,
  MOST_LIMIT,
  MOST_VALUES,
  pageParameters,
  timeParameters,
  wantedAsOf,
  type Wanted,
  type WantedFilter,
} from './wanted.js';
import { isCode } from '../records/code-list.js';
import { LARGEST_INTEGER } from '../records/fields.js';
import { isUuid } from '../records/uuid.js';

export type Query = Readonly<Record<string, string | string[] | undefined>>;

/** The parameters that a list takes, in the order of its documentation. */
export const parametersOf = (model: ReadModel): string[] => [
  ...(model.search ? ['q'] : []),
  ...model.filters.keys(),
  ...(model.inForce ? ['ever'] : []),
  ...(model.updatedAt ? ['updatedSince'] : []),
  ...(model.sorts.size > 0 ? ['sort'] : []),
  ...listParameters,
];

/** `asOf` and `knownAt` of one record; anything else is refused. */
export const wantedOfRecord = (query: Query): Wanted => new QueryReader(query).record();

/** The checked wish of a list. @throws Problem 400 `invalid-parameters` that lists what is allowed. */
export const wantedOfList = (model: ReadModel, query: Query, accept?: string): Wanted =>
  new QueryReader(query).list(model, accept);

/** Reads the parameters of an address, gathers what is wrong with them and refuses them all at once. */
export class QueryReader {
  private readonly errors: FieldError[] = [];

  constructor(private readonly query: Query) {}

  record(): Wanted {
    const wanted = this.time();
    this.finish(timeParameters);
    return wanted;
  }

  /** The day, today by default, and the instant as of which the registry is asked. */
  time(): Wanted {
    const day = this.day('asOf');
    return wantedAsOf(day ?? today(), { dayAsked: day !== null, knownAt: this.moment('knownAt') });
  }

  /** @param accept the header, which asks for a file where the parameter `format` is silent */
  list(model: ReadModel, accept?: string): Wanted {
    const sorts = [...model.sorts.keys()].flatMap((name) => [name, `-${name}`]);
    const sort = (sorts.length > 0 && this.oneOf('sort', sorts)) || '';
    const q = this.text('q');
    const day = this.dayOfList(model);
    const file = this.file(accept, model.files);
    const wanted = wantedAsOf(day ?? today(), {
      dayAsked: day !== null,
      knownAt: this.moment('knownAt'),
      filters: this.filters(model),
      q: q === null ? null : searchPattern(q),
      inOtherWords: q === null ? null : patternInOtherWords(q),
      searched: q,
      sort: sort || (file === null ? '' : model.filedBy),
      limit: this.integer('limit', 1, MOST_LIMIT) ?? DEFAULT_LIMIT,
      after: this.cursor(model, sort || model.order),
      total: this.flag('total'),
      ever: this.flag('ever'),
      updatedSince: this.past('updatedSince'),
      file,
    });
    if (file !== null) this.refuseAll(pageParameters, 'not-with-a-file');
    this.finish(parametersOf(model));
    return wanted;
  }

  /** The file that is asked for, of those there are; null = JSON. */
  file(accept: string | undefined, formats: readonly FileFormat[]): FileFormat | null {
    const format = this.oneOf('format', ['json', ...formats]);
    if (format === null) return formatAccepted(accept, formats);
    return format === 'json' ? null : (format as FileFormat);
  }

  day(name: string): string | null {
    return this.checked(name, 'not-a-day', isDay);
  }

  /** The last day of a period, which does not end before it starts. */
  lastDay(name: string, start: string, otherwise: string): string {
    const day = this.day(name) ?? otherwise;
    if (day < start) this.refuse(name, 'before-start', { start });
    return day;
  }

  instant(name: string): string | null {
    const text = this.checked(name, 'not-an-instant', (value) => parseInstant(value) !== null);
    return text === null ? null : parseInstant(text);
  }

  /** An instant that has passed: a clock that is ahead would miss what is written meanwhile. */
  private past(name: string): string | null {
    const instant = this.instant(name);
    if (instant !== null && Date.parse(instant) > Date.now()) this.refuse(name, 'in-the-future');
    return instant;
  }

  /** When something was known: an instant, or a number of the audit sequence. */
  moment(name: string): string | null {
    const text = this.checked(name, 'not-a-moment', (value) => isSequence(value) || parseInstant(value) !== null);
    return text === null || isSequence(text) ? text : parseInstant(text);
  }

  id(name: string): string | null {
    return this.checked(name, 'not-an-id', (value) => isUuid(value))?.toLowerCase() ?? null;
  }

  /** A text as records keep it: composed, and with single spaces. */
  text(name: string): string | null {
    const value = this.single(name);
    return value === null ? null : this.cleaned(name, value);
  }

  private cleaned(name: string, value: string): string | null {
    const text = cleanText(value);
    if (text === null) return this.refuse(name, 'unsafe-text');
    return text.length > LONGEST_TEXT ? this.refuse(name, 'too-long', { max: LONGEST_TEXT }) : text;
  }

  /** A text that must be there; empty when it is refused, which `finish` tells. */
  required(name: string): string {
    const value = this.text(name);
    if (value === null && !this.has(name)) this.refuse(name, 'required');
    return value ?? '';
  }

  /** Whether it was sent at all, rightly or not. */
  has(name: string): boolean {
    return this.query[name] !== undefined;
  }

  flag(name: string): boolean {
    return this.oneOf(name, ['true', 'false']) === 'true';
  }

  integer(name: string, min: number, max: number): number | null {
    const text = this.single(name);
    if (text === null) return null;
    const value = /^\d{1,15}$/.test(text) ? Number(text) : NaN;
    if (value >= min && value <= max) return value;
    return this.refuse(name, 'out-of-range', { min, max });
  }

  /** A number that must be there; 0 when it is refused, which `finish` tells. */
  requiredInteger(name: string, min: number, max: number): number {
    if (!this.has(name)) this.refuse(name, 'required');
    return this.integer(name, min, max) ?? 0;
  }

  oneOf(name: string, allowed: readonly string[]): string | null {
    const value = this.single(name);
    if (value === null || allowed.includes(value)) return value;
    return this.refuse(name, 'not-in-list', { allowed: allowed.join(', ') });
  }

  /** Refuses unknown parameters, and everything found wrong before. */
  finish(allowed: readonly string[]): void {
    for (const name of Object.keys(this.query)) {
      if (!allowed.includes(name)) this.refuse(name, 'unknown-parameter', { allowed: allowed.join(', ') });
    }
    if (this.errors.length > 0) throw invalidParameters(this.errors);
  }

  /** The day asked for, or that of the instant asked for; where both are, they must be the same. */
  private dayOfList({ dayBy }: ReadModel): string | null {
    const asked = this.day('asOf');
    const given = dayBy === null ? undefined : this.query[dayBy];
    const at = typeof given === 'string' ? parseInstant(given) : null; // refused as a filter where it is none
    if (at === null) return asked;
    const day = dayInVietNam(at);
    if (asked !== null && asked !== day) this.refuse('asOf', 'not-that-day', { day });
    return day;
  }

  private filters(model: ReadModel): WantedFilter[] {
    const filters = [...model.filters.values()].flatMap((filter) => this.filter(filter));
    for (const { name, values } of filters) {
      const [end = '', start = ''] = [values[0], filters.find((one) => one.name === startOf(name))?.values[0]];
      if (measure(end) < measure(start)) this.refuse(name, 'before-start', { start });
    }
    return filters;
  }

  private filter(filter: ListFilter): WantedFilter[] {
    const given = this.query[filter.name];
    if (given === undefined) return [];
    const values = [given].flat();
    if (!filter.repeats && values.length > 1) this.refuse(filter.name, 'too-many', { max: 1 });
    if (values.length > MOST_VALUES) this.refuse(filter.name, 'too-many', { max: MOST_VALUES });
    for (const value of values) this.checkFilter(filter, value);
    return [{ name: filter.name, values: values.map((value) => this.kept(filter, value)) }];
  }

  /** A value as rows have it. */
  private kept({ name, kind, asked }: ListFilter, value: string): string {
    if (kind === 'id') return value.toLowerCase();
    if (kind === 'instant') return parseInstant(value) ?? value;
    const text = kind === 'text' ? (this.cleaned(name, value) ?? value) : value;
    return asked ? asked(text) : text;
  }

  private checkFilter({ name, kind, by, codes: list }: ListFilter, value: string): void {
    const codes = list?.codes;
    if (codes && !codes.includes(value)) this.refuse(name, 'not-in-list', { allowed: codes.join(', ') });
    else if (kind === 'code' && !isCode(value)) this.refuse(name, 'not-a-code');
    else if (kind === 'id' && !isUuid(value)) this.refuse(name, 'not-an-id');
    else if (kind === 'day' && !isDay(value)) this.refuse(name, 'not-a-day');
    else if (kind === 'instant' && parseInstant(value) === null) this.refuse(name, 'not-an-instant');
    else if (kind === 'flag' && value !== 'true' && value !== 'false') this.refuse(name, 'not-a-flag');
    else if (kind === 'integer' && !/^-?\d{1,15}$/.test(value)) this.refuse(name, 'not-an-integer');
    else if (kind === 'integer' && by !== 'sql' && Math.abs(Number(value)) > LARGEST_INTEGER)
      this.refuse(name, 'out-of-range', { min: -LARGEST_INTEGER, max: LARGEST_INTEGER });
    else if (kind === 'decimal' && !/^-?\d{1,15}(\.\d{1,6})?$/.test(value)) this.refuse(name, 'not-a-number');
  }

  private cursor(model: ReadModel, sort: string): readonly string[] | null {
    const text = this.single('cursor');
    if (text === null) return null;
    return cursorKeys(text, model, sort) ?? this.refuse('cursor', 'not-a-cursor');
  }

  private checked(name: string, rule: string, holds: (value: string) => boolean): string | null {
    const value = this.single(name);
    if (value === null || holds(value)) return value;
    return this.refuse(name, rule);
  }

  private single(name: string): string | null {
    const value = this.query[name];
    if (Array.isArray(value)) return this.refuse(name, 'too-many', { max: 1 });
    return value ?? null;
  }

  private refuseAll(names: readonly string[], rule: string): void {
    for (const name of names) if (this.query[name] !== undefined) this.refuse(name, rule);
  }

  private refuse(name: string, rule: string, params: FieldError['params'] = {}): null {
    this.errors.push({ pointer: pointerTo(name), rule, params });
    return null;
  }
}

/** The filter with which a range begins that ends with this one. */
const startOf = (name: string): string => name.replace(/To$/, 'From').replace(/^to$/, 'from');

/** Numbers and points in time, to be compared; anything else is NaN, and neither before nor after. */
const measure = (value: string): number => (value === '' || isNaN(Number(value)) ? Date.parse(value) : Number(value));

import { cleanText, saysSomething } from '../names/clean-text.js';
import { isDay, today } from '../time/day.js';
import { parseInstant } from '../time/instant.js';
import { isCode, type CodeList, type CodeOf } from './code-list.js';
import { declare, type FieldOf, type FieldRule, type FieldWords, type Optionally } from './declare.js';
import { isUuid } from './uuid.js';

/**
 * The field decorators. Each declares column, validation, documentation and audit class at once; a property of another
 * type under one does not compile.
 */

/** Text as it will be stored: NFC and trimmed; what is no safe text stays as it is and is refused by its rule. */
const tidy = (multiline: boolean) => (value: unknown) =>
  typeof value === 'string' ? (cleanText(value, { multiline }) ?? value) : value;

/** The one rule of all text: what `cleanText` takes, within its length. */
export const textRules = (max: number, min: number, multiline: boolean): FieldRule[] => [
  { rule: 'not-text', holds: (value) => typeof value === 'string' },
  { rule: 'unsafe-text', holds: (value) => cleanText(value as string, { multiline }) !== null },
  { rule: min === 1 ? 'required' : 'too-short', holds: (value) => (value as string).length >= min, params: { min } },
  { rule: 'too-long', holds: (value) => (value as string).length <= max, params: { max } },
];

interface TextWords extends FieldWords {
  /** In characters (UTF-16 units), after trimming. */
  max: number;
  min?: number;
  multiline?: boolean;
  /** Taken just as it was sent, spaces and all: a password. */
  verbatim?: boolean;
  /** A further rule of this text, such as a check digit. */
  rule?: FieldRule;
  format?: string;
  /** Rewrites what was sent into the form that is kept (spaces out of a number). */
  clean?: (text: string) => string;
}

const sayingSomething: FieldRule = { rule: 'says-nothing', holds: (value) => saysSomething(value as string) };

/** A text, in NFC and trimmed unless it is taken verbatim. */
export function Text<const Words extends TextWords>(words: Words): FieldOf<Optionally<Words, string>> {
  const { max, min = 1, multiline = false, verbatim = false, rule, format, clean } = words;
  const tidied = verbatim ? (value: unknown) => value : tidy(multiline);
  return declare(words, {
    column: 'text',
    schema: { type: 'string', minLength: min, maxLength: max, ...(format && { format }) },
    clean: (value) => {
      const text = tidied(value);
      return clean && typeof text === 'string' ? clean(text) : text;
    },
    rules: [...textRules(max, min, multiline), ...(verbatim ? [] : [sayingSomething]), ...(rule ? [rule] : [])],
  });
}

interface TextsWords extends FieldWords {
  /** Of one text, in characters. */
  max: number;
  most: number;
  /** What OpenAPI says of one text besides its length. */
  schema?: Readonly<Record<string, unknown>>;
}

/** A list of texts, at least one; it can be left out where it is optional. */
export function Texts<const Words extends TextsWords>(words: Words): FieldOf<Optionally<Words, string[]>> {
  const { max, most, schema } = words;
  const each = [...textRules(max, 1, false), sayingSomething];
  const tidied = tidy(false);
  const all = (holds: (value: unknown) => boolean) => (value: unknown) => (value as unknown[]).every(holds);
  return declare(words, {
    column: 'text',
    schema: {
      type: 'array',
      minItems: 1,
      maxItems: most,
      items: { type: 'string', minLength: 1, maxLength: max, ...schema },
    },
    clean: (value) => (Array.isArray(value) ? value.map(tidied) : value),
    rules: [
      { rule: 'not-a-list', holds: Array.isArray },
      { rule: 'too-few', holds: (value) => (value as unknown[]).length > 0, params: { min: 1 } },
      { rule: 'too-many', holds: (value) => (value as unknown[]).length <= most, params: { max: most } },
      ...each.map(({ holds, ...rule }) => ({ ...rule, holds: all(holds) })),
    ],
  });
}

interface DayWords extends FieldWords {
  /** Of what has happened when it is entered: such a day is not to come. */
  past?: true;
}

/** A calendar day, `YYYY-MM-DD`, from 1900 to 2100. */
export function Day<const Words extends DayWords>(words: Words): FieldOf<Optionally<Words, string>> {
  const isADay: FieldRule = { rule: 'not-a-day', holds: (value) => typeof value === 'string' && isDay(value) };
  const happened: FieldRule = { rule: 'in-the-future', holds: (value) => (value as string) <= today() };
  return declare(words.past ? { ...words, says: `${words.says}; not in the future` } : words, {
    column: 'date',
    schema: { type: 'string', format: 'date' },
    rules: words.past ? [isADay, happened] : [isADay],
  });
}

/** A point in time, RFC 3339; kept and answered in UTC. */
export function Instant<const Words extends FieldWords>(words: Words): FieldOf<Optionally<Words, string>> {
  return declare(words, {
    column: 'timestamptz',
    schema: { type: 'string', format: 'date-time' },
    clean: (value) => (typeof value === 'string' ? (parseInstant(value) ?? value) : value),
    rules: [{ rule: 'not-an-instant', holds: (value) => typeof value === 'string' && parseInstant(value) !== null }],
  });
}

interface NumberWords extends FieldWords {
  min?: number;
  max?: number;
  /** Further rules of this number, which may look at the fields beside it. */
  rules?: readonly FieldRule[];
}

/** The largest number that a column of whole numbers holds. */
export const LARGEST_INTEGER = 2_147_483_647;

const isWhole: FieldRule = { rule: 'not-an-integer', holds: (value) => Number.isSafeInteger(value) };
const isNumber: FieldRule = {
  rule: 'not-a-number',
  holds: (value) => typeof value === 'number' && Number.isFinite(value),
};
const within = (min: number, max: number): FieldRule => ({
  rule: 'out-of-range',
  holds: (value) => (value as number) >= min && (value as number) <= max,
  params: { min, max },
});

/** A whole number, not negative unless `min` says so. */
export function Integer<const Words extends NumberWords>(words: Words): FieldOf<Optionally<Words, number>> {
  const { min = 0, max = LARGEST_INTEGER, rules = [] } = words;
  return declare(words, {
    column: 'integer',
    schema: { type: 'integer', format: 'int32', minimum: min, maximum: max },
    rules: [isWhole, within(min, max), ...rules],
  });
}

/** A number with a fraction, such as a declared figure. */
export function Decimal<const Words extends NumberWords>(words: Words): FieldOf<Optionally<Words, number>> {
  const { min = -1e15, max = 1e15, rules = [] } = words;
  return declare(words, {
    column: 'numeric',
    schema: { type: 'number', format: 'double' },
    rules: [isNumber, within(min, max), ...rules],
  });
}

export function Flag<const Words extends FieldWords>(words: Words): FieldOf<Optionally<Words, boolean>> {
  return declare(words, {
    column: 'boolean',
    schema: { type: 'boolean' },
    rules: [{ rule: 'not-a-flag', holds: (value) => typeof value === 'boolean' }],
  });
}

/** That a text is written as codes are. */
export const codeRule: FieldRule = { rule: 'not-a-code', holds: isCode };

/** A code of a list. Of a closed list the compiler knows the codes; of an open one the database does. */
export function Code<const List extends CodeList, const Words extends FieldWords>(
  list: List,
  words: Words,
): FieldOf<Optionally<Words, CodeOf<List>>> {
  const { codes } = list;
  const rule: FieldRule = codes
    ? { rule: 'not-in-list', holds: (value) => codes.includes(value as string), params: { allowed: codes.join(', ') } }
    : codeRule;
  return declare(
    { ...words, says: `${words.says}; labels at \`/api/v1/codes/${list.list}\`` },
    {
      column: 'text',
      schema: { type: 'string', ...(codes && { enum: [...codes] }) },
      rules: [rule],
      codes: list,
    },
  );
}

/** The id of another record, named by its table; writing checks that the writer can see it. */
export function Reference<const Words extends FieldWords>(
  table: string,
  words: Words,
): FieldOf<Optionally<Words, string>> {
  return declare(words, {
    column: 'uuid',
    schema: { type: 'string', format: 'uuid' },
    references: table,
    clean: (value) => (typeof value === 'string' ? value.toLowerCase() : value),
    rules: [{ rule: 'not-an-id', holds: (value) => typeof value === 'string' && isUuid(value) }],
  });
}

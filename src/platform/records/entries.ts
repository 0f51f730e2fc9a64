import { ApiProperty, PartialType, PickType, IntersectionType } from '@nestjs/swagger';
import { Transform, Type as Typed } from 'class-transformer';
import { ValidateBy, ValidateNested } from 'class-validator';
import type { BrokenRule } from './declare.js';
import { Reference, Text } from './fields.js';
import type { RecordClass } from './declarations.js';
import type { RegistryRecord } from './record.js';

/** What every write may say besides its content: why, and by which paper. */
export class Entry {
  @Text({ max: 1000, says: 'Why this is entered', vi: 'lý do ghi sổ', optional: true }) reason!: string | null;
  @Reference('documents', { says: 'The document behind it', vi: 'văn bản căn cứ', optional: true })
  sourceDocumentId!: string | null;
}

/** What undoes something, or makes it otherwise, must say why. */
export class Grounded {
  @Text({ max: 1000, min: 3, says: 'Why', vi: 'lý do ghi sổ' }) reason!: string;
  @Reference('documents', { says: 'The document behind it', vi: 'văn bản căn cứ', optional: true })
  sourceDocumentId!: string | null;
}

/** Why a record is corrected. */
export class Correction extends Grounded {}

/** Why a record is taken back as entered by mistake; it stays, and history shows it. */
export class VoidingEntry extends Grounded {}

/**
 * What a caller may name of a record: not its id, its version or its voiding, which are the registry's; nor what every entry
 * says of itself, so that a record's own paper is its `documentId`.
 */
type Own<T> = Exclude<keyof T, keyof RegistryRecord | keyof Entry>;

/** What callers may send to make a record: an allow-list of its fields, with reason and document. */
export const EntryOf = <T extends object, const Key extends Own<T>>(record: RecordClass<T>, keys: readonly Key[]) =>
  IntersectionType(PickType(record, keys), Entry);

/** What callers may send to correct a record: any of the fields (null only where the field admits it), and why. */
export const CorrectionOf = <T extends object, const Key extends Own<T>>(
  record: RecordClass<T>,
  keys: readonly Key[],
) => IntersectionType(PartialType(PickType(record, keys), { skipNullProperties: false }), Correction);

/** A list of nested entries, each validated as its own class; refused whole beyond `max`. It may be left out if `min` is 0. */
export function Items(
  type: () => RecordClass,
  { says, vi, min = 0, max }: { says: string; vi: string; min?: number; max: number },
): PropertyDecorator {
  return (target, key) => {
    const mayStandFor = (name: string, value: unknown): boolean =>
      name === 'required' ? value !== undefined || min === 0 : name !== 'not-a-list' || value === undefined;
    const rule = (name: string, holds: (list: unknown[]) => boolean, params = {}) =>
      ValidateBy(
        {
          name,
          validator: {
            validate: (value: unknown) => (Array.isArray(value) ? holds(value) : mayStandFor(name, value)),
          },
        },
        { message: name, context: { params, label: vi } satisfies BrokenRule },
      )(target, key as string);
    ApiProperty({
      type: () => type(),
      isArray: true,
      description: `${says} (${vi})`,
      minItems: min,
      maxItems: max,
      required: min > 0,
    })(target, key);
    Typed(type)(target, key as string);
    Transform(({ value }: { value: unknown }) => withoutLists(value))(target, key as string);
    ValidateNested({ each: true })(target, key as string);
    rule('required', () => true);
    rule('not-a-list', () => true);
    rule('too-many', (list) => list.length <= max, { max });
    rule('too-few', (list) => list.length >= min, { min });
  };
}

/** The validator finds no fault in a list where an object belongs, but refuses null at its place: such a list becomes null. */
const withoutLists = (value: unknown): unknown =>
  Array.isArray(value) ? value.map((element: unknown) => (Array.isArray(element) ? null : element)) : value;

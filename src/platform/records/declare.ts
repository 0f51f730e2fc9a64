import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsOptional, ValidateBy } from 'class-validator';
import { Column, type ColumnType } from 'typeorm';
import { wordsOfRule } from '../problems/field-rules.js';
import type { ProblemParameters } from '../problems/problem.js';
import type { CodeList } from './code-list.js';
import type { AuditClass } from './declarations.js';
import { columnOf, declareField } from './record.js';

/** What every field says about itself. */
export interface FieldWords {
  /** What it is, in plain English; the API's documentation. */
  says: string;
  /** The Vietnamese term. */
  vi?: string;
  /** May be null. The property's type must then admit null, and only then. */
  optional?: boolean;
  example?: unknown;
  audit?: AuditClass;
  /** Of a reference: this row need not be taken back before the record that it names; it stays, unseen. */
  staysBehind?: true;
  /** Of a reference: this row is a part of the record that it names. It stays behind with it, and then as it is. */
  isPart?: true;
}

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** A property decorator that only compiles above a property of type `Value`. */
export type FieldOf<Value> = <Target extends object, Key extends keyof Target & string>(
  target: Target,
  key: Key & (Same<Target[Key], Value> extends true ? unknown : never),
) => void;

/** `Value`, or `Value | null` where the field is optional. */
export type Optionally<Options extends { optional?: boolean }, Value> = Options['optional'] extends true
  ? Value | null
  : Value;

/** A rule of a field: its code (words in field-rules.ts), when it holds (beside the other fields), and what the message tells. */
export interface FieldRule {
  readonly rule: string;
  readonly holds: (value: unknown, beside?: object) => boolean;
  readonly params?: ProblemParameters;
}

/** What a broken rule tells of its field. */
export interface BrokenRule {
  params: ProblemParameters;
  /** The field's Vietnamese term. */
  label?: string | undefined;
}

export interface FieldShape {
  readonly column: ColumnType;
  readonly schema: ApiPropertyOptions;
  readonly rules: readonly FieldRule[];
  /** Makes the value that is stored of the value that was sent (trimming, normal form). */
  readonly clean?: (value: unknown) => unknown;
  readonly references?: string;
  readonly codes?: CodeList;
}

/** One declaration of a field: its column, its validation, its words, its audit class. */
export function declare<Value>(words: FieldWords, shape: FieldShape): FieldOf<Value> {
  return (target: object, key: string): void => {
    const optional = words.optional ?? false;
    declareField(target, {
      name: key,
      column: columnOf(key),
      vi: words.vi ?? null,
      optional,
      audit: words.audit ?? 'plain',
      references: shape.references ?? null,
      codes: shape.codes ?? null,
      staysBehind: words.staysBehind ?? words.isPart ?? false,
      isPart: words.isPart ?? false,
    });
    Column({ type: shape.column, name: columnOf(key), nullable: optional })(target, key);
    document(words, shape, optional)(target, key);
    validate(shape, optional, words.vi)(target, key);
  };
}

function document(words: FieldWords, shape: FieldShape, optional: boolean): PropertyDecorator {
  const description = words.vi ? `${words.says} (${words.vi})` : words.says;
  const more = {
    description,
    required: !optional,
    nullable: optional,
    ...(words.example !== undefined && { example: words.example }),
  };
  return ApiProperty({ ...shape.schema, ...more } as ApiPropertyOptions);
}

/** Puts a field's rules on a property: the first one broken is the one that is reported. */
function validate({ rules: declared, clean }: FieldShape, optional: boolean, label?: string): PropertyDecorator {
  const rules = optional
    ? declared.map((rule) => (rule.rule === 'required' ? { ...rule, rule: 'empty' } : rule))
    : declared;
  return (target, key) => {
    if (clean) Transform(({ value }: { value: unknown }) => clean(value))(target, key as string);
    if (optional) IsOptional()(target, key as string);
    const firstBroken = (value: unknown, beside?: object): FieldRule | undefined =>
      value === undefined || value === null
        ? { rule: 'required', holds: () => false }
        : rules.find((rule) => !rule.holds(value, beside));
    for (const rule of [{ rule: 'required', params: {} }, ...rules]) {
      if (!wordsOfRule(rule.rule)) throw new Error(`The rule ${rule.rule} has no words: see field-rules.ts.`);
      ValidateBy(
        {
          name: rule.rule,
          validator: { validate: (value: unknown, at) => firstBroken(value, at?.object)?.rule !== rule.rule },
        },
        { message: rule.rule, context: { params: rule.params ?? {}, label } satisfies BrokenRule },
      )(target, key as string);
    }
  };
}

import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync, type ValidationError } from 'class-validator';
import type { FieldError } from '../problems/problem.js';
import { pointerTo } from '../problems/pointer.js';
import { invalidEntry } from '../problems/request.problems.js';
import type { BrokenRule } from './declare.js';
import type { RecordClass } from './declarations.js';

/**
 * Checks a body against its entry class: `@Body(valid) entry: AdmissionEntry`. Nothing passes that the class does not
 * name; nothing is converted silently.
 *
 * @throws Problem 422 `invalid-entry` with each refused field at its JSON pointer.
 */
@Injectable()
class ValidEntry implements PipeTransform {
  transform(body: unknown, { metatype }: ArgumentMetadata): object {
    if (!metatype || metatype === Object || metatype === Array) throw new Error('A body needs an entry class.');
    return validEntry(metatype as RecordClass, body);
  }
}
export const valid = new ValidEntry();

/** What each body was read as: what it holds at a pointer knows its class, and so the terms of its fields. */
const readAs = new WeakMap<object, object>();

/** The checked instance of an entry class; for files and bulk too. */
export function validEntry<T extends object>(type: RecordClass<T>, body: unknown): T {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw invalidEntry([{ pointer: '', rule: 'not-an-object', params: {} }]);
  }
  const inherited = inheritedIn(body, '');
  if (inherited.length > 0) {
    const params = { allowed: allowedIn(type.prototype as object) };
    throw invalidEntry(inherited.map((pointer) => ({ pointer, rule: 'unknown-field', params })));
  }
  const entry = plainToInstance(type as new () => T, body);
  readAs.set(body, entry);
  const errors = validateSync(entry, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
  if (errors.length > 0) throw invalidEntry(errors.flatMap((error) => fieldErrors(error, '')));
  return entry;
}

/** The Vietnamese terms of the fields at the pointers of a body that was checked, where their declarations give one. */
export const fieldTermsOf = (body: unknown) => (pointer: string) => termAt(readAs.get(body as object), pointer);

function termAt(entry: unknown, pointer: string): string | undefined {
  const [field, ...above] = pointer.split('/').slice(1).reverse();
  let holder = entry;
  for (const name of above.reverse()) holder = (holder as Record<string, unknown> | undefined)?.[name];
  if (typeof holder !== 'object' || holder === null) return undefined;
  const rules = getMetadataStorage().getTargetValidationMetadatas(holder.constructor, '', true, false);
  const rule = rules.find(({ propertyName, context }) => propertyName === field && (context as BrokenRule)?.label);
  return (rule?.context as BrokenRule | undefined)?.label;
}

/** Where fields are named as what every object has (`toString`): class-transformer drops them before they can be refused. */
function inheritedIn(value: unknown, above: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const pointer = pointerTo(name, above);
    return name in Object.prototype ? [pointer] : inheritedIn(inner, pointer);
  });
}

/** For complaints of the validator's own, which belong to no rule of a field. */
const NO_RULE: BrokenRule = { params: {} };

function fieldErrors(error: ValidationError, above: string): FieldError[] {
  const pointer = pointerTo(error.property, above);
  const broken = Object.keys(error.constraints ?? {});
  // Of a value that is not the list it should be, the validator also says that it is no object: left out.
  const told = broken.includes('not-a-list') ? broken.filter((name) => name !== 'nestedValidation') : broken;
  const own = told.map((name) => {
    const { params } = (error.contexts?.[name] ?? NO_RULE) as BrokenRule;
    if (name === 'whitelistValidation')
      return { pointer, rule: 'unknown-field', params: { allowed: allowedIn(error.target) } };
    return { pointer, rule: name === 'nestedValidation' ? 'not-an-object' : name, params };
  });
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, pointer))];
}

/** The names that an entry class knows, as its documentation lists them. */
function allowedIn(target: object | undefined): string {
  const listed = Reflect.getMetadata('swagger/apiModelPropertiesArray', target ?? {}) as string[] | undefined;
  return (listed ?? [])
    .map((name) => name.slice(1))
    .sort()
    .join(', ');
}

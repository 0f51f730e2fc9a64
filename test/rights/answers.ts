import { Ajv, type ValidateFunction } from 'ajv';
import type { Reply } from '../kit/reply.js';
import { resolved, type Document, type Operation, type Schema } from './document.js';

const aProblem: Schema = { $ref: '#/components/schemas/Problem' };

/** Holds answers to the document: no property that it does not declare, no masked value for whoever has not the right. */
export class Answers {
  private readonly ajv = new Ajv({
    strict: false,
    validateFormats: false,
    inlineRefs: false,
    code: { optimize: false },
  });
  private readonly validators = new Map<Schema, ValidateFunction>();
  /** Masked fields that somebody saw in clear: without one, a mask would prove nothing. */
  readonly unmasked = new Set<string>();

  constructor(private readonly document: Document) {
    this.ajv.addSchema(closed({ components: document.components }) as object, 'document');
  }

  /** What an answer holds that it must not, in words; null when it is as declared. */
  problemWith(operation: Operation, reply: Reply, role: string | null): string | null {
    const json = /^application\/(problem\+)?json/.test(reply.headers.get('content-type') ?? '');
    if (!json || operation.answer === null) return null;
    const validate = this.validatorOf(operation.answer);
    if (!validate(reply.body)) {
      const [error] = validate.errors ?? [];
      return `${error?.instancePath ?? ''} ${error?.message ?? ''} ${JSON.stringify(error?.params)}`;
    }
    return this.unmaskedIn(operation.answer, reply.body, role, '');
  }

  /** The same of any answer: a refusal is a problem document, as every operation's is. */
  problemWithAny(operation: Operation, reply: Reply, role: string | null): string | null {
    if (reply.status === 304) return reply.text === '' ? null : 'a 304 with a body';
    if (reply.status < 300) return this.problemWith(operation, reply, role);
    return this.problemWith({ ...operation, answer: aProblem }, reply, role);
  }

  /** A masked value that is shown without its right, in words; notes which masks somebody saw through. */
  private unmaskedIn(schema: Schema, value: unknown, role: string | null, at: string): string | null {
    if (value === null || value === undefined) return null;
    const { properties = {}, items, 'x-mask': mask } = resolved<Schema>(this.document, schema);
    if (mask) {
      if (!mask.grants.some((grant) => grant.role === role)) return `${at} is shown without the right ${mask.right}`;
      this.unmasked.add(at.replace(/^.*\//, ''));
    }
    if (Array.isArray(value) && items) {
      return first(value, (one) => this.unmaskedIn(items, one, role, at));
    }
    return first(Object.entries(properties), ([name, property]) =>
      this.unmaskedIn(property, (value as Record<string, unknown>)[name], role, `${at}/${name}`),
    );
  }

  private validatorOf(schema: Schema): ValidateFunction {
    const known = this.validators.get(schema);
    if (known) return known;
    const made = this.ajv.compile(absolute(closed(schema)) as object);
    this.validators.set(schema, made);
    return made;
  }
}

function first<Item>(items: readonly Item[], find: (item: Item) => string | null): string | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}

/** The same schema, every object of it closed to properties that it does not name. */
function closed(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(closed);
  if (typeof part !== 'object' || part === null) return part;
  const copy = Object.fromEntries(Object.entries(part).map(([name, value]) => [name, closed(value)]));
  if (copy['nullable'] && Array.isArray(copy['enum'])) copy['enum'] = [...copy['enum'], null];
  return 'properties' in copy && !('additionalProperties' in copy) ? { ...copy, additionalProperties: false } : copy;
}

/** References from inside a schema point into the document. */
function absolute(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(absolute);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name, name === '$ref' ? `document${String(value)}` : absolute(value)]),
  );
}

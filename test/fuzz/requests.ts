import fc from 'fast-check';
import {
  resolved,
  resourceOf,
  type Document,
  type Operation,
  type Parameter,
  type Schema,
} from '../rights/document.js';
import { hostileBodies, hostileHeaders, hostileTexts, hostileValues } from './hostile.js';

/** A request as it is sent. */
export interface FuzzRequest {
  operation: Operation;
  actor: (typeof actors)[number];
  path: string;
  headers: Record<string, string>;
  body?: string;
}

const actors = ['secretariat', 'administrator', 'auditor', 'member', 'anonymous'] as const;

/** What is known of the registry: ids that exist, by kind. */
export type Known = (resource: string) => string | undefined;

/** Requests to any operation of a document: much as it asks for, some with what nobody should send. */
export function requests(
  document: Document,
  operations: readonly Operation[],
  known: Known,
): fc.Arbitrary<FuzzRequest> {
  return fc.constantFrom(...operations).chain((operation) =>
    fc
      .record({
        actor: fc.constantFrom(...actorsOf(operation)),
        path: pathsOf(operation, known),
        query: queriesOf(operation),
        headers: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, hostileHeaders),
        type: fc.oneof({ weight: 12, arbitrary: fc.constant('application/json') }, hostileTypes),
        body: operation.body ? bodiesOf(document, operation.body) : fc.constant(undefined),
      })
      .map(({ actor, path, query, headers, type, body }) => ({
        operation,
        actor,
        path: path + query,
        headers: {
          ...(body !== undefined && { 'Content-Type': type }),
          ...(operation.method === 'PATCH' && { 'If-Match': '"1"' }),
          ...headers,
        },
        ...(body !== undefined && { body }),
      })),
  );
}

const hostileTypes = fc.constantFrom(
  'text/plain',
  'application/x-www-form-urlencoded',
  'application/json; charset=utf-16',
  'multipart/form-data',
  'x',
);

/** As an address carries it; half a surrogate pair cannot be encoded, and is sent as what UTF-8 would make of it. */
const encoded = (text: string): string =>
  encodeURIComponent(Buffer.from(text.slice(0, 3_000), 'utf8').toString('utf8'));

/** Mostly those who may. */
function actorsOf({ grants }: Operation): FuzzRequest['actor'][] {
  const holders = actors.filter((actor) => grants?.some(({ role }) => role === actor));
  return [...holders, ...holders, ...holders, ...actors];
}

const pathsOf = ({ template }: Operation, known: Known): fc.Arbitrary<string> => {
  const id = known(resourceOf(template));
  const ids = fc.oneof(
    { weight: id ? 8 : 0, arbitrary: fc.constant(id ?? '') },
    fc.uuid(),
    hostileTexts.map((text) => encoded(text)),
  );
  return ids.map((one) => template.replace('{id}', one).replace('{list}', one.length % 2 ? 'organization_kind' : one));
};

const queriesOf = ({ query }: Operation): fc.Arbitrary<string> =>
  query.length === 0
    ? fc.constantFrom('', '', '', '?x=1', '?asOf')
    : fc
        .subarray(query, { maxLength: Math.min(4, query.length) })
        .chain((chosen) => fc.tuple(...chosen.map(pairOf)))
        .map((pairs) => (pairs.length > 0 ? `?${pairs.join('&')}` : ''));

const pairOf = ({ name, schema }: Parameter): fc.Arbitrary<string> =>
  fc
    .oneof({ weight: 3, arbitrary: plain(schema.items ?? schema) }, hostileTexts)
    .map((value) => `${name}=${encoded(String(value))}`);

/** A value as its schema asks for. */
function plain(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.format === 'uuid') return fc.uuid();
  if (schema.format === 'date')
    return fc
      .date({ min: new Date('1995-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10));
  if (schema.format === 'date-time')
    return fc
      .date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
      .map((at) => at.toISOString());
  if (schema.type === 'integer')
    return fc.integer({ min: schema.minimum ?? -10, max: Math.min(schema.maximum ?? 10_000, 1_000_000) });
  if (schema.type === 'number') return fc.double({ noNaN: true, min: -1e6, max: 1e12 });
  if (schema.type === 'boolean') return fc.boolean();
  return fc.oneof(fc.constant(schema.example ?? 'thử'), fc.string({ maxLength: Math.min(schema.maxLength ?? 20, 40) }));
}

function bodiesOf(document: Document, schema: Schema): fc.Arbitrary<string> {
  const entries = fc.tuple(
    valueOf(document, schema),
    fc.option(
      fc.tuple(fc.constantFrom('id', 'version', 'allianceId', 'role', 'voidedAt', '__proto__'), hostileValues),
      { freq: 6 },
    ),
  );
  return fc.oneof(
    {
      weight: 9,
      arbitrary: entries.map(([entry, more]) =>
        JSON.stringify(more ? { ...(entry as object), [more[0]]: more[1] } : entry),
      ),
    },
    hostileBodies,
  );
}

function valueOf(document: Document, schema: Schema, depth = 0): fc.Arbitrary<unknown> {
  const { properties, items, required = [], ...rest } = resolved<Schema>(document, schema.allOf?.[0] ?? schema);
  if (properties) {
    const fields = Object.entries(properties).map(([name, property]) => {
      const value = fc.oneof({ weight: 12, arbitrary: valueOf(document, property, depth + 1) }, hostileValues);
      return [
        name,
        required.includes(name)
          ? fc.option(value, { freq: 25, nil: undefined })
          : fc.option(value, { freq: 2, nil: undefined }),
      ] as const;
    });
    return fc.record(Object.fromEntries(fields));
  }
  if (items)
    return fc.array(valueOf(document, items, depth + 1), {
      minLength: rest.minItems ?? 0,
      maxLength: Math.max(rest.minItems ?? 0, 3),
    });
  return plain(rest);
}

import { expect, test } from '@jest/globals';
import type { Json } from '../kit/reply.js';
import { story } from '../kit/story.js';
import { committedDocument, operationsOf, resolved, type Document, type Schema } from '../rights/document.js';
import { castAccounts } from '../setup/cast.js';

/** Every example of a field is held to the field's own rules: it is sent where the document says that it may be. */

const document: Document = committedDocument();
const NOBODY = '0192f0c4-0000-7000-8000-000000000001';

/** What the examples of a schema's fields make together; a field without one is left out. */
function exampleOf(schema: Schema): unknown {
  const { example, properties, items, allOf } = resolved<Schema>(document, schema);
  if (example !== undefined) return example;
  if (allOf?.[0]) return exampleOf(allOf[0]);
  if (items) {
    const one = exampleOf(items);
    return one === undefined ? undefined : [one];
  }
  if (!properties) return undefined;
  const fields = Object.entries(properties).map(([name, property]) => [name, exampleOf(property)] as const);
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

const valueAt = (body: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce((part: unknown, name) => (part as Json | undefined)?.[name], body);

const bodies = operationsOf(document).flatMap(({ body, ...operation }) => (body ? [{ ...operation, body }] : []));

/** The example of a body, where it names no record that must be there before. */
function bodyExampleOf(template: string, method: string): Json | undefined {
  const { requestBody } = (document.paths[template]?.[method.toLowerCase()] ?? {}) as Operation;
  const example = requestBody?.content['application/json'].example;
  return JSON.stringify(example).includes(ANY_ID) ? undefined : example;
}
interface Operation {
  requestBody?: { content: { 'application/json': { example: Json } } };
}
const ANY_ID = '00000000-0000-4000-8000-000000000000';

/** Parts are told as records of their own, instants in full. */
const isChanged = (value: unknown): boolean => typeof value === 'object' || /T.*Z$/.test(String(value));

story('an example of a body that names no other record is entered as it stands, whole', async (cast) => {
  const entered: string[] = [];
  for (const { name, method, template, grants } of bodies) {
    const sent = template.includes('{') || !grants ? undefined : bodyExampleOf(template, method);
    const actor = castAccounts.find(({ role }) => grants?.some((grant) => grant.role === role))?.name;
    if (!sent || !actor || template.startsWith('/api/v1/auth/')) continue;
    const { status, text, body } = await cast[actor as keyof typeof cast].post(template, sent);
    expect({ name, status, text }).toEqual({ name, status: 201, text });
    const asSent = Object.entries(sent).filter(([field, value]) => field in body && !isChanged(value));
    expect({ operation: name, ...body }).toMatchObject({ operation: name, ...Object.fromEntries(asSent) }); // nothing is dropped in silence
    entered.push(name);
  }
  expect(entered.length).toBeGreaterThanOrEqual(12);
});

story('no example of a field breaks a rule of that field', async (cast) => {
  const broken: unknown[] = [];
  for (const { name, method, template, grants, body } of bodies) {
    const actor = grants
      ? castAccounts.find(({ role }) => grants.some((grant) => grant.role === role))?.name
      : undefined;
    const sent = exampleOf(body) as Json;
    const { status, body: answer } = await cast[(actor ?? 'anonymous') as keyof typeof cast].ask({
      method,
      path: template.replace('{id}', NOBODY),
      headers: { 'Content-Type': 'application/json', ...(method === 'PATCH' && { 'If-Match': '"1"' }) },
      body: JSON.stringify(sent),
    });
    const errors = (status === 409 ? [] : (answer['errors'] ?? [])) as { pointer: string; code: string }[]; // it is there already
    for (const { pointer, code } of errors)
      if (valueAt(sent, pointer) !== undefined) broken.push({ name, pointer, code, example: valueAt(sent, pointer) });
    if (status === 400) broken.push({ name, answer });
  }
  expect(bodies.length).toBeGreaterThan(90);
  expect(broken).toEqual([]);
});

/** The bodies that list objects, each with a list where one of these objects should stand. */
const listsInLists = (schema: Schema): { property: string; sent: Json }[] =>
  Object.entries(resolved<Schema>(document, schema).properties ?? {})
    .filter(([, { items }]) => items !== undefined && resolved<Schema>(document, items).properties !== undefined)
    .map(([property]) => ({ property, sent: { ...(exampleOf(schema) as Json), [property]: [[]] } }));

story('a list that stands where an object should is refused at its place', async (cast) => {
  let asked = 0;
  for (const { name, method, template, grants, body } of bodies) {
    const actor = castAccounts.find(({ role }) => grants?.some((grant) => grant.role === role))?.name;
    for (const { property, sent } of listsInLists(body)) {
      if (!actor) throw new Error(`Nobody of the cast may ${name}.`);
      const request = {
        method,
        path: template.replace('{id}', NOBODY),
        headers: { 'Content-Type': 'application/json' },
      };
      await cast[actor].ask({ ...request, body: JSON.stringify(sent) }).refusedAt(`/${property}/0`, 'not-an-object');
      asked += 1;
    }
  }
  expect(asked).toBeGreaterThan(10);
});

test('what an address must say has an example, but the id of a record', () => {
  const without = operationsOf(document).flatMap(({ name, path, query }) =>
    [...path, ...query]
      .filter(({ required, schema, name: said }) => required && said !== 'id' && schema.example === undefined)
      .map((parameter) => `${name}: ${parameter.name}`),
  );
  expect(without).toEqual([]);
});

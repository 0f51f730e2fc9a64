// What sqlmap is given: each parameter of each GET operation of the document, with a value that the server accepts.

/** Values that no schema can tell: of the demo registry, and of the day. */
const KNOWN = {
  documentCode: 'ARTICLE-2020-12-21',
  knownAt: new Date().toISOString(),
  year: '2020',
  ordinal: '6',
  size: '1',
  seq: '1',
};
const ID = '018f0000-0000-7000-8000-000000000000';

/** Every query parameter and every parameter of a path, with what is needed beside it. */
export function parametersOf(document) {
  const operations = Object.entries(document.paths).filter(([, { get }]) => get?.security?.length !== 0 && get);
  return operations.flatMap(([path, { get }]) => {
    const parameters = (get.parameters ?? []).map((parameter) => resolved(document, parameter));
    const needed = parameters.filter((parameter) => parameter.in === 'query' && parameter.required);
    return parameters
      .filter((parameter) => parameter.in !== 'header')
      .map((parameter) => ({ ...parameter, path, needed, schema: resolved(document, parameter.schema) }));
  });
}

const resolved = (document, value) =>
  value?.$ref
    ? value.$ref
        .slice(2)
        .split('/')
        .reduce((part, name) => part[name], document)
    : (value ?? {});

/** The address that tries this parameter; `*` marks the place in a path. Null when there is no first page to go on from. */
export async function addressFor(parameter, read) {
  const query = new URLSearchParams(
    parameter.needed.map((needed) => [needed.name, valueOf(needed.name, needed.schema, needed)]),
  );
  const path = await filled(parameter, read);
  if (parameter.in !== 'query') return `${path}${query.size ? `?${query}` : ''}`;
  if (parameter.name === 'cursor') {
    query.set('limit', '1');
    const page = await read(`${path}?${query}`);
    if (!page?.next) return null;
    query.set('cursor', page.next);
  } else query.set(parameter.name, valueOf(parameter.name, parameter.schema, parameter));
  return `${path}?${query}`;
}

/** Puts the first record of each list into the path. */
async function filled({ path, in: place, name, schema, example }, read) {
  let address = '';
  for (const part of path.split('/').slice(1)) {
    const parameter = /^\{(.+)\}$/.exec(part)?.[1];
    if (!parameter) {
      address += `/${part}`;
      continue;
    }
    const first = (await read(address.replace('*', '')))?.items?.[0];
    const value = first?.[parameter] ?? first?.id ?? first?.name ?? example ?? schema?.example ?? ID;
    address += `/${encodeURIComponent(value)}${place === 'path' && parameter === name ? '*' : ''}`;
  }
  return address;
}

function valueOf(name, schema, { example }) {
  if (name in KNOWN) return KNOWN[name];
  const value = example ?? schema.example ?? schema.default ?? schema.enum?.[0] ?? schema.items?.enum?.[0];
  if (value !== undefined) return String(value);
  if (schema.format === 'uuid' || schema.items?.format === 'uuid') return ID;
  if (schema.format === 'date') return '2020-11-27';
  if (schema.format === 'date-time') return new Date().toISOString();
  if (schema.type === 'integer' || schema.type === 'number') return '1';
  if (schema.type === 'boolean') return 'true';
  return name === 'q' ? 'an' : 'a';
}

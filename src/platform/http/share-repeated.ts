import type { OpenAPIObject } from '@nestjs/swagger';

type Part = Readonly<Record<string, unknown>>;
/** What of an operation can be told elsewhere; the framework's own type names every possible field. */
interface Operation {
  parameters?: Part[];
  responses: Record<string, Part>;
}

/** What stands in so many operations, word for word, is told once. */
const OFTEN = 5;

/**
 * Moves the parameters and the refusals that many operations have in common into the document's components, so that an
 * operation tells what is its own.
 */
export function shareRepeated(document: OpenAPIObject): void {
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path) as unknown as Operation[]);
  const parameters = repeated(
    operations.flatMap((operation) => operation.parameters ?? []),
    ({ name }) => String(name),
  );
  const responses = repeated(
    operations.flatMap((operation) => Object.values(operation.responses)),
    nameOfRefusal,
  );
  for (const operation of operations) {
    operation.parameters = (operation.parameters ?? []).map((part) => referred('parameters', parameters, part));
    operation.responses = Object.fromEntries(
      Object.entries(operation.responses).map(([status, part]) => [status, referred('responses', responses, part)]),
    );
  }
  const { components } = document;
  const shared = { parameters: named(parameters), responses: { ...components?.responses, ...named(responses) } };
  document.components = { ...components, ...(shared as Pick<typeof components & object, keyof typeof shared>) };
}

/** `UnknownRecord` of a response that tells of that problem, "`unknown-record`: …"; of several, `OneOrOther`. */
function nameOfRefusal({ description }: Part): string | null {
  const codes = [...String(description).matchAll(/`([a-z-]+)`: /g)].map(([, code = '']) => code);
  const names = codes.map((code) => code.replace(/(^|-)([a-z])/g, (_, _dash, letter: string) => letter.toUpperCase()));
  return names.length > 0 ? names.join('Or') : null;
}

/** By its text, the name of each part that is repeated; of two with one name the more frequent has it. */
function repeated(parts: readonly Part[], nameOf: (part: Part) => string | null): Map<string, string> {
  const times = new Map<string, number>();
  for (const part of parts) times.set(JSON.stringify(part), (times.get(JSON.stringify(part)) ?? 0) + 1);
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const [text, count] of [...times].sort(([, a], [, b]) => b - a)) {
    const name = count < OFTEN ? null : nameOf(JSON.parse(text) as Part);
    if (name === null || taken.has(name)) continue;
    taken.add(name);
    names.set(text, name);
  }
  return names;
}

function referred(kind: string, names: ReadonlyMap<string, string>, part: Part): Part {
  const name = names.get(JSON.stringify(part));
  return name === undefined ? part : { $ref: `#/components/${kind}/${name}` };
}

const named = (names: ReadonlyMap<string, string>): Record<string, unknown> =>
  Object.fromEntries([...names].map(([text, name]) => [name, JSON.parse(text) as unknown]));

import type { OpenAPIObject } from '@nestjs/swagger';

/**
 * Moves each schema with a `title` that stands in an answer among the document's components, under that name: a client
 * generated from the document has a type of that name.
 */
export function nameSchemas(document: OpenAPIObject): void {
  const named: Record<string, unknown> = {};
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path) as { responses: unknown }[]) {
      operation.responses = moved(operation.responses, named);
    }
  }
  const schemas = { ...document.components?.schemas, ...named } as NonNullable<typeof document.components>['schemas'];
  document.components = { ...document.components, schemas };
}

/** A copy with references in the place of what it `named`. */
function moved(part: unknown, named: Record<string, unknown>): unknown {
  if (Array.isArray(part)) return part.map((item) => moved(item, named));
  if (typeof part !== 'object' || part === null) return part;
  const copy = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, moved(value, named)]));
  if (typeof copy['title'] !== 'string') return copy;
  const { title, ...schema } = copy;
  named[String(title)] = schema;
  return { $ref: `#/components/schemas/${String(title)}` };
}

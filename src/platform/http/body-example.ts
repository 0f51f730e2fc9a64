import type { OpenAPIObject } from '@nestjs/swagger';

type Schemas = Readonly<Record<string, Schema | undefined>>;
interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly example?: unknown;
  readonly enum?: readonly unknown[];
  readonly type?: string;
  readonly format?: string;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

/** The id of nothing: what is read of the registry goes in its place. */
const ANY_ID = '00000000-0000-4000-8000-000000000000';

/**
 * Gives each body an example of what must be in it, from the examples of its fields; of a correction also the first field that may.
 * Readers of the documentation send it as it stands, where a sample of every field would name documents that there are not.
 */
export function showBodies({ paths, components }: OpenAPIObject): void {
  const schemas = (components?.schemas ?? {}) as Schemas;
  for (const path of Object.values(paths)) {
    for (const [method, operation] of Object.entries(path) as [string, { requestBody?: { content?: object } }][]) {
      for (const media of Object.values(operation.requestBody?.content ?? {}) as {
        schema: Schema;
        example?: unknown;
      }[])
        media.example = exampleOf(media.schema, schemas, method === 'patch');
    }
  }
}

function exampleOf(schema: Schema, schemas: Schemas, correction = false): unknown {
  const { example, enum: values, items, minItems = 0, properties } = schema;
  if (example !== undefined) return example;
  const other = schema.$ref ? schemas[schema.$ref.split('/').at(-1) ?? ''] : schema.allOf?.[0];
  if (other) return exampleOf(other, schemas, correction);
  if (values) return values[0];
  if (items) return minItems > 0 ? [exampleOf(items, schemas)] : [];
  if (!properties) return plainExample(schema);
  const { required = [] } = schema;
  const names = Object.keys(properties).filter((name) => required.includes(name));
  const also = correction ? Object.keys(properties).find((name) => properties[name]?.example !== undefined) : undefined;
  const shown = new Set([...(also ? [also] : []), ...names]);
  return Object.fromEntries([...shown].map((name) => [name, exampleOf(properties[name] ?? {}, schemas)]));
}

function plainExample({ type, format, minLength = 0, minimum = 1 }: Schema): unknown {
  if (type === 'boolean') return false;
  if (type === 'integer' || type === 'number') return minimum;
  return format === 'uuid' ? ANY_ID : '…'.repeat(Math.max(1, minLength));
}

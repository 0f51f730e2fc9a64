import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/built.js';

/** What a JSON schema says, as far as the matrix reads it. */
export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  nullable?: boolean;
  enum?: unknown[];
  example?: unknown;
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  allOf?: Schema[];
  additionalProperties?: boolean | object;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  /** Who sees the field in clear. */
  'x-mask'?: { right: string; grants: Grant[] };
}
export interface Grant {
  role: string;
  scope: string;
}
export interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema: Schema;
}
interface Content {
  content?: Record<string, { schema?: Schema }>;
}
interface PublishedOperation {
  parameters?: ({ $ref: string } | Parameter)[];
  requestBody?: Content;
  responses: Record<string, ({ $ref: string } | Content) & object>;
  'x-policy'?: { right?: string; grants?: Grant[]; open?: string };
}
export interface Document {
  paths: Record<string, Record<string, PublishedOperation>>;
  components: Record<string, Record<string, unknown>>;
}

/** One operation with its references resolved. */
export interface Operation {
  /** `GET /api/v1/awards/{id}` */
  name: string;
  method: string;
  template: string;
  /** Who may call it; null when anybody may. */
  grants: Grant[] | null;
  path: Parameter[];
  query: Parameter[];
  headers: Parameter[];
  body: Schema | null;
  /** Statuses that it declares. */
  statuses: number[];
  /** The schema of its successful JSON answer. */
  answer: Schema | null;
}

const METHODS = new Set(['get', 'post', 'put', 'patch', 'delete']);

/** The committed document: the contract that the running server is held to. */
export const committedDocument = (): Document =>
  JSON.parse(readFileSync(join(root, 'docs/openapi.json'), 'utf8')) as Document;

/** What a reference stands for. */
export function resolved<Part extends object>(document: Document, part: Part | { $ref: string }): Part {
  if (!('$ref' in part) || typeof part.$ref !== 'string') return part as Part;
  const [, , kind = '', name = ''] = part.$ref.split('/');
  return resolved(document, document.components[kind]?.[name] as Part);
}

export const operationsOf = (document: Document): Operation[] =>
  Object.entries(document.paths).flatMap(([template, methods]) =>
    Object.entries(methods)
      .filter(([method]) => METHODS.has(method))
      .map(([method, operation]) => operationOf(document, method.toUpperCase(), template, operation)),
  );

function operationOf(document: Document, method: string, template: string, operation: PublishedOperation): Operation {
  const parameters = (operation.parameters ?? []).map((one) => resolved<Parameter>(document, one as Parameter));
  const success = Object.entries(operation.responses).find(([status]) => status.startsWith('2'))?.[1];
  const policy = operation['x-policy'];
  return {
    name: `${method} ${template}`,
    method,
    template,
    grants: policy?.right ? (policy.grants ?? []) : null,
    path: parameters.filter((one) => one.in === 'path'),
    query: parameters.filter((one) => one.in === 'query'),
    headers: parameters.filter((one) => one.in === 'header'),
    body: operation.requestBody?.content?.['application/json']?.schema ?? null,
    statuses: Object.keys(operation.responses).map(Number),
    answer: success
      ? (resolved<Content>(document, success as Content).content?.['application/json']?.schema ?? null)
      : null,
  };
}

/** The kind of record that a path is about: `awards` of `/api/v1/awards/{id}/history`. */
export const resourceOf = (template: string): string => /^\/api\/v1\/([\w-]+)\/\{/.exec(template)?.[1] ?? '';

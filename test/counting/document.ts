import { kept } from '../setup/run.js';

type Role = string;

/** One operation of the server's OpenAPI document, as far as the count and the strangers need it. */
export interface Operation {
  method: string;
  /** `/api/v1/members/{id}` */
  template: string;
  /** Absent from open routes, which say why they are open. */
  policy: { right: string; grants: { role: Role; scope: string }[] } | undefined;
  hasBody: boolean;
  /** By status. */
  answers: Readonly<Record<number, DeclaredAnswer>>;
}

interface DeclaredAnswer {
  /** The problems that it may be. */
  codes: string[];
  /** The names of its headers, in lower case. */
  headers: string[];
}

interface Response {
  $ref?: string;
  description?: string;
  headers?: object;
}
interface OpenApi {
  paths: Record<
    string,
    Record<string, { 'x-policy'?: unknown; requestBody?: unknown; responses?: Record<string, Response> }>
  >;
  components?: { responses?: Record<string, Response> };
}

const METHODS = new Set(['get', 'post', 'put', 'patch', 'delete']);

/** The operations of an OpenAPI document. */
export const operationsOf = (document: OpenApi): Operation[] =>
  Object.entries(document.paths).flatMap(([template, methods]) =>
    Object.entries(methods)
      .filter(([method]) => METHODS.has(method))
      .map(([method, operation]) => ({
        method: method.toUpperCase(),
        template,
        policy: policyOf(operation['x-policy']),
        hasBody: operation.requestBody !== undefined,
        answers: Object.fromEntries(
          Object.entries(operation.responses ?? {}).map(([status, response]) => [
            status,
            answerOf(document.components?.responses?.[response.$ref?.split('/').at(-1) ?? ''] ?? response),
          ]),
        ),
      })),
  );

/** Its description tells of each problem as "`unknown-record`: Not found". */
const answerOf = ({ description = '', headers = {} }: Response): DeclaredAnswer => ({
  codes: [...description.matchAll(/`([a-z-]+)`: /g)].map(([, code = '']) => code),
  headers: Object.keys(headers).map((name) => name.toLowerCase()),
});

/** The operations of the document that this run's servers publish; none when no server ran. */
export const publishedOperations = (): Operation[] =>
  operationsOf(JSON.parse(kept('openapi.json') ?? '{"paths":{}}') as OpenApi);

function policyOf(policy: unknown): Operation['policy'] {
  return typeof policy === 'object' && policy !== null && 'right' in policy
    ? (policy as Operation['policy'])
    : undefined;
}

/** Finds the operation that answered a request: the most literal template that fits. */
export function operationFinder(
  operations: readonly Operation[],
): (method: string, path: string) => Operation | undefined {
  const byLiteralness = [...operations].sort((a, b) => parametersIn(a) - parametersIn(b));
  const patterns = byLiteralness.map((operation) => ({
    operation,
    pattern: new RegExp(`^${operation.template.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '[^/]+')}$`),
  }));
  return (method, path) =>
    patterns.find(({ operation, pattern }) => operation.method === method && pattern.test(path))?.operation;
}

const parametersIn = ({ template }: Operation): number => template.split('{').length;

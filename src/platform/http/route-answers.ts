import type { OpenAPIObject } from '@nestjs/swagger';
import type { ProblemDefinition } from '../problems/problem.js';
import * as problems from '../problems/request.problems.js';
import type { Right } from '../rights/rights.js';
import { headersOfEveryAnswer, refer } from './answer-headers.js';
import { problemsAtTheGate, problemsDeclaredBy } from './declared-problems.js';

/** What a route answers, as far as it follows from what the route already says of itself. */

export type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Response = { headers?: object };

export interface Route {
  method: string;
  url: string;
  operation: Operation;
  /** Null when it is open to all. */
  right: Right | null;
}

type Parameter = { name: string; in: string };
export const takes = ({ operation }: Pick<Route, 'operation'>, key: keyof Parameter, value: string): boolean =>
  ((operation.parameters ?? []) as Parameter[]).some((parameter) => parameter[key] === value);

/** Which routes meet which problems, whatever register they belong to. */
const shapes: readonly (readonly [is: (route: Route) => boolean, ...problems: ProblemDefinition[]])[] = [
  [() => true, problems.MalformedRequest],
  [({ right }) => right !== null, problems.SignInNeeded, problems.NotYourRight],
  [(route) => route.right !== null && takes(route, 'in', 'query'), problems.InvalidParameters],
  [({ method }) => method !== 'get', problems.InvalidParameters, problems.BodyTooLarge, problems.UnsupportedMedia],
  [({ operation }) => operation.requestBody !== undefined, problems.InvalidEntry],
  [(route) => takes(route, 'in', 'path'), problems.UnknownRecord],
  [(route) => route.method !== 'get' && takes(route, 'in', 'path'), problems.TakenBackAlready],
  [({ method }) => method === 'patch', problems.IfMatchNeeded],
  [(route) => takes(route, 'name', 'If-Match'), problems.StaleVersion],
  [(route) => takes(route, 'name', 'Idempotency-Key'), problems.IdempotencyInFlight, problems.IdempotencyKeyReused],
  // What is behind this asks the database, and its log.
  [({ url }) => url.startsWith('/api/'), problems.Unavailable, problems.TookTooLong, problems.NotRecorded],
  [() => true, problems.TooManyRequests, problems.Unexpected],
];

/** Headers that only these problems have. */
const headersOfProblems = new Map([
  [problems.StaleVersion.code, refer('ETag')],
  [problems.TooManyRequests.code, refer('Retry-After')],
  [problems.Unavailable.code, refer('Retry-After')],
  [problems.TookTooLong.code, refer('Retry-After')],
]);

/** Every answer of a route: what its decorators say of success, and each problem that it can meet. */
export function answersOf(route: Route): Operation['responses'] {
  const { operation, right } = route;
  const met = new Set<ProblemDefinition>([
    ...shapes.flatMap(([is, ...ofShape]) => (is(route) ? ofShape : [])),
    ...(right ? problemsAtTheGate(right) : []),
    ...problemsDeclaredBy(operation.operationId ?? ''),
  ]);
  const repeatable = takes(route, 'name', 'Idempotency-Key');
  const always = { ...headersOfEveryAnswer, ...(repeatable && refer('Idempotent-Replayed')) };
  const statuses = new Set([...met].map(({ status }) => status));
  const successes = Object.entries(operation.responses) as [string, Response][];
  return Object.fromEntries([
    ...successes.map(([status, one]) => [status, { ...one, headers: { ...always, ...one.headers } }]),
    ...[...statuses].map((status) => [status, refusalOf([...met].filter((problem) => problem.status === status))]),
  ]) as Operation['responses'];
}

const refusalOf = (met: readonly ProblemDefinition[]) => ({
  description: met.map(({ code, title }) => `\`${code}\`: ${title.en}`).join('. '),
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  headers: Object.assign(
    refer('Content-Language', ...(met.some(({ status }) => status === 401) ? ['WWW-Authenticate' as const] : [])),
    headersOfEveryAnswer,
    ...met.map(({ code }) => headersOfProblems.get(code)),
  ) as object,
});

import type { FastifyInstance, FastifyRequest, HookHandlerDoneFunction } from 'fastify';
import type { Refusals } from '../audit/refusals.js';
import { languageOf } from '../problems/language.js';
import type { Problem } from '../problems/problem.js';
import { IfMatchNeeded, NotYourRight, SignInNeeded } from '../problems/request.problems.js';
import { Act } from '../rights/act.js';
import type { Actor } from '../rights/actor.js';
import type { Door } from '../rights/narrowing.js';
import type { Right } from '../rights/rights.js';
import { circumstancesOf } from './circumstances.js';
import { callerOf } from './client-address.js';

/** Finds who stands behind a token: synchronously where it is remembered. */
export interface ActorSource {
  cached(token: string, kind: 'bearer' | 'key'): Actor | undefined;
  find(token: string, kind: 'bearer' | 'key'): Promise<Actor | null>;
}
export const ACTOR_SOURCE = Symbol('actor source');

/** Whom the gate asks, and whom it tells of those it refused. */
export interface Gate {
  source: ActorSource;
  refusals: Refusals;
}

const BEARER = /^Bearer +([\w.~+/-]+=*)$/i;

/**
 * The one guard: token, then right, before anything of the body is read. It is a hook of Fastify and no guard of Nest,
 * which would cost an execution context on each request; and it is synchronous while the session is remembered.
 */
export function keepGate(server: FastifyInstance, gate: Gate): void {
  server.decorateRequest('act', null);
  server.addHook('onRequest', (request, _reply, done) => pass(request, gate, done));
}

function pass(request: FastifyRequest, gate: Gate, done: HookHandlerDoneFunction): void {
  const { right, open, door } = request.routeOptions.config;
  if (open) return done(malformed(request));
  if (!right) return done();
  if (!door) return done(new Error('a right without a door'));
  const { authorization, 'x-api-key': key } = request.headers;
  const kind = authorization === undefined ? 'key' : 'bearer';
  const token = kind === 'bearer' ? BEARER.exec(authorization ?? '')?.[1] : typeof key === 'string' ? key : undefined;
  if (!token) return done(SignInNeeded());
  const known = gate.source.cached(token, kind);
  if (known) return admit(request, door, known, gate, done);
  gate.source.find(token, kind).then(
    (actor) => (actor ? admit(request, door, actor, gate, done) : turnAway(request, gate, done)),
    (error: Error) => done(error),
  );
}

/** What is wrong with how an open route is asked, as elsewhere it would be. */
function malformed(request: FastifyRequest): Problem | undefined {
  const circumstances = circumstancesOf(request, languageOf(request.headers['accept-language']));
  return circumstances instanceof Error ? circumstances : undefined;
}

function admit(request: FastifyRequest, door: Door, actor: Actor, gate: Gate, done: HookHandlerDoneFunction): void {
  if (door.right.scopeOf(actor.role) === undefined || actor.narrowing?.admits(door) === false)
    return refuse(NotYourRight(), request, door.right, actor, gate, done);
  const refusal = actor.refuses?.(door.right);
  if (refusal) return refuse(refusal, request, door.right, actor, gate, done);
  const { method, headers } = request;
  if ((method === 'PATCH' || method === 'DELETE') && !headers['if-match']) return done(IfMatchNeeded());
  const circumstances = circumstancesOf(request, languageOf(headers['accept-language']));
  if (circumstances instanceof Error) return done(circumstances);
  request.act = Act.by(actor, door.right, circumstances);
  done();
}

/** Whoever shows a token that is good for nothing, or no longer, is told so when the log has it. */
function turnAway(request: FastifyRequest, { refusals }: Gate, done: HookHandlerDoneFunction): void {
  refusals.noteStranger({ ...callerOf(request), rule: 'unknown-token', request: routeOf(request) }).then(
    () => done(SignInNeeded()),
    (error: Error) => done(error),
  );
}

/** Whoever is refused is told so when the log has it. */
function refuse(
  refusal: Problem,
  request: FastifyRequest,
  right: Right,
  actor: Actor,
  gate: Gate,
  done: HookHandlerDoneFunction,
): void {
  gate.refusals.note({ actor, right, requestId: request.id, route: routeOf(request) }).then(
    () => done(refusal),
    (error: Error) => done(error),
  );
}

/** Its method and the template of its address. */
const routeOf = ({ method, routeOptions }: FastifyRequest): string => `${method} ${routeOptions.url}`;

import type { FastifyInstance, FastifyRequest, HookHandlerDoneFunction, RouteOptions } from 'fastify';
import { languageOf } from '../problems/language.js';
import { IfMatchNeeded, NotYourRight, SignInNeeded } from '../problems/request.problems.js';
import { Act, type Actor } from '../rights/act.js';
import type { Right } from '../rights/rights.js';
import { circumstancesOf } from './circumstances.js';
import type { AnsweringMethod } from './lean-reads.js';
import { isDocumentation } from './protection.js';

/** Finds who stands behind a token: synchronously where it is remembered. */
export interface ActorSource {
  cached(token: string, kind: 'bearer' | 'key'): Actor | undefined;
  find(token: string, kind: 'bearer' | 'key'): Promise<Actor | null>;
}
export const ACTOR_SOURCE = Symbol('actor source');

/** What a route says about itself: the right it needs, or why it is open. */
export interface RoutePolicy {
  right?: Right;
  open?: string;
  bulk?: boolean;
  answers?: AnsweringMethod;
}

declare module 'fastify' {
  interface FastifyContextConfig extends RoutePolicy {}
  interface FastifyRequest {
    act: Act | null;
  }
}

const BEARER = /^Bearer +([\w.~+/-]+=*)$/i;

/**
 * The one guard: token, then right, before anything of the body is read. It is a hook of Fastify and no guard of Nest,
 * which would cost an execution context on each request; and it is synchronous while the session is remembered.
 */
export function keepGate(server: FastifyInstance, source: ActorSource): void {
  server.decorateRequest('act', null);
  server.addHook('onRequest', (request, _reply, done) => pass(request, source, done));
}

/** @throws Error when a route states no policy: the program does not start */
export function requirePolicies(server: FastifyInstance): void {
  server.addHook('onRoute', ({ url, method, config }: RouteOptions) => {
    const policy = config as RoutePolicy | undefined;
    if (policy?.right || policy?.open || isDocumentation(url)) return;
    throw new Error(`${String(method)} ${url} states no policy: give it @Allow(right) or @Open(why).`);
  });
}

function pass(request: FastifyRequest, source: ActorSource, done: HookHandlerDoneFunction): void {
  const { right } = request.routeOptions.config;
  if (!right) return done();
  const { authorization, 'x-api-key': key } = request.headers;
  const kind = authorization === undefined ? 'key' : 'bearer';
  const token = kind === 'bearer' ? BEARER.exec(authorization ?? '')?.[1] : typeof key === 'string' ? key : undefined;
  if (!token) return done(SignInNeeded());
  const known = source.cached(token, kind);
  if (known) return admit(request, right, known, done);
  source.find(token, kind).then(
    (actor) => (actor ? admit(request, right, actor, done) : done(SignInNeeded())),
    (error: Error) => done(error),
  );
}

function admit(request: FastifyRequest, right: Right, actor: Actor, done: HookHandlerDoneFunction): void {
  if (right.scopeOf(actor.role) === undefined) return done(NotYourRight());
  const refusal = actor.refuses?.(right);
  if (refusal) return done(refusal);
  const { method, headers } = request;
  if ((method === 'PATCH' || method === 'DELETE') && !headers['if-match']) return done(IfMatchNeeded());
  const circumstances = circumstancesOf(request, languageOf(headers['accept-language']));
  if (circumstances instanceof Error) return done(circumstances);
  request.act = Act.by(actor, right, circumstances);
  done();
}

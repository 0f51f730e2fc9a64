import { randomBytes } from 'node:crypto';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Settings } from '../config/settings.js';
import { rememberMethods } from './allowed-methods.js';
import { BODY_LIMIT, limitBodies, readBodies } from './body.js';
import { keepGate, type Gate } from './gate.js';
import { admitOrigins } from './origins.js';
import { refuse, refuseUnreadable } from './problem-filter.js';
import { protectReaders } from './protection.js';
import { limitRate } from './rate-limit.js';
import { watchUnreadAnswers } from './readers.js';
import { announceStop } from './stop.js';
import { requirePolicies } from './route-policy.js';
import { sendAnswers } from './send.js';

/** Milliseconds that a request, and its headers, may take to arrive. */
const REQUEST_TIMEOUT_MS = 30_000;
const HEADERS_TIMEOUT_MS = 15_000;
/** How often Node looks for requests that are over their time, and how long it keeps an idle connection. */
const TIMEOUT_CHECK_MS = 5_000;
const KEEP_ALIVE_MS = 65_000;
const MOST_CONNECTIONS = 1_000;

/** Marks this process; with a counter it makes request ids that are unique and cheap. */
const boot = randomBytes(6).toString('hex');
let requests = 0;

/** Fastify as the house wants it, for Nest: without its body parsers and without middleware, of which there is none. */
export function fastifyFor(settings: Settings): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    http: { headersTimeout: HEADERS_TIMEOUT_MS, connectionsCheckingInterval: TIMEOUT_CHECK_MS },
    trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,
    genReqId: () => `${boot}-${(requests += 1).toString(36)}`,
    logger: { level: settings.logLevel, serializers: { req: methodAndRoute } },
    logController: new LogController({ disableRequestLogging: true }),
    skipMiddie: true,
    return503OnClosing: false, // what still arrives while the server stops is answered, and its connection closed
    forceCloseConnections: 'idle',
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => refuse(error, request, reply),
    clientErrorHandler: refuseUnreadable,
  });
}

/** Puts the house's hooks on the server, before any route is registered. */
export async function furnish(
  server: FastifyInstance,
  gate: Gate,
  { rateLimit, corsOrigins, trustedProxies }: Settings,
): Promise<void> {
  server.server.maxConnections = MOST_CONNECTIONS;
  watchUnreadAnswers(server.server);
  rememberMethods(server);
  await admitOrigins(server, corsOrigins); // before policies are required: its answers to OPTIONS have none
  requirePolicies(server);
  limitBodies(server);
  protectReaders(server);
  await limitRate(server, rateLimit);
  keepGate(server, gate);
  readBodies(server);
  sendAnswers(server);
  if (trustedProxies.length > 0) announceStop(server);
  logAnswers(server);
}

/** A line for each request, where the level asks for it: the route's template, never what was put into it. */
function logAnswers(server: FastifyInstance): void {
  if (server.log.level !== 'info' && server.log.level !== 'debug') return;
  server.addHook('onResponse', (request, reply, done) => {
    request.log.info(
      { ...methodAndRoute(request), status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'answered',
    );
    done();
  });
}

const methodAndRoute = ({ method, routeOptions }: FastifyRequest) => ({ method, route: routeOptions?.url });

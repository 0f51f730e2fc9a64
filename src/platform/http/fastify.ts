import { randomBytes } from 'node:crypto';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { LogController } from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '../config/settings.js';
import { BULK_BODY_LIMIT, readBodies } from './body.js';
import { keepGate, requirePolicies, type ActorSource } from './gate.js';
import { refuse } from './problem-filter.js';
import { sendAnswers } from './send.js';

/** Milliseconds that a request, and its headers, may take to arrive and be answered. */
const REQUEST_TIMEOUT_MS = 30_000;
const HEADERS_TIMEOUT_MS = 15_000;
const MOST_CONNECTIONS = 1_000;

/** Marks this process; with a counter it makes request ids that are unique and cheap. */
const boot = randomBytes(6).toString('hex');
let requests = 0;

export function fastifyFor(settings: Settings): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: BULK_BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,
    genReqId: () => `${boot}-${(requests += 1).toString(36)}`,
    logger: { level: settings.logLevel, redact: ['req.headers', 'req.url'] },
    logController: new LogController({ disableRequestLogging: settings.logLevel !== 'info' && settings.logLevel !== 'debug' }),
    forceCloseConnections: 'idle',
    http: { headersTimeout: HEADERS_TIMEOUT_MS },
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => refuse(error, request, reply),
  });
}

/** Puts the house's hooks on the server, before any route is registered. */
export function furnish(server: FastifyInstance, source: ActorSource): void {
  server.server.maxConnections = MOST_CONNECTIONS;
  requirePolicies(server);
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer');
    done();
  });
  keepGate(server, source);
  readBodies(server);
  sendAnswers(server);
}

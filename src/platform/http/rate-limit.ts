import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { clientAddress } from './client-address.js';
import { TooManyRequests } from '../problems/request.problems.js';

const WINDOW_MS = 60_000;
/** Addresses that are counted at once; the one longest unseen gives way. */
const MOST_ADDRESSES = 20_000;

/**
 * At most so many requests a minute from one address, counted by each server process before a token is looked at. Every
 * answer says how many are left (`X-RateLimit-…`), a refusal when to try again.
 */
export async function limitRate(server: FastifyInstance, perMinute: number): Promise<void> {
  await server.register(rateLimit, {
    global: false,
    max: perMinute,
    timeWindow: WINDOW_MS,
    cache: MOST_ADDRESSES,
    keyGenerator: clientAddress,
    errorResponseBuilder: (_request, { ttl }) => TooManyRequests({ seconds: Math.ceil(ttl / 1000) }),
  });
  server.addHook('onRequest', server.rateLimit());
}

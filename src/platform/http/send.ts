import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Answer } from '../reading/answer.js';

/**
 * How answers leave: the bytes that reading made, with their entity tag. Anything else on a guarded route is refused,
 * since no right was applied to it.
 */
export function sendAnswers(server: FastifyInstance): void {
  server.addHook('preSerialization', (request, reply, payload, done) => {
    if (payload instanceof Answer) return done(null, prepare(payload, request, reply));
    if (request.routeOptions.config.right) return done(new Error('an answer without a right'));
    done(null, payload);
  });
  server.setReplySerializer((payload) => (payload instanceof Answer ? payload.body : JSON.stringify(payload)));
}

function prepare(answer: Answer, request: FastifyRequest, reply: FastifyReply): Answer {
  reply.header('content-type', answer.contentType).header('cache-control', 'no-store');
  for (const name in answer.headers) reply.header(name, answer.headers[name]);
  if (reply.statusCode >= 400) return answer;
  const { etag } = answer;
  reply.header('etag', etag);
  if (request.method !== 'GET' || !matches(request.headers['if-none-match'], etag)) return answer;
  reply.code(304);
  return Answer.of(answer.contentType, '');
}

const matches = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch !== undefined && ifNoneMatch.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === etag);

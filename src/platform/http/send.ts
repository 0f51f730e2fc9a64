import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Answer } from '../reading/answer.js';

/**
 * How answers leave: the bytes that reading made, with their entity tag. Any other object on a guarded route is refused,
 * since no right was applied to it; that a route's method returns anything else does not compile (`Allow`).
 */
export function sendAnswers(server: FastifyInstance): void {
  server.addHook('preSerialization', (request, reply, payload, done) => {
    if (payload instanceof Answer) return done(null, prepare(payload, request, reply));
    if (request.routeOptions.config.right) return done(new Error('an answer without a right'));
    done(null, payload);
  });
  // Fastify sends a buffer as it is, though its type names text alone.
  server.setReplySerializer((payload) =>
    payload instanceof Answer ? (contentOf(payload) as string) : JSON.stringify(payload),
  );
}

const READS = new Set(['GET', 'HEAD']);
/** The body of a 304: null, so that no length is told, which would not be that of the answer that is not sent. */
const nothing = Answer.json('');
const contentOf = (answer: Answer) => (answer === nothing ? null : (answer.bytes ?? answer.body));

function prepare(answer: Answer, request: FastifyRequest, reply: FastifyReply): Answer {
  const { etag } = answer;
  reply.header('content-type', answer.contentType).header('cache-control', 'no-store');
  for (const name in answer.headers) reply.header(name, answer.headers[name]);
  if (answer.next !== null) reply.header('link', `<${withCursor(request.url, answer.next)}>; rel="next"`);
  if (etag === null) return answer;
  reply.header('etag', etag);
  if (!READS.has(request.method) || !matches(request.headers['if-none-match'], etag)) return answer;
  reply.code(304);
  return request.method === 'HEAD' ? answer : nothing; // Fastify measures what a HEAD does not send
}

/** The same address with another cursor; a cursor needs no escaping. */
function withCursor(url: string, cursor: string): string {
  const [path = '', ...rest] = url.split('?');
  const others = rest
    .join('?')
    .split('&')
    .filter((part) => part !== '' && !part.startsWith('cursor='));
  return `${path}?${[...others, `cursor=${cursor}`].join('&')}`;
}

/** Whether `If-None-Match` names this tag: the comparison is weak, and `*` names every one. */
export const matches = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch !== undefined &&
  ifNoneMatch.split(',').some((candidate) => ['*', etag].includes(candidate.trim().replace(/^W\//, '')));

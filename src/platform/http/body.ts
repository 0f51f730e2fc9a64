import type { FastifyInstance, FastifyRequest } from 'fastify';
import { BodyTooLarge, MalformedRequest } from '../problems/request.problems.js';
import type { Problem } from '../problems/problem.js';

/** Bytes of an ordinary body, and of one that enters many records. */
export const BODY_LIMIT = 100 * 1024;
export const BULK_BODY_LIMIT = 2 * 1024 * 1024;

const MOST_DEPTH = 20;
const MOST_KEYS = 2_000;
const MOST_BULK_KEYS = 60_000;

export const bodyLimitOf = (request: FastifyRequest): number =>
  request.routeOptions.config.bulk ? BULK_BODY_LIMIT : BODY_LIMIT;

/** Reads JSON and nothing else, within limits on size, depth and number of keys. */
export function readBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit: BULK_BODY_LIMIT }, (request, body, done) => {
    const limit = bodyLimitOf(request);
    if (Buffer.byteLength(body) > limit) return done(BodyTooLarge({ max: limit }));
    const problem = problemWithJson(body as string, request.routeOptions.config.bulk ? MOST_BULK_KEYS : MOST_KEYS);
    if (problem) return done(problem);
    try {
      done(null, JSON.parse(body as string, refusePrototype));
    } catch (error) {
      done(MalformedRequest({ why: error instanceof ForbiddenKey ? error.message : 'JSON' }));
    }
  });
}

class ForbiddenKey extends Error {}

function refusePrototype(key: string, value: unknown): unknown {
  if (key === '__proto__' || key === 'constructor' || key === 'prototype') throw new ForbiddenKey(key);
  return value;
}

/** Measures depth and keys before parsing, in one pass over the text: deep nesting would end the parser's stack. */
export function problemWithJson(text: string, mostKeys: number): Problem | null {
  let depth = 0;
  let keys = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i];
    if (quoted) {
      if (character === '\\') i += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{' || character === '[') {
      depth += 1;
      if (depth > MOST_DEPTH) return MalformedRequest({ why: `depth > ${MOST_DEPTH}` });
    } else if (character === '}' || character === ']') depth -= 1;
    else if (character === ':' && (keys += 1) > mostKeys) return MalformedRequest({ why: `keys > ${mostKeys}` });
  }
  return null;
}

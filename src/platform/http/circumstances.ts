import type { FastifyRequest } from 'fastify';
import type { Language } from '../problems/language.js';
import type { Problem } from '../problems/problem.js';
import { MalformedRequest } from '../problems/request.problems.js';
import type { Circumstances } from '../rights/act.js';

/** A version that no record has: an `If-Match` that names none never matches. */
const NO_VERSION = -1;

/** The version that `If-Match` speaks of: the part before the hash, which may be left out. */
export const versionIn = (ifMatch: string): number =>
  Number(/^"(\d{1,9})(?:-[\w-]+)?"$/.exec(ifMatch.trim())?.[1] ?? NO_VERSION);

/** 1 to 200 visible characters of ASCII. */
export const isIdempotencyKey = (key: string | string[]): key is string =>
  typeof key === 'string' && /^[\x21-\x7e]{1,200}$/.test(key);

/** What a request asked for besides its content, or the problem with it. */
export function circumstancesOf(request: FastifyRequest, language: Language): Circumstances | Problem {
  const { headers, method, url, id, socket } = request;
  const key = headers['idempotency-key'];
  if (key !== undefined && !isIdempotencyKey(key)) return MalformedRequest({ why: 'Idempotency-Key' });
  const ifMatch = headers['if-match'];
  return {
    target: `${method} ${url.split('?', 1)[0]}`,
    requestId: id,
    language,
    gone: () => socket.destroyed,
    ...(ifMatch !== undefined && { ifMatch: versionIn(ifMatch) }),
    ...(key !== undefined && { idempotencyKey: key, content: () => request.body }),
  };
}

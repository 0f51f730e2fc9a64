import type { FastifyRequest } from 'fastify';
import type { Language } from '../problems/language.js';
import { pointerTo } from '../problems/pointer.js';
import type { FieldError, Problem } from '../problems/problem.js';
import { invalidParameters, MalformedRequest } from '../problems/request.problems.js';
import type { Circumstances } from '../rights/actor.js';

/**
 * The versions that `If-Match` admits, of each tag the part before the hash, which may be left out; undefined for `*`, which
 * admits any (RFC 9110, 13.1.1). A tag that names no version, or is weak, admits none.
 */
export const versionsIn = (ifMatch: string): number[] | undefined =>
  ifMatch.trim() === '*'
    ? undefined
    : ifMatch.split(',').flatMap((tag) => {
        const version = /^"(\d{1,9})(?:-[\w-]+)?"$/.exec(tag.trim())?.[1];
        return version === undefined ? [] : [Number(version)];
      });

/** Whether it is `*` or tags as ETags are written, weak ones too. */
const isTags = (ifMatch: string): boolean =>
  ifMatch.trim() === '*' || ifMatch.split(',').every((tag) => /^(?:(?:W\/)?"[^"]{0,200}")?$/.test(tag.trim()));

/** 1 to 200 visible characters of ASCII. */
export const isIdempotencyKey = (key: string | string[]): key is string =>
  typeof key === 'string' && /^[\x21-\x7e]{1,200}$/.test(key);

/** Bytes that are no text would be looked for as they stand, and never found. */
function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url);
    return true;
  } catch {
    return false;
  }
}

/** What a write does is in its body: `?asOf=` would be believed to have been heeded. */
const notOfAWrite = (name: string): FieldError => ({ pointer: pointerTo(name), rule: 'no-parameters', params: {} });

/** What a request asked for besides its content, or the problem with it. */
export function circumstancesOf(request: FastifyRequest, language: Language): Circumstances | Problem {
  const { headers, method, url, id, socket } = request;
  if (url.includes('%') && !isDecodable(url)) return MalformedRequest({ why: 'URL' });
  if (method !== 'GET' && method !== 'HEAD' && url.includes('?')) {
    const names = Object.keys(request.query as object);
    if (names.length > 0) return invalidParameters(names.map(notOfAWrite));
  }
  const { 'if-match': ifMatch, 'idempotency-key': key } = headers;
  if (ifMatch !== undefined && !isTags(ifMatch)) return MalformedRequest({ why: 'If-Match' });
  if (key !== undefined && !isIdempotencyKey(key)) return MalformedRequest({ why: 'Idempotency-Key' });
  return {
    target: `${method} ${url.split('?', 1)[0]}`,
    requestId: id,
    language,
    gone: () => socket.destroyed,
    ...(ifMatch !== undefined && { ifMatch: versionsIn(ifMatch) }),
    ...(key !== undefined && { idempotencyKey: key, content: () => request.body }),
  };
}

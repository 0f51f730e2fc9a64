import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { MalformedRequest, UnsupportedMedia } from '../problems/request.problems.js';
import { inSentence, type Words } from '../problems/language.js';
import type { Problem } from '../problems/problem.js';

/** Bytes of an ordinary body, and of one that enters many records. */
export const BODY_LIMIT = 100 * 1024;
export const BULK_BODY_LIMIT = 2 * 1024 * 1024;

const MOST_DEPTH = 20;
const MOST_KEYS = 2_000;
const MOST_BULK_KEYS = 60_000;
/** Of one list or one object: more than any entry has, and few enough to say of each what is wrong. */
export const MOST_MEMBERS = 1_000;

export const bodyLimitOf = (request: FastifyRequest): number =>
  request.routeOptions.config?.bulk ? BULK_BODY_LIMIT : BODY_LIMIT;

/** Gives routes that enter many records their larger limit, before the body is read. */
export function limitBodies(server: FastifyInstance): void {
  server.addHook('onRoute', (route) => {
    if (route.config?.bulk) route.bodyLimit = BULK_BODY_LIMIT;
  });
}

/** A correction is a merge patch (RFC 7396), and may be called so. */
const JSON_TYPES = ['application/json', 'application/merge-patch+json'];

/** Reads JSON and nothing else, within limits on size, depth, number of keys and members of one list or object. */
export function readBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser<Buffer>(JSON_TYPES, { parseAs: 'buffer' }, (request, body, done) => {
    if (body.length === 0) return done(null, undefined); // of a client that names a type whatever it sends
    if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') return done(UnsupportedMedia());
    if (!isUtf8(body)) return done(MalformedRequest({ why: 'UTF-8' }));
    const text = body.toString();
    const problem = problemWithJson(text, request.routeOptions.config.bulk ? MOST_BULK_KEYS : MOST_KEYS);
    if (problem) return done(problem);
    try {
      done(null, JSON.parse(text));
    } catch {
      done(MalformedRequest({ why: 'JSON' }));
    }
  });
}

const [QUOTE, BACKSLASH, COLON, COMMA] = ['"', '\\', ':', ','].map((character) => character.charCodeAt(0));
const [OPEN_OBJECT, OPEN_LIST, CLOSE_OBJECT, CLOSE_LIST] = [0x7b, 0x5b, 0x7d, 0x5d];

const tooMuch = (vi: string, en: string, most: number): Words => ({
  vi: `nhiều hơn ${inSentence(most)} ${vi}`,
  en: `more than ${most} ${en}`,
});

/** Measures depth, keys and members before parsing, in one pass over the text: deep nesting would end the parser's stack. */
export function problemWithJson(text: string, mostKeys: number): Problem | null {
  let depth = 0;
  let keys = 0;
  const members: number[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const character = text.charCodeAt(i);
    if (character === QUOTE) {
      for (i += 1; i < text.length && text.charCodeAt(i) !== QUOTE; i += 1) {
        if (text.charCodeAt(i) === BACKSLASH) i += 1;
      }
    } else if (character === COLON) {
      if ((keys += 1) > mostKeys) return MalformedRequest({ why: tooMuch('khóa', 'keys', mostKeys) });
    } else if (character === OPEN_OBJECT || character === OPEN_LIST) {
      if ((depth += 1) > MOST_DEPTH)
        return MalformedRequest({ why: tooMuch('cấp lồng nhau', 'levels of nesting', MOST_DEPTH) });
      members[depth] = 1;
    } else if (character === COMMA) {
      const count = (members[depth] = (members[depth] ?? 0) + 1);
      if (count > MOST_MEMBERS) return MalformedRequest({ why: tooMuch('phần tử', 'members', MOST_MEMBERS) });
    } else if (character === CLOSE_OBJECT || character === CLOSE_LIST) {
      depth -= 1;
    }
  }
  return null;
}

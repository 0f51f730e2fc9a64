import { hash, hkdfSync, randomBytes } from 'node:crypto';
import { digestOf, newToken } from './tokens.js';

/**
 * A refresh token: 32 bytes as base64url. The first half names the family (one session), the second the generation. What
 * follows a token is derived from it and a random salt: who sends it twice gets the same successors, and who only reads
 * the database, where neither token stands, can make none of them.
 */
export interface RefreshToken {
  readonly text: string;
  readonly digest: string;
  /** The digest of the half that all generations share. */
  readonly familyDigest: string;
}

/** The pair of tokens that a client holds. */
export interface TokenPair {
  readonly accessToken: string;
  readonly refresh: RefreshToken;
}

const HALF = 16;
const SHAPE = /^[\w-]{43}$/;

const tokenOf = (bytes: Buffer): RefreshToken => {
  const text = bytes.toString('base64url');
  const familyDigest = hash('sha256', bytes.subarray(0, HALF), 'base64');
  return { text, digest: digestOf(text) ?? '', familyDigest };
};

/** The token behind a text, or null when it can be none. */
export const refreshTokenIn = (text: string): RefreshToken | null =>
  SHAPE.test(text) ? tokenOf(Buffer.from(text, 'base64url')) : null;

/** The first pair of a session. */
export const firstPair = (): TokenPair => ({
  accessToken: newToken(),
  refresh: tokenOf(randomBytes(2 * HALF)),
});

export const newSalt = (): string => randomBytes(2 * HALF).toString('base64url');

/** The pair that follows a token: the same for the same salt. */
export function successorsOf({ text }: RefreshToken, salt: string): TokenPair {
  const spent = Buffer.from(text, 'base64url');
  const derive = (what: string, length: number) => Buffer.from(hkdfSync('sha256', spent, salt, what, length));
  return {
    accessToken: derive('access', 2 * HALF).toString('base64url'),
    refresh: tokenOf(Buffer.concat([spent.subarray(0, HALF), derive('refresh', HALF)])),
  };
}

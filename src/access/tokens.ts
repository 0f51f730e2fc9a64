import { hash, randomBytes } from 'node:crypto';

/** An opaque secret: 32 random bytes, 43 characters of base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** An API key, recognisable where it should not lie about. */
export const newKey = (): string => `htx_${newToken()}`;

/** The token that a header `Authorization` carries. */
export const bearerIn = (authorization: string): string => authorization.replace(/^Bearer\s+/i, '');

const LONGEST = 47;

/** What is kept of a secret: its SHA-256 in base64. Null for what can be none, which is not worth a question. */
export const digestOf = (secret: string): string | null =>
  secret.length >= 43 && secret.length <= LONGEST ? hash('sha256', secret, 'base64') : null;

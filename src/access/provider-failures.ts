import * as openid from 'openid-client';
import type { Problem } from '../platform/problems/problem.js';
import { ProviderUnavailable } from './sign-in.problems.js';

/** Why the provider's answer does not hold, without any value of it: the library's code, the claim, the provider's word. */
export function wordsOf(error: unknown): string {
  const { code, error: word = '', cause } = error as { code?: string; error?: string; cause?: unknown };
  const { claim } = (cause ?? {}) as { claim?: string };
  return [code, claim, /^[a-z_]{1,40}$/.test(word) && word].filter(Boolean).join(' ') || 'unknown';
}

/** The problem behind which a failure of the provider stands. */
export function absent(cause: unknown): Problem {
  const problem = ProviderUnavailable();
  problem.cause = cause;
  return problem;
}

/** What is no fault of the browser's: the provider is gone, out of order, or does not know the registry. */
export function isOutage(error: unknown): boolean {
  if (error instanceof openid.AuthorizationResponseError) return OUT_OF_ORDER.has(error.error);
  if (error instanceof openid.ResponseBodyError) return error.error !== 'invalid_grant';
  if (error instanceof openid.WWWAuthenticateChallengeError) return true;
  const { code = '' } = error as { code?: string };
  return error instanceof openid.ClientError ? OUTAGES.has(code) : true;
}

/** RFC 6749 4.1.2.1: no fault of whoever was sent there. */
const OUT_OF_ORDER = new Set(['server_error', 'temporarily_unavailable']);

const OUTAGES = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_HTTP_REQUEST_FORBIDDEN',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
]);

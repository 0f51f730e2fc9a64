import { createHmac } from 'node:crypto';

/** What one sign-in at a provider keeps secret. */
export interface SignOnSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/**
 * All of it follows from the 32 random bytes that the browser holds in a cookie: whoever has not the cookie can neither
 * finish the sign-in nor learn anything from the database, which keeps a digest of the state.
 */
export function secretsOf(browser: string): SignOnSecrets {
  const secret = (name: string): string => createHmac('sha256', browser).update(name).digest('base64url');
  return { state: secret('state'), nonce: secret('nonce'), codeVerifier: secret('code verifier') };
}

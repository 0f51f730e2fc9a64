import { Inject, Injectable } from '@nestjs/common';
import * as openid from 'openid-client';
import { SETTINGS, type Settings } from '../platform/config/settings.js';
import type { Problem } from '../platform/problems/problem.js';
import { ProviderUnavailable, SingleSignOnOff } from './sign-in.problems.js';
import type { SignOnSecrets } from './sign-on-secrets.js';

/** Whom the provider vouches for. */
export interface VouchedIdentity {
  readonly issuer: string;
  readonly subject: string;
}

const TIMEOUT_SECONDS = 5;
const CALLBACK = '/api/v1/auth/single-sign-on/callback';

/** The provider of single sign-on (OpenID Connect), spoken to by the authorization code flow with PKCE, state and nonce. */
@Injectable()
export class IdentityProvider {
  private discovered: Promise<openid.Configuration> | undefined;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /** Whether browsers reach the registry by https. */
  get secure(): boolean {
    return this.settings.publicUrl?.startsWith('https:') ?? false;
  }

  /** Where the browser is sent. @throws SingleSignOnOff, ProviderUnavailable */
  async address({ state, nonce, codeVerifier }: SignOnSecrets): Promise<string> {
    const configuration = await this.configuration();
    const address = openid.buildAuthorizationUrl(configuration, {
      redirect_uri: this.callback('').href,
      scope: 'openid',
      state,
      nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
    });
    return address.href;
  }

  /**
   * Whom the provider vouches for in the address that it sent the browser back to; null when it does not, or when what
   * it says does not hold: issuer, audience, times, nonce, state, signature.
   * @param query of that address, with its question mark
   * @throws SingleSignOnOff, ProviderUnavailable
   */
  async identityIn(query: string, { state, nonce, codeVerifier }: SignOnSecrets): Promise<VouchedIdentity | null> {
    const configuration = await this.configuration();
    try {
      const tokens = await openid.authorizationCodeGrant(configuration, this.callback(query), {
        pkceCodeVerifier: codeVerifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      return claims ? { issuer: claims.iss, subject: claims.sub } : null;
    } catch (error) {
      if (isOutage(error)) throw absent(error);
      return null;
    }
  }

  /** Always the public address: what a request says of its host decides nothing. */
  private callback(query: string): URL {
    return new URL(`${this.settings.publicUrl}${CALLBACK}${query}`);
  }

  /** Asked of the provider when it is first needed, and again after a failure. */
  private async configuration(): Promise<openid.Configuration> {
    this.discovered ??= this.discover();
    try {
      return await this.discovered;
    } catch (error) {
      this.discovered = undefined;
      throw error;
    }
  }

  private async discover(): Promise<openid.Configuration> {
    const { oidcIssuer, oidcClientId, oidcClientSecret } = this.settings;
    if (!oidcIssuer || !oidcClientId || !oidcClientSecret) throw SingleSignOnOff();
    const execute = [openid.enableNonRepudiationChecks]; // or the signature of an ID token would be taken on trust
    if (oidcIssuer.startsWith('http:')) execute.push(openid.allowInsecureRequests); // this machine itself
    const authentication = openid.ClientSecretBasic(oidcClientSecret);
    try {
      return await openid.discovery(new URL(oidcIssuer), oidcClientId, {}, authentication, {
        execute,
        timeout: TIMEOUT_SECONDS,
      });
    } catch (error) {
      throw absent(error);
    }
  }
}

function absent(cause: unknown): Problem {
  const problem = ProviderUnavailable();
  problem.cause = cause;
  return problem;
}

/** What is no fault of the browser's: the provider is gone, out of order, or does not know the registry. */
function isOutage(error: unknown): boolean {
  if (error instanceof openid.AuthorizationResponseError) return false;
  if (error instanceof openid.ResponseBodyError) return error.error !== 'invalid_grant';
  if (error instanceof openid.WWWAuthenticateChallengeError) return true;
  const { code = '' } = error as { code?: string };
  return error instanceof openid.ClientError ? OUTAGES.has(code) : true;
}

const OUTAGES = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_HTTP_REQUEST_FORBIDDEN',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
]);

import { Inject, Injectable, Logger } from '@nestjs/common';
import * as openid from 'openid-client';
import { SETTINGS, type Settings } from '../platform/config/settings.js';
import { discoverProvider } from './discover-provider.js';
import { absent, isOutage, wordsOf } from './provider-failures.js';
import { SingleSignOnOff } from './sign-in.problems.js';
import type { SignOnSecrets } from './sign-on-secrets.js';

/** Whom the provider vouches for. */
export interface VouchedIdentity {
  readonly issuer: string;
  readonly subject: string;
}

/** What the provider says of itself is asked for again after this time: its addresses and keys change. */
const GOOD_FOR_MS = 3_600_000;
const CALLBACK = '/api/v1/auth/single-sign-on/callback';

/** The provider of single sign-on (OpenID Connect), spoken to by the authorization code flow with PKCE, state and nonce. */
@Injectable()
export class IdentityProvider {
  private readonly log = new Logger('Single sign-on');
  private discovered: { readonly at: number; readonly configuration: Promise<openid.Configuration> } | undefined;

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
      this.log.error(`The provider did not vouch for who came back: ${wordsOf(error)}`);
      if (!(error instanceof openid.AuthorizationResponseError)) this.discovered = undefined; // its keys may be new
      if (isOutage(error)) throw absent(error);
      return null;
    }
  }

  /** Always the public address: what a request says of its host decides nothing. */
  private callback(query: string): URL {
    return new URL(`${this.settings.publicUrl}${CALLBACK}${query}`);
  }

  /** Asked of the provider when it is first needed, after an hour, and after a failure. */
  private async configuration(): Promise<openid.Configuration> {
    const now = performance.now();
    if (this.discovered && now - this.discovered.at > GOOD_FOR_MS) this.discovered = undefined;
    this.discovered ??= { at: now, configuration: this.discover() };
    try {
      return await this.discovered.configuration;
    } catch (error) {
      this.discovered = undefined;
      throw error;
    }
  }

  private async discover(): Promise<openid.Configuration> {
    const known = await discoverProvider(this.settings).catch((error: unknown) => {
      throw absent(error);
    });
    if (!known) throw SingleSignOnOff();
    return known;
  }
}

import { createHmac, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { closed, listening, type Registered } from './registered.js';

export type Claims = Readonly<Record<string, unknown>>;

interface Signing {
  alg?: string;
  kid?: string;
  /** What else stands in its header. */
  more?: Claims;
  /** Makes the signature; by default the provider's own key does. */
  by?: (text: string) => Buffer;
}

const newKey = (): KeyObject => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const base64url = (content: object): string => Buffer.from(JSON.stringify(content)).toString('base64url');

/** A provider whose every word a test can choose: what a stolen or broken one could say. */
export class LyingProvider implements Registered {
  readonly clientId = 'htx-registry';
  readonly clientSecret = 'one-secret-of-the-registry';
  private readonly key = newKey();
  private readonly otherKey = newKey();
  private readonly server = createServer((request, response) => void this.hears(request, response));
  issuer = '';
  /** The last body that it was sent. */
  asked = '';

  /** What it says about itself; what it sends for a code. */
  metadata: () => [status: number, content: object, location?: string] = () => [200, this.aboutItself()];
  token: () => [status: number, content: object] = () => [400, { error: 'invalid_grant' }];

  static async start(): Promise<LyingProvider> {
    const provider = new LyingProvider();
    provider.issuer = await listening(provider.server);
    return provider;
  }

  stop(): Promise<void> {
    return closed(this.server);
  }

  /** It claims to sign in every way that there is, also in those that prove nothing. */
  aboutItself(): object {
    return {
      issuer: this.issuer,
      authorization_endpoint: `${this.issuer}/auth`,
      token_endpoint: `${this.issuer}/token`,
      jwks_uri: `${this.issuer}/jwks`,
      id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
    };
  }

  /** Sends an ID token for whatever code. */
  sends(idToken: string): void {
    const content = { access_token: 'x', token_type: 'Bearer', expires_in: 60, id_token: idToken };
    this.token = () => [200, content];
  }

  /** What an honest provider would claim. */
  claims(subject: string, nonce: string, more: Claims = {}): Claims {
    const now = Math.floor(Date.now() / 1000);
    return { iss: this.issuer, aud: this.clientId, sub: subject, nonce, iat: now, exp: now + 60, ...more };
  }

  signed(claims: Claims, { alg = 'RS256', kid = 'one', more, by = this.ownKey }: Signing = {}): string {
    const text = `${base64url({ alg, kid, ...more })}.${base64url(claims)}`;
    return `${text}.${by(text).toString('base64url')}`;
  }

  /** The public half of a key that it does not publish. */
  strangeJwk(): Claims {
    return { ...createPublicKey(this.otherKey).export({ format: 'jwk' }) };
  }

  readonly ownKey = (text: string): Buffer => sign('sha256', Buffer.from(text), this.key);
  readonly strangeKey = (text: string): Buffer => sign('sha256', Buffer.from(text), this.otherKey);
  readonly clientSecretKey = (text: string): Buffer => createHmac('sha256', this.clientSecret).update(text).digest();
  readonly publicKeyAsSecret = (text: string): Buffer => {
    const pem = createPublicKey(this.key).export({ format: 'pem', type: 'spki' });
    return createHmac('sha256', pem).update(text).digest();
  };

  private answer(url: string): [status: number, content: object, location?: string] {
    if (url.startsWith('/elsewhere')) return [200, this.aboutItself()];
    if (url.startsWith('/.well-known/')) return this.metadata();
    if (url.startsWith('/token')) return this.token();
    const jwk = createPublicKey(this.key).export({ format: 'jwk' });
    return [200, { keys: [{ ...jwk, kid: 'one', use: 'sig', alg: 'RS256' }] }];
  }

  private async hears(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.asked = (await text(request)) || this.asked;
    const [status, content, location] = this.answer(request.url ?? '');
    response.writeHead(status, { 'content-type': 'application/json', ...(location && { location }) });
    response.end(JSON.stringify(content));
  }
}

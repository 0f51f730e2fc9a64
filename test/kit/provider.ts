import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { callback, closed, listening, publicUrl, type Registered } from './registered.js';

/** A real provider of OpenID Connect that knows the registry, and believes whatever name one signs in with. */
export async function startProvider(): Promise<Registered> {
  const { default: Provider } = await import('oidc-provider');
  const server = createServer();
  const issuer = await listening(server);
  const [clientId, clientSecret] = ['htx-registry', randomBytes(24).toString('base64url')];
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [callback] }],
    cookies: { keys: [randomBytes(24).toString('base64url')] },
    jwks: {
      keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'one' } as object] as never,
    },
    pkce: { required: () => true },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 600, IdToken: 60, Interaction: 600, Session: 600 },
  });
  const answers = provider.callback();
  server.on('request', (request, response) => void answers(request, response)); // it answers its failures by itself
  return { issuer, clientId, clientSecret, stop: () => closed(server) };
}

/** A browser that goes where it is sent, keeps cookies, and signs in under a name; it stops at the registry's door. */
export class Browser {
  private readonly cookies = new Map<string, string>();

  /** @returns the address at the registry to which the provider sends it back, from the path on */
  async signsIn(address: string, subject: string): Promise<string> {
    let next = await this.goes(address);
    while (!next.startsWith(publicUrl)) {
      const page = await this.opens(next);
      const location = page.headers.get('location');
      if (location) next = new URL(location, next).href;
      else next = await this.fillsIn(next, await page.text(), subject);
    }
    return next.slice(publicUrl.length);
  }

  /** Refuses at the provider what it is asked. */
  async aborts(address: string): Promise<string> {
    const interaction = await this.goes(address);
    let next = await this.goes(`${interaction}/abort`);
    while (!next.startsWith(publicUrl)) next = await this.goes(next);
    return next.slice(publicUrl.length);
  }

  private async fillsIn(page: string, html: string, subject: string): Promise<string> {
    const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1] ?? '';
    const answer = new URLSearchParams({ prompt, login: subject, password: 'x' });
    return this.goes(page, { method: 'POST', body: answer });
  }

  private async goes(address: string, init: RequestInit = {}): Promise<string> {
    const answer = await this.opens(address, init);
    const location = answer.headers.get('location');
    if (!location) throw new Error(`${address} sends nobody on: ${answer.status} ${await answer.text()}`);
    return new URL(location, address).href;
  }

  private async opens(address: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(address, { ...init, redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
    }
    return answer;
  }
}

import * as openid from 'openid-client';
import type { Settings } from '../platform/config/settings.js';

const TIMEOUT_SECONDS = 5;

/** How the registry knows the provider, and the provider the registry; null where there is none. */
export type ProviderSettings = Pick<Settings, 'oidcIssuer' | 'oidcClientId' | 'oidcClientSecret' | 'oidcClientAuth'>;

/**
 * What the provider says of itself, and how the registry proves itself to it; null where there is none.
 * @throws what the library throws, and Error when the provider writes its name otherwise than the settings
 */
export async function discoverProvider(settings: ProviderSettings): Promise<openid.Configuration | null> {
  const { oidcIssuer: issuer, oidcClientId: clientId, oidcClientSecret: secret, oidcClientAuth: means } = settings;
  if (!issuer || !clientId || !secret) return null;
  const execute = [openid.enableNonRepudiationChecks]; // or the signature of an ID token would be taken on trust
  if (issuer.startsWith('http:')) execute.push(openid.allowInsecureRequests); // this machine itself
  const options = { execute, timeout: TIMEOUT_SECONDS };
  const known = await openid.discovery(new URL(issuer), clientId, {}, provingBy(secret, means), options);
  if (known.serverMetadata().issuer !== issuer)
    // but for a slash, which the library forgives, and identities do not
    throw Object.assign(new Error('The provider writes its name otherwise.'), { code: 'ISSUER_WRITTEN_OTHERWISE' });
  return known;
}

/** In the header, as every provider must take it, unless it says that it does not: some do not decode it as RFC 6749 has it encoded. */
function provingBy(secret: string, means: Settings['oidcClientAuth']): openid.ClientAuth {
  const [posted, basic] = [openid.ClientSecretPost(secret), openid.ClientSecretBasic(secret)];
  return (provider, ...request) => {
    const taken = provider.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const chosen = means ?? (taken.includes('client_secret_basic') ? 'client_secret_basic' : 'client_secret_post');
    (chosen === 'client_secret_post' ? posted : basic)(provider, ...request);
  };
}

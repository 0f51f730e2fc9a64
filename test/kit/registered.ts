import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a provider of single sign-on and the registry know of each other. */
export interface Registered {
  issuer: string;
  clientId: string;
  clientSecret: string;
  stop(): Promise<void>;
}

/** Where the registry says that it is reached; nobody has to reach it there in a test. */
export const publicUrl = 'https://htx.example';
export const callback = `${publicUrl}/api/v1/auth/single-sign-on/callback`;

/** The environment of a server that signs in by way of a provider. */
export const settingsFor = ({ issuer, clientId, clientSecret }: Registered): Record<string, string> => ({
  PUBLIC_URL: publicUrl,
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: clientId,
  OIDC_CLIENT_SECRET: clientSecret,
});

/** A server on a free port of this machine. */
export async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}

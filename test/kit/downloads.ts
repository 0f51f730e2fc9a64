import { expect } from '@jest/globals';
import type { Client } from './client.js';
import type { Stage } from './story.js';

/** The bytes of a file that somebody downloads, and the name under which it is kept. */
export async function downloads(
  { server }: Stage,
  by: Client,
  path: string,
  type: string,
): Promise<{ name: string; bytes: ArrayBuffer }> {
  const headers = { ...(await by.credentials()), Accept: type };
  const response = await fetch(`${server.url}/api/v1/${path}`, { headers });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? '';
  return { name, bytes: await response.arrayBuffer() };
}

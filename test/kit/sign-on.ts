import type { Client } from './client.js';
import { nextNumber } from './makers.js';
import type { Json, Reply } from './reply.js';

/** A sign-in that was begun: where the registry sends the browser, and the cookie that it keeps. */
export interface Begun {
  address: URL;
  cookie: string;
  reply: Reply;
}

export async function begins(door: Client): Promise<Begun> {
  const reply = await door.get('auth/single-sign-on');
  const [cookie = ''] = (reply.headers.get('set-cookie') ?? '').split(';', 1);
  return { address: new URL(reply.location), cookie, reply };
}

/** Makes an account that an identity signs in, and answers it. */
export async function linked(by: Client, issuer: string, subject: string, more: Json = {}): Promise<Reply> {
  const account = { email: `an-${nextNumber()}@hp.test`, name: 'Phạm Văn An', role: 'auditor', ...more };
  const made = await by.post('accounts', account).created();
  await by.post(`accounts/${made.id}/identities`, { issuer, subject }).created({ issuer, subject });
  return made;
}

export const bearerOf = ({ body }: Reply) => ({ Authorization: `Bearer ${String(body['accessToken'])}` });

import { randomBytes } from 'node:crypto';
import type { Client } from './client.js';
import { nextNumber } from './makers.js';
import type { Json } from './reply.js';

/** Somebody for whom an account was made, and what he signs in with. */
export interface Newcomer {
  id: string;
  email: string;
  password: string;
}

/** The entry of an auditor's account that nobody else has. */
export const account = (more: Json = {}): Json => ({
  email: `nguoi-dung-${nextNumber()}@hp.test`,
  name: 'Kiểm toán viên',
  role: 'auditor',
  ...more,
});

export const newPassword = (): string => randomBytes(15).toString('base64url');

/** An administrator makes an account with a password. */
export async function makesAccount(administrator: Client, more: Json = {}): Promise<Newcomer> {
  const password = newPassword();
  const { id, body } = await administrator.post('accounts', account({ password, ...more })).created();
  return { id, email: String(body['email']), password };
}

/** The tokens of a client who has signed in. */
export interface SignedIn {
  accessToken: string;
  refreshToken: string;
}

/** Signs an account in at the server that a client speaks to. */
export async function signsIn(
  anonymous: Client,
  { email, password }: Pick<Newcomer, 'email' | 'password'>,
  more: Json = {},
): Promise<SignedIn> {
  const { body } = await anonymous.post('auth/sessions', { email, password, ...more }).is();
  return body as unknown as SignedIn;
}

export const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

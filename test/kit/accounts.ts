import { expect } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { Client } from './client.js';
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

/** Without letters that could spell a word of the registry. */
export const newPassword = (): string => randomBytes(15).toString('hex');

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

/** An alliance that an administrator founds below another, and a clerk of its secretariat. */
export async function foundsBelow(administrator: Client, anonymous: Client, parentId: string, code: string) {
  const names = [{ name: `Liên minh ${code}`, validFrom: '2020-01-01' }];
  const founded = administrator.post('alliances', { code, level: 'provincial', parentId, names });
  const { id: allianceId } = await founded.created();
  const newcomer = await makesAccount(administrator, { role: 'secretariat', allianceId });
  const { accessToken } = await signsIn(anonymous, newcomer);
  return { allianceId, clerk: new Client(code, administrator.server, () => Promise.resolve(bearer(accessToken))) };
}

export const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

/** The secret of the only link in a text. */
export function tokenIn(text: string, base = 'http://127.0.0.1:0'): string {
  const links = text.split(/\s+/).filter((word) => word.startsWith('http'));
  expect(links).toHaveLength(1);
  expect(links[0]).toMatch(new RegExp(`^${base}/password#[\\w-]{43}$`));
  return links[0]?.split('#')[1] ?? '';
}

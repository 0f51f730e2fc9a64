import { SignInNeeded } from '../platform/problems/request.problems.js';
import type { Registry } from '../platform/writing/registry.js';
import { Account } from './account.entity.js';

/** A session, and the account that is signed in by it. */
export interface Sitting {
  sessionId: string;
  accountId: string;
  hash: string | null;
}

/**
 * Takes the account of a session that lasts: another password, a disablement and whatever else changes who may come in have
 * ended it, and whoever does any of that takes the account first.
 * @throws SignInNeeded when the session ended since
 */
export async function takeAccountOf({ accountId, sessionId }: Sitting, registry: Registry): Promise<Account> {
  const account = await registry.take(Account, accountId);
  const lasting = await registry.ask('select from sessions where id = :sessionId and ended_at is null', { sessionId });
  if (lasting.length === 0) throw SignInNeeded();
  return account;
}

import { hash } from 'node:crypto';
import type { Transaction } from '../database/transaction.js';
import { IdempotencyInFlight, IdempotencyKeyReused } from '../problems/request.problems.js';
import { Answer } from '../reading/answer.js';
import type { Act } from '../rights/act.js';

interface StoredAnswer {
  request_hash: string;
  body: string;
  version: number | null;
  headers: Record<string, string>;
}

/** In place of the hash of a request about somebody who was erased since: nobody finds out by guessing what was sent. */
const ERASED = '';

const KEPT = `interval '72 hours'`;

/** The request's own, and one with all others of their kind: no answer is kept beside an erasure. */
const LOCK = `select pg_try_advisory_xact_lock(hashtextextended('idempotency ' || $1, 0)) as free,
  pg_advisory_xact_lock_shared(erasure_lock())`;

/** A few that are over their time go with each new one; those that another transaction holds are left to it. */
const FORGET_SOME = `delete from stored_answers where key in (
  select key from stored_answers where stored_at < now() - ${KEPT} limit 10 for update skip locked)`;

/**
 * Answers a repeated request as the first one was answered. The stored answer commits with the rows that it speaks of,
 * and is kept for 72 hours.
 *
 * @throws Problem 409 while the first request still runs, 422 when the key was used for another request
 */
export async function answerOnce(transaction: Transaction, act: Act, run: () => Promise<Answer>): Promise<Answer> {
  const { target, idempotencyKey, content } = act.circumstances;
  const key = `${act.actor.id} ${idempotencyKey}`;
  const requestHash = hash('sha256', `${target}\n${JSON.stringify(content?.())}`);
  const [lock] = await transaction.query<{ free: boolean }>(LOCK, [key]);
  if (!lock?.free) throw IdempotencyInFlight();
  const [stored] = await transaction.query<StoredAnswer>(
    `select request_hash, body, version, headers from stored_answers where key = $1 and stored_at > now() - ${KEPT}`,
    [key],
  );
  if (stored) {
    if (stored.request_hash !== requestHash && stored.request_hash !== ERASED) throw IdempotencyKeyReused();
    return Answer.json(stored.body, stored.version, { ...stored.headers, 'Idempotent-Replayed': 'true' });
  }
  const answer = await run();
  await transaction.query(FORGET_SOME, []);
  await transaction.query(
    `insert into stored_answers (key, request_hash, body, version, headers) values ($1, $2, $3, $4, $5)
     on conflict (key) do update set request_hash = excluded.request_hash, body = excluded.body,
       version = excluded.version, headers = excluded.headers, stored_at = now()`,
    [key, requestHash, answer.body, answer.version, answer.headers],
  );
  return answer;
}

import { MalformedRequest } from '../platform/problems/request.problems.js';
import type { Act } from '../platform/rights/act.js';

/**
 * Refuses an `Idempotency-Key` where a password is sent: to know the request again, the database would keep a quick digest
 * of the password for as long as it keeps the answer.
 *
 * @throws MalformedRequest
 */
export function refuseRepetition(act: Act): void {
  if (act.circumstances.idempotencyKey !== undefined) throw MalformedRequest({ why: 'Idempotency-Key, password' });
}

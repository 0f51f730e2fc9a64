import { Answer } from '../platform/reading/answer.js';

/**
 * Puts a secret into the answer that made it, after the commit: neither the stored answer of an `Idempotency-Key` nor
 * any other row ever holds it, so a repetition of the request answers null.
 */
export function showOnce(answer: Answer, name: 'link' | 'key', secret: string | null): Answer {
  if (secret === null || 'Idempotent-Replayed' in answer.headers) return answer;
  const body = JSON.stringify({ ...(JSON.parse(answer.body) as object), [name]: secret });
  return Answer.json(body, answer.version, { ...answer.headers, 'Cache-Control': 'no-store' });
}

import { Answer } from '../platform/reading/answer.js';

/**
 * Puts secrets into the answer to the request that made them, after the commit: neither the stored answer of an
 * `Idempotency-Key` nor any other row ever holds them, so a repetition of the request answers null.
 */
export function showOnce(answer: Answer, secrets: Readonly<Record<string, unknown>>): Answer {
  if ('Idempotent-Replayed' in answer.headers) return answer;
  const body = JSON.stringify({ ...(JSON.parse(answer.body) as object), ...secrets });
  return Answer.json(body, answer.version, answer.headers);
}

import { invalidField } from '../platform/problems/request.problems.js';
import type { Act } from '../platform/rights/act.js';

/**
 * The alliance that a new account or key belongs to.
 * @throws Problem 422 at `/allianceId` when it is beyond the actor's reach
 */
export function allianceWithin(act: Act, wanted: string | null | undefined): string {
  const { allianceId, allianceIds } = act.actor;
  const chosen = wanted ?? allianceId;
  if (!chosen) throw invalidField('/allianceId', 'required');
  if (act.right !== null && !allianceIds.includes(chosen)) throw invalidField('/allianceId', 'unknown-reference');
  return chosen;
}

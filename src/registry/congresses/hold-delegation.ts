import type { Registry } from '../../platform/writing/registry.js';
import { Congress, Delegation, type Delegate } from './congress.entity.js';

/** Holds a delegation, and its congress before it, as whoever writes to its delegates does. */
export async function holdDelegation(
  registry: Registry,
  { congressId, delegationId }: Pick<Delegate, 'congressId' | 'delegationId'>,
): Promise<{ congress: Congress; delegation: Delegation }> {
  const congress = await registry.hold(Congress, congressId);
  return { congress, delegation: await registry.hold(Delegation, delegationId) };
}

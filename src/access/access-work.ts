import { Injectable } from '@nestjs/common';
import { SignInNeeded } from '../platform/problems/request.problems.js';
import type { Act } from '../platform/rights/act.js';
import type { Registry } from '../platform/writing/registry.js';
import { Work } from '../platform/writing/work.js';
import { ownRights } from './access.rights.js';
import { RememberedTokens } from '../platform/rights/remembered-tokens.js';

/** The unit of work of what decides who may come in: this process forgets whom it knew before it answers. */
@Injectable()
export class AccessWork {
  constructor(
    private readonly work: Work,
    private readonly remembered: RememberedTokens,
  ) {}

  /** @throws SignInNeeded besides what the body throws, when the actor lost account or role before it was his turn */
  readonly run: Work['run'] = async (act, entry, body) => {
    const answer = isOwn(act)
      ? await this.work.run(act.withinKeepers(), entry, body)
      : await this.work.run(act, entry, async (registry) => {
          await holdActor(registry, act);
          return body(registry);
        });
    this.remembered.forgetAll();
    return answer;
  };
}

/** The program itself is nobody. */
async function holdActor(registry: Registry, { actor: { id, role } }: Act): Promise<void> {
  if (id === null) return;
  const [actor] = await registry.ask<{ stands: boolean }>('select hold_actor(:id, :role) as stands', { id, role });
  if (!actor?.stands) throw SignInNeeded();
}

/** What an account does to itself: its route names no other, so the keepers' connections can do it for anybody. */
const isOwn = ({ right }: Act): boolean => right === ownRights.secure || right === ownRights.changePassword;

import { keeper } from '../database/passage.js';
import type { Actor, Circumstances } from './actor.js';
import { everywhere } from './grant.js';
import type { Right, Scoped } from './rights.js';

/**
 * One act: who does what by which right. Only the gate makes one (`Act.by`), or the program itself with a stated
 * reason (`Act.system`). Reading and writing take it as a required argument, so that a forgotten scope does not compile.
 */
export class Act {
  private constructor(
    readonly actor: Actor,
    readonly right: Right | null,
    readonly circumstances: Circumstances,
    readonly why: string | null,
  ) {}

  /** For the gate alone: the actor has been found to have the right. */
  static by(actor: Actor, right: Right, circumstances: Circumstances): Act {
    return new Act(actor, right, circumstances, null);
  }

  /** The program acts by itself, everywhere; `why` is written into the audit of what it writes. */
  static system(why: string, allianceId: string | null = null, name = 'system', requestId = 'system'): Act {
    const nobody = { id: null, organizationId: null, passage: keeper };
    const actor: Actor = { ...nobody, name, role: 'administrator', allianceIds: [], allianceId };
    return new Act(actor, null, { target: '', requestId, language: 'vi' }, why);
  }

  /** The same act on the keepers' connections: where an actor may do to itself what its own connections refuse. */
  withinKeepers(): Act {
    return new Act({ ...this.actor, passage: keeper }, this.right, this.circumstances, this.why);
  }

  /** The same act within some of the alliances that it reaches: what lies beyond them is as unknown as what lies beyond its own. */
  within(allianceIds: readonly string[]): Act {
    const kept = this.actor.allianceIds.filter((id) => allianceIds.includes(id));
    return new Act({ ...this.actor, allianceIds: kept }, this.right, this.circumstances, this.why);
  }

  /** Whether this act's actor also has another right; masks of read models ask this. */
  may(right: Right): boolean {
    if (this.right === null) return true;
    return right.scopeOf(this.actor.role) !== undefined && (this.actor.narrowing?.leaves(right) ?? true);
  }

  /** The name of the scope that this act works within. */
  get scope(): string {
    if (this.right === null) return everywhere;
    return this.right.scopeOf(this.actor.role) ?? refuse(`${this.actor.role} has no right to ${this.right.name}`);
  }

  /** What fills the predicates of scopes. */
  get ownValues() {
    const { allianceIds: ownAllianceIds, organizationId: ownOrganizationId } = this.actor;
    return { ownAllianceIds, ownOrganizationId };
  }

  /**
   * The predicate that keeps this act within its scope, over `:ownAllianceIds` or `:ownOrganizationId`.
   * @throws Error when the thing has no such scope: the answer would leave with no right applied.
   */
  predicateOn(thing: Scoped): string {
    const scope = this.scope;
    const ownedByNobody = Object.keys(thing.scopes).length === 0;
    if (scope === everywhere || ownedByNobody) return 'true';
    const sql = thing.scopes[scope] ?? refuse(`${thing.name} has no scope ${scope}`);
    if (/:(ownAllianceIds|ownOrganizationId)\b/.test(sql)) return sql;
    return scope === 'alliance' ? `${sql} = any(:ownAllianceIds)` : `${sql} = :ownOrganizationId`;
  }
}

function refuse(why: string): never {
  throw new Error(`No right applies: ${why}.`);
}

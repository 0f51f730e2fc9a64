import { keeper, type Passage } from '../database/passage.js';
import type { Language } from '../problems/language.js';
import type { Problem } from '../problems/problem.js';
import type { Narrowing } from './narrowing.js';
import { everywhere, type Right, type Scoped } from './rights.js';
import type { Role } from './roles.js';

/** Who acts: an account or a key, with its role and what it belongs to. */
export interface Actor {
  readonly id: string | null;
  readonly name: string;
  readonly role: Role;
  /** The actor's own alliance and those below it. */
  readonly allianceIds: readonly string[];
  /** The alliance under which the actor records; the first of `allianceIds`. */
  readonly allianceId: string | null;
  /** The organisation that a member account is bound to. */
  readonly organizationId: string | null;
  /** The connections on which its statements run. */
  readonly passage: Passage;
  /** How far a key stays behind its role; an account has all that its role may. */
  readonly narrowing?: Narrowing | null;
  /** Why this actor may not use a right that its role has, if so. */
  readonly refuses?: (right: Right) => Problem | null;
}

/** What the request asked for besides its content. */
export interface Circumstances {
  /** Method and path, as an idempotency key belongs to one request. */
  readonly target: string;
  readonly requestId: string;
  readonly language: Language;
  /** The versions that `If-Match` admits. */
  readonly ifMatch?: readonly number[] | undefined;
  readonly idempotencyKey?: string | undefined;
  /** The whole body as it was sent, once it has been read: a key is good for one body. */
  readonly content?: () => unknown;
  /** Whether whoever asked has left: what is made for him can stay unmade. */
  readonly gone?: () => boolean;
}

/**
 * One act: who does what by which right. Only the guard makes one (`Act.by`), or the program itself with a stated
 * reason (`Act.system`). Reading and writing take it as a required argument, so that a forgotten scope does not compile.
 */
export class Act {
  private constructor(
    readonly actor: Actor,
    readonly right: Right | null,
    readonly circumstances: Circumstances,
    readonly why: string | null,
  ) {}

  /** For the guard alone: the actor has been found to have the right. */
  static by(actor: Actor, right: Right, circumstances: Circumstances): Act {
    return new Act(actor, right, circumstances, null);
  }

  /** The program acts by itself, everywhere; `why` is written into the audit of what it writes. */
  static system(why: string, allianceId: string | null = null, name = 'system'): Act {
    const nobody = { id: null, organizationId: null, passage: keeper };
    const actor: Actor = { ...nobody, name, role: 'administrator', allianceIds: [], allianceId };
    return new Act(actor, null, { target: '', requestId: 'system', language: 'vi' }, why);
  }

  /** The same act on the keepers' connections: where an actor may do to itself what its own connections refuse. */
  withinKeepers(): Act {
    return new Act({ ...this.actor, passage: keeper }, this.right, this.circumstances, this.why);
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

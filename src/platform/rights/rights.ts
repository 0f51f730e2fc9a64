import { everywhere, Grant, type Sentence } from './grant.js';
import type { Role } from './roles.js';
import { roleNames } from './roles.js';

/** What can be scoped: the SQL that ties a row to its alliance, its organisation, … */
export interface Scoped {
  readonly name: string;
  readonly scopes: Readonly<Record<string, string>>;
}
type ScopeOf<Of extends Scoped> = keyof Of['scopes'] & string;

/** What one action on one register needs: it guards a route, scopes its SQL and is published as `x-policy`. */
export class Right {
  readonly #scopeOfRole: ReadonlyMap<Role, string>;

  constructor(
    readonly register: string,
    readonly action: string,
    grants: readonly Grant<string>[],
  ) {
    this.#scopeOfRole = new Map(grants.map((grant) => [grant.role, grant.scope]));
  }

  get name(): string {
    return `${this.register}.${this.action}`;
  }

  /** The scope within which a role has this right, or undefined when it has not. */
  scopeOf(role: Role): string | undefined {
    return this.#scopeOfRole.get(role);
  }

  /** `secretariat within its alliance; auditor within its alliance`: the policy in words, as published. */
  get sentence(): string {
    return [...this.#scopeOfRole]
      .map(([role, scope]) => `${roleNames[role].en} ${scope === everywhere ? everywhere : `within its ${scope}`}`)
      .join('; ');
  }

  /** The policy as data, for `x-policy` and the permission table. */
  get policy(): { right: string; grants: { role: Role; scope: string }[] } {
    return { right: this.name, grants: [...this.#scopeOfRole].map(([role, scope]) => ({ role, scope })) };
  }
}

const declared = new Map<string, Right>();

/** Every right of the house, for the permission table and for the suite that counts which were used. */
export const allRights = (): Right[] => [...declared.values()];

/**
 * Declares who may do what with one register, as sentences:
 *
 *     export const membershipRights = rights(MembershipView, ['read', 'admit'], (may) => [
 *       may('secretariat', 'read', 'admit').within('alliance'),
 *       may('member', 'read').within('organization'),
 *     ]);
 *
 * A scope that the read model does not have, an action that is not listed or a sentence left unfinished does not compile.
 *
 * @throws Error at load when an action is granted to nobody, or twice to one role.
 */
export function rights<Of extends Scoped, const Actions extends readonly string[]>(
  of: Of,
  actions: Actions,
  sentences: (
    may: (role: Role, ...actions: Actions[number][]) => Sentence<Actions[number], ScopeOf<Of>>,
  ) => Grant<Actions[number]>[],
): { readonly [Action in Actions[number]]: Right } {
  const grants = sentences((role, ...granted) => ({
    within: (scope) => new Grant(role, granted, scope),
    everywhere: () => new Grant(role, granted, everywhere),
  }));
  const made = actions.map((action: Actions[number]) => {
    const mine = grants.filter((grant) => grant.actions.includes(action));
    const right = new Right(of.name, action, mine);
    if (mine.length === 0) throw new Error(`Nobody may ${right.name}: grant it or remove it.`);
    if (new Set(mine.map((grant) => grant.role)).size < mine.length) throw new Error(`${right.name} is granted twice.`);
    if (declared.has(right.name)) throw new Error(`The right ${right.name} is declared twice.`);
    declared.set(right.name, right);
    return [action, right] as const;
  });
  return Object.fromEntries(made) as { readonly [Action in Actions[number]]: Right };
}

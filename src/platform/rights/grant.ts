import type { Role } from './roles.js';

/** How far a grant reaches: named by the scopes of what it is about, or everywhere. */
export const everywhere = 'everywhere';

/** A finished sentence: these roles may do these things within this scope. Only `may(…).within(…)` makes one. */
export class Grant<Action extends string> {
  /** Makes the type nominal: an object of the same shape is no grant. */
  readonly #finished = true;
  constructor(
    readonly role: Role,
    readonly actions: readonly Action[],
    readonly scope: string,
  ) {
    void this.#finished;
  }
}

/** An unfinished sentence; it grants nothing until it says how far it reaches. */
export interface Sentence<Action extends string, Scope extends string> {
  within(scope: Scope): Grant<Action>;
  everywhere(): Grant<Action>;
}

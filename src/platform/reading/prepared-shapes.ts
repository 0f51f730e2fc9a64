import { nameOfStatement } from '../database/statement-name.js';
import type { PreparedText } from './named-parameters.js';

/** A text, under its name where it is prepared. */
export interface Named {
  text: string;
  name?: string;
}
/** A statement, and as it is asked of the past; whether its rows have personal values in clear: then their reader is recorded. */
export type Prepared = PreparedText & Named & { past: Named; personal: boolean };

/** Each takes PostgreSQL a quarter of a megabyte on each connection that has prepared it. */
const MOST = 400;

/**
 * The statements of the shapes that wishes have: composed once, prepared once on each connection. Whoever invents ever new
 * shapes is answered, but not remembered: a shape is kept once it comes again, and no more of them than there is memory for, since a
 * connection forgets none. What comes after them is composed and planned each time, for as long as the process runs.
 */
export class PreparedShapes {
  readonly #kept = new Map<string, Prepared>();
  readonly #seen = new Set<string>();

  /** @param compose the statement, the same one asked of the past, and whether it is personal */
  of(shape: string, compose: () => PreparedText & { past: string; personal: boolean }): Prepared {
    const kept = this.#kept.get(shape);
    if (kept) return kept;
    const { past, ...statement } = compose();
    if (!this.comesAgain(shape)) return { ...statement, past: { text: past } };
    const prepared = { ...statement, ...named(statement.text), past: named(past) };
    this.#kept.set(shape, prepared);
    return prepared;
  }

  private comesAgain(shape: string): boolean {
    if (this.#kept.size >= MOST) return false;
    if (this.#seen.delete(shape)) return true;
    if (this.#seen.size >= MOST) this.#seen.clear();
    this.#seen.add(shape);
    return false;
  }
}

const named = (text: string): Named => ({ text, name: nameOfStatement(text) });

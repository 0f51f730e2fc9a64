import type { Actor } from './actor.js';

/** An actor, and for how many milliseconds the token is good. */
export interface FoundActor {
  readonly actor: Actor;
  readonly goodForMs: number;
}

/** A machine's key may be good for years; nothing is remembered for longer than this. */
const LONGEST_MS = 10 * 60_000;

/**
 * Actors by their token's digest, for as long as nothing changed about them. Whoever asks the database takes a `moment`
 * first: what was read before a change became known is not kept after it, nor in the place of what was asked for later.
 */
export class RememberedActors {
  private readonly entries = new Map<string, { actor: Actor; until: number; moment: number }>();
  private moments = 0;
  private changed = 0;
  private hearing = false;

  /** @param most entries; the oldest gives way */
  constructor(private readonly most = 10_000) {}

  get(digest: string): Actor | undefined {
    const entry = this.entries.get(digest);
    if (entry === undefined) return undefined;
    if (entry.until > performance.now()) return entry.actor;
    this.entries.delete(digest);
    return undefined;
  }

  moment(): number {
    return (this.moments += 1);
  }

  keep(digest: string, { actor, goodForMs }: FoundActor, moment: number): void {
    if (!this.hearing || moment < this.changed || moment < (this.entries.get(digest)?.moment ?? 0)) return;
    if (this.entries.size >= this.most) {
      for (const oldest of this.entries.keys()) {
        this.entries.delete(oldest);
        break;
      }
    }
    this.entries.set(digest, { actor, until: performance.now() + Math.min(goodForMs, LONGEST_MS), moment });
  }

  /** Something changed about one token. */
  forget(digest: string): void {
    this.changed = this.moment();
    this.entries.delete(digest);
  }

  /** Something changed about anybody. */
  forgetAll(): void {
    this.changed = this.moment();
    this.entries.clear();
  }

  /** Whether changes are told; while they are not, nothing is remembered. */
  hear(hearing: boolean): void {
    this.hearing = hearing;
    this.forgetAll();
  }
}

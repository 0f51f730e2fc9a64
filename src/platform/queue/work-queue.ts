import type { Problem } from '../problems/problem.js';
import { tooMany } from '../problems/request.problems.js';

/** Who asks for a place, and whether he has left meanwhile. */
interface Asking {
  readonly by?: string | null;
  readonly gone?: (() => boolean) | undefined;
}

interface Waiting {
  readonly asking: Asking;
  readonly begin: () => void;
  readonly drop: (problem: Problem) => void;
}

const RETRY_SECONDS = 2;

/** Lets a few pieces of work run at once and a few more wait; refuses the rest, and forgets those that nobody waits for. */
export class WorkQueue {
  private readonly running = new Set<Asking>();
  private waiting: Waiting[] = [];

  /** @param mostOfOne places that one who says who he is has, at work and waiting */
  constructor(
    private readonly mostAtOnce: number,
    private readonly mostWaiting: number,
    private readonly mostOfOne = Infinity,
  ) {}

  /** @throws Problem 429 when too many wait already, or too much of his */
  async take<T>(work: () => Promise<T>, { by, gone }: Asking = {}): Promise<T> {
    const asking = { by, gone };
    this.dropGone();
    if (this.placesOf(by) >= this.mostOfOne) throw tooMany(RETRY_SECONDS);
    if (this.running.size < this.mostAtOnce) this.running.add(asking);
    else await this.queue(asking);
    try {
      return await work();
    } finally {
      this.running.delete(asking);
      this.beginNext();
    }
  }

  private queue(asking: Asking): Promise<void> {
    if (this.waiting.length >= this.mostWaiting) throw tooMany(RETRY_SECONDS);
    return new Promise((begin, drop) => this.waiting.push({ asking, begin, drop }));
  }

  /** The place is taken before its work begins: nobody comes between. */
  private beginNext(): void {
    this.dropGone();
    const next = this.waiting.shift();
    if (!next) return;
    this.running.add(next.asking);
    next.begin();
  }

  private dropGone(): void {
    const gone = this.waiting.filter(({ asking }) => asking.gone?.());
    if (gone.length === 0) return;
    this.waiting = this.waiting.filter((one) => !gone.includes(one));
    for (const { drop } of gone) drop(tooMany(RETRY_SECONDS));
  }

  private placesOf(by: Asking['by']): number {
    if (by === undefined) return 0;
    return [...this.running, ...this.waiting.map(({ asking }) => asking)].filter((asking) => asking.by === by).length;
  }
}

import { Problem } from '../platform/problems/problem.js';
import { TooManyRequests } from '../platform/problems/request.problems.js';

/** 429 with its `Retry-After`. */
export const tooMany = (seconds: number): Problem =>
  new Problem(TooManyRequests, { seconds }, [], { 'Retry-After': String(seconds) });

/** Lets a few pieces of work run at once and a few more wait; refuses the rest. */
export class Places {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly mostAtOnce: number,
    private readonly mostWaiting: number,
  ) {}

  /** @throws Problem 429 when too many wait already */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < this.mostAtOnce) this.running += 1;
    else await this.queue();
    try {
      return await work();
    } finally {
      const next = this.waiting.shift(); // who comes next inherits the place
      if (next) next();
      else this.running -= 1;
    }
  }

  private queue(): Promise<void> {
    if (this.waiting.length >= this.mostWaiting) throw tooMany(2);
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}

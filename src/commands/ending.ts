import { leave, say } from './entrance.js';

/** How long after a signal another one is its echo. */
const ECHO_MS = 1_000;

/** What has to be ended, in the order in which it was started. */
export class Ending {
  private readonly steps: (() => Promise<void>)[] = [];
  private begunAt = Infinity;

  /**
   * Ends the program on SIGINT, SIGTERM or SIGHUP, the youngest thing first. A second signal does not wait; what comes at once
   * is the same one, from the terminal and from npm.
   */
  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => this.begin(0));
    }
  }

  get hasBegun(): boolean {
    return this.begunAt !== Infinity;
  }

  /** Ends the program, which cannot go on or was told to. @param code its exit code, when all has ended well */
  begin(code: number): void {
    if (performance.now() - this.begunAt > ECHO_MS) process.exit(1);
    if (this.hasBegun) return;
    this.begunAt = performance.now();
    say('Stopping');
    void this.end().then(
      () => leave(code),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        leave(1);
      },
    );
  }

  add(step: () => Promise<void>): void {
    this.steps.push(step);
  }

  async end(): Promise<void> {
    for (let step = this.steps.pop(); step; step = this.steps.pop()) await step();
  }
}

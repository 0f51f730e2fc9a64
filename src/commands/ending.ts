import { say } from './entrance.js';

/** What has to be ended, in the order in which it was started. */
export class Ending {
  private readonly steps: (() => Promise<void>)[] = [];
  private under = false;

  /** Ends the program on SIGINT, SIGTERM or SIGHUP, the youngest thing first; a second signal does not wait. */
  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => this.begin(0));
    }
  }

  /** Ends the program, which cannot go on or was told to. @param code its exit code, when all has ended well */
  begin(code: number): void {
    if (this.under) process.exit(1);
    this.under = true;
    say('Stopping');
    void this.end().then(
      () => process.exit(code),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
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

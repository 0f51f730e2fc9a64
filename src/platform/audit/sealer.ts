/** How long a nudge waits for more commits to come, so that a burst of them is sealed as one batch. */
const GATHERING_MS = 100;

/** How long while commits keep coming: what a batch costs by itself is paid less often. An event is signed for within a second. */
const STREAMING_MS = 400;

/**
 * Gives the audit events their final numbers, again and again, in the background: every `everyMs`, and soon after each
 * commit. Any number of server processes may run one: the database lets one work at a time.
 *
 * @param run seals what is final by now. One run at a time; one that fails is reported and tried again at the next turn.
 * @param everyMs milliseconds between two turns when nobody nudges
 * @param report told of each failure; must not throw
 */
export class Sealer {
  private timer: NodeJS.Timeout | undefined;
  private dueAt = Infinity;
  private running: Promise<void> | undefined;
  private nudged = false;
  private started = false;

  constructor(
    private readonly run: () => Promise<void>,
    private readonly everyMs: number,
    private readonly report: (failure: unknown) => void,
  ) {}

  /** Begins to seal; a second call changes nothing. */
  start(): void {
    if (this.started) return;
    this.started = true;
    this.wakeIn(this.everyMs);
  }

  /** Seal soon: something was committed. Cheap enough to call after every write. */
  nudge(): void {
    if (!this.started) return;
    if (this.running) this.nudged = true;
    else this.wakeIn(GATHERING_MS);
  }

  /** Ends it; resolves when the run in flight has ended. */
  async stop(): Promise<void> {
    this.started = false;
    clearTimeout(this.timer);
    this.dueAt = Infinity;
    await this.running;
  }

  /** The earliest call wins: a stream of nudges cannot postpone the turn for ever. */
  private wakeIn(ms: number): void {
    const at = performance.now() + ms;
    if (at >= this.dueAt) return;
    clearTimeout(this.timer);
    this.dueAt = at;
    this.timer = setTimeout(() => this.turn(), ms).unref();
  }

  private turn(): void {
    this.dueAt = Infinity;
    this.running = this.seal().finally(() => {
      this.running = undefined;
      if (this.started) this.wakeIn(this.nudged ? STREAMING_MS : this.everyMs);
      this.nudged = false;
    });
  }

  private async seal(): Promise<void> {
    try {
      await this.run();
    } catch (failure) {
      this.report(failure);
    }
  }
}

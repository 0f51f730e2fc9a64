import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { serverConnection } from './connection.js';

const BETWEEN_ATTEMPTS_MS = 1_000;
/** Together less than the second within which a sign-out is to be known everywhere. */
const ASKED_EVERY_MS = 300;
const LATE_AFTER_MS = 500;

/** A connection of its own that hears one channel, and comes back when it is lost. */
export class Listener {
  private client: pg.Client | undefined;
  private closed = false;

  /**
   * @param onMessage told the payload of each NOTIFY
   * @param onHearing told false as the connection is lost or silent, from when on messages may be missed, and true as it hears again
   */
  constructor(
    private readonly url: string,
    private readonly channel: string,
    private readonly onMessage: (payload: string) => void,
    private readonly onHearing: (hearing: boolean) => void,
  ) {}

  /** Resolves when the channel is heard. @throws Error when the first connection cannot be made */
  async open(): Promise<void> {
    const client = new pg.Client(serverConnection(this.url));
    client.on('error', () => undefined); // 'end' follows
    client.on('notification', ({ payload = '' }) => this.onMessage(payload));
    await client.connect();
    try {
      await client.query(`listen ${client.escapeIdentifier(this.channel)}`);
    } catch (error) {
      client.end().catch(() => undefined);
      throw error;
    }
    if (this.closed) return client.end();
    this.client = client;
    client.once('end', () => void this.comeBack());
    this.watch(client);
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.client?.end();
  }

  private async comeBack(): Promise<void> {
    if (this.closed) return;
    this.onHearing(false);
    while (!this.closed) {
      try {
        await this.open();
        return this.onHearing(true);
      } catch {
        await pause(BETWEEN_ATTEMPTS_MS, undefined, { ref: false });
      }
    }
  }

  /**
   * A peer that vanished or hangs is noticed by asking: while its answer is late, what it should have told may be missed;
   * when none comes at all, the connection is given up, and 'end' follows.
   */
  private watch(client: pg.Client): void {
    let silence: NodeJS.Timeout | undefined;
    let late = false;
    const timer = setInterval(() => {
      if (silence) return;
      silence = setTimeout(() => {
        late = true;
        this.onHearing(false);
      }, LATE_AFTER_MS).unref();
      client.query('select').then(heard, () => client.end().catch(() => undefined));
    }, ASKED_EVERY_MS).unref();
    const heard = (): void => {
      clearTimeout(silence);
      silence = undefined;
      if (late) this.onHearing(true);
      late = false;
    };
    client.once('end', () => {
      clearInterval(timer);
      clearTimeout(silence);
    });
  }
}

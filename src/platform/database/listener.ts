import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { limits, serverConnection } from './connection.js';

const BETWEEN_ATTEMPTS_MS = 1_000;

/** A connection of its own that hears one channel, and comes back when it is lost. */
export class Listener {
  private client: pg.Client | undefined;
  private closed = false;

  /**
   * @param onMessage told the payload of each NOTIFY
   * @param onHearing told false as the connection is lost, from when on messages are missed, and true as it hears again
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

  /** A peer that vanished without a word is noticed by asking; giving up the connection lets 'end' follow. */
  private watch(client: pg.Client): void {
    const timer = setInterval(() => {
      client.query('select').catch(() => client.end().catch(() => undefined));
    }, limits.idleInTransaction).unref();
    client.once('end', () => clearInterval(timer));
  }
}

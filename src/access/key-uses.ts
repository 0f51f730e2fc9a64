import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { Actor } from '../platform/rights/actor.js';

const MINUTE_MS = 60_000;
/** How long uses gather before they are written together. */
const GATHERING_MS = 500;

const WRITE = `
  insert into api_key_uses as u (api_key_id, last_used_at)
  select key, at from unnest($1::uuid[], $2::timestamptz[]) as used (key, at)
  on conflict (api_key_id) do update set last_used_at = greatest(u.last_used_at, excluded.last_used_at)`;

/**
 * When each key was last used, to the minute. A request only notes it; it is written in the background, of each key once
 * a minute at most.
 */
@Injectable()
export class KeyUses implements BeforeApplicationShutdown {
  private readonly noted = new Map<string, number>();
  private unwritten = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly database: Database) {}

  note({ id }: Actor): void {
    const minute = Math.floor(Date.now() / MINUTE_MS);
    if (id === null || this.noted.get(id) === minute) return;
    this.noted.set(id, minute);
    this.unwritten.set(id, minute);
    this.writeIn(GATHERING_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    await this.write();
  }

  private writeIn(ms: number): void {
    this.timer ??= setTimeout(() => void this.write(), ms).unref();
  }

  /** What cannot be written now is written a minute later: no request fails for it. */
  private async write(): Promise<void> {
    this.timer = undefined;
    const uses = this.unwritten;
    if (uses.size === 0) return;
    this.unwritten = new Map();
    const times = [...uses.values()].map((minute) => new Date(minute * MINUTE_MS).toISOString());
    try {
      await this.database.run({ text: WRITE, values: [[...uses.keys()], times] });
    } catch {
      this.unwritten = new Map([...uses, ...this.unwritten]);
      this.writeIn(MINUTE_MS);
    }
  }
}

import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { AccessEvent } from '../platform/audit/access-log.js';
import { Database } from '../platform/database/database.js';
import type { Caller } from '../platform/http/client-address.js';
import { Problem } from '../platform/problems/problem.js';
import { AccessEvents } from './access-events.js';
import { tooMany } from '../platform/problems/request.problems.js';

/**
 * Counts what failed, in PostgreSQL, for all server processes: after 10 sign-ins in vain to an account (known or not) from
 * one address, 100 to it from anywhere, 30 from an address, or 10 failures of a session, within 15 minutes, each further
 * one must wait, twice as long every time, a quarter of an hour at most.
 */
@Injectable()
export class Attempts {
  constructor(
    private readonly database: Database,
    private readonly events: AccessEvents,
  ) {}

  /**
   * Counts an attempt as a failure, until it is withdrawn.
   * @param whose an e-mail address or a session; kept as a digest
   * @param at the client, and as what the log says that it was turned away; null where only the session counts
   * @returns the attempt, to be withdrawn when it succeeds
   * @throws Problem 429 with `Retry-After` in seconds
   */
  async begin(whose: string, at: (Caller & Pick<AccessEvent, 'action'>) | null): Promise<string> {
    const attempt = uuidv7();
    const [row] = await this.database.run<{ wait: number }>({
      text: 'select begin_sign_in($1, $2, $3) as wait',
      values: [attempt, hash('sha256', whose, 'base64'), at && at.address],
    });
    const wait = row?.wait ?? 0;
    if (wait === 0) return attempt;
    if (at !== null) await this.events.throttled(at.action, at);
    throw tooMany(wait);
  }

  /** What looks at a password. Refused before it did, because too many wait, it is no failure of whoever asked. */
  async looking<T>(attempt: string, look: () => Promise<T>): Promise<T> {
    try {
      return await look();
    } catch (error) {
      if (error instanceof Problem) await this.withdraw(attempt);
      throw error;
    }
  }

  async withdraw(attempt: string): Promise<void> {
    await this.database.run({
      text: 'update sign_in_failures set withdrawn_at = now() where id = $1',
      values: [attempt],
    });
  }
}

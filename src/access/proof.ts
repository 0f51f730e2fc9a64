import { Injectable } from '@nestjs/common';
import { fieldRule } from '../platform/problems/field-rules.js';
import { Database } from '../platform/database/database.js';
import { Problem } from '../platform/problems/problem.js';
import { invalidField, SignInNeeded } from '../platform/problems/request.problems.js';
import type { Act } from '../platform/rights/act.js';
import { AccessEvents } from './access-events.js';
import { NotAnAccount } from './sign-in.problems.js';
import { Attempts } from './attempts.js';
import { Passwords } from './passwords.js';
import type { Sitting } from './sitting.js';
import { digestOf } from './tokens.js';
import { refuseRepetition } from './unrepeatable.js';

const WRONG_PASSWORD = fieldRule('wrong-password', {
  vi: 'Mật khẩu hiện tại không đúng.',
  en: 'It is not the present password.',
});

const SITTING = `
  select s.id as "sessionId", a.id as "accountId", a.password_hash as hash
  from sessions s join accounts a on a.id = s.account_id where s.access_digest = $1 and s.ended_at is null`;

/** The account behind a session, and that its owner sits before it: a session that was left open is not enough. */
@Injectable()
export class Proof {
  constructor(
    private readonly database: Database,
    private readonly passwords: Passwords,
    private readonly attempts: Attempts,
    private readonly events: AccessEvents,
  ) {}

  /**
   * The session and its account, once its password was shown again.
   * @param further what else must hold; its problem counts as a failure too
   * @throws NotAnAccount for a key, Problem 422 at `/password`, Problem 429 after too many failures, Problem 400 for an `Idempotency-Key`
   */
  of(
    act: Act,
    password: string,
    accessToken: string,
    further: (accountId: string) => Promise<void> = () => Promise.resolve(),
  ): Promise<Sitting> {
    refuseRepetition(act);
    return this.counted(act, accessToken, async (sitting, attempt) => {
      const fits = await this.attempts.looking(attempt, () => this.passwords.fits(password, sitting.hash));
      if (!fits) throw invalidField('/password', WRONG_PASSWORD);
      await further(sitting.accountId);
      return sitting;
    });
  }

  /**
   * Counts what fails by the session: no stranger can add to it, and whoever found it open does not guess for long.
   * @throws NotAnAccount for a key, Problem 429 after too many failures, and what `look` throws
   */
  async counted<Seen>(
    act: Act,
    accessToken: string,
    look: (sitting: Sitting, attempt: string) => Promise<Seen>,
  ): Promise<Seen> {
    const sitting = await this.sittingIn(accessToken);
    const attempt = await this.attempts.begin(`session ${sitting.sessionId}`, null);
    try {
      const seen = await look(sitting, attempt);
      await this.attempts.withdraw(attempt);
      return seen;
    } catch (error) {
      const rule = error instanceof Problem ? error.errors[0]?.rule : undefined;
      if (rule) await this.events.notProven(act, rule);
      throw error;
    }
  }

  private async sittingIn(accessToken: string): Promise<Sitting> {
    if (accessToken === '') throw NotAnAccount();
    const values = [digestOf(accessToken)];
    const [sitting] = await this.database.run<Sitting>({ text: SITTING, values });
    if (!sitting) throw SignInNeeded(); // refreshed or ended meanwhile
    return sitting;
  }
}

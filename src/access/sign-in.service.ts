import { Injectable } from '@nestjs/common';
import type { Caller } from '../platform/http/client-address.js';
import type { Problem } from '../platform/problems/problem.js';
import { AccessEvents } from './access-events.js';
import { SecondFactorNeeded, SignInRefused } from './sign-in.problems.js';
import { Attempts } from './attempts.js';
import { SecondFactorCodes } from './second-factor-codes.js';
import { Sessions } from './sessions.js';
import type { SignInEntry, Tokens } from './sign-in.entry.js';
import { Strategies } from './strategies.js';

@Injectable()
export class SignInService {
  constructor(
    private readonly strategies: Strategies,
    private readonly attempts: Attempts,
    private readonly codes: SecondFactorCodes,
    private readonly sessions: Sessions,
    private readonly events: AccessEvents,
  ) {}

  /**
   * A session for whoever knows the password of an account. (Đăng nhập)
   * @param caller by whose address failures are counted too
   * @throws SignInRefused the same for an unknown account, a wrong password, a disabled account and a wrong code
   * @throws SecondFactorNeeded when the password is right and the account asks for a code
   * @throws Problem 429 after too many failures, or while too many sign in at once
   */
  async signIn({ email, password, code }: SignInEntry, caller: Caller): Promise<Tokens> {
    const attempt = await this.attempts.begin(email, { ...caller, action: 'sign_in_refused' });
    const ask = () => this.strategies.ask('password', { email, password });
    const found = await this.attempts.looking(attempt, ask);
    if (!found) throw await this.refusal(email, caller);
    const factor = await this.codes.of(found.accountId);
    if (factor && !code) {
      await this.attempts.withdraw(attempt); // the password was right, and nothing else was shown
      await this.events.codeAsked(found.accountId, caller);
      throw SecondFactorNeeded();
    }
    const spent = factor && code ? await this.codes.spend(factor, code) : null;
    if (factor && !spent) throw await this.refusal(email, caller);
    await this.attempts.withdraw(attempt);
    const by = spent ? (`password and ${spent}` as const) : 'password';
    return this.sessions.start({ ...found, factorId: factor?.id ?? null }, by, caller);
  }

  /** Recorded first, and then the same whatever was wrong. */
  private async refusal(email: string, caller: Caller): Promise<Problem> {
    await this.events.refused(email, caller);
    return SignInRefused();
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { Problem } from '../platform/problems/problem.js';
import { invalidField } from '../platform/problems/request.problems.js';
import type { Act } from '../platform/rights/act.js';
import { NotAnAccount } from './sign-in.problems.js';
import { SignInFailures } from './failures.js';
import { Passwords } from './passwords.js';
import { refuseRepetition } from './unrepeatable.js';

/** The account behind an act, and that its owner sits before it: a session that was left open is not enough. */
@Injectable()
export class Proof {
  constructor(
    private readonly database: Database,
    private readonly passwords: Passwords,
    private readonly failures: SignInFailures,
  ) {}

  /**
   * The id of the actor's account, once its password was shown again. Failures count like those of signing in.
   * @param address of the client
   * @param further what else must hold; its problem counts as a failure too
   * @throws NotAnAccount for a key, Problem 422 at `/password`, Problem 429 after too many failures, Problem 400 for an `Idempotency-Key`
   */
  async of(
    act: Act,
    password: string,
    address: string,
    further: (accountId: string) => Promise<Problem | null> = () => Promise.resolve(null),
  ): Promise<string> {
    refuseRepetition(act);
    const [account] = await this.database.read<{ id: string; email: string; hash: string | null }>({
      text: 'select id, email, password_hash as hash from accounts where id = $1',
      values: [act.actor.id],
    });
    if (!account) throw NotAnAccount();
    const attempt = await this.failures.begin(account.email, address);
    const fits = await this.failures.looking(attempt, () => this.passwords.fits(password, account.hash));
    if (!fits) throw invalidField('/password', 'wrong-password');
    const problem = await further(account.id);
    if (problem) throw problem;
    await this.failures.withdraw(attempt);
    return account.id;
  }
}

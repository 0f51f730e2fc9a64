import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { Caller } from '../platform/http/client-address.js';
import { AccessEvents } from './access-events.js';
import { SignOnRefused } from './sign-in.problems.js';
import { IdentityProvider } from './identity-provider.js';
import { Sessions } from './sessions.js';
import type { Tokens } from './sign-in.entry.js';
import { secretsOf } from './sign-on-secrets.js';
import { Strategies } from './strategies.js';
import { digestOf, newToken } from './tokens.js';

/** Good once, and for ten minutes. */
const FINISH = `
  update single_sign_ons set finished_at = now()
  where digest = $1 and finished_at is null and started_at > now() - interval '10 minutes' returning digest`;

/** Signing in by way of a provider that vouches for who one is. */
@Injectable()
export class SingleSignOnService {
  constructor(
    private readonly database: Database,
    private readonly provider: IdentityProvider,
    private readonly strategies: Strategies,
    private readonly sessions: Sessions,
    private readonly events: AccessEvents,
  ) {}

  /** @returns where to send the browser, and what it must keep until it comes back. @throws SingleSignOnOff, ProviderUnavailable */
  async begin(): Promise<{ address: string; browser: string }> {
    const browser = newToken();
    const secrets = secretsOf(browser);
    const address = await this.provider.address(secrets);
    await this.database.run({ text: 'select begin_single_sign_on($1)', values: [digestOf(secrets.state)] });
    return { address, browser };
  }

  /**
   * A session for somebody whom the provider vouches for, and whom an administrator linked to an account. (Đăng nhập một lần)
   * @param query of the address that the provider sent the browser back to
   * @param browser what the browser kept
   * @param caller for the log
   * @throws SignOnRefused the same whatever is wrong; SignInRefused when the account changed meanwhile
   */
  async finish(query: string, browser: string, caller: Caller): Promise<Tokens> {
    const found = await this.vouchedFor(query, browser);
    if (found) return this.sessions.start(found, 'single sign-on', caller);
    await this.events.strangerRefused(caller);
    throw SignOnRefused();
  }

  private async vouchedFor(query: string, browser: string) {
    if (digestOf(browser) === null) return null;
    const secrets = secretsOf(browser);
    if (new URLSearchParams(query).get('state') !== secrets.state) return null;
    const begun = await this.database.run({ text: FINISH, values: [digestOf(secrets.state)] });
    return begun.length === 0 ? null : this.strategies.ask('provider', { query, secrets });
  }
}

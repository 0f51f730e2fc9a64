import { Injectable } from '@nestjs/common';
import passport from 'passport';
import { Strategy } from 'passport-custom';
import { uuidv7 } from 'uuidv7';
import { Database } from '../platform/database/database.js';
import type { FoundActor } from '../platform/rights/remembered-actors.js';
import { Actors } from './actors.js';
import { IdentityProvider } from './identity-provider.js';
import { Passwords } from './passwords.js';
import type { SignOnSecrets } from './sign-on-secrets.js';
import { digestOf } from './tokens.js';

/** What a client showed, already validated. */
interface Shown {
  password: { email: string; password: string };
  key: { key: string };
  provider: { query: string; secrets: SignOnSecrets };
}
/** Whom a strategy found. */
interface Found {
  password: { accountId: string; passwordHash: string };
  key: FoundActor;
  provider: { accountId: string; identityId: string };
}
type StrategyName = keyof Shown;

/**
 * passport's strategies. They are asked by the program, after validation, and not by a guard, which would read an
 * unvalidated body.
 */
@Injectable()
export class Strategies {
  private readonly passport = new passport.Authenticator();

  constructor(
    private readonly database: Database,
    private readonly passwords: Passwords,
    private readonly actors: Actors,
    private readonly identityProvider: IdentityProvider,
  ) {
    this.use('password', (shown) => this.byPassword(shown));
    this.use('provider', (shown) => this.byProvider(shown));
    this.use('key', ({ key }) => {
      const digest = digestOf(key);
      return digest === null ? Promise.resolve(null) : this.actors.ofKey(digest);
    });
  }

  /** Whom a strategy recognises in what was shown, or null. */
  ask<Name extends StrategyName>(name: Name, shown: Shown[Name]): Promise<Found[Name] | null> {
    return new Promise((resolve, reject) => {
      const decide = (error: unknown, found: Found[Name] | false | undefined): void =>
        error ? reject(error as Error) : resolve(found || null);
      const authenticate = this.passport.authenticate(name, { session: false }, decide) as (
        request: { shown: Shown[Name] },
        response: object,
        next: (error: unknown) => void,
      ) => void;
      authenticate({ shown }, {}, reject);
    });
  }

  private use<Name extends StrategyName>(name: Name, find: (shown: Shown[Name]) => Promise<Found[Name] | null>): void {
    const strategy = new Strategy((request, done) => {
      const { shown } = request as unknown as { shown: Shown[Name] };
      find(shown).then((found) => done(null, found ?? false), done);
    });
    this.passport.use(name, strategy);
  }

  /** Unknown, disabled and wrong end alike, after the same work. */
  private async byPassword({ email, password }: Shown['password']): Promise<Found['password'] | null> {
    const [account] = await this.database.run<{ id: string; password_hash: string | null }>({
      text: `select id, password_hash from accounts where email = $1 and disabled_at is null and voided_at is null`,
      values: [email],
    });
    const passwordHash = account?.password_hash ?? null;
    const fits = await this.passwords.fits(password, passwordHash);
    return fits && account && passwordHash !== null ? { accountId: account.id, passwordHash } : null;
  }

  /** A stranger whom the provider vouches for is noted, so that an administrator can link him; he stays outside. */
  private async byProvider({ query, secrets }: Shown['provider']): Promise<Found['provider'] | null> {
    const identity = await this.identityProvider.identityIn(query, secrets);
    if (!identity) return null;
    const values = [identity.issuer, identity.subject];
    const [known] = await this.database.run<{ accountId: string; identityId: string; good: boolean }>({
      text: `select a.id as "accountId", i.id as "identityId", a.disabled_at is null and a.voided_at is null as good
             from account_identities i join accounts a on a.id = i.account_id
             where i.issuer = $1 and i.subject = $2 and i.voided_at is null`,
      values,
    });
    if (known) return known.good ? { accountId: known.accountId, identityId: known.identityId } : null;
    await this.database.run({ text: 'select note_refused_identity($1, $2, $3)', values: [uuidv7(), ...values] });
    return null;
  }
}

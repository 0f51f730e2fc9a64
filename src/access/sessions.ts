import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { Database } from '../platform/database/database.js';
import type { Caller } from '../platform/http/client-address.js';
import { AccessEvents, type SignInMeans } from './access-events.js';
import { NoSession, RefreshRefused, SignInRefused } from './sign-in.problems.js';
import { RememberedTokens } from '../platform/rights/remembered-tokens.js';
import { firstPair, newSalt, refreshTokenIn, successorsOf, type RefreshToken } from './refresh-tokens.js';
import type { Tokens } from './sign-in.entry.js';
import { digestOf } from './tokens.js';

/** Whose a session is, and on what it begins: a password and the second factor whose code was shown, or an identity. */
export type Proven =
  { accountId: string; passwordHash: string; factorId: string | null } | { accountId: string; identityId: string };

/** The longest life of a session, refreshed or not: shorter for those who can write. */
const lastMoment = (startedAt: string): string =>
  `${startedAt} + case when a.role in ('administrator', 'secretariat') then interval '12 hours' else interval '24 hours' end`;

/** An instant of a session as it is answered: RFC 3339, UTC. @param column its SQL */
export const answered = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const EXPIRY = `${answered('access_expires_at')} as "expiresAt"`;

/** An access token lives ten minutes; eight hours without a refresh end the session. */
const START = `
  insert into sessions (id, account_id, access_digest, access_expires_at, refresh_digest, refresh_expires_at, family_digest, vouched_for)
  select $1, a.id, $3, now() + interval '10 minutes', $4, least(now() + interval '8 hours', ${lastMoment('now()')}), $5, $6
  from accounts a where a.id = $2 and a.disabled_at is null and a.voided_at is null for share
  returning ${EXPIRY}`;

/**
 * Ends a new session whose proof was changed while it began. Both lock the account: whoever changed it has ended the session
 * himself, or his change is seen here.
 */
const END_UNPROVEN = `
  update sessions s set ended_at = now() from accounts a
  where s.id = $1 and a.id = s.account_id and not (a.disabled_at is null and a.voided_at is null
    and case when $4::uuid is null then a.password_hash is not distinct from $2
        and not exists (select from second_factors f where f.account_id = a.id and f.confirmed_at is not null
          and f.voided_at is null and f.id is distinct from $3::uuid)
      else exists (select from account_identities i where i.id = $4::uuid and i.voided_at is null) end)
  returning s.id`;

const REFRESH = `
  update sessions s set access_digest = $2, refresh_digest = $3, successor_salt = $4,
    previous_refresh_digest = s.refresh_digest, rotated_at = now(),
    access_expires_at = least(now() + interval '10 minutes', ${lastMoment('s.started_at')}),
    refresh_expires_at = least(now() + interval '8 hours', ${lastMoment('s.started_at')})
  from accounts a, sessions before
  where a.id = s.account_id and s.refresh_digest = $1 and s.ended_at is null and s.refresh_expires_at > now()
    and ${lastMoment('s.started_at')} > now() and a.disabled_at is null and a.voided_at is null and before.id = s.id
  returning ${answered('s.access_expires_at')} as "expiresAt", before.access_digest as spent`;

/** Two tabs refresh at once, or a click is repeated: for ten seconds a spent token leads to its successors again. */
const REPEAT = `
  select successor_salt as salt, ${EXPIRY} from sessions
  where previous_refresh_digest = $1 and ended_at is null and rotated_at > now() - interval '10 seconds'`;

const END_FAMILY = `
  update sessions set ended_at = now() where family_digest = $1 and refresh_digest <> $2 and ended_at is null
  returning account_id as "accountId", access_digest as digest`;

const END = `
  update sessions set ended_at = now() where access_digest = $1 and ended_at is null
  returning ${answered('ended_at')} as "endedAt"`;

/**
 * Who is signed in. Sessions are no register: no unit of work, and no event of each write; who came, went and was turned away is
 * told by `AccessEvents`. What opens nothing any more is forgotten here before the answer; other server processes hear of it.
 */
@Injectable()
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly remembered: RememberedTokens,
    private readonly events: AccessEvents,
  ) {}

  /**
   * @param by and caller: for the log
   * @throws SignInRefused when what was proven holds no more
   */
  async start(proven: Proven, by: SignInMeans, caller: Caller): Promise<Tokens> {
    const { accountId } = proven;
    const { accessToken, refresh } = firstPair();
    const id = uuidv7();
    const values = [id, accountId, digestOf(accessToken), refresh.digest, refresh.familyDigest, 'identityId' in proven];
    const [session] = await this.database.run<{ expiresAt: string }>({ text: START, values });
    if (!session || (await this.isUnproven(id, proven))) throw SignInRefused();
    await this.database.run({ text: 'select forget_what_is_over()', values: [] });
    await this.events.signedIn(accountId, by, caller);
    return { accessToken, refreshToken: refresh.text, ...session };
  }

  private async isUnproven(id: string, proven: Proven): Promise<boolean> {
    const on = 'identityId' in proven ? [null, null, proven.identityId] : [proven.passwordHash, proven.factorId, null];
    return (await this.database.run({ text: END_UNPROVEN, values: [id, ...on] })).length > 0;
  }

  /** Both tokens anew; the old ones open nothing any more. @throws RefreshRefused */
  async refresh(refreshToken: string, caller: Caller): Promise<Tokens> {
    const spent = refreshTokenIn(refreshToken);
    const tokens = spent && (await this.renewed(spent));
    if (tokens) return tokens;
    const reused = spent && (await this.endFamily(spent, caller));
    if (!reused) await this.events.turnedAway('unknown-refresh-token', caller);
    throw RefreshRefused();
  }

  private async renewed(spent: RefreshToken): Promise<Tokens | null> {
    const salt = newSalt();
    const { accessToken, refresh } = successorsOf(spent, salt);
    const values = [spent.digest, digestOf(accessToken), refresh.digest, salt];
    const [session] = await this.database.run<{ expiresAt: string; spent: string }>({ text: REFRESH, values });
    if (!session) return this.repeated(spent);
    this.remembered.forget(session.spent);
    return { accessToken, refreshToken: refresh.text, expiresAt: session.expiresAt };
  }

  /** @throws NoSession when the token is none of a session that lasts */
  async end(accessToken: string): Promise<{ endedAt: string }> {
    const digest = digestOf(accessToken);
    const [ended] = await this.database.run<{ endedAt: string }>({ text: END, values: [digest] });
    if (!ended) throw NoSession();
    if (digest !== null) this.remembered.forget(digest);
    return ended;
  }

  /** The pair that followed a token which was spent a moment ago. */
  private async repeated(spent: RefreshToken): Promise<Tokens | null> {
    const [session] = await this.database.run<{ salt: string; expiresAt: string }>({
      text: REPEAT,
      values: [spent.digest],
    });
    if (!session) return null;
    const { accessToken, refresh } = successorsOf(spent, session.salt);
    return { accessToken, refreshToken: refresh.text, expiresAt: session.expiresAt };
  }

  /** A token of a past generation came back, so somebody has a copy: whoever sent it, the session is over. */
  private async endFamily({ familyDigest, digest }: RefreshToken, caller: Caller): Promise<boolean> {
    const values = [familyDigest, digest];
    const [ended] = await this.database.run<{ accountId: string; digest: string }>({ text: END_FAMILY, values });
    if (!ended) return false;
    this.remembered.forget(ended.digest);
    await this.events.reused(ended.accountId, caller);
    return true;
  }
}

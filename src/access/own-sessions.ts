import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { Act } from '../platform/rights/act.js';
import { AccessEvents } from './access-events.js';
import { Proof } from './proof.js';
import type { OwnSession, SessionEndingEntry, SessionsEnded } from './own-sessions.entry.js';
import { RememberedTokens } from '../platform/rights/remembered-tokens.js';
import { answered } from './sessions.js';
import { digestOf } from './tokens.js';

const LASTING = 's.ended_at is null and s.refresh_expires_at > now()';

const LIST = `
  select s.id, ${answered('s.started_at')} as "startedAt", ${answered('s.rotated_at')} as "refreshedAt",
    ${answered('s.refresh_expires_at')} as "endsAt", s.vouched_for as "singleSignOn", s.id = mine.id as present
  from sessions mine join sessions s on s.account_id = mine.account_id
  where mine.access_digest = $1 and mine.ended_at is null and ${LASTING}
  order by s.started_at desc, s.id desc`;

const END = `
  update sessions s set ended_at = now()
  where s.account_id = $1 and s.id <> $2 and ($3::uuid is null or s.id = $3::uuid) and ${LASTING}
  returning s.access_digest as digest`;

/** What somebody sees and ends of where he is signed in. Neither addresses nor programs are kept that could be shown. */
@Injectable()
export class OwnSessions {
  constructor(
    private readonly database: Database,
    private readonly proof: Proof,
    private readonly events: AccessEvents,
    private readonly remembered: RememberedTokens,
  ) {}

  /** The sessions of the account that last, the latest first; a key has none. */
  list(accessToken: string): Promise<OwnSession[]> {
    return this.database.run<OwnSession>({ text: LIST, values: [digestOf(accessToken)] });
  }

  /**
   * Ends one other session of the account, or all others, once its password was shown again. The one that asks goes on.
   * @throws NotAnAccount for a key, Problem 422 at `/password`, Problem 429 after too many failures
   */
  async end({ password, sessionId }: SessionEndingEntry, act: Act, accessToken: string): Promise<SessionsEnded> {
    const sitting = await this.proof.of(act, password, accessToken);
    const values = [sitting.accountId, sitting.sessionId, sessionId ?? null];
    const ended = await this.database.run<{ digest: string }>({ text: END, values });
    for (const { digest } of ended) this.remembered.forget(digest);
    if (ended.length > 0) await this.events.signedOutElsewhere(act, ended.length);
    return { ended: ended.length };
  }
}

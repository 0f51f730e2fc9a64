import { Injectable } from '@nestjs/common';
import { AccessLog, type AccessEvent } from '../platform/audit/access-log.js';
import { nobody, Refusals } from '../platform/audit/refusals.js';
import { Database } from '../platform/database/database.js';
import type { Caller } from '../platform/http/client-address.js';
import type { Act } from '../platform/rights/act.js';

/** By what somebody came in. */
export type SignInMeans = 'password' | 'password and code' | 'password and recovery code' | 'single sign-on';

interface Holder {
  id: string;
  name: string;
  allianceId: string;
}

const HOLDER = 'select id, name, alliance_id as "allianceId" from accounts where';

/** Records who came in, who went, and who was turned away at the door. Each throws 503 when the log cannot be written. */
@Injectable()
export class AccessEvents {
  constructor(
    private readonly database: Database,
    private readonly log: AccessLog,
    private readonly refusals: Refusals,
  ) {}

  async signedIn(accountId: string, by: SignInMeans, caller: Caller): Promise<void> {
    await this.ofAccount('sign_in', accountId, caller, { by });
  }

  /** Somebody knows an account's password, and has not shown its code. */
  async codeAsked(accountId: string, caller: Caller): Promise<void> {
    await this.ofAccount('second_factor_asked', accountId, caller);
  }

  /** A refresh token that was spent long ago came back: it had been copied, and its sessions ended. */
  async reused(accountId: string, caller: Caller): Promise<void> {
    await this.ofAccount('session_reuse', accountId, caller);
  }

  async signedOut(act: Act): Promise<void> {
    await this.log.noteAct(act, 'sign_out', {});
  }

  /** Somebody ended other sessions of the same account. */
  async signedOutElsewhere(act: Act, sessions: number): Promise<void> {
    await this.log.noteAct(act, 'sign_out', { sessions });
  }

  /** A sign-in was refused. What was typed stays outside: it may be a password. An account that has that address is named. */
  async refused(email: string, caller: Caller): Promise<void> {
    await this.ofEmail('sign_in_refused', email, caller);
  }

  /** Too many attempts in vain, of all in one event a minute when there are many. */
  async throttled(action: AccessEvent['action'], caller: Caller): Promise<void> {
    await this.refusals.count({ ...nobody(caller), action, detail: { address: caller.address, throttled: true } });
  }

  /** Somebody showed a link or a refresh token that is good for nothing. */
  async turnedAway(rule: string, caller: Caller): Promise<void> {
    await this.refusals.noteStranger({ ...caller, rule });
  }

  /** Whoever is signed in showed a password or a code that is not his account's. */
  async notProven(act: Act, rule: string): Promise<void> {
    await this.log.noteAct(act, 'refusal', { rule });
  }

  /** A link to set another password was asked for; the same work, whether an account has the address or not. */
  async resetAsked(email: string, caller: Caller): Promise<void> {
    await this.ofEmail('password_reset', email, caller);
  }

  /** Somebody came back from the provider of single sign-on as nobody whom an account is linked to, or never left for it. */
  async strangerRefused(caller: Caller): Promise<void> {
    const detail = { by: 'single sign-on', address: caller.address };
    await this.refusals.count({ ...nobody(caller), action: 'sign_in_refused', detail });
  }

  private async ofEmail(action: AccessEvent['action'], email: string, caller: Caller): Promise<void> {
    const holder = await this.find('email = $1 and voided_at is null', email);
    const [allianceId, recordId] = [holder?.allianceId ?? null, holder?.id ?? null];
    await this.log.note({ ...nobody(caller), action, allianceId, recordId, detail: { address: caller.address } });
  }

  private async ofAccount(
    action: AccessEvent['action'],
    accountId: string,
    caller: Caller,
    detail: AccessEvent['detail'] = {},
  ): Promise<void> {
    const holder = await this.find('id = $1', accountId);
    if (!holder) throw new Error('An account that signs in is there.');
    const by = { actorId: holder.id, actor: holder.name, allianceId: holder.allianceId };
    await this.log.note({ ...nobody(caller), ...by, action, detail: { address: caller.address, ...detail } });
  }

  private async find(condition: string, value: string): Promise<Holder | undefined> {
    const [holder] = await this.database.run<Holder>({ text: `${HOLDER} ${condition}`, values: [value] });
    return holder;
  }
}

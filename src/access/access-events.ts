import { Injectable } from '@nestjs/common';
import { AccessLog, type AccessEvent } from '../platform/audit/access-log.js';
import { Refusals } from '../platform/audit/refusals.js';
import { Database } from '../platform/database/database.js';
import type { Act } from '../platform/rights/act.js';

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

  /** An account signed in, from this address. */
  async signedIn(accountId: string, address: string): Promise<void> {
    await this.ofAccount('sign_in', accountId, { address });
  }

  /** Somebody knows an account's password, and has not shown its code. */
  async codeAsked(accountId: string, address: string): Promise<void> {
    await this.ofAccount('second_factor_asked', accountId, { address });
  }

  /** A refresh token that was spent long ago came back: it had been copied, and its sessions ended. */
  async reused(accountId: string): Promise<void> {
    await this.ofAccount('session_reuse', accountId, {});
  }

  async signedOut(act: Act): Promise<void> {
    await this.log.noteAct(act, 'sign_out', {});
  }

  /** A sign-in was refused. What was typed stays outside: it may be a password. An account that has that address is named. */
  async refused(email: string, address: string): Promise<void> {
    await this.ofAddress('sign_in_refused', email, address);
  }

  /** Too many attempts in vain, of all in one event a minute when there are many. */
  async throttled(action: AccessEvent['action'], address: string): Promise<void> {
    await this.refusals.count({ ...unknown, action, detail: { address, throttled: true } });
  }

  /** Whoever is signed in showed a password or a code that is not his account's. */
  async notProven(act: Act, rule: string): Promise<void> {
    await this.log.noteAct(act, 'refusal', { rule });
  }

  /** A link to set another password was asked for; the same work, whether an account has the address or not. */
  async resetAsked(email: string, address: string): Promise<void> {
    await this.ofAddress('password_reset', email, address);
  }

  /** Somebody came back from the provider of single sign-on, and no account is linked to who he is. */
  async strangerRefused(address: string): Promise<void> {
    await this.log.note({ ...unknown, action: 'sign_in_refused', detail: { by: 'single sign-on', address } });
  }

  private async ofAddress(action: AccessEvent['action'], email: string, address: string): Promise<void> {
    const holder = await this.find('email = $1 and voided_at is null', email);
    await this.log.note({
      ...unknown,
      action,
      allianceId: holder?.allianceId ?? null,
      recordId: holder?.id ?? null,
      detail: { address },
    });
  }

  private async ofAccount(
    action: AccessEvent['action'],
    accountId: string,
    detail: AccessEvent['detail'],
  ): Promise<void> {
    const holder = await this.find('id = $1', accountId);
    if (!holder) throw new Error('An account that signs in is there.');
    const { id, name, allianceId } = holder;
    await this.log.note({ ...unknown, action, actorId: id, actor: name, allianceId, detail });
  }

  private async find(condition: string, value: string): Promise<Holder | undefined> {
    const [holder] = await this.database.run<Holder>({ text: `${HOLDER} ${condition}`, values: [value] });
    return holder;
  }
}

/** Nobody is signed in yet. */
const unknown = { actorId: null, actor: 'anonymous', allianceId: null, requestId: null, recordId: null, detail: {} };

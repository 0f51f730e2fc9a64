import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { Caller } from '../platform/http/client-address.js';
import { Answer } from '../platform/reading/answer.js';
import { Act } from '../platform/rights/act.js';
import type { Registry } from '../platform/writing/registry.js';
import { AccessEvents } from './access-events.js';
import { AccessWork } from './access-work.js';
import { LinkRefused } from './sign-in.problems.js';
import { Account } from './account.entity.js';
import { NewPasswords } from './new-passwords.js';
import { Proof } from './proof.js';
import { takeAccountOf } from './sitting.js';
import type { PasswordByLinkEntry, PasswordChangeEntry } from './sign-in.entry.js';
import { digestOf } from './tokens.js';

const GOOD_LINK = `
  select a.id, a.name, a.alliance_id as "allianceId"
  from password_links l join accounts a on a.id = l.account_id
  where l.digest = $1 and l.ended_at is null and l.expires_at > now() and a.disabled_at is null and a.voided_at is null`;

const USE_LINK = `
  update password_links set ended_at = now() where digest = :digest and ended_at is null and expires_at > now()
  returning id`;

/** The owner of an account sets its password. Every session of the account ends, and every link. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly database: Database,
    private readonly work: AccessWork,
    private readonly newPasswords: NewPasswords,
    private readonly proof: Proof,
    private readonly events: AccessEvents,
  ) {}

  /** By a link; a second factor stays as it is. @throws LinkRefused, the same whatever is wrong with it */
  async byLink({ token, password }: PasswordByLinkEntry, caller: Caller): Promise<Answer> {
    const digest = digestOf(token);
    const [owner] = await this.database.run<{ id: string; name: string; allianceId: string }>({
      text: GOOD_LINK,
      values: [digest],
    });
    if (!owner) {
      await this.events.turnedAway('unknown-link', caller);
      throw LinkRefused();
    }
    const act = Act.system('chủ tài khoản đặt mật khẩu qua liên kết', owner.allianceId, owner.name, caller.requestId);
    const passwordHash = await this.newPasswords.hashOf(act, password, owner.id);
    return this.work.run(act, {}, async (registry) => {
      const account = await registry.take(Account, owner.id);
      const used = await registry.beside(USE_LINK, { digest });
      if (used.length === 0) throw LinkRefused();
      return this.set(registry, account, passwordHash);
    });
  }

  /** By the present password. (Đổi mật khẩu) @throws Problem 422 when that is not it */
  async change({ password, newPassword }: PasswordChangeEntry, act: Act, accessToken: string): Promise<Answer> {
    const sitting = await this.proof.of(act, password, accessToken);
    const passwordHash = await this.newPasswords.hashOf(act, newPassword, sitting.accountId, '/newPassword');
    return this.work.run(act, {}, async (registry) =>
      this.set(registry, await takeAccountOf(sitting, registry), passwordHash),
    );
  }

  private async set(registry: Registry, account: Account, passwordHash: string): Promise<Answer> {
    await registry.change(account, { passwordHash });
    return Answer.json(JSON.stringify({ setAt: await registry.now() }));
  }
}

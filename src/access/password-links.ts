import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { SETTINGS, type Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/database.js';
import type { Caller } from '../platform/http/client-address.js';
import { Mailer } from '../platform/mail/mailer.js';
import type { Registry } from '../platform/writing/registry.js';
import { AccessEvents } from './access-events.js';
import { Attempts } from './attempts.js';
import { LinkMails } from './link-mails.js';
import { linkWith } from './link-letter.js';
import { digestOf, newToken } from './tokens.js';

/** To be mailed: the secret is made with the mail. */
const TO_MAIL = `
  insert into password_links (id, account_id, kind, mail_due_at)
  values (:id, :accountId, link_kind(:accountId, :hadPassword), now())`;

/** To be shown: the hour begins at once. */
const TO_SHOW = `
  insert into password_links (id, account_id, kind, digest, expires_at)
  values (:id, :accountId, link_kind(:accountId, :hadPassword), :digest, now() + interval '1 hour')`;

/** What somebody who forgot his password asks for: the same work, whether there is such an account or not. */
const ASKED_FOR = 'select ask_for_link($1, $2)';

/** Links with which the owner of an account sets its password: each once, within the hour, kept as a digest. */
@Injectable()
export class PasswordLinks {
  constructor(
    private readonly database: Database,
    private readonly attempts: Attempts,
    private readonly events: AccessEvents,
    private readonly mailer: Mailer,
    private readonly mails: LinkMails,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Gives the owner of an account a link, in the unit of work that left the account without a password; the links he had
   * are good no more.
   * @param hadPassword whether it had one till then: who never had any is invited once more
   * @returns the link to show, or null when it goes by mail
   */
  async give(registry: Registry, accountId: string, hadPassword: boolean): Promise<string | null> {
    const overtaken = 'update password_links set ended_at = now() where account_id = :accountId and ended_at is null';
    await registry.beside(overtaken, { accountId });
    const link = { id: uuidv7(), accountId, hadPassword };
    if (this.mailer.isThere) {
      await registry.beside(TO_MAIL, link);
      return null;
    }
    const token = newToken();
    await registry.beside(TO_SHOW, { ...link, digest: digestOf(token) });
    return linkWith(token, this.settings);
  }

  /** What was given is committed: mails leave now. */
  send(): void {
    this.mails.nudge();
  }

  /**
   * A link for whoever forgot his password, by mail only. Whoever asks learns nothing: the work and the answer are the same.
   * (Quên mật khẩu)
   * @throws Problem 429 when this address of a person or of a client was given too often
   */
  async askFor(email: string, caller: Caller): Promise<void> {
    await this.attempts.begin(`reset ${email}`, { ...caller, action: 'password_reset' });
    await this.events.resetAsked(email, caller);
    if (this.mailer.isThere) await this.database.run({ text: ASKED_FOR, values: [uuidv7(), email] });
    this.send();
  }
}

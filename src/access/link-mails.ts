import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { SETTINGS, type Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/database.js';
import { MAIL_WITHIN_MS, Mailer } from '../platform/mail/mailer.js';
import { letterWith, linkWith, type LinkKind } from './link-letter.js';
import { digestOf, newToken } from './tokens.js';

/** How often a process looks for mails that another left, or that are to be tried again. */
const LOOK_EVERY_MS = 15_000;

/** How long a stop waits for the mail that is under way. */
const STOP_WITHIN_MS = 10_000;

/**
 * Takes one link whose mail is due, and gives it a new secret: a mail that was tried before is overtaken by the next. Nobody
 * else takes it while the mail server may still take the mail; later, whoever sent it has come to an end.
 */
const TAKE = `
  update password_links l set digest = $1, expires_at = now() + interval '1 hour', mail_attempts = l.mail_attempts + 1,
    mail_due_at = now() + interval '1 minute' + interval '1 millisecond' * ${MAIL_WITHIN_MS}
  from accounts a
  where a.id = l.account_id and l.id = (
    select d.id from password_links d join accounts b on b.id = d.account_id
    where d.mail_due_at <= now() and d.ended_at is null and b.disabled_at is null
    order by d.mail_due_at limit 1 for update of d skip locked)
  returning l.id, l.kind, a.id as "accountId", a.email`;

interface DueMail {
  id: string;
  kind: LinkKind;
  accountId: string;
  email: string;
}

const SENT = 'update password_links set mailed_at = now(), mail_due_at = null, mail_failure = null where id = $1';
/** The next attempt is one minute later, two, four … an hour at most, for a day; none where the address was refused for good. */
const FAILED = `
  update password_links set mail_failure = $2, mail_failed_at = now(),
    mail_due_at = case when not $3 and made_at > now() - interval '1 day'
      then now() + interval '1 minute' * least(60, 2 ^ (mail_attempts - 1)) end
  where id = $1`;

/**
 * Sends links by mail, from the table in which they were committed: what could not be sent is tried again, by any server
 * process, and `doctor` tells of it.
 */
@Injectable()
export class LinkMails implements OnModuleInit, BeforeApplicationShutdown {
  private readonly log = new Logger('Mail');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private nudged = false;
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    if (this.mailer.isThere) this.timer = setInterval(() => this.nudge(), LOOK_EVERY_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await Promise.race([this.running, pause(STOP_WITHIN_MS, undefined, { ref: false })]);
  }

  /** Look now. Nobody waits for it: a failure is written beside the link. */
  nudge(): void {
    if (!this.mailer.isThere || this.stopped) return;
    this.nudged = true;
    this.running ??= this.sendAll().finally(() => (this.running = undefined));
  }

  private async sendAll(): Promise<void> {
    try {
      while (this.nudged && !this.stopped) {
        this.nudged = false;
        while (!this.stopped && (await this.sendOne())) continue;
      }
    } catch {
      // The database is away, so the links stay due: the next look finds them.
    }
  }

  private async sendOne(): Promise<boolean> {
    const token = newToken();
    const [link] = await this.database.run<DueMail>({ text: TAKE, values: [digestOf(token)] });
    if (!link) return false;
    const sent = await this.mailer.send(letterWith(linkWith(token, this.settings), link.kind, link.email)).then(
      () => ({ text: SENT, values: [link.id] }),
      (error: unknown) => {
        const failure = codeOf(error);
        this.log.error(`A mail to account ${link.accountId} was not taken: ${failure}`);
        return { text: FAILED, values: [link.id, failure, isFinal(error)] };
      },
    );
    await this.database.run(sent);
    return true;
  }
}

/** There is no such mailbox (RFC 3463); at the same step a server refuses senders, and those it does not know. */
const isFinal = (error: unknown): boolean =>
  /\b5\.(?:1\.(?:1|2|3|6|10)|2\.1)\b/.test((error as { response?: string } | null)?.response ?? '');

/** A mail server's message may name the recipient: only its code is kept. */
const codeOf = (error: unknown): string => {
  const { code, responseCode } = (error ?? {}) as { code?: string; responseCode?: number };
  return [code, responseCode].filter(Boolean).join(' ') || 'unknown';
};

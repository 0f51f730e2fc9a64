import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Transporter } from 'nodemailer';
import { SETTINGS, type Settings } from '../config/settings.js';
import { inTime } from '../time/in-time.js';

/** One mail: plain text to one address. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
}

/**
 * How many milliseconds one mail may take, however many steps there are: a mail server that looks into it before it takes it needs
 * minutes, and would be sent it twice.
 */
export const MAIL_WITHIN_MS = 300_000;

/** How many milliseconds the mail server may be silent at each step, unless SMTP_URL says otherwise. */
const PATIENCE: Readonly<Record<string, string>> = {
  connectionTimeout: '5000',
  greetingTimeout: '5000',
  socketTimeout: String(MAIL_WITHIN_MS),
};

/** Hands mails to the operator's mail server, where there is one. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private transport: Promise<Transporter> | undefined;

  constructor(@Inject(SETTINGS) private readonly settings: Pick<Settings, 'smtpUrl' | 'mailFrom'>) {}

  /** Whether mails can be sent at all. */
  get isThere(): boolean {
    return this.settings.smtpUrl !== null;
  }

  /** Resolves when the mail server has taken it. @throws Error when it has not */
  async send(letter: Letter): Promise<void> {
    this.transport ??= this.open();
    const transport = await this.transport;
    const headers = { 'Auto-Submitted': 'auto-generated' }; // nobody's absence answers it (RFC 3834)
    const sent = transport.sendMail({ from: this.settings.mailFrom ?? undefined, headers, ...letter });
    await inTime(sent, MAIL_WITHIN_MS, tooLate);
  }

  async onApplicationShutdown(): Promise<void> {
    (await this.transport)?.close();
  }

  /** The library is loaded with the first mail. */
  private async open(): Promise<Transporter> {
    const { createTransport } = await import('nodemailer');
    const url = new URL(this.settings.smtpUrl ?? '');
    for (const [name, ms] of Object.entries(PATIENCE)) {
      if (!url.searchParams.has(name)) url.searchParams.set(name, ms);
    }
    return createTransport(url.href);
  }
}

const tooLate = (): Error => Object.assign(new Error('The mail server took too long.'), { code: 'ETIMEDOUT' });

import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import type pg from 'pg';
import { exportedLines } from '../platform/audit/export-log.js';
import { LogReader } from '../platform/audit/log-reader.js';
import { refusalBehind, StartRefusal } from '../platform/problems/start-refusal.js';
import { asOwner } from '../platform/database/as-owner.js';
import { renewKey } from './audit-keys.js';
import { verify } from './audit-verify.js';
import { say } from './entrance.js';

type OnDatabase = (command: (ownerUrl: string) => Promise<void>) => Promise<void>;

/** What an operator and an auditor do with the log. */
export function addAuditCommands(program: Command, onDatabase: OnDatabase): void {
  const audit = program.command('audit').description('the audit log: everything that was ever written');
  const onLog = (command: (client: pg.Client) => Promise<void>) =>
    onDatabase((url) => asOwner(url, command, { application_name: 'htx-registry audit' }));

  audit
    .command('key')
    .description('says the public key of the log, for those who verify')
    .action(() => onLog(async (client) => (await new LogReader(client).keys()).forEach(say)));

  audit
    .command('export')
    .description('writes the sealed log to a file, which docs/verify-audit.mjs verifies anywhere')
    .argument('<file>')
    .action((file: string) =>
      onLog(async (client) => {
        const log = new LogReader(client);
        await log.begin();
        const output = createWriteStream(file, { flags: 'wx', mode: 0o600 });
        await pipeline(Readable.from(ended(exportedLines(log))), output).catch(refuseUnwritable(file));
        say(`Written to ${file}`);
      }),
    );

  audit
    .command('verify')
    .description('verifies the log, and whether today’s rows are what it says; exit code 1 when they are not')
    .option('--key <key...>', 'public keys of the log that are believed, instead of that of AUDIT_KEY_FILE')
    .option('--checkpoints <file...>', 'checkpoints kept elsewhere, besides those of CHECKPOINT_FILE')
    .action((options: { key?: string[]; checkpoints?: string[] }) => onDatabase((url) => verify(url, options)));

  audit
    .command('renew-key')
    .description(
      'lets the key of AUDIT_KEY_FILE, made if missing, sign from now on: only when the old one is lost, or known to others',
    )
    .action(() => onLog(renewKey));
}

const refuseUnwritable =
  (file: string) =>
  (error: NodeJS.ErrnoException): never => {
    if (error.syscall === undefined) throw error;
    if (error.code === 'ENOSPC') throw refusalBehind(String(error), file);
    throw new StartRefusal(`${file} cannot be written (${error.code}): name a file that is not there yet.`);
  };

async function* ended(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}

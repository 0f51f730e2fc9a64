import { createWriteStream, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import type pg from 'pg';
import { exportedLines } from '../platform/audit/export-log.js';
import { LogReader } from '../platform/audit/log-reader.js';
import { publishedVerifier } from '../platform/audit/published-verifier.js';
import { UNSEALED_CURE } from '../platform/audit/unsealed.js';
import { verifyDatabase } from '../platform/audit/verify-log.js';
import { readSettings } from '../platform/config/settings.js';
import { StartRefusal } from '../platform/problems/start-refusal.js';
import { asOwner } from '../platform/database/as-owner.js';
import { ownKey, renewKey } from './audit-keys.js';
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
    .description('lets the key of AUDIT_KEY_FILE, made if missing, sign from now on: only when the old one is lost')
    .action(() => onLog(renewKey));
}

async function verify(ownerUrl: string, { key, checkpoints = [] }: { key?: string[]; checkpoints?: string[] }) {
  const { checkpointFile } = readSettings(process.env);
  const files = checkpointFile !== null ? [checkpointFile, ...checkpoints] : checkpoints;
  const kept = files.map(checkpointsIn).join('\n');
  const keys = key ?? [await asOwner(ownerUrl, ownKey)];
  const verdict = await verifyDatabase(ownerUrl, keys, kept).catch(await refusalOfUnverifiable());
  const { size, covered, checkpoints: notes, erased, findings, unsealed } = verdict;
  say(`${size} events, ${covered} of them signed for by ${notes} checkpoints; personal values of ${erased} erased`);
  for (const { what } of findings) say(`TAMPERED: ${what}.`);
  if (findings.some(({ what }) => /not signed by a key/.test(what))) say(OTHER_KEYS);
  if (unsealed !== null) say(`UNSEALED: ${unsealed}. What to do: ${UNSEALED_CURE}.`);
  if (findings.length > 0 || unsealed !== null) process.exitCode = 1;
  else say('The log is what was signed, and the rows are what the log says.');
}

/** What an unknown signature is most often. */
const OTHER_KEYS =
  'If the key was renewed: `npm run htx -- audit key` says all that the log had; name those that you know for its own with --key.';

const refuseUnwritable =
  (file: string) =>
  (error: NodeJS.ErrnoException): never => {
    if (error.syscall === undefined) throw error;
    throw new StartRefusal(`${file} cannot be written (${error.code}): name a file that is not there yet.`);
  };

function checkpointsIn(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new StartRefusal(`The checkpoints of ${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

/** What was given to verify by is no key. */
async function refusalOfUnverifiable(): Promise<(error: Error) => never> {
  const { Unverifiable } = await publishedVerifier();
  return (error) => {
    throw error instanceof Unverifiable ? new StartRefusal(error.message) : error;
  };
}

async function* ended(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}

import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO_ACCOUNTS } from '../demo/facts.js';
import type { Settings } from '../platform/config/settings.js';
import { refusalBehind, StartRefusal } from '../platform/problems/start-refusal.js';
import { Problem } from '../platform/problems/problem.js';
import { sentencesOf } from '../platform/problems/problem-document.js';
import { oneWord } from './one-word.js';

const ACCOUNTS = Object.values(DEMO_ACCOUNTS);

const fileOf = ({ dataFolder }: Settings): string => join(dataFolder, 'demo-password');

/**
 * The password of the demo accounts: DEMO_PASSWORD, else the one of the last start, else a new one.
 * @throws StartRefusal when DEMO_PASSWORD is easily guessed
 */
export async function demoPassword(settings: Settings): Promise<string> {
  const wanted = settings.demoPassword;
  if (wanted === null) {
    const file = fileOf(settings);
    return existsSync(file) ? readFileSync(file, 'utf8').trim() : randomBytes(12).toString('base64url');
  }
  const { refuseWeakPassword } = await import('../access/password-rules.js');
  await refuseWeakPassword({ password: wanted, role: 'administrator', names: ACCOUNTS }).catch((error: unknown) => {
    throw error instanceof Problem ? new StartRefusal(`DEMO_PASSWORD: ${sentencesOf(error, 'en')}`) : error;
  });
  return wanted;
}

/**
 * Keeps the password that the demo accounts have, in the data folder, readable by the program's account alone.
 * @throws StartRefusal when it cannot be kept
 */
export function keepDemoPassword(settings: Settings, password: string): void {
  const file = fileOf(settings);
  try {
    mkdirSync(settings.dataFolder, { recursive: true });
    writeFileSync(file, `${password}\n`, { mode: 0o600 });
  } catch (error) {
    throw refusalBehind(String(error), file) ?? error;
  }
}

/** Who can sign in, and how. */
export const demoAccounts = (password: string): string =>
  [`Accounts:  ${ACCOUNTS.join('\n           ')}`, `Password:  ${password}`].join('\n');

/** What to do first in the demo registry: where to look, who to be, and a command to paste. */
export function demoWords(url: string, password: string): string {
  const credentials = oneWord(JSON.stringify({ email: DEMO_ACCOUNTS.auditor, password }));
  const signIn = `curl -s ${url}/api/v1/auth/sessions -H 'Content-Type: application/json' -d ${credentials}`;
  const token = `$(${signIn} | sed 's/.*"accessToken":"\\([^"]*\\)".*/\\1/')`;
  const report = `${url}/api/v1/reports/reconciliation?documentCode=ARTICLE-2020-12-21`;
  return [
    '',
    `Swagger:   ${url}/docs`,
    demoAccounts(password),
    '',
    'The published figures beside the rows behind them, as the auditor:',
    '',
    `curl -s '${report}' -H "Authorization: Bearer ${token}"`,
    '',
  ].join('\n');
}

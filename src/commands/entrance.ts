import { waitsForStorage } from '../platform/audit/checkpoint-file.js';
import { refusalOfDatabaseError } from '../platform/database/database-errors.js';
import { StartRefusal } from '../platform/problems/start-refusal.js';
import { Problem } from '../platform/problems/problem.js';
import { sentencesOf } from '../platform/problems/problem-document.js';

/** What takes time, for who waits. */
export const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Whoever reads no more (`| head`) ends nothing: the command goes on, and its exit code is the same. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

/**
 * Runs a command: what the operator can mend is one sentence on standard error, anything else is shown whole;
 * either way the exit code is 1.
 */
export async function enter(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`);
    leave(1);
  }
  if (waitsForStorage()) leave(1);
}

/** Ends the process: at once and without its code, where a thread of it waits for storage that may never answer. */
export function leave(code: number): void {
  if (waitsForStorage()) process.kill(process.pid, 'SIGKILL');
  else process.exit(code);
}

/** PostgreSQL's insufficient_privilege. */
const DENIED = '42501';

function sentenceOf(error: unknown): string {
  if (error instanceof StartRefusal) return error.message;
  if (error instanceof Problem) return sentencesOf(error, 'en');
  const refusal = refusalOfDatabaseError(error);
  if (refusal) return refusal.message;
  if ((error as { code?: string }).code === DENIED) {
    return `PostgreSQL refuses what the registry needs (${(error as Error).message}): \`npm run htx -- doctor\` says which rights are missing.`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

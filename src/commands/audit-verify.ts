import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { CheckpointNotKept, inTime } from '../platform/audit/checkpoint-file.js';
import { publishedVerifier } from '../platform/audit/published-verifier.js';
import { UNSEALED_CURE } from '../platform/audit/unsealed.js';
import { verifyDatabase } from '../platform/audit/verify-log.js';
import { readSettings } from '../platform/config/settings.js';
import { asOwner } from '../platform/database/as-owner.js';
import { StartRefusal } from '../platform/problems/start-refusal.js';
import { ownKey } from './audit-keys.js';
import { say } from './entrance.js';

/** What the operator believes and has kept, beside the settings. */
interface Believed {
  key?: string[];
  checkpoints?: string[];
}

/**
 * Verifies the log, and today's rows against it, and says what it finds; the exit code tells too.
 * @throws StartRefusal when a key is none, or a file of checkpoints cannot be read
 */
export async function verify(ownerUrl: string, { key, checkpoints = [] }: Believed): Promise<void> {
  const { checkpointFile } = readSettings(process.env);
  const keys = key ?? [await asOwner(ownerUrl, ownKey)];
  const kept = async (): Promise<string[]> => {
    const { notesIn, keptNotes } = await publishedVerifier();
    const own = checkpointFile === null ? [] : await notesOf(checkpointFile, notesIn); // which may have none yet
    const others = await Promise.all(checkpoints.map(async (file) => keptNotes(await textOf(file), file)));
    return [...own, ...others.flat()];
  };
  const verdict = await kept()
    .then((notes) => verifyDatabase(ownerUrl, keys, notes))
    .catch(await refusalOfUnverifiable());
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

const textOf = (file: string): Promise<string> => readable(file, readFile(file, 'utf8'));

/** The checkpoints of the own file, which grows for years: piece by piece, as no text may hold all of it. */
async function notesOf(file: string, notesIn: (text: string) => string[]): Promise<string[]> {
  const notes: string[] = [];
  const pieces = createReadStream(file, 'utf8')[Symbol.asyncIterator]() as AsyncIterator<string, undefined>;
  let text = '';
  for (;;) {
    const { value, done } = await readable(file, pieces.next());
    if (done) return [...notes, ...notesIn(text)];
    text += value;
    const whole = text.slice(0, text.lastIndexOf(BLOCK_END) + BLOCK_END.length);
    notes.push(...notesIn(whole));
    text = text.slice(whole.lastIndexOf(BLOCK_END, whole.length - BLOCK_END.length - 1) + BLOCK_END.length); // what the next piece may sign
  }
}

/** After what is signed, and after its signatures. */
const BLOCK_END = '\n\n';

/** @throws StartRefusal when it cannot be read */
const readable = <T>(file: string, read: Promise<T>): Promise<T> =>
  inTime(file, read).catch((error: NodeJS.ErrnoException) => {
    const why = error instanceof CheckpointNotKept ? error.message : error.code;
    throw new StartRefusal(`The checkpoints of ${file} cannot be read (${why}).`);
  });

/** What was given to verify by is no key, or no checkpoint. */
async function refusalOfUnverifiable(): Promise<(error: Error) => never> {
  const { Unverifiable } = await publishedVerifier();
  return (error) => {
    throw error instanceof Unverifiable ? new StartRefusal(error.message) : error;
  };
}

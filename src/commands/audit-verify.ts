import { createReadStream } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { CheckpointNotKept, fromStorage } from '../platform/audit/checkpoint-file.js';
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
  const { notesIn, keptNotes, Unverifiable } = await publishedVerifier();
  const file = checkpointFile === null ? [] : await notesOf(checkpointFile, notesIn); // which may have none yet
  const verified = async () => {
    const others = await Promise.all(checkpoints.map(async (path) => keptNotes(await textOf(path), path)));
    return verifyDatabase(ownerUrl, keys, { file: file ?? [], elsewhere: others.flat() });
  };
  const verdict = await verified().catch((error: unknown) => {
    throw error instanceof Unverifiable ? new StartRefusal(error.message) : error;
  });
  const { size, covered, checkpoints: notes, erased, findings, unsealed } = verdict;
  say(`${size} events, ${covered} of them signed for by ${notes} checkpoints; personal values of ${erased} erased`);
  for (const { what } of findings) say(`TAMPERED: ${what}.`);
  if (findings.some(({ what }) => /not signed by a key/.test(what))) say(OTHER_KEYS);
  const missing = file === null && notes > 0;
  if (missing) say(`MISSING: ${checkpointFile} is not there. ${WITHOUT_FILE}`);
  if (unsealed !== null) say(`UNSEALED: ${unsealed}. What to do: ${UNSEALED_CURE}.`);
  if (findings.length > 0 || missing || unsealed !== null) process.exitCode = 1;
  else say('The log is what was signed, and the rows are what the log says.');
}

/** What an unknown signature is most often. */
const OTHER_KEYS =
  'If the key was renewed: `npm run htx -- audit key` says all that the log had; name those that you know for its own with --key.';

const WITHOUT_FILE =
  'Unless CHECKPOINT_FILE is new, or was put aside, somebody took it away: verify with checkpoints that were kept elsewhere (--checkpoints).';

const textOf = (file: string): Promise<string> => readable(file, readFile(file, 'utf8'));

/** The checkpoints of the own file, which grows for years: piece by piece, as no text may hold all of it. Null where there is no file. */
async function notesOf(file: string, notesIn: (text: string) => string[]): Promise<string[] | null> {
  if (!(await readable(file, isThere(file)))) return null;
  const notes: string[] = [];
  const pieces = createReadStream(file, 'utf8')[Symbol.asyncIterator]() as AsyncIterator<string, undefined>;
  let begun = '';
  for (;;) {
    const { value, done } = await readable(file, pieces.next());
    if (done) return [...notes, ...notesIn(begun)];
    const found = (begun + value).split(AFTER_SIGNATURES);
    begun = found.pop() ?? '';
    for (const note of found) notes.push(...notesIn(note));
  }
}

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    ({ code }: NodeJS.ErrnoException) => code !== 'ENOENT',
  );

/** The empty line after a checkpoint. */
const AFTER_SIGNATURES = /(?<=^— [^\n]*\n)\n/m;

/** @throws StartRefusal when it cannot be read */
const readable = <T>(file: string, read: Promise<T>): Promise<T> =>
  fromStorage(file, read).catch((error: NodeJS.ErrnoException) => {
    const why = error instanceof CheckpointNotKept ? error.message : error.code;
    throw new StartRefusal(`The checkpoints of ${file} cannot be read (${why}).`);
  });

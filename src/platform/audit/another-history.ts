import { publishedVerifier } from './published-verifier.js';

/**
 * SQL: the least checkpoint, of those in a text ($1: sizes, $2: notes), that this database does not have: it stands for another history of
 * the log, as an older backup does, or a standby that took over before it had all.
 */
export const MISSING_CHECKPOINT = `select size::text from unnest($1::bigint[], $2::text[]) as kept (size, note)
  where not exists (select from audit.checkpoints c where c.size = kept.size and c.note = kept.note) order by kept.size limit 1`;

/** The checkpoints of a log in a text, as that statement takes them. @param name of the log */
export async function checkpointsIn(text: string, name: string): Promise<[sizes: string[], notes: string[]]> {
  const { notesIn } = await publishedVerifier();
  const notes = notesIn(text).filter((note) => note.startsWith(`${name}\n`));
  return [notes.map((note) => note.split('\n')[1] ?? ''), notes];
}

/** Checkpoints of a file that the database lacks, a range of sizes each, in words. */
export function lackedByDatabase(file: readonly string[], database: Iterable<string>): string[] {
  const stands = new Set(database);
  const ranges: number[][] = [];
  let before = true;
  for (const note of [...new Set(file)].sort((one, other) => sizeOf(one) - sizeOf(other))) {
    const isThere = stands.has(note);
    if (!isThere && before) ranges.push([]);
    if (!isThere) ranges.at(-1)?.push(sizeOf(note));
    before = isThere;
  }
  return ranges.map((sizes) => `${named(sizes)} in CHECKPOINT_FILE and not in the database`);
}

/** How many events a checkpoint is of; 0 where there is none. */
export const sizeOf = (note: string | null): number => Number(note?.split('\n')[1] ?? 0);

const named = ([least, ...others]: number[]): string =>
  others.length === 0
    ? `the checkpoint of ${least} events is`
    : `${others.length + 1} checkpoints, of ${least} to ${others.at(-1)} events, are`;

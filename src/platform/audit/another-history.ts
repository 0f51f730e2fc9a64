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

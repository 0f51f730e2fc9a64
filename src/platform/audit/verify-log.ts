import type { ClientBase } from 'pg';
import { LogReader } from './log-reader.js';
import { publishedVerifier, type Verified } from './published-verifier.js';

export interface Verdict extends Verified {
  /** Events whose personal values were erased. */
  erased: number;
}

/**
 * Verifies the log of a database, and today's rows against it.
 * @param keys public keys that are believed
 * @param kept the text of checkpoints that were kept elsewhere
 */
export async function verifyDatabase(client: ClientBase, keys: readonly string[], kept: string): Promise<Verdict> {
  const log = new LogReader(client);
  await log.begin();
  const verifier = await publishedVerifier();
  const notes = verifier.notesIn(kept);
  for await (const note of log.notes()) notes.push(note);
  const verified = await verifier.verifyLog({
    lines: bytesOf(log.leaves()),
    kept: log.hashes(),
    notes,
    keys: keys.map((key) => verifier.keyOf(key)),
    lineAt: (place) => log.lineAt(place),
  });
  const findings = [...verified.findings, ...(await beside(client)), ...(await rowsUnlikeLog(client))];
  const erased = await texts(client, ERASED);
  return { ...verified, findings, erased: Number(erased[0]) };
}

async function* bytesOf(lines: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const line of lines) yield Buffer.from(line);
}

/** The personal values of event `e` are no longer those that were written. */
const EMPTIED = `e.personal_digest is not null
   and not exists (select from audit.personal p where p.event_id = e.id and p.salt is not null)`;
const ERASED = `select count(*)::text from audit.events e where ${EMPTIED}`;

/** What stands beside the leaves: personal values, and the inner nodes from which proofs are made. */
const BESIDE = [
  `select 'the personal values of event ' || coalesce(s.seq::text, 'with the id ' || e.id) || ' were changed'
   from audit.personal p join audit.events e on e.id = p.event_id left join audit.sequence s on s.event_id = e.id
   where p.salt is not null and audit.personal_digest(p.salt, p.before, p.after) is distinct from e.personal_digest
   order by e.id limit 1`,
  `select 'the personal values of event ' || coalesce(s.seq::text, 'with the id ' || e.id) || ' are gone, and no erasure names its record'
   from audit.events e left join audit.sequence s on s.event_id = e.id
   where ${EMPTIED} and not exists (select from audit.events x where x.action = 'erase' and x.detail -> 'erased' ? e.record_id::text)
   order by e.id limit 1`,
  `select format('the node of level %s over the events from %s on was changed', n.level, (n.index << n.level) + 1)
   from audit.nodes n
   left join audit.nodes l on l.level = n.level - 1 and l.index = 2 * n.index
   left join audit.nodes r on r.level = n.level - 1 and r.index = 2 * n.index + 1
   where n.level > 0 and n.hash is distinct from sha256('\\x01'::bytea || l.hash || r.hash)
   order by n.index << n.level, n.level limit 1`,
];

async function beside(client: ClientBase): Promise<{ what: string }[]> {
  const found = [];
  for (const text of BESIDE) for (const what of await texts(client, text)) found.push({ what });
  return found;
}

/** The first row of each table that is not what the log says, and how many there are. */
async function rowsUnlikeLog(client: ClientBase): Promise<{ what: string }[]> {
  const found = [];
  for (const table of await texts(client, 'select table_name from audit.watched_tables order by table_name')) {
    const { rows } = await client.query<{ id: string; what: keyof typeof WORDS; seq: string | null; all: number }>(
      `select record_id as id, what, seq, count(*) over ()::int as all from audit.rows_unlike_log($1) limit 1`,
      [table],
    );
    for (const { id, what, seq, all } of rows) {
      const more = all > 1 ? ` (and ${all - 1} more of ${table})` : '';
      found.push({ what: `${table} ${id} ${WORDS[what]}${seq === null ? '' : `, its last event is ${seq}`}${more}` });
    }
  }
  return found;
}

const WORDS = {
  changed: 'is not what the log says',
  missing: 'is gone, and the log knows of no deletion',
  unrecorded: 'stands there, and the log does not know it',
} as const;

async function texts(client: ClientBase, text: string): Promise<string[]> {
  const { rows } = await client.query<[string]>({ text, rowMode: 'array' });
  return rows.map(([value]) => value);
}

import type { ClientBase } from 'pg';
import type { Finding } from './beside-log.js';

/** The first row of a table that is not what the log says, and how many there are. */
export async function rowsUnlikeLog(client: ClientBase, table: string): Promise<Finding[]> {
  const { rows } = await client.query<{ id: string; what: keyof typeof WORDS; seq: string | null; all: number }>(
    `select record_id as id, what, seq, count(*) over ()::int as all from audit.rows_unlike_log($1) limit 1`,
    [table],
  );
  return rows.map(({ id, what, seq, all }) => {
    const more = all > 1 ? ` (and ${all - 1} more of ${table})` : '';
    return { what: `${table} ${id} ${WORDS[what]}${seq === null ? '' : `, its last event is ${seq}`}${more}` };
  });
}

const WORDS = {
  changed: 'is not what the log says',
  missing: 'is gone, and the log knows of no deletion',
  unrecorded: 'stands there, and the log does not know it',
} as const;

import type { Rows } from './rows.js';

/**
 * Tables that a refused request may write to: who is signed in, who tried in vain, which key was used, what was asked.
 * What else one signs in with (links, codes, identities) is no such table: of it, nothing may change.
 */
const OF_ACCESS = /^(sessions|sign_in_\w+|api_key_uses|stored_answers)$/;

/** The content of every table of the registry, and how many writes the log holds. */
export async function contentOf(rows: Rows): Promise<Map<string, string>> {
  const tables = await rows<{ name: string }>(
    `select c.relname::text as name from pg_class c
     where c.relnamespace = 'registry'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
  );
  const counted = tables
    .filter(({ name }) => !OF_ACCESS.test(name))
    .map(
      ({ name }) =>
        `select '${name}' as name, count(*) || ' ' || coalesce(sum(hashtext(t::text)::bigint), 0) as content from registry.${name} t`,
    );
  const writes = `select 'audit.events', count(*)::text from audit.events where action in ('insert', 'update', 'void', 'delete')`;
  const found = await rows<{ name: string; content: string }>([...counted, writes].join('\nunion all '));
  return new Map(found.map(({ name, content }) => [name, content]));
}

/** The tables that differ. */
export async function changesSince(before: Map<string, string>, rows: Rows): Promise<string[]> {
  const after = await contentOf(rows);
  return [...after].filter(([name, content]) => before.get(name) !== content).map(([name]) => name);
}

/** Ids of the requests that wrote the events after an event. */
export async function writersSince(event: string, rows: Rows): Promise<Set<string>> {
  const found = await rows<{ request: string }>(
    'select distinct request_id as request from audit.events where id > $1 and request_id is not null and table_name is not null',
    [event],
  );
  return new Set(found.map(({ request }) => request));
}

export async function lastEvent(rows: Rows): Promise<string> {
  const [row] = await rows<{ id: string }>('select coalesce(max(id), 0)::text as id from audit.events');
  return row?.id ?? '0';
}

/** Waits until every event has its number: until then an answer may differ by it. */
export async function sealed(rows: Rows): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const waiting = await rows(
      'select from audit.events e left join audit.sequence q on q.event_id = e.id where q.seq is null limit 1',
    );
    if (waiting.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('events stayed without a number');
}

import type { ClientBase } from 'pg';
import type { SnapshotLanes } from './snapshot-lanes.js';
import { FOREIGN_TRIGGERS, RULES, triggersMade } from './foreign-triggers.js';
import { CLOSED, FOREIGN_POLICIES } from './policies.js';
import { PASSED_OVER, UNSEALED } from './unsealed.js';
import { UNGUARDED, UNWATCHED } from './unwatched.js';

export interface Finding {
  what: string;
}

/** The personal values of event `e` are no longer those that were written. */
const EMPTIED = `e.personal_digest is not null
   and not exists (select from audit.personal p where p.event_id = e.id and p.salt is not null)`;
const ERASED = `select count(*)::text from audit.events e where ${EMPTIED}`;

/**
 * What stands beside the leaves: personal values, events that are kept out, roots beside their notes, and the inner nodes from
 * which proofs are made.
 */
const BESIDE = [
  `select 'the personal values of event ' || coalesce(s.seq::text, 'with the id ' || e.id) || ' were changed'
   from audit.personal p join audit.events e on e.id = p.event_id left join audit.sequence s on s.event_id = e.id
   where p.salt is not null and audit.personal_digest(p.salt, p.before, p.after) is distinct from e.personal_digest
   order by e.id limit 1`,
  `select 'the personal values of event ' || coalesce(s.seq::text, 'with the id ' || e.id) || ' are gone, and no erasure names its record'
   from audit.events e left join audit.sequence s on s.event_id = e.id
   where ${EMPTIED} and not exists (select from audit.events x where x.action = 'erase' and x.detail -> 'erased' ? e.record_id::text)
   order by e.id limit 1`,
  `select 'the personal values of event ' || coalesce(s.seq::text, 'with the id ' || e.id) || ' are not those that an erasure leaves'
   from audit.personal p join audit.events e on e.id = p.event_id left join audit.sequence s on s.event_id = e.id
   where p.salt is null and exists (select from (values (p.before), (p.after)) i (image), jsonb_each_text(i.image) left_over
     where position(left_over.value in '(đã xóa)') = 0)
   order by e.id limit 1`,
  `select 'the table ' || name || ' is not under audit: what is written there leaves no event' from (${UNWATCHED}) unwatched`,
  `select 'the table ' || name || ' can be changed: what guards it was switched off' from (${UNGUARDED}) unguarded`,
  `select 'the row policy ' || name || ' is not of its wall: rows may be hidden from who asks, or shown' from (${FOREIGN_POLICIES}) foreign_ones`,
  `select 'the table ' || name || ' is closed to the server: it sees none of its rows' from (${CLOSED}) closed`,
  `select 'the rule ' || name || ' is made by no migration: it may write something else than was asked, or nothing' from (${RULES}) rules`,
  ...PASSED_OVER,
  `select 'the checkpoint of ' || size || ' events is shown with another size or root than its note says' from audit.checkpoints
   where (split_part(note, e'\\n', 2), split_part(note, e'\\n', 3)) <> (size::text, encode(root, 'base64'))
   order by size limit 1`,
  // All first, then the lowest: looking for the lowest at once would look each node up.
  `with wrong as materialized (
     select n.level, n.index from audit.nodes n
     left join audit.nodes l on l.level = n.level - 1 and l.index = 2 * n.index
     left join audit.nodes r on r.level = n.level - 1 and r.index = 2 * n.index + 1
     where n.level > 0 and n.hash is distinct from sha256('\\x01'::bytea || l.hash || r.hash))
   select format('the node of level %s over the events from %s on was changed', level, (index << level) + 1)
   from wrong order by level, index limit 1`,
];

const TRIGGERS = `select 'the trigger ' || name || ' is made by no migration: it may change what is written, or drop it'
  from (${FOREIGN_TRIGGERS}) foreign_ones`;

/** What is wrong beside the leaves: the first of each kind. */
export async function besideLog(lanes: SnapshotLanes): Promise<Finding[]> {
  const found = await Promise.all([
    ...BESIDE.map((text) => lanes.run((client) => texts(client, text))),
    lanes.run((client) => texts(client, TRIGGERS, [triggersMade()])),
  ]);
  return found.flat().map((what) => ({ what }));
}

/** How many events lost their personal values to an erasure. */
export async function erasedEvents(client: ClientBase): Promise<number> {
  return Number((await texts(client, ERASED))[0]);
}

/** Events that nothing protects yet, though they should have a number by now; null when there are none. */
export async function unsealedEvents(client: ClientBase): Promise<string | null> {
  return (await texts(client, UNSEALED))[0] ?? null;
}

/** The tables whose rows the log tells, in the order of their names. */
export const watchedTables = (client: ClientBase): Promise<string[]> =>
  texts(client, 'select table_name from audit.watched_tables order by table_name');

async function texts(client: ClientBase, text: string, values: unknown[] = []): Promise<string[]> {
  const { rows } = await client.query<[string]>({ text, values, rowMode: 'array' });
  return rows.map(([value]) => value);
}

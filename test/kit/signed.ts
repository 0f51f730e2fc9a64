import { setTimeout as pause } from 'node:timers/promises';
import { rowsOf } from '../setup/database.js';

/** What keeps the log unsigned, for whoever looks into it. */
const UNSIGNED = `select (select count(*) from audit.events) as events, (select max(seq) from audit.sequence) as numbered,
  audit.tree_size() as "treeSize", (select max(size) from audit.checkpoints) as signed, (select xid::text from audit.frontier) as frontier,
  pg_current_snapshot()::text as snapshot, (select json_agg(json_build_object('id', e.id, 'xid', e.xid::text)) from (select * from audit.events e
    where not exists (select from audit.sequence q where q.event_id = e.id) order by id limit 3) e) as first,
  (select json_agg(json_build_object('xid', a.backend_xid, 'database', a.datname, 'state', a.state, 'query', left(a.query, 60)))
    from pg_stat_activity a where a.backend_xid is not null) as working`;

/** Waits until the last checkpoint covers every event. @throws Error when it does not within a while */
export async function allSigned(databaseUrl: string): Promise<void> {
  for (let tries = 0; tries < 1_000; tries += 1) {
    const [row] = await rowsOf<{ signed: boolean }>(
      databaseUrl,
      `select (select max(size) from audit.checkpoints) = (select count(*) from audit.events) as signed`,
    );
    if (row?.signed) return;
    await pause(20);
  }
  const [left] = await rowsOf(databaseUrl, UNSIGNED);
  throw new Error(`The log stays unsigned: ${JSON.stringify(left)}`);
}

/** A moment, for `knownAt`, at which all that was written so far is known, and nothing that is written from now on. */
export async function momentOfNow(databaseUrl: string): Promise<string> {
  await allSigned(databaseUrl);
  await pause(2); // a moment is told in milliseconds, the log's in microseconds
  return new Date().toISOString();
}

/** The last number of the log, for `knownAt`, once all that was written so far has one. */
export async function lastNumber(databaseUrl: string): Promise<number> {
  await allSigned(databaseUrl);
  const [row] = await rowsOf<{ last: number }>(databaseUrl, 'select max(seq)::integer as last from audit.sequence');
  return row?.last ?? 0;
}

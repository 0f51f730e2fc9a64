import { asOwner } from '../database/as-owner.js';

const MADE = `select replace(audit.known_view(w), 'create view known.', 'create temporary view ') as made from audit.watched_tables w`;

/** The same text of the same columns, said under one search path; of a view of the registry, as each of its twins stands. */
const UNLIKE = `
  select 'known.' || quote_ident(v.viewname) as name from pg_views v
  where v.schemaname = 'known' and (
    to_regclass('pg_temp.' || quote_ident(v.viewname)) is not null
      and pg_get_viewdef(to_regclass('pg_temp.' || quote_ident(v.viewname))) is distinct from
        pg_get_viewdef(to_regclass('known.' || quote_ident(v.viewname)))
    or not exists (select from audit.watched_tables w where w.table_name = v.viewname)
      and to_regclass('registry.' || quote_ident(v.viewname)) is null)
  order by 1`;

/**
 * Views of the past that show something else than the log: whoever replaces one makes the registry tell what was never known. Each is
 * compared with what the log's own text makes of it, in a transaction that leaves nothing.
 */
export const viewsUnlikeLog = (ownerUrl: string): Promise<string[]> =>
  asOwner(ownerUrl, async (client) => {
    await client.query('begin');
    const { rows: views } = await client.query<{ made: string }>(MADE);
    for (const { made } of views) await client.query(made);
    const { rows } = await client.query<{ name: string }>(UNLIKE);
    await client.query('rollback');
    return rows.map(({ name }) => name);
  });

import { asOwner } from '../database/as-owner.js';

/** Views of the past by name, with the text that makes them; `codes` comes before those that are made of it. */
const EXPECTED = `(select w.table_name as name, audit.known_view(w) as definition from audit.watched_tables w
  union all select name, definition from audit.known_code_views())`;

const MADE = `select replace(definition, 'create view known.', 'create temporary view ') as made from ${EXPECTED} e order by name`;

/** Views of the past that are gone, or no views, or other ones than the log's own text makes: both said under one search path. */
const UNLIKE = `
  select 'known.' || quote_ident(e.name) as name from ${EXPECTED} e
  left join pg_class c on c.relname = e.name and c.relnamespace = 'known'::regnamespace and c.relkind = 'v'
  where c.oid is null or pg_get_viewdef(('pg_temp.' || quote_ident(e.name))::regclass) is distinct from pg_get_viewdef(c.oid)
  union all
  select 'known.' || quote_ident(c.relname) from pg_class c
  where c.relnamespace = 'known'::regnamespace and not exists (select from ${EXPECTED} e where e.name = c.relname)
    and (c.relkind <> 'v' or not exists (select from pg_views v where v.schemaname = 'registry' and v.viewname = c.relname))`;

/** Views of the registry, as they read in either schema: of now, and of what was known. */
const TWINS = `select viewname as name, pg_get_viewdef(format('%I.%I', schemaname, viewname)::regclass) as read
  from pg_views where schemaname = $1`;

interface Twin {
  name: string;
  read: string;
}

/**
 * Views of the past that are missing, or show something else than the log: whoever replaces one makes the registry tell what was never known. Each is
 * compared with what the log's own text, or the registry's own view, makes of it, in a transaction that leaves nothing.
 */
export const viewsUnlikeLog = (ownerUrl: string): Promise<string[]> =>
  asOwner(ownerUrl, async (client) => {
    const { rows: missing } = await client.query<{ name: string }>('select audit.views_missing() as name');
    if (missing.length > 0) return missing.map(({ name }) => name);
    await client.query('begin');
    const twinsIn = async (schema: string, path: string) => {
      await client.query(`select set_config('search_path', $1, true)`, [path]);
      return (await client.query<Twin>(TWINS, [schema])).rows;
    };
    const [now, then] = [
      await twinsIn('registry', 'registry, public'),
      await twinsIn('known', 'known, registry, public'),
    ];
    const { rows: views } = await client.query<{ made: string }>(MADE);
    for (const { made } of views) await client.query(made);
    const { rows } = await client.query<{ name: string }>(UNLIKE);
    await client.query('rollback');
    const unlike = now.filter(({ name, read }) => !then.some((twin) => twin.name === name && twin.read === read));
    return [...rows.map(({ name }) => name), ...unlike.map(({ name }) => `known.${name}`)].sort();
  });

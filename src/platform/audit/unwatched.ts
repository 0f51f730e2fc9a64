/**
 * Tables that the server may write to, or that the log tells of, and whose rows it does not tell now, though nothing says why: the
 * trigger was dropped, or does not always fire. One row each, with the name.
 */
export const UNWATCHED = `with watched as (select t.tgrelid::regclass::text as name from pg_trigger t
    where t.tgfoid = 'audit.record_change()'::regprocedure and t.tgenabled = 'A'),
  known as (select c.oid::regclass::text as name from pg_class c
    where c.relnamespace = 'registry'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and coalesce(obj_description(c.oid, 'pg_class'), '') !~ '^not audited: .'
      and (has_table_privilege('registry_server', c.oid, 'insert, update, delete')
        or has_any_column_privilege('registry_server', c.oid, 'insert, update'))
    union select 'registry.' || quote_ident(told.table_name) from (select distinct table_name from audit.events) told
    where told.table_name is not null)
  select name from known except select name from watched order by name`;

/** Tables of the log whose rows can be changed, because the trigger that refuses it was dropped, or does not always fire. */
export const UNGUARDED = `select 'audit.' || name as name
  from unnest(array['events', 'personal', 'sequence', 'frontier', 'nodes', 'checkpoints', 'signing_keys']) name
  where not exists (select from pg_trigger t where t.tgrelid = ('audit.' || name)::regclass and t.tgname = 'append_only'
    and t.tgfoid = 'audit.refuse()'::regprocedure and t.tgenabled = 'A') order by name`;

/** Of a table `c`: with its schema, whatever search path a database or a login has. */
export const NAME = `format('%s.%I', c.relnamespace::regnamespace, c.relname)`;

/** Of a table or view `c`: that it is the registry's, or the log's. */
export const OF_THE_REGISTRY = `c.relnamespace in ('registry'::regnamespace, 'audit'::regnamespace)`;

/**
 * Tables that the server may write to, or that the log tells of, and whose rows it does not tell now, though nothing says why: the
 * trigger was dropped, narrowed, or does not always fire (29: of each row, after insert, update and delete). One row each, with the name.
 */
export const UNWATCHED = `with watched as (select ${NAME} as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where t.tgfoid = 'audit.record_change()'::regprocedure and t.tgenabled = 'A' and t.tgtype = 29 and t.tgqual is null and t.tgattr = ''),
  known as (select ${NAME} as name from pg_class c
    where c.relnamespace = 'registry'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and coalesce(obj_description(c.oid, 'pg_class'), '') !~ '^not audited: .'
      and (has_table_privilege('registry_server', c.oid, 'insert, update, delete')
        or has_any_column_privilege('registry_server', c.oid, 'insert, update'))
    union select 'registry.' || quote_ident(told.table_name) from (select distinct table_name from audit.events) told
    where told.table_name is not null)
  select name from known except select name from watched order by name`;

/** What guards each table of the log, and of what (`pg_trigger.tgtype`: each statement or row, before update, delete, truncate). */
const GUARDS = `(values
    ('events', 'append_only', 'refuse', 58), ('sequence', 'append_only', 'refuse', 58), ('nodes', 'append_only', 'refuse', 58),
    ('checkpoints', 'append_only', 'refuse', 58), ('signing_keys', 'append_only', 'refuse', 58),
    ('personal', 'append_only', 'refuse', 42), ('personal', 'only_erased', 'refuse_unless_erased', 19),
    ('frontier', 'append_only', 'refuse', 42), ('frontier', 'passes_nothing', 'refuse_to_pass_over', 19)) guard (name, trigger, calls, type)`;

/** Tables of the log whose rows can be changed, because a trigger that refuses it was dropped, narrowed, or does not always fire. */
export const UNGUARDED = `select distinct 'audit.' || guard.name as name from ${GUARDS}
  where not exists (select from pg_trigger t where t.tgrelid = ('audit.' || guard.name)::regclass and t.tgname = guard.trigger
    and t.tgfoid = ('audit.' || guard.calls)::regproc and t.tgtype = guard.type and t.tgqual is null and t.tgattr = ''
    and t.tgenabled = 'A') order by name`;

/** One thing that has to be right: `sql` finds what is wrong with it, one row with a text, null when nothing is. */
export interface Check {
  about: string;
  sql: string;
  cure: string;
}

const OLD = 'run `npm run htx -- migrate`';

/** What the database must be, asked as its owner after the migrations. */
export const checks: readonly Check[] = [
  {
    about: 'PostgreSQL 15 or newer',
    sql: `select 'it is ' || current_setting('server_version') where current_setting('server_version_num')::int < 150000`,
    cure: 'move the data to a newer server with pg_dump',
  },
  {
    about: 'text in UTF-8',
    sql: `select 'its encoding is ' || current_setting('server_encoding') where current_setting('server_encoding') <> 'UTF8'`,
    cure: `make the database anew with encoding 'UTF8'`,
  },
  {
    about: 'Vietnamese order (vi-x-icu)',
    sql: `select 'the collation is missing' where not exists (select from pg_collation where collname = 'vi-x-icu')`,
    cure: 'use a PostgreSQL that was built with ICU',
  },
  {
    about: 'extensions',
    sql: `select string_agg(name, ', ') || ' missing'
      from unnest(array['unaccent', 'pg_trgm', 'btree_gist', 'pgcrypto']) name
      where not exists (select from pg_extension where extname = name)`,
    cure: `install PostgreSQL's contrib package, then ${OLD}`,
  },
  {
    about: 'the role registry_server',
    sql: `select case when r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb then 'it has too many rights'
        when not pg_has_role(current_user, r.oid, 'MEMBER') then current_user || ' may not work as it' end
      from (select 'registry_server' as name) wanted left join pg_roles r on r.rolname = wanted.name
      union all select 'it is missing' where not exists (select from pg_roles where rolname = 'registry_server')`,
    cure: `alter role registry_server nosuperuser nobypassrls nocreaterole nocreatedb; then ${OLD}`,
  },
  {
    about: 'registry_server owns nothing',
    sql: `select string_agg(relname, ', ') || ' belong to it' from pg_class
      where relowner = (select oid from pg_roles where rolname = 'registry_server')`,
    cure: `reassign owned by registry_server to the database's owner`,
  },
  {
    about: 'the server deletes no records',
    sql: `select string_agg(c.relname, ', ') || ' can be emptied by the server'
      from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = to_regnamespace('registry')
        and has_table_privilege('registry_server', c.oid, 'DELETE, TRUNCATE')
        and exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'audit_record')`,
    cure: 'revoke delete, truncate on these tables from registry_server',
  },
  {
    about: 'the audit log, closed to the server',
    sql: `select string_agg(c.relname, ', ') || ' can be written by it'
      from pg_class c where c.relkind = 'r' and c.relnamespace = to_regnamespace('audit')
        and has_table_privilege('registry_server', c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')`,
    cure: 'revoke all on all tables in schema audit from registry_server; grant select on them',
  },
  {
    about: 'the log takes what is seen, and only the owner erases',
    sql: `select string_agg(what, ', ') from (
        select 'the server may not append to it' as what
        where has_function_privilege('registry_server', to_regprocedure('audit.note(jsonb)'), 'EXECUTE') is not true
        union all select 'the server may call ' || f::text
        from unnest(array['registry.erase_person(uuid,text,uuid,text,boolean)', 'audit.forget(bigint,regclass,uuid[])']::regprocedure[]) f
        where has_function_privilege('registry_server', f, 'EXECUTE')
      ) found`,
    cure: 'grant execute on function audit.note(jsonb) to registry_server; revoke execute on the others from it and from public',
  },
  {
    about: 'no temporary tables and no new ones for the server',
    sql: `select string_agg(what, ', ') || ' is allowed' from (
        select 'TEMP' as what where has_database_privilege('registry_server', current_database(), 'TEMP')
        union all select 'CREATE in ' || nspname from pg_namespace
        where nspname in ('public', 'registry', 'audit', 'known') and has_schema_privilege('registry_server', oid, 'CREATE')
      ) found`,
    cure: `${OLD}, which takes TEMP away; revoke create on that schema from public`,
  },
  {
    about: 'every watched table with its view in the schema known',
    sql: `select string_agg(table_name, ', ') || ' without a view' from audit.watched_tables
      where not exists (select from pg_views v where v.schemaname = 'known' and v.viewname = table_name)`,
    cure: 'call audit.build_known_views()',
  },
  {
    about: 'mails with links sent',
    sql: `select count(*) || ' not sent, last: ' || coalesce(max(mail_failure), 'not tried') from registry.password_links
      where ended_at is null and mailed_at is null and (mail_failure is not null or mail_due_at < now() - interval '10 minutes')
      having count(*) > 0`,
    cure: 'look at SMTP_URL and the mail server (ECONNREFUSED: not reached, EAUTH: wrong password); they are tried for a day, then invite anew',
  },
  {
    about: 'durable writes',
    sql: `select string_agg(name || ' is ' || setting, ', ') from pg_settings
      where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off'`,
    cure: 'switch them on in postgresql.conf: a power cut would lose or damage data',
  },
  {
    about: 'room for connections',
    sql: `select 'max_connections is ' || setting from pg_settings where name = 'max_connections' and setting::int < 25`,
    cure: 'raise it: each server process opens DATABASE_POOL connections and a few more',
  },
];

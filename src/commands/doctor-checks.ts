import { mostConnections } from '../platform/database/database.js';
import { FOREIGN_TRIGGERS, RULES, triggersMade } from '../platform/audit/foreign-triggers.js';
import { UNGUARDED, UNWATCHED } from '../platform/audit/unwatched.js';
import { CLOSED, FOREIGN_POLICIES } from '../platform/audit/policies.js';
import { PASSED_OVER, UNSEALED, UNSEALED_CURE } from '../platform/audit/unsealed.js';

/** One thing that has to be right: `sql` finds what is wrong with it, a row with a text; no row, or null in it, when nothing is. */
export interface Check {
  about: string;
  sql: string;
  values?: readonly string[];
  cure: string;
}

const OLD = 'run `npm run htx -- migrate`';

/** Those that the registry needs, as SQL. */
export const EXTENSIONS = `'unaccent', 'pg_trgm', 'btree_gist', 'pgcrypto'`;

const ROLES = `unnest(array['registry_server', 'registry_visitor']) name left join pg_roles r on r.rolname = name`;

/** A partition has its rights from the table that it is a part of; a visitor comes to it through no other way. */
const UNWALLED = `select string_agg(n.nspname || '.' || c.relname, ', ') || ' without it' from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where (n.nspname = 'registry' and c.relkind in ('r', 'p') and not c.relispartition or c.oid in ('audit.events'::regclass, 'audit.personal'::regclass))
    and not (c.relrowsecurity and c.relforcerowsecurity)
    and coalesce(obj_description(c.oid, 'pg_class') !~ 'no row-level security: .', true)`;

/** Of the whole cluster, so that no dump carries them; without them no other question can be asked. */
export const theRoles: Check = {
  about: 'the roles registry_server and registry_visitor',
  sql: `select string_agg(name, ', ') || ' missing' from ${ROLES} where r.oid is null`,
  cure: 'let a superuser make and grant them, as docs/operations.md says under Backups, and restore the backup once more: its rights were lost',
};

/** What the database must be after the migrations. */
export const checks: readonly Check[] = [
  {
    about: 'extensions',
    sql: `select string_agg(name, ', ') || ' missing'
      from unnest(array[${EXTENSIONS}]) name
      where not exists (select from pg_extension where extname = name)`,
    cure: `install PostgreSQL's contrib package, then ${OLD}`,
  },
  {
    about: 'orders of letters as the indexes were made by',
    sql: `select string_agg(format('%s was %s, and is %s', name, made, now), ', ') from (
        select collname, collversion, pg_collation_actual_version(oid) from pg_collation where collname in ('vi-x-icu', 'any_case')
        union all select 'that of the database', datcollversion, pg_database_collation_actual_version(oid)
          from pg_database where datname = current_database()) orders (name, made, now) where made <> now`,
    cure: 'reindex database, then alter collation … (or database …) refresh version',
  },
  {
    about: 'what these roles may',
    sql: `select string_agg(wrong, ', ') from ${ROLES}, lateral (
        select name || ' has too many rights' as wrong where r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb
        union all select current_user || ' may not work as ' || name where not pg_has_role(current_user, r.oid, 'MEMBER')
        union all select name || ' has the rights of ' || string_agg(g.rolname, ', ')
          from pg_auth_members m join pg_roles g on g.oid = m.roleid where m.member = r.oid having count(*) > 0) found`,
    cure: `alter role … nosuperuser nobypassrls nocreaterole nocreatedb, and revoke from it the roles named; then ${OLD}`,
  },
  {
    about: 'neither of them owns anything',
    sql: `select string_agg(distinct name || ' owns ' || what, ', ') from ${ROLES}, lateral (
        select relname::text as what from pg_class where relowner = r.oid
        union all select nspname from pg_namespace where nspowner = r.oid
        union all select proname from pg_proc where proowner = r.oid
        union all select datname from pg_database where datdba = r.oid) owned`,
    cure: `reassign owned by that role to the database's owner`,
  },
  {
    about: 'row-level security on every table with an owner',
    sql: UNWALLED,
    cure: `let a migration wall it in (call registry.wall), or say in the table's comment: no row-level security: why`,
  },
  {
    about: 'the past of every table walled in like its present',
    sql: `select string_agg(table_name, ', ') || ' as it was known is not' from audit.watched_tables
      where table_name not in (select table_name from audit.walls)`,
    cure: 'let a migration wall it in again, after audit.watch: a visitor who asks for the past is shown the present',
  },
  {
    about: 'the owner sees the rows of its own tables',
    sql: `select rolname || ' is under their policies' from pg_roles
      where oid = (select relowner from pg_class where oid = to_regclass('registry.organizations'))
        and not (rolsuper or rolbypassrls or pg_has_role(oid, 'registry_server', 'USAGE'))`,
    cure: 'grant registry_server to the owner (with inherit): otherwise its backups would be empty',
  },
  {
    about: 'the server reads and writes the registers, visitors read them',
    sql: `select string_agg(what, ', ') from (
        select role || ' may not use the schema ' || schema as what
        from (values ('registry_server', 'registry'), ('registry_server', 'audit'), ('registry_server', 'known'),
          ('registry_visitor', 'registry'), ('registry_visitor', 'audit'), ('registry_visitor', 'known_to_visitors')) uses (role, schema)
        where not has_schema_privilege(role, schema, 'USAGE')
        union all select 'registry_server may not ' || verb || ' ' || table_name
        from audit.watched_tables, unnest(array['select', 'insert', 'update']) verb
        where not has_table_privilege('registry_server', relation, verb)
        union all select 'registry_visitor may not select ' || table_name
        from audit.walls where not has_table_privilege('registry_visitor', format('registry.%I', table_name), 'SELECT')
        union all select role || ' may not select ' || schemaname || '.' || viewname
        from pg_views join (values ('known', 'registry_server'), ('known_to_visitors', 'registry_visitor')) past (name, role) on name = schemaname
        where not has_table_privilege(role, format('%I.%I', schemaname, viewname), 'SELECT')
      ) missing`,
    cure: 'restore the backup with its rights (without --no-privileges), or grant what is named',
  },
  {
    about: 'what later releases add to the registry is open to the server',
    sql: `select 'the owner has lost its default privileges' from pg_class registered
      where registered.oid = to_regclass('registry.organizations') and not exists (select from pg_default_acl d
        where d.defaclrole = registered.relowner and d.defaclnamespace = to_regnamespace('registry') and d.defaclobjtype = 'r'
          and d.defaclacl::text like '%registry_server=%')`,
    cure: OLD,
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
    about: 'the audit log, closed to the server and to visitors',
    sql: `select string_agg(c.relname || ' can be written by ' || name, ', ')
      from pg_class c, unnest(array['registry_server', 'registry_visitor']) name
      where c.relkind = 'r' and c.relnamespace = to_regnamespace('audit')
        and has_table_privilege(name, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')`,
    cure: 'revoke insert, update, delete, truncate on all tables in schema audit from that role',
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
    about: 'no event kept out of the audit log',
    sql: PASSED_OVER.join(' union all '),
    cure: `somebody tampered with it: find out who, then \`update audit.frontier set xid = '0'\` and \`npm run htx -- migrate\` let the sealer look at all events once more`,
  },
  {
    about: 'events sealed',
    sql: UNSEALED,
    cure: UNSEALED_CURE,
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
    about: 'every watched table with its views of the past',
    sql: `select string_agg(missing, ', ') || ' missing' from audit.views_missing() missing`,
    cure: '`npm run htx -- migrate` builds them',
  },
  {
    about: 'mails with links sent',
    sql: `select count(*) || ' not sent, last: '
        || coalesce((array_agg(mail_failure || ' (account ' || account_id || ')' order by mail_failed_at desc nulls last)
          filter (where mail_failure is not null))[1], 'not tried')
      from registry.password_links
      where ended_at is null and mailed_at is null and (mail_failure is not null or mail_due_at < now() - interval '10 minutes')
      having count(*) > 0`,
    cure: 'look at SMTP_URL and the mail server (ECONNREFUSED: not reached, ESOCKET: neither, or its certificate does not hold, ETLS: no encryption, EAUTH: wrong password, EENVELOPE: the address or MAIL_FROM was refused, ETIMEDOUT: too slow); they are tried for a day, but an address that is refused once; then invite anew',
  },
  {
    about: 'keys of machines',
    sql: `select string_agg(k.name || ' (' || to_char(k.expires_at at time zone 'UTC', 'YYYY-MM-DD') || ')', ', ' order by k.expires_at)
        || ' used of late, and good for less than a month, or no longer'
      from registry.api_keys k join registry.api_key_uses u on u.api_key_id = k.id
      where k.voided_at is null and k.revoked_at is null and k.expires_at < now() + interval '30 days' and u.last_used_at > k.expires_at - interval '60 days'
        and k.expires_at > now() - interval '30 days'`,
    cure: 'let whoever made it make the next one, and revoke this: a machine whose key has ended is told to sign in',
  },
  {
    about: 'every table under audit',
    sql: `select string_agg(name, ', ') || ' without the trigger that always fires' from (${UNWATCHED}) unwatched`,
    cure: 'find out who switched it off, run `npm run htx -- audit verify`, and restore the trigger with audit.watch as the migrations call it',
  },
  {
    about: 'every table of the log guarded',
    sql: `select string_agg(name, ', ') || ' without the trigger that always refuses' from (${UNGUARDED}) unguarded`,
    cure: 'find out who switched it off, run `npm run htx -- audit verify`, and restore it: alter table … enable always trigger append_only',
  },
  {
    about: 'row policies that hide nothing from the server',
    sql: `select string_agg(what, ', ') from (select name || ' is not of its wall' as what from (${FOREIGN_POLICIES}) foreign_ones
      union all select name || ' is closed to the server' from (${CLOSED}) closed) found`,
    cure: 'find out who made it, run `npm run htx -- audit verify`, and drop it; where it was the wall’s own, let a migration wall the table in again (call registry.wall)',
  },
  {
    about: 'awards counted as the rows are',
    sql: `with kept as (select * from registry.award_counts where change <> 0),
      due as (select a.alliance_id, w.whole_year, case when w.whole_year then date_trunc('year', c.day)::date else c.day end,
          d.issuing_body_id, a.form_id, a.recipient_kind, extract(year from d.decided_on)::int, sum(c.change)::int
        from registry.awards a join registry.award_decisions d on d.id = a.decision_id,
          lateral (select d.decided_on as day, 1 as change union all
            select greatest(r.decided_on, d.decided_on), -1 from registry.award_revocations r
            where r.award_id = a.id and r.voided_at is null) c,
          (values (false), (true)) w (whole_year)
        where a.voided_at is null group by 1, 2, 3, 4, 5, 6, 7 having sum(c.change) <> 0)
      select 'the awards report counts otherwise'
      where exists (table kept except table due) or exists (table due except table kept)`,
    cure: 'run `call registry.recount_awards()`, and find out who wrote to registry.award_counts',
  },
  {
    about: 'codes of alliances shown as they are kept',
    sql: `with kept as (select list, code, vi, en, rank, valid_from, valid_to, alliance_id from registry.own_codes),
        shown as (select list, code, vi, en, rank, valid_from, valid_to, alliance_id from registry.codes where alliance_id is not null)
      select 'codes are shown otherwise, or not at all' where exists (table kept except table shown) or exists (table shown except table kept)`,
    cure: 'find out who wrote to registry.codes, and correct each code with its own labels: it is shown anew',
  },
  {
    about: 'triggers and foreign keys at work',
    sql: `select 'session_replication_role is set' where current_setting('session_replication_role') <> 'origin' or exists (
        select from pg_db_role_setting, unnest(setconfig) setting
        where setting ~* '^session_replication_role=(replica|local)$' and setdatabase in (0, (select oid from pg_database where datname = current_database()))
          and (setrole = 0 or pg_has_role(setrole, 'registry_server', 'MEMBER')))`,
    cure: 'reset it (alter database … reset session_replication_role) and start the servers anew: a disabled account goes on working meanwhile',
  },
  {
    about: 'the clock by which the log was sealed',
    sql: `select 'it was sealed up to ' || to_char(max(sealed_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || ', which is still to come'
      from audit.sequence where sealed_at > now() + interval '1 minute'`,
    cure: 'a clock was ahead: until then `knownAt` by an instant does not see what is entered, give it numbers of the sequence',
  },
  {
    about: 'durable writes',
    sql: `select string_agg(what, ', ') from (
        select name || ' is ' || setting as what from pg_settings
        where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off'
        union all select 'synchronous_commit is off for ' || setrole::regrole from pg_db_role_setting, unnest(setconfig) setting
        where setrole <> 0 and setting ~* '^synchronous_commit=(of|off|f|fa|fal|fals|false|n|no|0)$' and pg_has_role(setrole, 'registry_server', 'MEMBER')
          and setdatabase in (0, (select oid from pg_database where datname = current_database()))
      ) found`,
    cure: 'switch them on in postgresql.conf, or for that role (alter role … reset): a power cut would lose or damage data',
  },
];

/** A server process finds a connection whenever it asks for one. @param pool as `DATABASE_POOL` says */
export const roomForConnections = (pool: number): Check => ({
  about: 'room for connections',
  sql: `select 'max_connections is ' || current_setting('max_connections')
    where current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int < ${mostConnections(pool)}`,
  cure: `raise it, or lower DATABASE_POOL: each server process opens up to ${mostConnections(pool)}`,
});

/** What is written is what was asked, whoever writes. */
export const nothingBetween = (): Check => ({
  about: 'triggers and rules of the migrations alone',
  sql: `select string_agg(what, ', ') || ' made by no migration' from (select 'trigger ' || name as what from (${FOREIGN_TRIGGERS}) foreign_ones
    union all select 'rule ' || name from (${RULES}) rules) found`,
  values: [triggersMade()],
  cure: 'find out who made it, run `npm run htx -- audit verify`, and drop it: it may change what is written, and what the log says of it, or drop it',
});

-- Audit: every insert, update, void and delete of a register leaves one event with the row's images, in the same
-- transaction, whoever writes it: the server, an import, a person at a console. The log is the history of the
-- registry: the schema `known` (0002c) answers from it what the registry said at a given moment.

-- Events ---------------------------------------------------------------------------------------------------------

create table audit.events (
  id bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null default clock_timestamp(),
  actor_id uuid,
  actor text not null,
  request_id text,
  reason text,
  source_document_id uuid,
  action text not null constraint events_action_check check (action in ('insert', 'update', 'void', 'delete')),
  table_name text not null,
  record_id uuid not null,
  owner_id uuid,
  alliance_id uuid,
  before jsonb,
  after jsonb
);
create index events_record on audit.events (table_name, record_id, id);
create index events_owner on audit.events (owner_id, table_name);
create index events_order on audit.events (xid, id);

comment on table audit.events is 'What was written, by whom, when and why. Images hold neither personal nor secret columns.';
comment on column audit.events.owner_id is 'The record it belongs to (the owner column that audit.watch named), after the change.';

-- Personal values stand apart, so that a lawful erasure can remove them and leave the event untouched. (No foreign key:
-- only the trigger writes here, no event is ever deleted, and the check would be paid on every write.)
create table audit.personal (
  event_id bigint primary key,
  before jsonb,
  after jsonb,
  salt bytea not null default public.gen_random_bytes(16)
);

-- A migration that renames a column of a watched table says so here; images keep the key they were written with.
create table audit.renamed_columns (
  step integer generated always as identity primary key,
  table_name text not null,
  old_key text not null,
  new_key text not null
);

-- Recording ------------------------------------------------------------------------------------------------------

create function audit.setting(name text) returns text language sql stable
return nullif(current_setting('registry.' || name, true), '');

-- Arguments: personal columns, secret columns (both as text[]), owner column ('' when there is none).
-- Who and why are settings that the unit of work makes for its transaction; without them the login is named.
create function audit.record_change() returns trigger language plpgsql
security definer set search_path = audit, pg_temp as $$
declare
  personal constant text[] := tg_argv[0];
  hidden constant text[] := personal || tg_argv[1]::text[];
  old_row constant jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  new_row constant jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  present constant jsonb := coalesce(new_row, old_row);
  event bigint;
begin
  if tg_op = 'UPDATE' and old_row -> 'id' <> new_row -> 'id' then
    raise exception 'a record keeps its id' using errcode = 'check_violation', constraint = 'record_id_kept', table = tg_table_name;
  end if;
  insert into audit.events (actor_id, actor, request_id, reason, source_document_id, action, table_name, record_id,
    owner_id, alliance_id, before, after)
  values (
    audit.setting('actor_id')::uuid,
    coalesce(audit.setting('actor'), 'database:' || session_user),
    audit.setting('request_id'),
    audit.setting('reason'),
    audit.setting('source_document_id')::uuid,
    case when old_row ->> 'voided_at' is null and new_row ->> 'voided_at' is not null and tg_op = 'UPDATE' then 'void'
         else lower(tg_op) end,
    tg_table_name,
    (present ->> 'id')::uuid,
    (present ->> tg_argv[2])::uuid,
    (present ->> 'alliance_id')::uuid,
    old_row - hidden,
    new_row - hidden)
  returning id into event;
  if personal <> '{}' then
    insert into audit.personal (event_id, before, after)
    select event, case when old_row is not null then jsonb_object_agg(key, old_row -> key) end,
      case when new_row is not null then jsonb_object_agg(key, new_row -> key) end
    from unnest(personal) key;
  end if;
  return null;
end $$;

-- An update must have read the row that it changes: a stale one cannot rewind the version.
create function registry.next_version() returns trigger language plpgsql as $$
begin
  if new.version is distinct from old.version + 1 then
    raise exception 'version % of % does not follow version %', new.version, tg_table_name, old.version
      using errcode = 'check_violation', constraint = 'version_step', table = tg_table_name;
  end if;
  new.updated_at := now();
  return new;
end $$;

create function audit.refuse() returns trigger language plpgsql as $$
begin
  raise exception '% of %.% is refused: its past stays', lower(tg_op), tg_table_schema, tg_table_name
    using errcode = 'insufficient_privilege', constraint = 'audit_append_only', table = tg_table_name;
end $$;

-- Watching -------------------------------------------------------------------------------------------------------

-- Which tables are watched, and how: read from the triggers themselves, so that it cannot disagree with them.
create view audit.watched_tables as
select relation.oid as relation, relation.relname::text as table_name,
  args.list[1]::text[] as personal, args.list[2]::text[] as secret, nullif(args.list[3], '') as owner
from pg_trigger t
join pg_class relation on relation.oid = t.tgrelid and relation.relnamespace = 'registry'::regnamespace
cross join lateral (select string_to_array(encode(t.tgargs, 'escape'), '\000') as list) args
where t.tgfoid = 'audit.record_change'::regproc and not t.tgisinternal;

create function audit.has_column(relation regclass, name text) returns boolean language sql stable
return exists (select from pg_attribute where attrelid = relation and attname = name and attnum > 0 and not attisdropped);

-- Puts a table of the schema registry under audit; call it in the migration that makes the table, while it is empty,
-- and again (with all its columns) whenever a personal, secret or owner column is added or renamed.
create function audit.watch(relation regclass, personal text[] default '{}', secret text[] default '{}', owner text default null)
returns void language plpgsql as $$
declare
  name text;
  filled boolean;
  before audit.watched_tables;
begin
  select * into before from audit.watched_tables w where w.relation = watch.relation;
  foreach name in array array['id'] || personal || secret || coalesce(owner, 'id') loop
    if not audit.has_column(relation, name) then
      raise exception 'audit.watch: % has no column %', relation, name using errcode = 'undefined_column';
    end if;
  end loop;
  execute format('select exists (select from %s)', relation) into filled;
  if filled and before.relation is null then
    raise exception 'audit.watch: % has rows already, which the log would never have seen', relation
      using errcode = 'object_not_in_prerequisite_state';
  end if;
  -- The events written so far carry the old owner; only its column may have been renamed.
  if filled and owner is distinct from before.owner
     and (before.owner is null or owner is null or audit.has_column(relation, before.owner)) then
    raise exception 'audit.watch: % has rows already, its owner column stays', relation
      using errcode = 'object_not_in_prerequisite_state';
  end if;
  execute format('create or replace trigger audit_record after insert or update or delete on %s for each row '
    'execute function audit.record_change(%L, %L, %L)', relation, personal, secret, coalesce(owner, ''));
  execute format('create or replace trigger audit_no_truncate before truncate on %s execute function audit.refuse()', relation);
  execute format('alter table %s enable always trigger audit_record, enable always trigger audit_no_truncate', relation);
  if audit.has_column(relation, 'version') then
    execute format('create or replace trigger next_version before update on %s for each row '
      'execute function registry.next_version()', relation);
  end if;
end $$;

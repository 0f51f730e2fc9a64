-- Foundation: schemas, extensions, the server's role, the functions of Vietnamese text, and the lists of codes.

create schema if not exists registry;
create schema if not exists audit;
create schema if not exists known;

create extension if not exists unaccent schema public;
create extension if not exists pg_trgm schema public;
create extension if not exists btree_gist schema public;
create extension if not exists pgcrypto schema public;

-- The server works as this role. It owns nothing, deletes nothing, and makes nothing. (Roles belong to the whole
-- cluster: another registry on it may have made this one.)
do $$
begin
  if not exists (select from pg_roles where rolname = 'registry_server') then
    create role registry_server nologin nobypassrls;
  end if;
exception when duplicate_object or unique_violation then null; -- two registries were founded at once
end $$;

-- Who migrates must be able to work as the server (until PostgreSQL 15, every member of a role can).
do $$
begin
  if not pg_has_role('registry_server', case when current_setting('server_version_num')::int < 160000 then 'member' else 'set' end) then
    grant registry_server to current_user;
  end if;
end $$;

-- Nobody can put a table of his own before one of ours.
revoke create on schema public from public;
do $$ begin execute format('revoke temporary on database %I from public', current_database()); end $$;

grant usage on schema registry, known to registry_server;
alter default privileges in schema registry grant select, insert, update on tables to registry_server;
alter default privileges in schema registry grant usage on sequences to registry_server;

-- Vietnamese text ------------------------------------------------------------------------------------------------

-- As search compares: lower case, without diacritics, đ as d; composed and decomposed texts meet. unaccent itself is only
-- STABLE: naming its dictionary with its schema makes the promise of IMMUTABLE true, so that the result can be indexed.
-- Not inlined on purpose: as one call it is dear to the planner, which then takes the trigram index even of a small table
-- (600 names: 0.06 ms), and four times cheaper to recheck than the same in inlined built-ins (12 µs a name).
create function registry.fold(value text) returns text language plpgsql immutable parallel safe as $$
begin
  return lower(public.unaccent('public.unaccent',
    case when value is nfc normalized then value else normalize(value, NFC) end));
end $$;

-- A person's name: the last word is the given name (tên), the first the family name (họ), the rest the middle (đệm).
create function registry.given_name(whole text) returns text language sql immutable parallel safe
return substring(whole from '\S+$');
create function registry.family_name(whole text) returns text language sql immutable parallel safe
return case when whole ~ '\s' then substring(whole from '^\S+') else '' end;
create function registry.middle_name(whole text) returns text language sql immutable parallel safe
return coalesce(substring(whole from '^\S+\s+(.*\S)\s+\S+$'), '');

-- The name of a column as the API writes it: admitted_on, admittedOn.
create function registry.api_name(column_name text) returns text language sql immutable parallel safe
return lower(left(column_name, 1)) || substr(replace(initcap(replace(column_name, '_', ' ')), ' ', ''), 2);

-- Codes ----------------------------------------------------------------------------------------------------------

create table code_lists (
  list text primary key constraint code_lists_list_check check (list ~ '^[a-z][a-z0-9_]*$'),
  vi text not null,
  en text not null
);

-- One partition a list, so that a column can reference its own list by the code alone.
create table codes (
  list text not null constraint codes_list_fk references code_lists,
  code text not null constraint codes_code_check check (code ~ '^[a-z][a-z0-9_]*$'),
  vi text not null,
  en text not null,
  rank integer not null,
  valid_from date,
  valid_to date,
  description text,
  primary key (list, code)
) partition by list (list);

create function add_code_list(name text, vi text, en text) returns void language plpgsql as $$
begin
  insert into registry.code_lists values (name, vi, en);
  execute format('create table registry.codes_%1$s partition of registry.codes for values in (%1$L)', name);
  execute format('alter table registry.codes_%1$s add constraint codes_%1$s_unique unique (code)', name);
  -- Reference data: migrations write it, the server only reads.
  execute format('revoke insert, update on registry.codes_%s from registry_server', name);
end $$;
revoke execute on function add_code_list from public;
revoke insert, update on code_lists, codes from registry_server;

-- Codes in the order in which they are shown.
create function add_codes(name text, variadic labels text[]) returns void language sql as $$
  insert into registry.codes (list, code, vi, en, rank)
  select name, labels[3 * i - 2], labels[3 * i - 1], labels[3 * i], i
  from generate_series(1, array_length(labels, 1) / 3) i
$$;
revoke execute on function add_codes from public;

-- Answers kept for the repetition of a request with the same Idempotency-Key.
create table stored_answers (
  key text primary key,
  request_hash text not null,
  body text not null,
  version integer,
  headers jsonb not null,
  stored_at timestamptz not null default now()
);
create index stored_answers_at on stored_answers (stored_at);
comment on table stored_answers is 'not audited: no register. It holds what was answered for 72 hours, and is then forgotten.';
grant delete on stored_answers to registry_server;

-- A second wall: what the statements of the server scope, the database scopes too, for whoever is not of the alliance that
-- keeps the registry. Members and other alliances work as the role registry_visitor, which sees only rows that its
-- transaction's settings open; unset, they open nothing. The keepers work as registry_server as before: its policies say
-- `true`, which the planner drops.

do $$
begin
  if not exists (select from pg_roles where rolname = 'registry_visitor') then
    create role registry_visitor nologin nobypassrls;
  end if;
exception when duplicate_object or unique_violation then null; -- two registries were founded at once
end $$;
do $$
begin
  if not pg_has_role('registry_visitor', case when current_setting('server_version_num')::int < 160000 then 'member' else 'set' end) then
    grant registry_visitor to current_user;
  end if;
end $$;

-- Who visits -----------------------------------------------------------------------------------------------------

-- The alliance of a visiting secretariat, auditor or administrator and those below it; nothing for a member.
create function own_alliances() returns uuid[] language sql stable parallel safe
return nullif(current_setting('registry.own_alliances', true), '')::uuid[];
-- The organisation that a visiting member speaks for; nothing for others.
create function own_organization() returns uuid language sql stable parallel safe
return nullif(current_setting('registry.own_organization', true), '')::uuid;
-- The visitor's alliance, those below and those above: whose papers, bodies, terms and catalogues the visitor may see.
create function alliances_in_line() returns uuid[] language sql stable parallel safe
return nullif(current_setting('registry.alliances_in_line', true), '')::uuid[];
-- The account or key that asks.
create function own_account() returns uuid language sql stable parallel safe
return nullif(current_setting('registry.actor_id', true), '')::uuid;

-- Walls ----------------------------------------------------------------------------------------------------------

-- Which rows of which table a visitor sees: the text of its policy, of which the views of the past are made too. A table
-- that another one's text asks comes first.
create table audit.walls (
  table_name text primary key,
  step integer not null generated always as identity,
  seen text not null
);

create schema known_to_visitors;
grant usage on schema registry, audit, known_to_visitors to registry_visitor;

-- Walls a table in; call it in the migration that makes the table, after audit.watch, and again when the rule changes. Names
-- without a schema: the views of the past are made of the same text.
-- `seen` says which rows a visitor sees, `kept` which it may enter and change (none: null).
create procedure wall(relation regclass, seen text, kept text default 'alliance_id = any ((select own_alliances())::uuid[])')
language plpgsql as $$
declare
  policy name;
begin
  for policy in select polname from pg_policy where polrelid = relation loop
    execute format('drop policy %I on %s', policy, relation);
  end loop;
  execute format('alter table %s enable row level security, force row level security', relation);
  execute format('create policy the_server on %s to registry_server using (true) with check (true)', relation);
  execute format('create policy visitors_see on %s for select to registry_visitor using (%s)', relation, seen);
  execute format('revoke all on %s from registry_visitor', relation);
  execute format('grant select on %s to registry_visitor', relation);
  if kept is not null then
    execute format('create policy visitors_enter on %s for insert to registry_visitor with check (%s)', relation, kept);
    execute format('create policy visitors_change on %s for update to registry_visitor using (%s) with check (%2$s)', relation, kept);
    execute format('grant insert, update on %s to registry_visitor', relation);
  end if;
  insert into audit.walls (table_name, seen)
  select watched.table_name, wall.seen from audit.watched_tables watched where watched.relation = wall.relation
  on conflict (table_name) do update set seen = excluded.seen;
end $$;
revoke execute on procedure wall from public;

-- What is a member's own, as ids: one function for now and one of the same name for then, so that one text asks either.
-- They run with their owner's rights, because a policy that asks walled tables is planned with all their policies inside it
-- (of one dossier: a third of a second). Found once a transaction; whoever could forge the setting could forge the member.
create procedure own_ids(name text, ids text) language plpgsql as $make$
declare
  place text[];
begin
  foreach place slice 1 in array array[['registry', 'registry'], ['known_to_visitors', 'known, known_to_visitors, registry']] loop
    execute format($body$
      create or replace function %1$s.%2$I() returns uuid[] language plpgsql stable security definer set search_path = %3$s, pg_temp as $$
      declare
        ids uuid[] := nullif(current_setting('registry.%2$s', true), '')::uuid[];
      begin
        if ids is null then
          ids := case when own_organization() is null then '{}' else array(%4$s) end;
          perform set_config('registry.%2$s', ids::text, true);
        end if;
        return ids;
      end $$$body$, place[1], name, place[2], ids);
  end loop;
end $make$;
revoke execute on procedure own_ids from public;

call own_ids('own_memberships', 'select id from memberships where organization_id = own_organization()');
call own_ids('own_awards', 'select id from awards where organization_id = own_organization()');
call own_ids('own_decisions', 'select decision_id from awards where organization_id = own_organization()');
call own_ids('own_delegates', 'select d.id from delegates d left join delegations n on n.id = d.delegation_id
  where own_organization() in (d.organization_id, n.organization_id)');
-- Who takes over a seat and who leaves it see each other.
call own_ids('delegates_in_sight', 'select unnest(own_delegates()) union select unnest(array[s.delegate_id, s.alternate_id])
  from delegate_substitutions s where s.voided_at is null and (s.delegate_id = any (own_delegates()) or s.alternate_id = any (own_delegates()))');
call own_ids('people_in_sight', 'select person_id from positions where organization_id = own_organization()
  union select person_id from awards where organization_id = own_organization() and person_id is not null
  union select person_id from training_participations where organization_id = own_organization()
  union select person_id from delegates where id = any (delegates_in_sight())');

-- Whether a row that an alliance above keeps is about something of the visitor's own alliances.
create function is_about_own(what text, thing uuid) returns boolean language plpgsql stable
security definer set search_path = registry, pg_temp as $$
declare
  own constant uuid[] := own_alliances();
begin
  return case what
    when 'organization' then exists (select from organizations o where o.id = thing and o.alliance_id = any (own))
    when 'membership' then exists (select from memberships m join organizations o on o.id = m.organization_id
      where m.id = thing and o.alliance_id = any (own))
    when 'award' then exists (select from awards a join organizations o on o.id = a.organization_id
      where a.id = thing and o.alliance_id = any (own))
    when 'decision' then exists (select from awards a join organizations o on o.id = a.organization_id
      where a.decision_id = thing and o.alliance_id = any (own))
    when 'delegate' then exists (select from delegates d join organizations o on o.id = d.organization_id
      where d.id = thing and o.alliance_id = any (own))
    when 'person' then exists (
      select from positions p join organizations o on o.id = p.organization_id where p.person_id = thing and o.alliance_id = any (own)
      union all select from awards p join organizations o on o.id = p.organization_id where p.person_id = thing and o.alliance_id = any (own)
      union all select from training_participations p join organizations o on o.id = p.organization_id
        where p.person_id = thing and o.alliance_id = any (own)
      union all select from delegates p join organizations o on o.id = p.organization_id where p.person_id = thing and o.alliance_id = any (own))
    else false end;
end $$;

-- A row is seen by the alliance that keeps it; by the member whose it is; and, where an alliance above keeps it, by the
-- alliance whose it is about.
create function seen_by(member text, what text, thing text) returns text language sql immutable
return format('alliance_id = any ((select own_alliances())::uuid[]) or %s
  or ((select own_alliances()) is not null and alliance_id = any ((select alliances_in_line())::uuid[]) and is_about_own(%L, %s))',
  member, what, thing);

-- Which alliances there are and what they are called is public; each changes what is its own, and founds those below it.
call wall('alliances', 'true', 'id = any ((select own_alliances())::uuid[]) or parent_id = any ((select own_alliances())::uuid[])');
call wall('alliance_names', 'true', 'alliance_id = any ((select own_alliances())::uuid[]) or exists (
  select from alliances founded where founded.id = alliance_names.alliance_id and founded.parent_id = any ((select own_alliances())::uuid[]))');

do $$
declare
  name text;
begin
  -- What an alliance shares with its members and with the alliances below it.
  foreach name in array array['alliance_terms', 'alliance_bodies', 'issuing_bodies', 'issuing_body_names', 'documents',
    'congresses', 'training_programmes', 'training_courses', 'targets', 'sector_statistics'] loop
    call wall(format('registry.%I', name)::regclass, 'alliance_id = any ((select alliances_in_line())::uuid[])');
  end loop;
  -- The same, where a row without an alliance holds for all.
  foreach name in array array['manager_positions', 'award_forms'] loop
    call wall(format('registry.%I', name)::regclass, 'alliance_id is null or alliance_id = any ((select alliances_in_line())::uuid[])');
  end loop;
  -- What an alliance keeps for itself.
  foreach name in array array['declared_figures', 'api_keys'] loop
    call wall(format('registry.%I', name)::regclass, 'alliance_id = any ((select own_alliances())::uuid[])');
  end loop;
end $$;
call wall('award_counts', 'alliance_id = any ((select own_alliances())::uuid[])', null);
call wall('accounts', 'alliance_id = any ((select own_alliances())::uuid[]) or id = (select own_account())');

call wall('organizations', 'alliance_id = any ((select own_alliances())::uuid[]) or id = (select own_organization())');
do $$
declare
  name text;
begin
  foreach name in array array['organization_names', 'organization_addresses', 'organization_statuses', 'organization_obligations',
    'organization_figures', 'memberships', 'positions', 'awards', 'training_participations', 'supported_models', 'delegations'] loop
    call wall(format('registry.%I', name)::regclass,
      seen_by('organization_id = (select own_organization())', 'organization', 'organization_id'));
  end loop;
end $$;
call wall('membership_exits', seen_by('membership_id = any ((select own_memberships())::uuid[])', 'membership', 'membership_id'));
call wall('membership_suspensions', seen_by('membership_id = any ((select own_memberships())::uuid[])', 'membership', 'membership_id'));
call wall('award_decisions', seen_by('id = any ((select own_decisions())::uuid[])', 'decision', 'id'));
call wall('award_revocations', seen_by('award_id = any ((select own_awards())::uuid[])', 'award', 'award_id'));
call wall('delegates', seen_by('id = any ((select delegates_in_sight())::uuid[])', 'delegate', 'id'));
call wall('delegate_substitutions', seen_by('delegate_id = any ((select own_delegates())::uuid[]) or alternate_id = any ((select own_delegates())::uuid[])',
  'delegate', 'delegate_id'));
-- A person whose position, award, training or mandate is seen is seen by name.
call wall('people', seen_by('id = any ((select people_in_sight())::uuid[])', 'person', 'id'));

-- The answers to one's own requests. Sessions are none of a visitor's tables.
call wall('stored_answers', $$starts_with(key, (select own_account()::text || ' '))$$, $$starts_with(key, (select own_account()::text || ' '))$$);
create policy visitors_forget on stored_answers for delete to registry_visitor using (starts_with(key, (select own_account()::text || ' ')));
grant delete on stored_answers to registry_visitor;
alter table sessions enable row level security, force row level security;
create policy the_server on sessions to registry_server using (true) with check (true);

-- Reference data ---------------------------------------------------------------------------------------------------

grant usage on sequence organization_codes to registry_visitor;
do $$
declare
  name text;
begin
  for name in select relname from pg_class where relnamespace = 'registry'::regnamespace and relkind in ('r', 'p')
    and (relname in ('code_lists', 'codes', 'places', 'place_successions') or relispartition) loop
    execute format('grant select on registry.%I to registry_visitor', name);
  end loop;
end $$;
comment on table code_lists is 'no row-level security: reference data, the same for all';
comment on table codes is 'no row-level security: reference data, the same for all';
comment on table places is 'no row-level security: reference data of the state';
comment on table place_successions is 'no row-level security: reference data of the state';
comment on table sign_in_failures is 'not audited: no register. It counts attempts for a quarter of an hour, and is then forgotten. account_key is a digest of the e-mail address that was tried, known or not. no row-level security: it has no owner, and visitors have no right to it.';

create or replace function add_code_list(name text, vi text, en text) returns void language plpgsql as $$
begin
  insert into registry.code_lists values (name, vi, en);
  execute format('create table registry.codes_%1$s partition of registry.codes for values in (%1$L)', name);
  execute format('alter table registry.codes_%1$s add constraint codes_%1$s_unique unique (code)', name);
  -- Reference data: migrations write it, the server only reads.
  execute format('revoke insert, update on registry.codes_%s from registry_server', name);
  execute format('grant select on registry.codes_%s to registry_visitor', name);
end $$;

-- What may be counted ----------------------------------------------------------------------------------------------

-- Of rows that not everybody may see, what everybody may count. These views run with their owner's rights.
create view course_results as select course_id, result, voided_at from training_participations;
create view namings_to_congresses as select congress_id, kind, named_on, voided_at from delegates;
grant select on course_results, namings_to_congresses to registry_server, registry_visitor;
revoke insert, update on course_results, namings_to_congresses from registry_server;

-- What triggers must see whole ---------------------------------------------------------------------------------------

alter function refuse_more_than_seats() security definer set search_path = registry, pg_temp;
alter function end_sessions_of_account() security definer;

-- Who can sign in as an administrator, held until the transaction ends, wherever: nothing but ids.
create function hold_administrators() returns table (id uuid, alliance_id uuid) language sql
security definer set search_path = registry, pg_temp as $$
  select a.id, a.alliance_id from accounts a
  where a.role = 'administrator' and a.disabled_at is null and a.voided_at is null order by a.id for update
$$;
revoke execute on function hold_administrators() from public;
grant execute on function hold_administrators() to registry_server, registry_visitor;

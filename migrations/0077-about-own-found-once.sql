-- Which rows that an alliance above keeps are about something of the visitor's own was asked of each of them, by four joins for a person:
-- a search of an alliance below took seconds beside a keeper of 1,800 people. Their ids are found once a transaction instead, from
-- whichever side has fewer.
create function about_own(what text) returns uuid[] language plpgsql stable
security definer set search_path = registry, pg_temp as $$
declare
  own constant uuid[] := own_alliances();
  above constant uuid[] := array(select id from unnest(alliances_in_line()) id where id <> all (own));
  ids uuid[] := nullif(current_setting('registry.about_own_' || what, true), '')::uuid[];
begin
  if ids is null then
    ids := case what
      when 'organization' then array(select o.id from organizations o where o.alliance_id = any (own))
      when 'membership' then array(select x.id from memberships x join organizations o on o.id = x.organization_id
        where x.alliance_id = any (above) and o.alliance_id = any (own))
      when 'award' then array(select x.id from awards x join organizations o on o.id = x.organization_id
        where x.alliance_id = any (above) and o.alliance_id = any (own))
      when 'decision' then array(select x.decision_id from awards x join organizations o on o.id = x.organization_id
        where x.alliance_id = any (above) and o.alliance_id = any (own))
      when 'delegate' then array(select x.id from delegates x join organizations o on o.id = x.organization_id
        where x.alliance_id = any (above) and o.alliance_id = any (own))
      when 'person' then array(
        select pe.id from people pe join positions x on x.person_id = pe.id join organizations o on o.id = x.organization_id
          where pe.alliance_id = any (above) and o.alliance_id = any (own)
        union select pe.id from people pe join awards x on x.person_id = pe.id join organizations o on o.id = x.organization_id
          where pe.alliance_id = any (above) and o.alliance_id = any (own)
        union select pe.id from people pe join training_participations x on x.person_id = pe.id join organizations o on o.id = x.organization_id
          where pe.alliance_id = any (above) and o.alliance_id = any (own)
        union select pe.id from people pe join delegates x on x.person_id = pe.id join organizations o on o.id = x.organization_id
          where pe.alliance_id = any (above) and o.alliance_id = any (own))
      end;
    perform set_config('registry.about_own_' || what, ids::text, true);
  end if;
  return ids;
end $$;
revoke execute on function about_own from public;
grant execute on function about_own to registry_server, registry_visitor;

create or replace function seen_by(member text, what text, thing text) returns text language sql immutable
return format('alliance_id = any ((select own_alliances())::uuid[]) or %s
  or ((select own_alliances()) is not null and alliance_id = any ((select alliances_in_line())::uuid[]) and %s in (select unnest(about_own(%L))))',
  member, thing, what);

create function pg_temp.found_once(text) returns text language sql
return regexp_replace($1, 'is_about_own\((''\w+''), (\w+)\)', '\2 in (select unnest(about_own(\1)))');
update audit.walls set seen = pg_temp.found_once(seen), told = pg_temp.found_once(told) where seen like '%is_about_own(%';
do $$
declare
  walled record;
begin
  for walled in select * from audit.walls where seen like '%about_own(%' loop
    execute format('alter policy visitors_see on registry.%I using (%s)', walled.table_name, walled.seen);
  end loop;
end $$;
drop function is_about_own;

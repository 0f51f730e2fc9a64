-- What was a member's own then was found once a transaction under the same setting as what is now: a statement that asks both was
-- answered by whichever came first.
create or replace procedure own_ids(name text, ids text) language plpgsql as $make$
declare
  place text[];
begin
  foreach place slice 1 in array array[
    ['registry', 'registry', 'registry.'], ['known_to_visitors', 'known, known_to_visitors, registry', 'registry.known_']] loop
    execute format($body$
      create or replace function %1$s.%2$I() returns uuid[] language plpgsql stable security definer set search_path = %3$s, pg_temp as $$
      declare
        ids uuid[] := nullif(current_setting('%5$s%2$s', true), '')::uuid[];
      begin
        if ids is null then
          ids := case when own_organization() is null then '{}' else array(%4$s) end;
          perform set_config('%5$s%2$s', ids::text, true);
        end if;
        return ids;
      end $$$body$, place[1], name, place[2], ids, place[3]);
  end loop;
end $make$;
revoke execute on procedure own_ids from public;

-- Those that there are, each with its own setting.
do $$
declare
  made record;
begin
  for made in
    select proname, pg_get_functiondef(oid) as definition from pg_proc
    where pronamespace = 'known_to_visitors'::regnamespace and prosrc like '%''registry.' || proname || '''%'
  loop
    execute replace(made.definition, '''registry.' || made.proname || '''', '''registry.known_' || made.proname || '''');
  end loop;
end $$;

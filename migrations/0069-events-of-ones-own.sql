-- Who takes over a seat and who leaves it see each other by name and day. What the log tells of the other one (why it was written, what was
-- corrected, by which papers) is told to neither: an event may be told of fewer rows than are seen.
alter table audit.walls add told text;
call own_ids('own_people', 'select person_id from positions where organization_id = own_organization()
  union select person_id from awards where organization_id = own_organization() and person_id is not null
  union select person_id from training_participations where organization_id = own_organization()
  union select person_id from delegates where id = any (own_delegates())');
update audit.walls set told = replace(replace(seen, 'delegates_in_sight', 'own_delegates'), 'people_in_sight', 'own_people')
where table_name in ('delegates', 'people');

-- Asked as the visitor, of the table that the event names.
create or replace procedure audit.wall_events() language plpgsql as $make$
begin
  execute format($body$
    create or replace function audit.sees_row(table_name text, record uuid) returns boolean language plpgsql stable
    set search_path = registry, pg_temp as $$
    begin
      case table_name %s
      else return false;
      end case;
    end $$$body$,
    (select string_agg(format('when %L then return exists (select from %1$I where id = record and (%2$s));', w.table_name,
      coalesce(w.told, 'true')), E'\n      ') from audit.walls w));
  revoke execute on function audit.sees_row from public;
  grant execute on function audit.sees_row to registry_visitor;
  drop policy if exists visitors_see on audit.events;
  create policy visitors_see on audit.events for select to registry_visitor
    using (alliance_id = any ((select registry.own_alliances())::uuid[]) or audit.sees_row(table_name, record_id));
end $make$;

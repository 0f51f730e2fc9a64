-- The second wall around what was: the views of the schema known, and the log itself.

-- The walls again before the views of the schema known: what a visitor may know of the past, by the past itself. A view of
-- the registry has its twin in both.
create procedure audit.build_known_views_of(viewers text, made_in text) language plpgsql as $$
declare
  twin name;
  definition text;
begin
  for twin in select viewname from pg_views where schemaname = 'registry' loop
    perform set_config('search_path', 'registry, public', true);
    definition := pg_get_viewdef(format('registry.%I', twin)::regclass);
    perform set_config('search_path', 'known, registry, public', true);
    execute format('create view %I.%I as %s', made_in, twin, definition);
    execute format('grant select on %I.%I to %I', made_in, twin, viewers);
  end loop;
end $$;

create procedure audit.build_visitors_views() language plpgsql as $$
declare
  walled record;
begin
  for walled in select * from audit.walls order by step loop
    perform set_config('search_path', 'known_to_visitors, registry, public', true);
    execute format('create view known_to_visitors.%1$I as select * from known.%1$I where %2$s', walled.table_name, walled.seen);
    execute format('grant select on known_to_visitors.%I to registry_visitor', walled.table_name);
  end loop;
end $$;

-- An event is seen by whom the row that it is about is seen: asked as the visitor, of the table that the event names.
create procedure audit.wall_events() language plpgsql as $make$
begin
  execute format($body$
    create or replace function audit.sees_row(table_name text, record uuid) returns boolean language plpgsql stable
    set search_path = registry, pg_temp as $$
    begin
      case table_name %s
      else return false;
      end case;
    end $$$body$,
    (select string_agg(format('when %L then return exists (select from %1$I where id = record);', w.table_name), E'\n      ')
     from audit.walls w));
  revoke execute on function audit.sees_row from public;
  grant execute on function audit.sees_row to registry_visitor;
  drop policy if exists visitors_see on audit.events;
  create policy visitors_see on audit.events for select to registry_visitor
    using (alliance_id = any ((select registry.own_alliances())::uuid[]) or audit.sees_row(table_name, record_id));
end $make$;

create or replace procedure audit.drop_known_views() language plpgsql as $$
declare
  name text;
begin
  for name in select format('%I.%I', schemaname, viewname) from pg_views where schemaname in ('known', 'known_to_visitors') loop
    execute format('drop view if exists %s cascade', name);
  end loop;
end $$;

create or replace procedure audit.build_known_views() language plpgsql as $$
declare
  watched audit.watched_tables;
  name text;
  path constant text := current_setting('search_path');
begin
  call audit.drop_known_views();
  for watched in select * from audit.watched_tables loop
    foreach name in array watched.personal || watched.secret || coalesce(watched.owner, 'id') loop
      if not audit.has_column(watched.relation, name) then
        raise exception 'registry.% has no column % any more: call audit.watch again', watched.table_name, name
          using errcode = 'undefined_column';
      end if;
    end loop;
    execute audit.known_view(watched);
    execute format('grant select on known.%I to registry_server', watched.table_name);
  end loop;
  call audit.build_known_views_of('registry_server', 'known');
  call audit.build_visitors_views();
  call audit.build_known_views_of('registry_visitor', 'known_to_visitors');
  call audit.wall_events();
  perform set_config('search_path', path, true);
end $$;

alter table audit.events enable row level security, force row level security;
create policy the_server on audit.events to registry_server using (true) with check (true);
alter table audit.personal enable row level security, force row level security;
create policy the_server on audit.personal to registry_server using (true) with check (true);

revoke all on audit.walls from public, registry_server;
revoke all on procedure audit.build_known_views_of, audit.build_visitors_views, audit.wall_events from public, registry_server;
grant select on audit.events, audit.sequence to registry_visitor;
grant execute on function audit.rename_key(jsonb, text, text) to registry_visitor;

-- What an alliance called its own codes, and where it put them, is part of what was known; everybody's codes only migrations write.
create function audit.known_code_views() returns table (name text, definition text) language sql stable
set search_path = registry, pg_temp
begin atomic
  select 'codes', 'create view known.codes as
    select list, code, vi, en, rank, valid_from, valid_to, alliance_id from registry.codes where alliance_id is null
    union all select list, code, vi, en, rank, valid_from, valid_to, alliance_id from known.own_codes'
  union all select 'codes_' || l.list, format('create view known.codes_%1$s as select * from known.codes where list = %1$L', l.list)
  from registry.code_lists l where l.open;
end;

create procedure audit.build_known_codes() language plpgsql as $$
declare
  made record;
begin
  for made in select * from audit.known_code_views() k order by k.name loop
    execute made.definition;
    execute format('create view known_to_visitors.%1$I as select * from known.%1$I', made.name);
    execute format('grant select on known.%I to registry_server', made.name);
    execute format('grant select on known_to_visitors.%I to registry_visitor', made.name);
  end loop;
end $$;
revoke all on function audit.known_code_views from public, registry_server;
revoke all on procedure audit.build_known_codes from public, registry_server;

-- As in 0018b, with the codes.
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
  call audit.build_known_codes();
  call audit.build_known_views_of('registry_server', 'known');
  call audit.build_visitors_views();
  call audit.build_known_views_of('registry_visitor', 'known_to_visitors');
  call audit.wall_events();
  perform set_config('search_path', path, true);
end $$;

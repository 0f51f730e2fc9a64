-- What the registry knew: for each watched table of the schema registry a view in the schema known, of the same name
-- and columns, that shows each record by its last image at or below the audit sequence `registry.known_seq`. A statement
-- run with `search_path = known, registry` therefore answers for then as it does for now. Unset, the setting fails.
--
-- The views run with their owner's rights and merge personal values back in, past every row policy on the tables
-- themselves: masks and scopes are in the statements that read them, exactly as for the live tables.
-- Secret columns are null, and a column younger than an image is null in it.

create function audit.rename_key(image jsonb, old_key text, new_key text) returns jsonb language sql immutable
return case when image ? old_key and not image ? new_key
  then (image - old_key) || jsonb_build_object(new_key, image -> old_key) else image end;

-- The expression for an image under today's column names: one rename_key around it for each renaming, oldest first.
create function audit.image_expression(watched audit.watched_tables) returns text language plpgsql stable as $$
declare
  renamed audit.renamed_columns;
  image text := case watched.personal when '{}' then 'e.after' else 'e.after || coalesce(p.after, ''{}'')' end;
begin
  for renamed in select * from audit.renamed_columns r where r.table_name = watched.table_name order by r.step loop
    image := format('audit.rename_key(%s, %L, %L)', image, renamed.old_key, renamed.new_key);
  end loop;
  return image;
end $$;

-- The columns in the table's order. `id` and the owner column are the event's own, so that a condition on them reaches
-- an index: a record by its id, and the rows that belong to a record (14 s became 13 ms for a page of 50 with names).
create function audit.column_expressions(watched audit.watched_tables) returns text language sql stable
return (
  select string_agg(case attname
    when 'id' then 'e.record_id as id'
    when watched.owner then format('e.owner_id as %I', attname)
    else format('image.%I', attname) end, ', ' order by attnum)
  from pg_attribute where attrelid = watched.relation and attnum > 0 and not attisdropped);

-- One view. An image is the last when no later event of its record is at or below the sequence. Later means a higher
-- event id: the row's lock hands ids of one record out in the order of its changes, which (xid, id) does not promise.
create function audit.known_view(watched audit.watched_tables) returns text language sql stable
return format($view$
create view known.%1$I as
select %2$s
from audit.events e
join audit.sequence s on s.event_id = e.id
%3$s
cross join lateral jsonb_populate_record(null::registry.%1$I, %4$s) image
where e.table_name = %5$L and e.action <> 'delete' and s.seq <= current_setting('registry.known_seq')::bigint
  and not exists (
    select from audit.events later
    join audit.sequence ls on ls.event_id = later.id
    where later.table_name = %5$L and later.record_id = e.record_id and later.id > e.id
      and ls.seq <= current_setting('registry.known_seq')::bigint)$view$,
  watched.table_name,
  audit.column_expressions(watched),
  case watched.personal when '{}' then '' else 'left join audit.personal p on p.event_id = e.id' end,
  audit.image_expression(watched),
  watched.table_name);

-- Before migrations: a view would forbid changes to the columns that it shows.
create procedure audit.drop_known_views() language plpgsql as $$
declare
  name text;
begin
  for name in select viewname from pg_views where schemaname = 'known' loop
    execute format('drop view known.%I', name);
  end loop;
end $$;

-- After migrations. Refuses a table whose audit trigger names a column that is gone: its values would leave the shelter
-- of audit.personal unnoticed.
create procedure audit.build_known_views() language plpgsql as $$
declare
  watched audit.watched_tables;
  name text;
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
end $$;

-- What the server may do here: read the log, number it, ask for a number. -----------------------------------------

revoke all on all tables in schema audit from public, registry_server;
revoke all on all routines in schema audit from public, registry_server;
grant usage on schema audit, known to registry_server;
grant select on all tables in schema audit to registry_server;
grant execute on function audit.seal(), audit.sequence_at(timestamptz), audit.rename_key(jsonb, text, text) to registry_server;

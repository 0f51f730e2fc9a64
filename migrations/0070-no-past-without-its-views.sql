-- Without its views the past would be read from the tables of now: the search path passes over what is not there. So a read of the past
-- asks first whether they are, and shares a lock that whoever builds them anew has alone.
create function audit.look_back(views text) returns void language plpgsql as $$
begin
  if not pg_try_advisory_xact_lock_shared(4702111234474983747) or to_regclass(format('%I.organizations', views)) is null then
    raise exception 'the views of the past are not there' using errcode = 'cannot_connect_now';
  end if;
end $$;
revoke execute on function audit.look_back from public;
grant execute on function audit.look_back to registry_server, registry_visitor;

create function audit.views_missing() returns setof text language sql stable
begin atomic
  select format('%I.%I', v.schema_name, v.table_name)
  from (select 'known' as schema_name, table_name from audit.watched_tables
    union all select 'known_to_visitors', table_name from audit.walls) v
  where not exists (select from pg_views made where made.schemaname = v.schema_name and made.viewname = v.table_name)
  order by 1;
end;
revoke execute on function audit.views_missing from public, registry_server;

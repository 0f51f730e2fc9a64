-- As in 0020b. A row whose JSON is its last image needs no closer look, which is all rows but few: those that are older than a
-- column, or were written with another time zone.
create or replace function audit.rows_unlike_log(name text)
returns table (record_id uuid, what text, event_id bigint, seq bigint) language plpgsql stable as $$
declare
  watched audit.watched_tables;
  computed text[];
begin
  select * into strict watched from audit.watched_tables w where w.table_name = name;
  select coalesce(array_agg(attname), '{}') into computed from pg_attribute
  where attrelid = watched.relation and attgenerated <> '' and not attisdropped;
  return query execute format($query$
    select coalesce(l.record_id, r.id),
      case when r.id is null then 'missing' when l.record_id is null or l.action = 'delete' then 'unrecorded' else 'changed' end,
      l.id, s.seq
    from (
      select e.*, %3$s as image
      from (select max(e.id) as id from audit.events e where e.table_name = %2$L and e.record_id is not null
        and e.action in ('insert', 'update', 'void', 'delete') group by e.record_id) newest
      join audit.events e on e.id = newest.id
      left join audit.personal p on p.event_id = e.id
    ) l
    full join registry.%1$I r on r.id = l.record_id
    left join audit.sequence s on s.event_id = l.id
    where case
      when r.id is null then l.action <> 'delete'
      when l.record_id is null or l.action = 'delete' then true
      else to_jsonb(r) - $2 is distinct from l.image
        and not audit.row_is_image(to_jsonb(r), l.image, to_jsonb(jsonb_populate_record(null::registry.%1$I, l.image)), $1, $2, $3)
      end
    order by l.id nulls first$query$,
    name, name, audit.image_expression(watched))
  using audit.column_defaults(watched.relation), watched.secret, computed;
end $$;

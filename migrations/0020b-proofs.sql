-- Proofs about the tree over the log (RFC 6962), and today's rows against the log.

-- The greatest power of two below a number of leaves: where RFC 6962 splits a tree.
create function audit.split(leaves bigint) returns bigint language sql immutable
return 1::bigint << (length(ltrim((leaves - 1)::bit(64)::text, '0')) - 1);

-- RFC 6962, 2.1.1: the hashes beside the way from a leaf up to the root of the tree of that size.
create function audit.inclusion_proof(seq bigint, size bigint) returns text[] language plpgsql stable
set search_path = audit, pg_temp as $$
declare
  first bigint := 0;
  beyond bigint := size;
  middle bigint;
  proof text[] := '{}';
begin
  while beyond - first > 1 loop
    middle := first + split(beyond - first);
    if seq - 1 < middle then
      proof := encode(range_hash(middle, beyond), 'base64') || proof;
      beyond := middle;
    else
      proof := encode(range_hash(first, middle), 'base64') || proof;
      first := middle;
    end if;
  end loop;
  return proof;
end $$;

-- RFC 6962, 2.1.2: the hashes that show the tree of the smaller size to be the beginning of that of the greater.
create function audit.consistency_proof(smaller bigint, greater bigint) returns text[] language plpgsql stable
set search_path = audit, pg_temp as $$
declare
  first bigint := 0;
  beyond bigint := greater;
  middle bigint;
  proof text[] := '{}';
begin
  while smaller < beyond loop
    middle := first + split(beyond - first);
    if smaller <= middle then
      proof := encode(range_hash(middle, beyond), 'base64') || proof;
      beyond := middle;
    else
      proof := encode(range_hash(first, middle), 'base64') || proof;
      first := middle;
    end if;
  end loop;
  -- Who checks knows the root of the smaller tree; only a part of it must be told.
  return case when first = 0 then proof else encode(range_hash(first, beyond), 'base64') || proof end;
end $$;

-- Today's rows against the log -----------------------------------------------------------------------------------

-- Default values of a table's columns: what a row has where its last image is older than the column.
create function audit.column_defaults(relation regclass) returns jsonb language plpgsql stable as $$
declare
  pairs text;
  defaults jsonb;
begin
  select string_agg(format('%L, to_jsonb((%s)::%s)', a.attname, pg_get_expr(d.adbin, d.adrelid),
      format_type(a.atttypid, a.atttypmod)), ', ')
  into pairs
  from pg_attribute a join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attrelid = relation and not a.attisdropped and a.attgenerated = ''
    and pg_get_expr(d.adbin, d.adrelid) !~ 'nextval\(';
  if pairs is null then return '{}'; end if;
  execute format('select jsonb_build_object(%s)', pairs) into defaults;
  return defaults;
end $$;

-- Whether a row is what its last image says. A key that the image has not must be null, the default or computed.
create function audit.row_is_image(current_row jsonb, image jsonb, typed_image jsonb, defaults jsonb, hidden text[], computed text[])
returns boolean language sql immutable
return current_row - hidden = typed_image - hidden or not exists (
  select from jsonb_each(current_row - hidden) as field
  where field.value is distinct from typed_image -> field.key
    and (image ? field.key or not (field.value = 'null' or field.key = any(computed)
      or coalesce(field.value = defaults -> field.key, false))));

-- The rows of a watched table that are not what the log says: `changed`, `missing` (the log has it, the table not) or
-- `unrecorded`, each with its last event.
create function audit.rows_unlike_log(name text)
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
      else not audit.row_is_image(to_jsonb(r), l.image, to_jsonb(jsonb_populate_record(null::registry.%1$I, l.image)),
        $1, $2, $3) end
    order by l.id nulls first$query$,
    name, name, audit.image_expression(watched))
  using audit.column_defaults(watched.relation), watched.secret, computed;
end $$;

revoke execute on function audit.split(bigint), audit.inclusion_proof(bigint, bigint), audit.consistency_proof(bigint, bigint),
  audit.column_defaults(regclass), audit.row_is_image(jsonb, jsonb, jsonb, jsonb, text[], text[]), audit.rows_unlike_log(text)
  from public;
grant execute on function audit.split(bigint), audit.inclusion_proof(bigint, bigint), audit.consistency_proof(bigint, bigint)
  to registry_server;

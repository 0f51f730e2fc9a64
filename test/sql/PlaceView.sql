-- record, everywhere ($1 id)
select (select row_to_json(fields)::text from (select pl.id as "id",
    pl.code as "code",
    pl.level as "level",
    pl.name as "name",
    pl.full_name as "fullName",
    pl.type as "type",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = pl.parent_id) limit 1) nested) as "parent",
    array_to_json(array(select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = any(array[pl.parent_id, (select above.parent_id from places above where above.id = pl.parent_id)]))
    order by array_position(array['commune', 'district', 'province'], p.level)) nested)) as "within",
    pl.valid_from as "validFrom",
    pl.valid_to as "validTo",
    array_to_json(array(select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id in (select f.predecessor_id from place_successions f where f.successor_id = pl.id))
    order by p.code) nested)) as "predecessors",
    array_to_json(array(select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id in (select f.successor_id from place_successions f where f.predecessor_id = pl.id))
    order by p.code) nested)) as "successors") fields) as body, null::integer as version
from places pl
where pl.id = $1 and (true) and (true);

-- page, everywhere ($1 limit, $2 asOf)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select pl.id as "id",
    pl.code as "code",
    pl.level as "level",
    pl.name as "name",
    pl.full_name as "fullName",
    pl.type as "type",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = pl.parent_id) limit 1) nested) as "parent",
    array_to_json(array(select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = any(array[pl.parent_id, (select above.parent_id from places above where above.id = pl.parent_id)]))
    order by array_position(array['commune', 'district', 'province'], p.level)) nested)) as "within",
    pl.valid_from as "validFrom",
    pl.valid_to as "validTo",
    array_to_json(array(select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id in (select f.predecessor_id from place_successions f where f.successor_id = pl.id))
    order by p.code) nested)) as "predecessors",
    array_to_json(array(select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id in (select f.successor_id from place_successions f where f.predecessor_id = pl.id))
    order by p.code) nested)) as "successors") fields) as item,
    json_build_array((pl.full_name collate "vi-x-icu")::text, (pl.id)::text)::text as keys
    from places pl
    where (pl.valid_from <= $2 and (pl.valid_to is null or pl.valid_to > $2))
    order by pl.full_name collate "vi-x-icu" asc, pl.id asc
    limit $1 + 1
  ) page
) numbered;

-- page, everywhere, with every filter ($1 limit, $2 asOf, $3 code, $4 level, $5 parentId, $6 successorOf, $7 predecessorOf, $8 q, $9 after0, $10 after1)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more,
  (select count(*) from places pl where (pl.valid_from <= $2 and (pl.valid_to is null or pl.valid_to > $2))
    and (pl.code = $3)
    and (pl.level = $4)
    and (pl.parent_id = $5)
    and (pl.id in (select f.successor_id from place_successions f where f.predecessor_id = $6))
    and (pl.id in (select f.predecessor_id from place_successions f where f.successor_id = $7))
    and (fold(pl.full_name) like $8)) as total
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select pl.id as "id",
    pl.code as "code",
    pl.level as "level",
    pl.name as "name",
    pl.full_name as "fullName",
    pl.type as "type",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = pl.parent_id) limit 1) nested) as "parent",
    array_to_json(array(select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = any(array[pl.parent_id, (select above.parent_id from places above where above.id = pl.parent_id)]))
    order by array_position(array['commune', 'district', 'province'], p.level)) nested)) as "within",
    pl.valid_from as "validFrom",
    pl.valid_to as "validTo",
    array_to_json(array(select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id in (select f.predecessor_id from place_successions f where f.successor_id = pl.id))
    order by p.code) nested)) as "predecessors",
    array_to_json(array(select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id in (select f.successor_id from place_successions f where f.predecessor_id = pl.id))
    order by p.code) nested)) as "successors") fields) as item,
    json_build_array((pl.full_name collate "vi-x-icu")::text, (pl.id)::text)::text as keys
    from places pl
    where (pl.valid_from <= $2 and (pl.valid_to is null or pl.valid_to > $2))
    and (pl.code = $3)
    and (pl.level = $4)
    and (pl.parent_id = $5)
    and (pl.id in (select f.successor_id from place_successions f where f.predecessor_id = $6))
    and (pl.id in (select f.predecessor_id from place_successions f where f.successor_id = $7))
    and (fold(pl.full_name) like $8)
    and (pl.full_name collate "vi-x-icu", pl.id) > ($9, $10)
    order by pl.full_name collate "vi-x-icu" asc, pl.id asc
    limit $1 + 1
  ) page
) numbered;

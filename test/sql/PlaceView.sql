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

-- page, everywhere ($1 asOf, $2 limit)
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
    where (pl.valid_from <= $1 and (pl.valid_to is null or pl.valid_to > $1))
order by pl.full_name collate "vi-x-icu" asc, pl.id asc
limit $2 + 1;

-- page, everywhere, with every filter ($1 asOf, $2 code, $3 level, $4 parentId, $5 successorOf, $6 predecessorOf, $7 q, $8 after0, $9 after1, $10 limit)
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
  json_build_array((pl.full_name collate "vi-x-icu")::text, (pl.id)::text)::text as keys,
  (select count(*) from places pl where (pl.valid_from <= $1 and (pl.valid_to is null or pl.valid_to > $1))
    and (pl.code = $2)
    and (pl.level = $3)
    and (pl.parent_id = $4)
    and (pl.id in (select f.successor_id from place_successions f where f.predecessor_id = $5))
    and (pl.id in (select f.predecessor_id from place_successions f where f.successor_id = $6))
    and (fold(pl.full_name) like $7)) as total
from places pl
    where (pl.valid_from <= $1 and (pl.valid_to is null or pl.valid_to > $1))
    and (pl.code = $2)
    and (pl.level = $3)
    and (pl.parent_id = $4)
    and (pl.id in (select f.successor_id from place_successions f where f.predecessor_id = $5))
    and (pl.id in (select f.predecessor_id from place_successions f where f.successor_id = $6))
    and (fold(pl.full_name) like $7)
    and (pl.full_name collate "vi-x-icu", pl.id) > ($8, $9)
order by pl.full_name collate "vi-x-icu" asc, pl.id asc
limit $10 + 1;

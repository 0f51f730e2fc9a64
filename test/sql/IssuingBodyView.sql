-- record, everywhere ($1 asOf, $2 id)
select (select row_to_json(fields)::text from (select b.id as "id",
    b.level as "level",
    coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name",
    b.alliance_id as "allianceId",
    b.parent_id as "parentId",
    array_to_json(array(select row_to_json(nested) from (select bn.id as "id",
    bn.name as "name",
    bn.valid_from as "validFrom"
    from issuing_body_names bn
    where (bn.voided_at is null) and (bn.issuing_body_id = b.id)
    order by bn.valid_from) nested)) as "names",
    to_char(b.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    b.void_reason as "voidReason",
    b.version as "version") fields) as body, b.version as version
from issuing_bodies b
where b.id = $2 and (true) and (true);

-- page, everywhere ($1 asOf, $2 limit)
select (select row_to_json(fields)::text from (select b.id as "id",
    b.level as "level",
    coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name",
    b.alliance_id as "allianceId",
    b.parent_id as "parentId",
    array_to_json(array(select row_to_json(nested) from (select bn.id as "id",
    bn.name as "name",
    bn.valid_from as "validFrom"
    from issuing_body_names bn
    where (bn.voided_at is null) and (bn.issuing_body_id = b.id)
    order by bn.valid_from) nested)) as "names",
    to_char(b.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    b.void_reason as "voidReason",
    b.version as "version") fields) as item,
  json_build_array((coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') collate "vi-x-icu")::text, (b.id)::text)::text as keys
from issuing_bodies b
    where (b.voided_at is null)
order by coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') collate "vi-x-icu" asc, b.id asc
limit $2 + 1;

-- record, within alliance ($1 asOf, $2 id, $3 ownAllianceIds)
select (select row_to_json(fields)::text from (select b.id as "id",
    b.level as "level",
    coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name",
    b.alliance_id as "allianceId",
    b.parent_id as "parentId",
    array_to_json(array(select row_to_json(nested) from (select bn.id as "id",
    bn.name as "name",
    bn.valid_from as "validFrom"
    from issuing_body_names bn
    where (bn.voided_at is null) and (bn.issuing_body_id = b.id)
    order by bn.valid_from) nested)) as "names",
    to_char(b.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    b.void_reason as "voidReason",
    b.version as "version") fields) as body, b.version as version
from issuing_bodies b
where b.id = $2 and (true) and (b.alliance_id = any($3));

-- page, within alliance ($1 asOf, $2 ownAllianceIds, $3 limit)
select (select row_to_json(fields)::text from (select b.id as "id",
    b.level as "level",
    coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name",
    b.alliance_id as "allianceId",
    b.parent_id as "parentId",
    array_to_json(array(select row_to_json(nested) from (select bn.id as "id",
    bn.name as "name",
    bn.valid_from as "validFrom"
    from issuing_body_names bn
    where (bn.voided_at is null) and (bn.issuing_body_id = b.id)
    order by bn.valid_from) nested)) as "names",
    to_char(b.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    b.void_reason as "voidReason",
    b.version as "version") fields) as item,
  json_build_array((coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') collate "vi-x-icu")::text, (b.id)::text)::text as keys
from issuing_bodies b
    where (b.voided_at is null)
    and (b.alliance_id = any($2))
order by coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') collate "vi-x-icu" asc, b.id asc
limit $3 + 1;

-- page, everywhere, with every filter ($1 asOf, $2 level, $3 allianceId, $4 parentId, $5 q, $6 updatedSince, $7 after0, $8 after1, $9 limit)
select (select row_to_json(fields)::text from (select b.id as "id",
    b.level as "level",
    coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name",
    b.alliance_id as "allianceId",
    b.parent_id as "parentId",
    array_to_json(array(select row_to_json(nested) from (select bn.id as "id",
    bn.name as "name",
    bn.valid_from as "validFrom"
    from issuing_body_names bn
    where (bn.voided_at is null) and (bn.issuing_body_id = b.id)
    order by bn.valid_from) nested)) as "names",
    to_char(b.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    b.void_reason as "voidReason",
    b.version as "version") fields) as item,
  json_build_array((coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') collate "vi-x-icu")::text, (b.id)::text)::text as keys,
  (select count(*) from issuing_bodies b where (b.voided_at is null)
    and (b.level = $2)
    and (b.alliance_id = $3)
    and (b.parent_id = $4)
    and (exists (select from issuing_body_names bn where bn.issuing_body_id = b.id and bn.voided_at is null and fold(bn.name) like $5))
    and (greatest(b.updated_at, (select max(part.updated_at) from issuing_body_names part where part.issuing_body_id = b.id and part.voided_at is null), (select max(part.updated_at) from issuing_body_names part where part.issuing_body_id = b.id and part.voided_at is not null)) >= $6)) as total
from issuing_bodies b
    where (b.voided_at is null)
    and (b.level = $2)
    and (b.alliance_id = $3)
    and (b.parent_id = $4)
    and (exists (select from issuing_body_names bn where bn.issuing_body_id = b.id and bn.voided_at is null and fold(bn.name) like $5))
    and (greatest(b.updated_at, (select max(part.updated_at) from issuing_body_names part where part.issuing_body_id = b.id and part.voided_at is null), (select max(part.updated_at) from issuing_body_names part where part.issuing_body_id = b.id and part.voided_at is not null)) >= $6)
    and (coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') collate "vi-x-icu", b.id) > ($7, $8)
order by coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') collate "vi-x-icu" asc, b.id asc
limit $9 + 1;

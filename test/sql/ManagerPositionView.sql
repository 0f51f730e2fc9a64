-- record, everywhere ($1 id)
select (select row_to_json(fields)::text from (select mp.id as "id",
    mp.alliance_id as "allianceId",
    mp.position_code as "positionCode",
    mp.valid_from as "validFrom",
    mp.valid_to as "validTo",
    to_char(mp.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    mp.void_reason as "voidReason",
    mp.version as "version") fields) as body, mp.version as version
from manager_positions mp
where mp.id = $1 and (true) and (true);

-- page, everywhere ($1 limit, $2 asOf)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select mp.id as "id",
    mp.alliance_id as "allianceId",
    mp.position_code as "positionCode",
    mp.valid_from as "validFrom",
    mp.valid_to as "validTo",
    to_char(mp.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    mp.void_reason as "voidReason",
    mp.version as "version") fields) as item,
    json_build_array((mp.position_code)::text, (mp.id)::text)::text as keys
    from manager_positions mp
    where (mp.voided_at is null and mp.valid_from <= $2 and (mp.valid_to is null or mp.valid_to > $2))
    order by mp.position_code asc, mp.id asc
    limit $1 + 1
  ) page
) numbered;

-- record, within alliance ($1 id, $2 ownAllianceIds)
select (select row_to_json(fields)::text from (select mp.id as "id",
    mp.alliance_id as "allianceId",
    mp.position_code as "positionCode",
    mp.valid_from as "validFrom",
    mp.valid_to as "validTo",
    to_char(mp.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    mp.void_reason as "voidReason",
    mp.version as "version") fields) as body, mp.version as version
from manager_positions mp
where mp.id = $1 and (true) and ((mp.alliance_id is null or mp.alliance_id = any($2)));

-- page, within alliance ($1 limit, $2 asOf, $3 ownAllianceIds)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select mp.id as "id",
    mp.alliance_id as "allianceId",
    mp.position_code as "positionCode",
    mp.valid_from as "validFrom",
    mp.valid_to as "validTo",
    to_char(mp.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    mp.void_reason as "voidReason",
    mp.version as "version") fields) as item,
    json_build_array((mp.position_code)::text, (mp.id)::text)::text as keys
    from manager_positions mp
    where (mp.voided_at is null and mp.valid_from <= $2 and (mp.valid_to is null or mp.valid_to > $2))
    and ((mp.alliance_id is null or mp.alliance_id = any($3)))
    order by mp.position_code asc, mp.id asc
    limit $1 + 1
  ) page
) numbered;

-- page, everywhere, with every filter ($1 limit, $2 allianceId, $3 positionCode, $4 validFromFrom, $5 validFromTo, $6 validToFrom, $7 validToTo, $8 updatedSince, $9 after0, $10 after1)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more,
  (select count(*) from manager_positions mp where (mp.voided_at is null)
    and (mp.alliance_id = $2)
    and (mp.position_code = $3)
    and (mp.valid_from >= $4)
    and (mp.valid_from <= $5)
    and (mp.valid_to >= $6)
    and (mp.valid_to <= $7)
    and (mp.updated_at >= $8)) as total
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select mp.id as "id",
    mp.alliance_id as "allianceId",
    mp.position_code as "positionCode",
    mp.valid_from as "validFrom",
    mp.valid_to as "validTo",
    to_char(mp.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    mp.void_reason as "voidReason",
    mp.version as "version") fields) as item,
    json_build_array((mp.position_code)::text, (mp.id)::text)::text as keys
    from manager_positions mp
    where (mp.voided_at is null)
    and (mp.alliance_id = $2)
    and (mp.position_code = $3)
    and (mp.valid_from >= $4)
    and (mp.valid_from <= $5)
    and (mp.valid_to >= $6)
    and (mp.valid_to <= $7)
    and (mp.updated_at >= $8)
    and (mp.position_code, mp.id) > ($9, $10)
    order by mp.position_code asc, mp.id asc
    limit $1 + 1
  ) page
) numbered;

-- record, everywhere ($1 id)
select (select row_to_json(fields)::text from (select n.id as "id",
    n.name as "name",
    n.valid_from as "validFrom",
    n.alliance_id as "allianceId",
    to_char(n.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    n.void_reason as "voidReason",
    n.version as "version") fields) as body, n.version as version
from alliance_names n
where n.id = $1 and (true) and (true);

-- page, everywhere ($1 limit)
select (select row_to_json(fields)::text from (select n.id as "id",
    n.name as "name",
    n.valid_from as "validFrom",
    n.alliance_id as "allianceId",
    to_char(n.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    n.void_reason as "voidReason",
    n.version as "version") fields) as item,
  json_build_array((n.id)::text)::text as keys
from alliance_names n
    where true
order by n.id asc
limit $1 + 1;

-- record, within alliance ($1 id, $2 ownAllianceIds)
select (select row_to_json(fields)::text from (select n.id as "id",
    n.name as "name",
    n.valid_from as "validFrom",
    n.alliance_id as "allianceId",
    to_char(n.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    n.void_reason as "voidReason",
    n.version as "version") fields) as body, n.version as version
from alliance_names n
where n.id = $1 and (true) and (n.alliance_id = any($2));

-- page, within alliance ($1 ownAllianceIds, $2 limit)
select (select row_to_json(fields)::text from (select n.id as "id",
    n.name as "name",
    n.valid_from as "validFrom",
    n.alliance_id as "allianceId",
    to_char(n.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    n.void_reason as "voidReason",
    n.version as "version") fields) as item,
  json_build_array((n.id)::text)::text as keys
from alliance_names n
    where (n.alliance_id = any($1))
order by n.id asc
limit $2 + 1;

-- page, everywhere, with every filter ($1 after0, $2 limit)
select (select row_to_json(fields)::text from (select n.id as "id",
    n.name as "name",
    n.valid_from as "validFrom",
    n.alliance_id as "allianceId",
    to_char(n.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    n.void_reason as "voidReason",
    n.version as "version") fields) as item,
  json_build_array((n.id)::text)::text as keys,
  (select count(*) from alliance_names n where true) as total
from alliance_names n
    where true
    and (n.id) > ($1)
order by n.id asc
limit $2 + 1;

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

-- page, everywhere ($1 asOf, $2 limit)
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
    where (mp.voided_at is null and mp.valid_from <= $1 and (mp.valid_to is null or mp.valid_to > $1))
order by mp.position_code asc, mp.id asc
limit $2 + 1;

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

-- page, within alliance ($1 asOf, $2 ownAllianceIds, $3 limit)
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
    where (mp.voided_at is null and mp.valid_from <= $1 and (mp.valid_to is null or mp.valid_to > $1))
    and ((mp.alliance_id is null or mp.alliance_id = any($2)))
order by mp.position_code asc, mp.id asc
limit $3 + 1;

-- page, everywhere, with every filter ($1 allianceId, $2 positionCode, $3 validFromFrom, $4 validFromTo, $5 validToFrom, $6 validToTo, $7 updatedSince, $8 after0, $9 after1, $10 limit)
select (select row_to_json(fields)::text from (select mp.id as "id",
    mp.alliance_id as "allianceId",
    mp.position_code as "positionCode",
    mp.valid_from as "validFrom",
    mp.valid_to as "validTo",
    to_char(mp.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    mp.void_reason as "voidReason",
    mp.version as "version") fields) as item,
  json_build_array((mp.position_code)::text, (mp.id)::text)::text as keys,
  (select count(*) from manager_positions mp where (mp.voided_at is null)
    and (mp.alliance_id = $1)
    and (mp.position_code = $2)
    and (mp.valid_from >= $3)
    and (mp.valid_from <= $4)
    and (mp.valid_to >= $5)
    and (mp.valid_to <= $6)
    and (mp.updated_at >= $7)) as total
from manager_positions mp
    where (mp.voided_at is null)
    and (mp.alliance_id = $1)
    and (mp.position_code = $2)
    and (mp.valid_from >= $3)
    and (mp.valid_from <= $4)
    and (mp.valid_to >= $5)
    and (mp.valid_to <= $6)
    and (mp.updated_at >= $7)
    and (mp.position_code, mp.id) > ($8, $9)
order by mp.position_code asc, mp.id asc
limit $10 + 1;

-- record, everywhere ($1 id)
select (select row_to_json(fields)::text from (select bn.id as "id",
    bn.name as "name",
    bn.valid_from as "validFrom",
    bn.issuing_body_id as "issuingBodyId",
    to_char(bn.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    bn.void_reason as "voidReason",
    bn.version as "version") fields) as body, bn.version as version
from issuing_body_names bn
where bn.id = $1 and (true) and (true);

-- page, everywhere ($1 limit)
select (select row_to_json(fields)::text from (select bn.id as "id",
    bn.name as "name",
    bn.valid_from as "validFrom",
    bn.issuing_body_id as "issuingBodyId",
    to_char(bn.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    bn.void_reason as "voidReason",
    bn.version as "version") fields) as item,
  json_build_array((bn.id)::text)::text as keys
from issuing_body_names bn
    where true
order by bn.id asc
limit $1 + 1;

-- record, within alliance ($1 id, $2 ownAllianceIds)
select (select row_to_json(fields)::text from (select bn.id as "id",
    bn.name as "name",
    bn.valid_from as "validFrom",
    bn.issuing_body_id as "issuingBodyId",
    to_char(bn.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    bn.void_reason as "voidReason",
    bn.version as "version") fields) as body, bn.version as version
from issuing_body_names bn
where bn.id = $1 and (true) and (bn.alliance_id = any($2));

-- page, within alliance ($1 ownAllianceIds, $2 limit)
select (select row_to_json(fields)::text from (select bn.id as "id",
    bn.name as "name",
    bn.valid_from as "validFrom",
    bn.issuing_body_id as "issuingBodyId",
    to_char(bn.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    bn.void_reason as "voidReason",
    bn.version as "version") fields) as item,
  json_build_array((bn.id)::text)::text as keys
from issuing_body_names bn
    where (bn.alliance_id = any($1))
order by bn.id asc
limit $2 + 1;

-- page, everywhere, with every filter ($1 after0, $2 limit)
select (select row_to_json(fields)::text from (select bn.id as "id",
    bn.name as "name",
    bn.valid_from as "validFrom",
    bn.issuing_body_id as "issuingBodyId",
    to_char(bn.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    bn.void_reason as "voidReason",
    bn.version as "version") fields) as item,
  json_build_array((bn.id)::text)::text as keys,
  (select count(*) from issuing_body_names bn where true) as total
from issuing_body_names bn
    where true
    and (bn.id) > ($1)
order by bn.id asc
limit $2 + 1;

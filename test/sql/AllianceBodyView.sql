-- record, everywhere ($1 id)
select (select row_to_json(fields)::text from (select y.id as "id",
    y.kind as "kind",
    y.seats as "seats",
    (select row_to_json(nested) from (select t.id as "id",
    t.name as "name",
    t.valid_from as "validFrom",
    t.valid_to as "validTo"
    from alliance_terms t
    where (true) and (t.id = y.term_id) limit 1) nested) as "term",
    y.alliance_id as "allianceId",
    to_char(y.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    y.void_reason as "voidReason",
    y.version as "version") fields) as body, y.version as version
from alliance_bodies y
where y.id = $1 and (true) and (true);

-- page, everywhere ($1 limit)
select (select row_to_json(fields)::text from (select y.id as "id",
    y.kind as "kind",
    y.seats as "seats",
    (select row_to_json(nested) from (select t.id as "id",
    t.name as "name",
    t.valid_from as "validFrom",
    t.valid_to as "validTo"
    from alliance_terms t
    where (true) and (t.id = y.term_id) limit 1) nested) as "term",
    y.alliance_id as "allianceId",
    to_char(y.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    y.void_reason as "voidReason",
    y.version as "version") fields) as item,
  json_build_array((y.id)::text)::text as keys
from alliance_bodies y
    where true
order by y.id asc
limit $1 + 1;

-- record, within alliance ($1 id, $2 ownAllianceIds)
select (select row_to_json(fields)::text from (select y.id as "id",
    y.kind as "kind",
    y.seats as "seats",
    (select row_to_json(nested) from (select t.id as "id",
    t.name as "name",
    t.valid_from as "validFrom",
    t.valid_to as "validTo"
    from alliance_terms t
    where (true) and (t.id = y.term_id) limit 1) nested) as "term",
    y.alliance_id as "allianceId",
    to_char(y.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    y.void_reason as "voidReason",
    y.version as "version") fields) as body, y.version as version
from alliance_bodies y
where y.id = $1 and (true) and (y.alliance_id = any($2));

-- page, within alliance ($1 ownAllianceIds, $2 limit)
select (select row_to_json(fields)::text from (select y.id as "id",
    y.kind as "kind",
    y.seats as "seats",
    (select row_to_json(nested) from (select t.id as "id",
    t.name as "name",
    t.valid_from as "validFrom",
    t.valid_to as "validTo"
    from alliance_terms t
    where (true) and (t.id = y.term_id) limit 1) nested) as "term",
    y.alliance_id as "allianceId",
    to_char(y.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    y.void_reason as "voidReason",
    y.version as "version") fields) as item,
  json_build_array((y.id)::text)::text as keys
from alliance_bodies y
    where (y.alliance_id = any($1))
order by y.id asc
limit $2 + 1;

-- page, everywhere, with every filter ($1 after0, $2 limit)
select (select row_to_json(fields)::text from (select y.id as "id",
    y.kind as "kind",
    y.seats as "seats",
    (select row_to_json(nested) from (select t.id as "id",
    t.name as "name",
    t.valid_from as "validFrom",
    t.valid_to as "validTo"
    from alliance_terms t
    where (true) and (t.id = y.term_id) limit 1) nested) as "term",
    y.alliance_id as "allianceId",
    to_char(y.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    y.void_reason as "voidReason",
    y.version as "version") fields) as item,
  json_build_array((y.id)::text)::text as keys,
  (select count(*) from alliance_bodies y where true) as total
from alliance_bodies y
    where true
    and (y.id) > ($1)
order by y.id asc
limit $2 + 1;

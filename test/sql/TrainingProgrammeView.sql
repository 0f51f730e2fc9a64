-- record, everywhere ($1 asOf, $2 id)
select (select row_to_json(fields)::text from (select g.id as "id",
    g.name as "name",
    g.kind as "kind",
    g.alliance_id as "allianceId",
    g.audience as "audience",
    g.funding as "funding",
    g.valid_from as "validFrom",
    g.valid_to as "validTo",
    (select count(*) from training_courses c where c.programme_id = g.id and c.voided_at is null
      and c.starts_on <= $1) as "courses",
    to_char(g.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    g.void_reason as "voidReason",
    g.version as "version") fields) as body, g.version as version
from training_programmes g
where g.id = $2 and (true) and (true);

-- page, everywhere ($1 asOf, $2 limit)
select (select row_to_json(fields)::text from (select g.id as "id",
    g.name as "name",
    g.kind as "kind",
    g.alliance_id as "allianceId",
    g.audience as "audience",
    g.funding as "funding",
    g.valid_from as "validFrom",
    g.valid_to as "validTo",
    (select count(*) from training_courses c where c.programme_id = g.id and c.voided_at is null
      and c.starts_on <= $1) as "courses",
    to_char(g.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    g.void_reason as "voidReason",
    g.version as "version") fields) as item,
  json_build_array((g.name collate "vi-x-icu")::text, (g.id)::text)::text as keys
from training_programmes g
    where (g.voided_at is null and coalesce(g.valid_from <= $1, true) and coalesce(g.valid_to > $1, true))
order by g.name collate "vi-x-icu" asc, g.id asc
limit $2 + 1;

-- record, within alliance ($1 asOf, $2 id, $3 ownAllianceIds)
select (select row_to_json(fields)::text from (select g.id as "id",
    g.name as "name",
    g.kind as "kind",
    g.alliance_id as "allianceId",
    g.audience as "audience",
    g.funding as "funding",
    g.valid_from as "validFrom",
    g.valid_to as "validTo",
    (select count(*) from training_courses c where c.programme_id = g.id and c.voided_at is null
      and c.starts_on <= $1) as "courses",
    to_char(g.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    g.void_reason as "voidReason",
    g.version as "version") fields) as body, g.version as version
from training_programmes g
where g.id = $2 and (true) and (g.alliance_id = any($3));

-- page, within alliance ($1 asOf, $2 ownAllianceIds, $3 limit)
select (select row_to_json(fields)::text from (select g.id as "id",
    g.name as "name",
    g.kind as "kind",
    g.alliance_id as "allianceId",
    g.audience as "audience",
    g.funding as "funding",
    g.valid_from as "validFrom",
    g.valid_to as "validTo",
    (select count(*) from training_courses c where c.programme_id = g.id and c.voided_at is null
      and c.starts_on <= $1) as "courses",
    to_char(g.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    g.void_reason as "voidReason",
    g.version as "version") fields) as item,
  json_build_array((g.name collate "vi-x-icu")::text, (g.id)::text)::text as keys
from training_programmes g
    where (g.voided_at is null and coalesce(g.valid_from <= $1, true) and coalesce(g.valid_to > $1, true))
    and (g.alliance_id = any($2))
order by g.name collate "vi-x-icu" asc, g.id asc
limit $3 + 1;

-- page, everywhere, with every filter ($1 asOf, $2 kind, $3 allianceId, $4 audience, $5 funding, $6 validFromFrom, $7 validFromTo, $8 validToFrom, $9 validToTo, $10 q, $11 updatedSince, $12 after0, $13 after1, $14 limit)
select (select row_to_json(fields)::text from (select g.id as "id",
    g.name as "name",
    g.kind as "kind",
    g.alliance_id as "allianceId",
    g.audience as "audience",
    g.funding as "funding",
    g.valid_from as "validFrom",
    g.valid_to as "validTo",
    (select count(*) from training_courses c where c.programme_id = g.id and c.voided_at is null
      and c.starts_on <= $1) as "courses",
    to_char(g.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    g.void_reason as "voidReason",
    g.version as "version") fields) as item,
  json_build_array((g.name collate "vi-x-icu")::text, (g.id)::text)::text as keys,
  (select count(*) from training_programmes g where (g.voided_at is null)
    and (g.kind = $2)
    and (g.alliance_id = $3)
    and (g.audience = $4)
    and (g.funding = $5)
    and (g.valid_from >= $6)
    and (g.valid_from <= $7)
    and (g.valid_to >= $8)
    and (g.valid_to <= $9)
    and (fold(g.name) like $10)
    and (greatest(g.updated_at, (select max(part.updated_at) from training_courses part where part.programme_id = g.id and part.voided_at is null), (select max(part.updated_at) from training_courses part where part.programme_id = g.id and part.voided_at is not null)) >= $11)) as total
from training_programmes g
    where (g.voided_at is null)
    and (g.kind = $2)
    and (g.alliance_id = $3)
    and (g.audience = $4)
    and (g.funding = $5)
    and (g.valid_from >= $6)
    and (g.valid_from <= $7)
    and (g.valid_to >= $8)
    and (g.valid_to <= $9)
    and (fold(g.name) like $10)
    and (greatest(g.updated_at, (select max(part.updated_at) from training_courses part where part.programme_id = g.id and part.voided_at is null), (select max(part.updated_at) from training_courses part where part.programme_id = g.id and part.voided_at is not null)) >= $11)
    and (g.name collate "vi-x-icu", g.id) > ($12, $13)
order by g.name collate "vi-x-icu" asc, g.id asc
limit $14 + 1;

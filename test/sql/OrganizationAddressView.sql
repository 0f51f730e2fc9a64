-- record, everywhere ($1 id)
select (select row_to_json(fields)::text from (select a.id as "id",
    a.line as "line",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = a.place_id) limit 1) nested) as "place",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = a.place_id and f.occurred_on <= 'infinity'
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), a.place_id)) limit 1) nested) as "placeToday",
    a.valid_from as "validFrom",
    a.organization_id as "organizationId",
    to_char(a.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    a.void_reason as "voidReason",
    a.version as "version") fields) as body, a.version as version
from organization_addresses a
where a.id = $1 and (true) and (true);

-- page, everywhere ($1 limit)
select (select row_to_json(fields)::text from (select a.id as "id",
    a.line as "line",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = a.place_id) limit 1) nested) as "place",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = a.place_id and f.occurred_on <= 'infinity'
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), a.place_id)) limit 1) nested) as "placeToday",
    a.valid_from as "validFrom",
    a.organization_id as "organizationId",
    to_char(a.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    a.void_reason as "voidReason",
    a.version as "version") fields) as item,
  json_build_array((a.id)::text)::text as keys
from organization_addresses a
    where true
order by a.id asc
limit $1 + 1;

-- record, within alliance ($1 id, $2 ownAllianceIds)
select (select row_to_json(fields)::text from (select a.id as "id",
    a.line as "line",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = a.place_id) limit 1) nested) as "place",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = a.place_id and f.occurred_on <= 'infinity'
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), a.place_id)) limit 1) nested) as "placeToday",
    a.valid_from as "validFrom",
    a.organization_id as "organizationId",
    to_char(a.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    a.void_reason as "voidReason",
    a.version as "version") fields) as body, a.version as version
from organization_addresses a
where a.id = $1 and (true) and (a.alliance_id = any($2));

-- page, within alliance ($1 ownAllianceIds, $2 limit)
select (select row_to_json(fields)::text from (select a.id as "id",
    a.line as "line",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = a.place_id) limit 1) nested) as "place",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = a.place_id and f.occurred_on <= 'infinity'
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), a.place_id)) limit 1) nested) as "placeToday",
    a.valid_from as "validFrom",
    a.organization_id as "organizationId",
    to_char(a.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    a.void_reason as "voidReason",
    a.version as "version") fields) as item,
  json_build_array((a.id)::text)::text as keys
from organization_addresses a
    where (a.alliance_id = any($1))
order by a.id asc
limit $2 + 1;

-- record, within organization ($1 id, $2 ownOrganizationId)
select (select row_to_json(fields)::text from (select a.id as "id",
    a.line as "line",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = a.place_id) limit 1) nested) as "place",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = a.place_id and f.occurred_on <= 'infinity'
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), a.place_id)) limit 1) nested) as "placeToday",
    a.valid_from as "validFrom",
    a.organization_id as "organizationId",
    to_char(a.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    a.void_reason as "voidReason",
    a.version as "version") fields) as body, a.version as version
from organization_addresses a
where a.id = $1 and (true) and (a.organization_id = $2);

-- page, within organization ($1 ownOrganizationId, $2 limit)
select (select row_to_json(fields)::text from (select a.id as "id",
    a.line as "line",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = a.place_id) limit 1) nested) as "place",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = a.place_id and f.occurred_on <= 'infinity'
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), a.place_id)) limit 1) nested) as "placeToday",
    a.valid_from as "validFrom",
    a.organization_id as "organizationId",
    to_char(a.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    a.void_reason as "voidReason",
    a.version as "version") fields) as item,
  json_build_array((a.id)::text)::text as keys
from organization_addresses a
    where (a.organization_id = $1)
order by a.id asc
limit $2 + 1;

-- page, everywhere, with every filter ($1 after0, $2 limit)
select (select row_to_json(fields)::text from (select a.id as "id",
    a.line as "line",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = a.place_id) limit 1) nested) as "place",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = a.place_id and f.occurred_on <= 'infinity'
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), a.place_id)) limit 1) nested) as "placeToday",
    a.valid_from as "validFrom",
    a.organization_id as "organizationId",
    to_char(a.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    a.void_reason as "voidReason",
    a.version as "version") fields) as item,
  json_build_array((a.id)::text)::text as keys,
  (select count(*) from organization_addresses a where true) as total
from organization_addresses a
    where true
    and (a.id) > ($1)
order by a.id asc
limit $2 + 1;

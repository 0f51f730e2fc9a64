-- record, everywhere ($1 id)
select (select row_to_json(fields)::text from (select n.id as "id",
    n.name as "name",
    n.short_name as "shortName",
    n.valid_from as "validFrom",
    n.organization_id as "organizationId",
    to_char(n.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    n.void_reason as "voidReason",
    n.version as "version") fields) as body, n.version as version
from organization_names n
where n.id = $1 and (true) and (true);

-- page, everywhere ($1 limit)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select n.id as "id",
    n.name as "name",
    n.short_name as "shortName",
    n.valid_from as "validFrom",
    n.organization_id as "organizationId",
    to_char(n.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    n.void_reason as "voidReason",
    n.version as "version") fields) as item,
    json_build_array((n.id)::text)::text as keys
    from organization_names n
    where true
    order by n.id asc
    limit $1 + 1
  ) page
) numbered;

-- record, within alliance ($1 id, $2 ownAllianceIds)
select (select row_to_json(fields)::text from (select n.id as "id",
    n.name as "name",
    n.short_name as "shortName",
    n.valid_from as "validFrom",
    n.organization_id as "organizationId",
    to_char(n.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    n.void_reason as "voidReason",
    n.version as "version") fields) as body, n.version as version
from organization_names n
where n.id = $1 and (true) and (n.alliance_id = any($2));

-- page, within alliance ($1 limit, $2 ownAllianceIds)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select n.id as "id",
    n.name as "name",
    n.short_name as "shortName",
    n.valid_from as "validFrom",
    n.organization_id as "organizationId",
    to_char(n.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    n.void_reason as "voidReason",
    n.version as "version") fields) as item,
    json_build_array((n.id)::text)::text as keys
    from organization_names n
    where (n.alliance_id = any($2))
    order by n.id asc
    limit $1 + 1
  ) page
) numbered;

-- record, within organization ($1 id, $2 ownOrganizationId)
select (select row_to_json(fields)::text from (select n.id as "id",
    n.name as "name",
    n.short_name as "shortName",
    n.valid_from as "validFrom",
    n.organization_id as "organizationId",
    to_char(n.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    n.void_reason as "voidReason",
    n.version as "version") fields) as body, n.version as version
from organization_names n
where n.id = $1 and (true) and (n.organization_id = $2);

-- page, within organization ($1 limit, $2 ownOrganizationId)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select n.id as "id",
    n.name as "name",
    n.short_name as "shortName",
    n.valid_from as "validFrom",
    n.organization_id as "organizationId",
    to_char(n.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    n.void_reason as "voidReason",
    n.version as "version") fields) as item,
    json_build_array((n.id)::text)::text as keys
    from organization_names n
    where (n.organization_id = $2)
    order by n.id asc
    limit $1 + 1
  ) page
) numbered;

-- page, everywhere, with every filter ($1 limit, $2 after0)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more,
  (select count(*) from organization_names n where true) as total
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select n.id as "id",
    n.name as "name",
    n.short_name as "shortName",
    n.valid_from as "validFrom",
    n.organization_id as "organizationId",
    to_char(n.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    n.void_reason as "voidReason",
    n.version as "version") fields) as item,
    json_build_array((n.id)::text)::text as keys
    from organization_names n
    where true
    and (n.id) > ($2)
    order by n.id asc
    limit $1 + 1
  ) page
) numbered;

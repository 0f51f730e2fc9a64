-- record, everywhere ($1 asOf, $2 id)
select (select row_to_json(fields)::text from (select k.id as "id",
    k.name as "name",
    k.role as "role",
    (select row_to_json(nested) from (select l.id as "id",
    l.code as "code",
    (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        order by n.valid_from > $1, abs(n.valid_from - $1::date) limit 1) as "name"
    from alliances l
    where (true) and (l.id = k.alliance_id) limit 1) nested) as "alliance",
    to_char(k.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "expiresAt",
    to_char(k.revoked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "revokedAt",
    to_char(k.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "createdAt",
    k.version as "version",
    null::text as "key") fields) as body, k.version as version
from api_keys k
where k.id = $2 and (k.voided_at is null) and (true);

-- page, everywhere ($1 limit, $2 asOf)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select k.id as "id",
    k.name as "name",
    k.role as "role",
    (select row_to_json(nested) from (select l.id as "id",
    l.code as "code",
    (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        order by n.valid_from > $2, abs(n.valid_from - $2::date) limit 1) as "name"
    from alliances l
    where (true) and (l.id = k.alliance_id) limit 1) nested) as "alliance",
    to_char(k.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "expiresAt",
    to_char(k.revoked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "revokedAt",
    to_char(k.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "createdAt",
    k.version as "version",
    null::text as "key") fields) as item,
    json_build_array((k.name collate "vi-x-icu")::text, (k.id)::text)::text as keys
    from api_keys k
    where (k.voided_at is null)
    order by k.name collate "vi-x-icu" asc, k.id asc
    limit $1 + 1
  ) page
) numbered;

-- record, within alliance ($1 asOf, $2 id, $3 ownAllianceIds)
select (select row_to_json(fields)::text from (select k.id as "id",
    k.name as "name",
    k.role as "role",
    (select row_to_json(nested) from (select l.id as "id",
    l.code as "code",
    (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        order by n.valid_from > $1, abs(n.valid_from - $1::date) limit 1) as "name"
    from alliances l
    where (true) and (l.id = k.alliance_id) limit 1) nested) as "alliance",
    to_char(k.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "expiresAt",
    to_char(k.revoked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "revokedAt",
    to_char(k.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "createdAt",
    k.version as "version",
    null::text as "key") fields) as body, k.version as version
from api_keys k
where k.id = $2 and (k.voided_at is null) and (k.alliance_id = any($3));

-- page, within alliance ($1 limit, $2 asOf, $3 ownAllianceIds)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select k.id as "id",
    k.name as "name",
    k.role as "role",
    (select row_to_json(nested) from (select l.id as "id",
    l.code as "code",
    (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        order by n.valid_from > $2, abs(n.valid_from - $2::date) limit 1) as "name"
    from alliances l
    where (true) and (l.id = k.alliance_id) limit 1) nested) as "alliance",
    to_char(k.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "expiresAt",
    to_char(k.revoked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "revokedAt",
    to_char(k.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "createdAt",
    k.version as "version",
    null::text as "key") fields) as item,
    json_build_array((k.name collate "vi-x-icu")::text, (k.id)::text)::text as keys
    from api_keys k
    where (k.voided_at is null)
    and (k.alliance_id = any($3))
    order by k.name collate "vi-x-icu" asc, k.id asc
    limit $1 + 1
  ) page
) numbered;

-- page, everywhere, with every filter ($1 limit, $2 role, $3 q, $4 updatedSince, $5 asOf, $6 after0, $7 after1)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more,
  (select count(*) from api_keys k where (k.voided_at is null)
    and (k.role = $2)
    and (fold(k.name) like $3)
    and (k.updated_at >= $4)) as total
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select k.id as "id",
    k.name as "name",
    k.role as "role",
    (select row_to_json(nested) from (select l.id as "id",
    l.code as "code",
    (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        order by n.valid_from > $5, abs(n.valid_from - $5::date) limit 1) as "name"
    from alliances l
    where (true) and (l.id = k.alliance_id) limit 1) nested) as "alliance",
    to_char(k.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "expiresAt",
    to_char(k.revoked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "revokedAt",
    to_char(k.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "createdAt",
    k.version as "version",
    null::text as "key") fields) as item,
    json_build_array((k.name collate "vi-x-icu")::text, (k.id)::text)::text as keys
    from api_keys k
    where (k.voided_at is null)
    and (k.role = $2)
    and (fold(k.name) like $3)
    and (k.updated_at >= $4)
    and (k.name collate "vi-x-icu", k.id) > ($6, $7)
    order by k.name collate "vi-x-icu" asc, k.id asc
    limit $1 + 1
  ) page
) numbered;

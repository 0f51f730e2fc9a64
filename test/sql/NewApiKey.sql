-- record, everywhere ($1 asOf, $2 id)
select (select row_to_json(fields)::text from (select k.id as "id",
    k.name as "name",
    k.role as "role",
    (select row_to_json(nested) from (select l.id as "id",
    l.code as "code",
    l.level as "level",
    coalesce(coalesce(
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from alliances l
    where (true) and (l.id = k.alliance_id) limit 1) nested) as "alliance",
    to_json(k.resources) as "resources",
    coalesce(k.access, 'write') as "access",
    to_char(k.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "expiresAt",
    to_char(k.revoked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "revokedAt",
    to_char((select u.last_used_at from api_key_uses u where u.api_key_id = k.id
      and nullif(current_setting('registry.known_seq', true), '') is null) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "lastUsedAt",
    k.made_by as "madeBy",
    to_char(k.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "createdAt",
    k.version as "version",
    null::text as "key") fields) as body, k.version as version
from api_keys k
where k.id = $2 and (k.voided_at is null) and (true);

-- page, everywhere ($1 asOf, $2 limit)
select (select row_to_json(fields)::text from (select k.id as "id",
    k.name as "name",
    k.role as "role",
    (select row_to_json(nested) from (select l.id as "id",
    l.code as "code",
    l.level as "level",
    coalesce(coalesce(
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from alliances l
    where (true) and (l.id = k.alliance_id) limit 1) nested) as "alliance",
    to_json(k.resources) as "resources",
    coalesce(k.access, 'write') as "access",
    to_char(k.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "expiresAt",
    to_char(k.revoked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "revokedAt",
    to_char((select u.last_used_at from api_key_uses u where u.api_key_id = k.id
      and nullif(current_setting('registry.known_seq', true), '') is null) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "lastUsedAt",
    k.made_by as "madeBy",
    to_char(k.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "createdAt",
    k.version as "version",
    null::text as "key") fields) as item,
  json_build_array((k.name collate "vi-x-icu")::text, (k.id)::text)::text as keys
from api_keys k
    where (k.voided_at is null)
order by k.name collate "vi-x-icu" asc, k.id asc
limit $2 + 1;

-- record, within alliance ($1 asOf, $2 id, $3 ownAllianceIds)
select (select row_to_json(fields)::text from (select k.id as "id",
    k.name as "name",
    k.role as "role",
    (select row_to_json(nested) from (select l.id as "id",
    l.code as "code",
    l.level as "level",
    coalesce(coalesce(
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from alliances l
    where (true) and (l.id = k.alliance_id) limit 1) nested) as "alliance",
    to_json(k.resources) as "resources",
    coalesce(k.access, 'write') as "access",
    to_char(k.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "expiresAt",
    to_char(k.revoked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "revokedAt",
    to_char((select u.last_used_at from api_key_uses u where u.api_key_id = k.id
      and nullif(current_setting('registry.known_seq', true), '') is null) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "lastUsedAt",
    k.made_by as "madeBy",
    to_char(k.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "createdAt",
    k.version as "version",
    null::text as "key") fields) as body, k.version as version
from api_keys k
where k.id = $2 and (k.voided_at is null) and (k.alliance_id = any($3));

-- page, within alliance ($1 asOf, $2 ownAllianceIds, $3 limit)
select (select row_to_json(fields)::text from (select k.id as "id",
    k.name as "name",
    k.role as "role",
    (select row_to_json(nested) from (select l.id as "id",
    l.code as "code",
    l.level as "level",
    coalesce(coalesce(
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from alliances l
    where (true) and (l.id = k.alliance_id) limit 1) nested) as "alliance",
    to_json(k.resources) as "resources",
    coalesce(k.access, 'write') as "access",
    to_char(k.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "expiresAt",
    to_char(k.revoked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "revokedAt",
    to_char((select u.last_used_at from api_key_uses u where u.api_key_id = k.id
      and nullif(current_setting('registry.known_seq', true), '') is null) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "lastUsedAt",
    k.made_by as "madeBy",
    to_char(k.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "createdAt",
    k.version as "version",
    null::text as "key") fields) as item,
  json_build_array((k.name collate "vi-x-icu")::text, (k.id)::text)::text as keys
from api_keys k
    where (k.voided_at is null)
    and (k.alliance_id = any($2))
order by k.name collate "vi-x-icu" asc, k.id asc
limit $3 + 1;

-- page, everywhere, with every filter ($1 asOf, $2 role, $3 access, $4 q, $5 updatedSince, $6 after0, $7 after1, $8 limit)
select (select row_to_json(fields)::text from (select k.id as "id",
    k.name as "name",
    k.role as "role",
    (select row_to_json(nested) from (select l.id as "id",
    l.code as "code",
    l.level as "level",
    coalesce(coalesce(
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from alliances l
    where (true) and (l.id = k.alliance_id) limit 1) nested) as "alliance",
    to_json(k.resources) as "resources",
    coalesce(k.access, 'write') as "access",
    to_char(k.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "expiresAt",
    to_char(k.revoked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "revokedAt",
    to_char((select u.last_used_at from api_key_uses u where u.api_key_id = k.id
      and nullif(current_setting('registry.known_seq', true), '') is null) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "lastUsedAt",
    k.made_by as "madeBy",
    to_char(k.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "createdAt",
    k.version as "version",
    null::text as "key") fields) as item,
  json_build_array((k.name collate "vi-x-icu")::text, (k.id)::text)::text as keys,
  (select count(*) from api_keys k where (k.voided_at is null)
    and (k.role = $2)
    and (coalesce(k.access, 'write') = $3)
    and (fold(k.name) like $4)
    and (k.updated_at >= $5)) as total
from api_keys k
    where (k.voided_at is null)
    and (k.role = $2)
    and (coalesce(k.access, 'write') = $3)
    and (fold(k.name) like $4)
    and (k.updated_at >= $5)
    and (k.name collate "vi-x-icu", k.id) > ($6, $7)
order by k.name collate "vi-x-icu" asc, k.id asc
limit $8 + 1;

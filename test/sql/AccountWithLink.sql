-- record, everywhere ($1 asOf, $2 id)
select (select row_to_json(fields)::text from (select c.id as "id",
    c.email as "email",
    c.name as "name",
    c.role as "role",
    (select row_to_json(nested) from (select l.id as "id",
    l.code as "code",
    l.level as "level",
    coalesce(coalesce(
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from alliances l
    where (true) and (l.id = c.alliance_id) limit 1) nested) as "alliance",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = c.organization_id) limit 1) nested) as "organization",
    to_char(c.password_set_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "passwordSetAt",
    to_char((select f.confirmed_at from second_factors f where f.account_id = c.id and f.voided_at is null) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "secondFactorSince",
    to_char(c.disabled_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "disabledAt",
    to_char(c.signed_out_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "signedOutAt",
    to_char(c.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "createdAt",
    c.version as "version",
    null::text as "link") fields) as body, c.version as version
from accounts c
where c.id = $2 and (c.voided_at is null) and (true);

-- page, everywhere ($1 asOf, $2 limit)
select (select row_to_json(fields)::text from (select c.id as "id",
    c.email as "email",
    c.name as "name",
    c.role as "role",
    (select row_to_json(nested) from (select l.id as "id",
    l.code as "code",
    l.level as "level",
    coalesce(coalesce(
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from alliances l
    where (true) and (l.id = c.alliance_id) limit 1) nested) as "alliance",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = c.organization_id) limit 1) nested) as "organization",
    to_char(c.password_set_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "passwordSetAt",
    to_char((select f.confirmed_at from second_factors f where f.account_id = c.id and f.voided_at is null) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "secondFactorSince",
    to_char(c.disabled_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "disabledAt",
    to_char(c.signed_out_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "signedOutAt",
    to_char(c.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "createdAt",
    c.version as "version",
    null::text as "link") fields) as item,
  json_build_array((c.name collate "vi-x-icu")::text, (c.id)::text)::text as keys
from accounts c
    where (c.voided_at is null)
order by c.name collate "vi-x-icu" asc, c.id asc
limit $2 + 1;

-- record, within alliance ($1 asOf, $2 id, $3 ownAllianceIds)
select (select row_to_json(fields)::text from (select c.id as "id",
    c.email as "email",
    c.name as "name",
    c.role as "role",
    (select row_to_json(nested) from (select l.id as "id",
    l.code as "code",
    l.level as "level",
    coalesce(coalesce(
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from alliances l
    where (true) and (l.id = c.alliance_id) limit 1) nested) as "alliance",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = c.organization_id) limit 1) nested) as "organization",
    to_char(c.password_set_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "passwordSetAt",
    to_char((select f.confirmed_at from second_factors f where f.account_id = c.id and f.voided_at is null) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "secondFactorSince",
    to_char(c.disabled_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "disabledAt",
    to_char(c.signed_out_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "signedOutAt",
    to_char(c.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "createdAt",
    c.version as "version",
    null::text as "link") fields) as body, c.version as version
from accounts c
where c.id = $2 and (c.voided_at is null) and (c.alliance_id = any($3));

-- page, within alliance ($1 asOf, $2 ownAllianceIds, $3 limit)
select (select row_to_json(fields)::text from (select c.id as "id",
    c.email as "email",
    c.name as "name",
    c.role as "role",
    (select row_to_json(nested) from (select l.id as "id",
    l.code as "code",
    l.level as "level",
    coalesce(coalesce(
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from alliances l
    where (true) and (l.id = c.alliance_id) limit 1) nested) as "alliance",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = c.organization_id) limit 1) nested) as "organization",
    to_char(c.password_set_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "passwordSetAt",
    to_char((select f.confirmed_at from second_factors f where f.account_id = c.id and f.voided_at is null) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "secondFactorSince",
    to_char(c.disabled_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "disabledAt",
    to_char(c.signed_out_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "signedOutAt",
    to_char(c.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "createdAt",
    c.version as "version",
    null::text as "link") fields) as item,
  json_build_array((c.name collate "vi-x-icu")::text, (c.id)::text)::text as keys
from accounts c
    where (c.voided_at is null)
    and (c.alliance_id = any($2))
order by c.name collate "vi-x-icu" asc, c.id asc
limit $3 + 1;

-- page, everywhere, with every filter ($1 asOf, $2 role, $3 q, $4 updatedSince, $5 after0, $6 after1, $7 limit)
select (select row_to_json(fields)::text from (select c.id as "id",
    c.email as "email",
    c.name as "name",
    c.role as "role",
    (select row_to_json(nested) from (select l.id as "id",
    l.code as "code",
    l.level as "level",
    coalesce(coalesce(
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from alliances l
    where (true) and (l.id = c.alliance_id) limit 1) nested) as "alliance",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = c.organization_id) limit 1) nested) as "organization",
    to_char(c.password_set_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "passwordSetAt",
    to_char((select f.confirmed_at from second_factors f where f.account_id = c.id and f.voided_at is null) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "secondFactorSince",
    to_char(c.disabled_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "disabledAt",
    to_char(c.signed_out_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "signedOutAt",
    to_char(c.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "createdAt",
    c.version as "version",
    null::text as "link") fields) as item,
  json_build_array((c.name collate "vi-x-icu")::text, (c.id)::text)::text as keys,
  (select count(*) from accounts c where (c.voided_at is null)
    and (c.role = $2)
    and ((fold(c.name) like $3 or fold(c.email) like $3))
    and (c.updated_at >= $4)) as total
from accounts c
    where (c.voided_at is null)
    and (c.role = $2)
    and ((fold(c.name) like $3 or fold(c.email) like $3))
    and (c.updated_at >= $4)
    and (c.name collate "vi-x-icu", c.id) > ($5, $6)
order by c.name collate "vi-x-icu" asc, c.id asc
limit $7 + 1;

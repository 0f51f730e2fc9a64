-- record, everywhere ($1 asOf, $2 rights, $3 id)
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
    to_char((select f.confirmed_at from second_factors f where f.account_id = c.id and f.voided_at is null) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "secondFactorSince",
    $2::json as "rights") fields) as body, null::integer as version
from (
    select id, email, name, role, alliance_id, organization_id from accounts
    union all select id, null, name, role, alliance_id, null from api_keys) c
where c.id = $3 and (true) and (true);

-- page, everywhere ($1 asOf, $2 rights, $3 limit)
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
    to_char((select f.confirmed_at from second_factors f where f.account_id = c.id and f.voided_at is null) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "secondFactorSince",
    $2::json as "rights") fields) as item,
  json_build_array((c.id)::text)::text as keys
from (
    select id, email, name, role, alliance_id, organization_id from accounts
    union all select id, null, name, role, alliance_id, null from api_keys) c
    where true
order by c.id asc
limit $3 + 1;

-- page, everywhere, with every filter ($1 asOf, $2 rights, $3 after0, $4 limit)
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
    to_char((select f.confirmed_at from second_factors f where f.account_id = c.id and f.voided_at is null) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "secondFactorSince",
    $2::json as "rights") fields) as item,
  json_build_array((c.id)::text)::text as keys,
  (select count(*) from (
    select id, email, name, role, alliance_id, organization_id from accounts
    union all select id, null, name, role, alliance_id, null from api_keys) c where true) as total
from (
    select id, email, name, role, alliance_id, organization_id from accounts
    union all select id, null, name, role, alliance_id, null from api_keys) c
    where true
    and (c.id) > ($3)
order by c.id asc
limit $4 + 1;

-- record, everywhere ($1 id)
select (select row_to_json(fields)::text from (select i.id as "id",
    (select row_to_json(nested) from (select c.id as "id",
    c.name as "name"
    from accounts c
    where (true) and (c.id = i.account_id) limit 1) nested) as "account",
    i.issuer as "issuer",
    i.subject as "subject",
    to_char(i.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "createdAt",
    to_char(i.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    i.void_reason as "voidReason",
    i.version as "version") fields) as body, i.version as version
from account_identities i
where i.id = $1 and (true) and (true);

-- page, everywhere ($1 limit)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select i.id as "id",
    (select row_to_json(nested) from (select c.id as "id",
    c.name as "name"
    from accounts c
    where (true) and (c.id = i.account_id) limit 1) nested) as "account",
    i.issuer as "issuer",
    i.subject as "subject",
    to_char(i.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "createdAt",
    to_char(i.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    i.void_reason as "voidReason",
    i.version as "version") fields) as item,
    json_build_array((i.created_at)::text, (i.id)::text)::text as keys
    from account_identities i
    where (i.voided_at is null)
    order by i.created_at desc, i.id desc
    limit $1 + 1
  ) page
) numbered;

-- record, within alliance ($1 id, $2 ownAllianceIds)
select (select row_to_json(fields)::text from (select i.id as "id",
    (select row_to_json(nested) from (select c.id as "id",
    c.name as "name"
    from accounts c
    where (true) and (c.id = i.account_id) limit 1) nested) as "account",
    i.issuer as "issuer",
    i.subject as "subject",
    to_char(i.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "createdAt",
    to_char(i.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    i.void_reason as "voidReason",
    i.version as "version") fields) as body, i.version as version
from account_identities i
where i.id = $1 and (true) and (i.alliance_id = any($2));

-- page, within alliance ($1 limit, $2 ownAllianceIds)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select i.id as "id",
    (select row_to_json(nested) from (select c.id as "id",
    c.name as "name"
    from accounts c
    where (true) and (c.id = i.account_id) limit 1) nested) as "account",
    i.issuer as "issuer",
    i.subject as "subject",
    to_char(i.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "createdAt",
    to_char(i.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    i.void_reason as "voidReason",
    i.version as "version") fields) as item,
    json_build_array((i.created_at)::text, (i.id)::text)::text as keys
    from account_identities i
    where (i.voided_at is null)
    and (i.alliance_id = any($2))
    order by i.created_at desc, i.id desc
    limit $1 + 1
  ) page
) numbered;

-- page, everywhere, with every filter ($1 limit, $2 issuer, $3 subject, $4 accountId, $5 updatedSince, $6 after0, $7 after1)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more,
  (select count(*) from account_identities i where (i.voided_at is null)
    and (i.issuer = $2)
    and (i.subject = $3)
    and (i.account_id = $4)
    and (i.updated_at >= $5)) as total
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select i.id as "id",
    (select row_to_json(nested) from (select c.id as "id",
    c.name as "name"
    from accounts c
    where (true) and (c.id = i.account_id) limit 1) nested) as "account",
    i.issuer as "issuer",
    i.subject as "subject",
    to_char(i.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "createdAt",
    to_char(i.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    i.void_reason as "voidReason",
    i.version as "version") fields) as item,
    json_build_array((i.created_at)::text, (i.id)::text)::text as keys
    from account_identities i
    where (i.voided_at is null)
    and (i.issuer = $2)
    and (i.subject = $3)
    and (i.account_id = $4)
    and (i.updated_at >= $5)
    and (i.created_at, i.id) < ($6, $7)
    order by i.created_at desc, i.id desc
    limit $1 + 1
  ) page
) numbered;

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
limit $1 + 1;

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

-- page, within alliance ($1 ownAllianceIds, $2 limit)
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
    and (i.alliance_id = any($1))
order by i.created_at desc, i.id desc
limit $2 + 1;

-- page, everywhere, with every filter ($1 issuer, $2 subject, $3 accountId, $4 updatedSince, $5 after0, $6 after1, $7 limit)
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
  json_build_array((i.created_at)::text, (i.id)::text)::text as keys,
  (select count(*) from account_identities i where (i.voided_at is null)
    and (i.issuer = $1)
    and (i.subject = $2)
    and (i.account_id = $3)
    and (i.updated_at >= $4)) as total
from account_identities i
    where (i.voided_at is null)
    and (i.issuer = $1)
    and (i.subject = $2)
    and (i.account_id = $3)
    and (i.updated_at >= $4)
    and (i.created_at, i.id) < ($5, $6)
order by i.created_at desc, i.id desc
limit $7 + 1;

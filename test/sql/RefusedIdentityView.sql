-- record, everywhere ($1 id)
select (select row_to_json(fields)::text from (select r.id as "id",
    r.issuer as "issuer",
    r.subject as "subject",
    to_char(r.first_refused_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "firstRefusedAt",
    to_char(r.last_refused_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "lastRefusedAt",
    r.times as "times") fields) as body, null::integer as version
from refused_identities r
where r.id = $1 and (not exists (select from account_identities i
    where i.issuer = r.issuer and i.subject = r.subject and i.voided_at is null)
    and r.last_refused_at >= now() - interval '30 days') and (true);

-- page, everywhere ($1 limit)
select (select row_to_json(fields)::text from (select r.id as "id",
    r.issuer as "issuer",
    r.subject as "subject",
    to_char(r.first_refused_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "firstRefusedAt",
    to_char(r.last_refused_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "lastRefusedAt",
    r.times as "times") fields) as item,
  json_build_array((r.last_refused_at)::text, (r.id)::text)::text as keys
from refused_identities r
    where (not exists (select from account_identities i
    where i.issuer = r.issuer and i.subject = r.subject and i.voided_at is null)
    and r.last_refused_at >= now() - interval '30 days')
order by r.last_refused_at desc, r.id desc
limit $1 + 1;

-- page, everywhere, with every filter ($1 subject, $2 after0, $3 after1, $4 limit)
select (select row_to_json(fields)::text from (select r.id as "id",
    r.issuer as "issuer",
    r.subject as "subject",
    to_char(r.first_refused_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "firstRefusedAt",
    to_char(r.last_refused_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "lastRefusedAt",
    r.times as "times") fields) as item,
  json_build_array((r.last_refused_at)::text, (r.id)::text)::text as keys,
  (select count(*) from refused_identities r where (not exists (select from account_identities i
    where i.issuer = r.issuer and i.subject = r.subject and i.voided_at is null)
    and r.last_refused_at >= now() - interval '30 days')
    and (r.subject = $1)) as total
from refused_identities r
    where (not exists (select from account_identities i
    where i.issuer = r.issuer and i.subject = r.subject and i.voided_at is null)
    and r.last_refused_at >= now() - interval '30 days')
    and (r.subject = $1)
    and (r.last_refused_at, r.id) < ($2, $3)
order by r.last_refused_at desc, r.id desc
limit $4 + 1;

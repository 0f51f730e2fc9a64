-- record, everywhere ($1 id)
select (select row_to_json(fields)::text from (select k.step as "step",
    audit.verifier_key(k.name, k.public_key) as "key",
    to_char(k.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "since") fields) as body, null::integer as version
from audit.signing_keys k
where k.step = $1 and (true) and (true);

-- page, everywhere ($1 limit)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select k.step as "step",
    audit.verifier_key(k.name, k.public_key) as "key",
    to_char(k.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "since") fields) as item,
    json_build_array((k.step)::text, (k.step)::text)::text as keys
    from audit.signing_keys k
    where true
    order by k.step desc, k.step desc
    limit $1 + 1
  ) page
) numbered;

-- page, everywhere, with every filter ($1 limit, $2 after0, $3 after1)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more,
  (select count(*) from audit.signing_keys k where true) as total
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select k.step as "step",
    audit.verifier_key(k.name, k.public_key) as "key",
    to_char(k.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "since") fields) as item,
    json_build_array((k.step)::text, (k.step)::text)::text as keys
    from audit.signing_keys k
    where true
    and (k.step, k.step) < ($2, $3)
    order by k.step desc, k.step desc
    limit $1 + 1
  ) page
) numbered;

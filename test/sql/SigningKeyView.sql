-- record, everywhere ($1 id)
select (select row_to_json(fields)::text from (select k.step as "step",
    audit.verifier_key(k.name, k.public_key) as "key",
    to_char(k.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "since") fields) as body, null::integer as version
from audit.signing_keys k
where k.step = $1 and (true) and (true);

-- page, everywhere ($1 limit)
select (select row_to_json(fields)::text from (select k.step as "step",
    audit.verifier_key(k.name, k.public_key) as "key",
    to_char(k.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "since") fields) as item,
  json_build_array((k.step)::text, (k.step)::text)::text as keys
from audit.signing_keys k
    where true
order by k.step desc, k.step desc
limit $1 + 1;

-- page, everywhere, with every filter ($1 after0, $2 after1, $3 limit)
select (select row_to_json(fields)::text from (select k.step as "step",
    audit.verifier_key(k.name, k.public_key) as "key",
    to_char(k.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "since") fields) as item,
  json_build_array((k.step)::text, (k.step)::text)::text as keys,
  (select count(*) from audit.signing_keys k where true) as total
from audit.signing_keys k
    where true
    and (k.step, k.step) < ($1, $2)
order by k.step desc, k.step desc
limit $3 + 1;

-- record, everywhere ($1 id)
select (select row_to_json(fields)::text from (select c.size as "size",
    encode(c.root, 'base64') as "root",
    to_char(c.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "madeAt",
    c.note as "note") fields) as body, null::integer as version
from audit.checkpoints c
where c.size = $1 and (((select nullif(current_setting('registry.known_seq', true), '')::bigint) is null or c.size <= (select nullif(current_setting('registry.known_seq', true), '')::bigint))) and (true);

-- page, everywhere ($1 limit)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select c.size as "size",
    encode(c.root, 'base64') as "root",
    to_char(c.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "madeAt",
    c.note as "note") fields) as item,
    json_build_array((c.size)::text, (c.size)::text)::text as keys
    from audit.checkpoints c
    where (((select nullif(current_setting('registry.known_seq', true), '')::bigint) is null or c.size <= (select nullif(current_setting('registry.known_seq', true), '')::bigint)))
    order by c.size desc, c.size desc
    limit $1 + 1
  ) page
) numbered;

-- page, everywhere, with every filter ($1 limit, $2 madeAtFrom, $3 madeAtTo, $4 after0, $5 after1)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more,
  (select count(*) from audit.checkpoints c where (((select nullif(current_setting('registry.known_seq', true), '')::bigint) is null or c.size <= (select nullif(current_setting('registry.known_seq', true), '')::bigint)))
    and (c.made_at >= $2)
    and (c.made_at <= $3)) as total
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select c.size as "size",
    encode(c.root, 'base64') as "root",
    to_char(c.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "madeAt",
    c.note as "note") fields) as item,
    json_build_array((c.size)::text, (c.size)::text)::text as keys
    from audit.checkpoints c
    where (((select nullif(current_setting('registry.known_seq', true), '')::bigint) is null or c.size <= (select nullif(current_setting('registry.known_seq', true), '')::bigint)))
    and (c.made_at >= $2)
    and (c.made_at <= $3)
    and (c.size, c.size) < ($4, $5)
    order by c.size desc, c.size desc
    limit $1 + 1
  ) page
) numbered;

-- record, everywhere ($1 id)
select (select row_to_json(fields)::text from (select c.size as "size",
    encode(c.root, 'base64') as "root",
    to_char(c.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "madeAt",
    c.note as "note") fields) as body, null::integer as version
from audit.checkpoints c
where c.size = $1 and (((select nullif(current_setting('registry.known_seq', true), '')::bigint) is null or c.size <= (select nullif(current_setting('registry.known_seq', true), '')::bigint))) and (true);

-- page, everywhere ($1 limit)
select (select row_to_json(fields)::text from (select c.size as "size",
    encode(c.root, 'base64') as "root",
    to_char(c.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "madeAt",
    c.note as "note") fields) as item,
  json_build_array((c.size)::text, (c.size)::text)::text as keys
from audit.checkpoints c
    where (((select nullif(current_setting('registry.known_seq', true), '')::bigint) is null or c.size <= (select nullif(current_setting('registry.known_seq', true), '')::bigint)))
order by c.size desc, c.size desc
limit $1 + 1;

-- page, everywhere, with every filter ($1 madeAtFrom, $2 madeAtTo, $3 after0, $4 after1, $5 limit)
select (select row_to_json(fields)::text from (select c.size as "size",
    encode(c.root, 'base64') as "root",
    to_char(c.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "madeAt",
    c.note as "note") fields) as item,
  json_build_array((c.size)::text, (c.size)::text)::text as keys,
  (select count(*) from audit.checkpoints c where (((select nullif(current_setting('registry.known_seq', true), '')::bigint) is null or c.size <= (select nullif(current_setting('registry.known_seq', true), '')::bigint)))
    and (c.made_at >= $1)
    and (c.made_at <= $2)) as total
from audit.checkpoints c
    where (((select nullif(current_setting('registry.known_seq', true), '')::bigint) is null or c.size <= (select nullif(current_setting('registry.known_seq', true), '')::bigint)))
    and (c.made_at >= $1)
    and (c.made_at <= $2)
    and (c.size, c.size) < ($3, $4)
order by c.size desc, c.size desc
limit $5 + 1;

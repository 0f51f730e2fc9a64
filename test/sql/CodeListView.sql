-- record, everywhere ($1 id)
select (select row_to_json(fields)::text from (select cl.list as "list",
    cl.vi as "vi",
    cl.en as "en",
    cl.open as "open") fields) as body, null::integer as version
from code_lists cl
where cl.list = $1 and (true) and (true);

-- page, everywhere ($1 limit)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select cl.list as "list",
    cl.vi as "vi",
    cl.en as "en",
    cl.open as "open") fields) as item,
    json_build_array((cl.list)::text, (cl.list)::text)::text as keys
    from code_lists cl
    where true
    order by cl.list asc, cl.list asc
    limit $1 + 1
  ) page
) numbered;

-- page, everywhere, with every filter ($1 limit, $2 after0, $3 after1)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more,
  (select count(*) from code_lists cl where true) as total
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select cl.list as "list",
    cl.vi as "vi",
    cl.en as "en",
    cl.open as "open") fields) as item,
    json_build_array((cl.list)::text, (cl.list)::text)::text as keys
    from code_lists cl
    where true
    and (cl.list, cl.list) > ($2, $3)
    order by cl.list asc, cl.list asc
    limit $1 + 1
  ) page
) numbered;

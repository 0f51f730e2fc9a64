-- record, everywhere ($1 id)
select (select row_to_json(fields)::text from (select cl.list as "list",
    cl.vi as "vi",
    cl.en as "en",
    cl.open as "open") fields) as body, null::integer as version
from code_lists cl
where cl.list = $1 and (true) and (true);

-- page, everywhere ($1 limit)
select (select row_to_json(fields)::text from (select cl.list as "list",
    cl.vi as "vi",
    cl.en as "en",
    cl.open as "open") fields) as item,
  json_build_array((cl.list)::text, (cl.list)::text)::text as keys
from code_lists cl
    where true
order by cl.list asc, cl.list asc
limit $1 + 1;

-- page, everywhere, with every filter ($1 after0, $2 after1, $3 limit)
select (select row_to_json(fields)::text from (select cl.list as "list",
    cl.vi as "vi",
    cl.en as "en",
    cl.open as "open") fields) as item,
  json_build_array((cl.list)::text, (cl.list)::text)::text as keys,
  (select count(*) from code_lists cl where true) as total
from code_lists cl
    where true
    and (cl.list, cl.list) > ($1, $2)
order by cl.list asc, cl.list asc
limit $3 + 1;

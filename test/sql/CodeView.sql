-- record, everywhere ($1 id, $2 list)
select (select row_to_json(fields)::text from (select c.code as "code",
    c.vi as "vi",
    c.en as "en",
    c.rank as "rank",
    c.valid_from as "validFrom",
    c.valid_to as "validTo") fields) as body, null::integer as version
from codes c
where c.code = $1 and (c.list = $2) and (true);

-- page, everywhere ($1 limit, $2 list, $3 asOf)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select c.code as "code",
    c.vi as "vi",
    c.en as "en",
    c.rank as "rank",
    c.valid_from as "validFrom",
    c.valid_to as "validTo") fields) as item,
    json_build_array((c.rank)::text, (c.code)::text)::text as keys
    from codes c
    where (c.list = $2)
    and ((c.valid_from is null or c.valid_from <= $3) and (c.valid_to is null or c.valid_to > $3))
    order by c.rank asc, c.code asc
    limit $1 + 1
  ) page
) numbered;

-- page, everywhere, with every filter ($1 limit, $2 list, $3 asOf, $4 after0, $5 after1)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more,
  (select count(*) from codes c where (c.list = $2)
    and ((c.valid_from is null or c.valid_from <= $3) and (c.valid_to is null or c.valid_to > $3))) as total
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select c.code as "code",
    c.vi as "vi",
    c.en as "en",
    c.rank as "rank",
    c.valid_from as "validFrom",
    c.valid_to as "validTo") fields) as item,
    json_build_array((c.rank)::text, (c.code)::text)::text as keys
    from codes c
    where (c.list = $2)
    and ((c.valid_from is null or c.valid_from <= $3) and (c.valid_to is null or c.valid_to > $3))
    and (c.rank, c.code) > ($4, $5)
    order by c.rank asc, c.code asc
    limit $1 + 1
  ) page
) numbered;

-- record, everywhere ($1 ownAllianceIds, $2 asOf, $3 id, $4 list)
select (select row_to_json(fields)::text from (select c.code as "code",
    c.vi as "vi",
    c.en as "en",
    c.rank as "rank",
    c.valid_from as "validFrom",
    c.valid_to as "validTo",
    c.alliance_id as "allianceId",
    case when c.list = 'position' then exists (select from manager_positions mp
      where mp.position_code = c.code and mp.voided_at is null
      and (mp.alliance_id is null or mp.alliance_id = ($1::uuid[])[1])
      and mp.valid_from <= $2 and (mp.valid_to is null or mp.valid_to > $2)) end as "manager") fields) as body, null::integer as version
from codes c
where c.code = $3 and (c.list = $4 and (c.alliance_id is null or c.alliance_id = any($1)
    or c.alliance_id in (select id from alliance_and_above(($1::uuid[])[1])))) and (true);

-- page, everywhere ($1 limit, $2 ownAllianceIds, $3 asOf, $4 list)
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
    c.valid_to as "validTo",
    c.alliance_id as "allianceId",
    case when c.list = 'position' then exists (select from manager_positions mp
      where mp.position_code = c.code and mp.voided_at is null
      and (mp.alliance_id is null or mp.alliance_id = ($2::uuid[])[1])
      and mp.valid_from <= $3 and (mp.valid_to is null or mp.valid_to > $3)) end as "manager") fields) as item,
    json_build_array((c.rank)::text, (c.code)::text)::text as keys
    from codes c
    where (c.list = $4 and (c.alliance_id is null or c.alliance_id = any($2)
    or c.alliance_id in (select id from alliance_and_above(($2::uuid[])[1]))))
    and ((c.valid_from is null or c.valid_from <= $3) and (c.valid_to is null or c.valid_to > $3))
    order by c.rank asc, c.code asc
    limit $1 + 1
  ) page
) numbered;

-- page, everywhere, with every filter ($1 limit, $2 list, $3 ownAllianceIds, $4 asOf, $5 after0, $6 after1)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more,
  (select count(*) from codes c where (c.list = $2 and (c.alliance_id is null or c.alliance_id = any($3)
    or c.alliance_id in (select id from alliance_and_above(($3::uuid[])[1]))))
    and ((c.valid_from is null or c.valid_from <= $4) and (c.valid_to is null or c.valid_to > $4))) as total
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select c.code as "code",
    c.vi as "vi",
    c.en as "en",
    c.rank as "rank",
    c.valid_from as "validFrom",
    c.valid_to as "validTo",
    c.alliance_id as "allianceId",
    case when c.list = 'position' then exists (select from manager_positions mp
      where mp.position_code = c.code and mp.voided_at is null
      and (mp.alliance_id is null or mp.alliance_id = ($3::uuid[])[1])
      and mp.valid_from <= $4 and (mp.valid_to is null or mp.valid_to > $4)) end as "manager") fields) as item,
    json_build_array((c.rank)::text, (c.code)::text)::text as keys
    from codes c
    where (c.list = $2 and (c.alliance_id is null or c.alliance_id = any($3)
    or c.alliance_id in (select id from alliance_and_above(($3::uuid[])[1]))))
    and ((c.valid_from is null or c.valid_from <= $4) and (c.valid_to is null or c.valid_to > $4))
    and (c.rank, c.code) > ($5, $6)
    order by c.rank asc, c.code asc
    limit $1 + 1
  ) page
) numbered;

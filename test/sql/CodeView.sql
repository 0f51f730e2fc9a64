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

-- page, everywhere ($1 ownAllianceIds, $2 asOf, $3 list, $4 limit)
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
      and mp.valid_from <= $2 and (mp.valid_to is null or mp.valid_to > $2)) end as "manager") fields) as item,
  json_build_array((c.rank)::text, (c.code)::text)::text as keys
from codes c
    where (c.list = $3 and (c.alliance_id is null or c.alliance_id = any($1)
    or c.alliance_id in (select id from alliance_and_above(($1::uuid[])[1]))))
    and ((c.valid_from is null or c.valid_from <= $2) and (c.valid_to is null or c.valid_to > $2))
order by c.rank asc, c.code asc
limit $4 + 1;

-- page, everywhere, with every filter ($1 ownAllianceIds, $2 asOf, $3 list, $4 after0, $5 after1, $6 limit)
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
      and mp.valid_from <= $2 and (mp.valid_to is null or mp.valid_to > $2)) end as "manager") fields) as item,
  json_build_array((c.rank)::text, (c.code)::text)::text as keys,
  (select count(*) from codes c where (c.list = $3 and (c.alliance_id is null or c.alliance_id = any($1)
    or c.alliance_id in (select id from alliance_and_above(($1::uuid[])[1]))))
    and ((c.valid_from is null or c.valid_from <= $2) and (c.valid_to is null or c.valid_to > $2))) as total
from codes c
    where (c.list = $3 and (c.alliance_id is null or c.alliance_id = any($1)
    or c.alliance_id in (select id from alliance_and_above(($1::uuid[])[1]))))
    and ((c.valid_from is null or c.valid_from <= $2) and (c.valid_to is null or c.valid_to > $2))
    and (c.rank, c.code) > ($4, $5)
order by c.rank asc, c.code asc
limit $6 + 1;

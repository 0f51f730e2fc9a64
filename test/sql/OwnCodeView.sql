-- record, everywhere ($1 id)
select (select row_to_json(fields)::text from (select oc.id as "id",
    oc.alliance_id as "allianceId",
    oc.list as "list",
    oc.code as "code",
    oc.vi as "vi",
    oc.en as "en",
    oc.rank as "rank",
    oc.valid_from as "validFrom",
    oc.valid_to as "validTo",
    oc.version as "version") fields) as body, oc.version as version
from own_codes oc
where oc.id = $1 and (true) and (true);

-- page, everywhere ($1 limit, $2 asOf)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select oc.id as "id",
    oc.alliance_id as "allianceId",
    oc.list as "list",
    oc.code as "code",
    oc.vi as "vi",
    oc.en as "en",
    oc.rank as "rank",
    oc.valid_from as "validFrom",
    oc.valid_to as "validTo",
    oc.version as "version") fields) as item,
    json_build_array((oc.code)::text, (oc.id)::text)::text as keys
    from own_codes oc
    where ((oc.valid_from is null or oc.valid_from <= $2) and (oc.valid_to is null or oc.valid_to > $2))
    order by oc.code asc, oc.id asc
    limit $1 + 1
  ) page
) numbered;

-- record, within alliance ($1 id, $2 ownAllianceIds)
select (select row_to_json(fields)::text from (select oc.id as "id",
    oc.alliance_id as "allianceId",
    oc.list as "list",
    oc.code as "code",
    oc.vi as "vi",
    oc.en as "en",
    oc.rank as "rank",
    oc.valid_from as "validFrom",
    oc.valid_to as "validTo",
    oc.version as "version") fields) as body, oc.version as version
from own_codes oc
where oc.id = $1 and (true) and (oc.alliance_id = any($2));

-- page, within alliance ($1 limit, $2 asOf, $3 ownAllianceIds)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select oc.id as "id",
    oc.alliance_id as "allianceId",
    oc.list as "list",
    oc.code as "code",
    oc.vi as "vi",
    oc.en as "en",
    oc.rank as "rank",
    oc.valid_from as "validFrom",
    oc.valid_to as "validTo",
    oc.version as "version") fields) as item,
    json_build_array((oc.code)::text, (oc.id)::text)::text as keys
    from own_codes oc
    where ((oc.valid_from is null or oc.valid_from <= $2) and (oc.valid_to is null or oc.valid_to > $2))
    and (oc.alliance_id = any($3))
    order by oc.code asc, oc.id asc
    limit $1 + 1
  ) page
) numbered;

-- page, everywhere, with every filter ($1 limit, $2 asOf, $3 allianceId, $4 list, $5 code, $6 updatedSince, $7 after0, $8 after1)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more,
  (select count(*) from own_codes oc where ((oc.valid_from is null or oc.valid_from <= $2) and (oc.valid_to is null or oc.valid_to > $2))
    and (oc.alliance_id = $3)
    and (oc.list = $4)
    and (oc.code = $5)
    and (oc.updated_at >= $6)) as total
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select oc.id as "id",
    oc.alliance_id as "allianceId",
    oc.list as "list",
    oc.code as "code",
    oc.vi as "vi",
    oc.en as "en",
    oc.rank as "rank",
    oc.valid_from as "validFrom",
    oc.valid_to as "validTo",
    oc.version as "version") fields) as item,
    json_build_array((oc.code)::text, (oc.id)::text)::text as keys
    from own_codes oc
    where ((oc.valid_from is null or oc.valid_from <= $2) and (oc.valid_to is null or oc.valid_to > $2))
    and (oc.alliance_id = $3)
    and (oc.list = $4)
    and (oc.code = $5)
    and (oc.updated_at >= $6)
    and (oc.code, oc.id) > ($7, $8)
    order by oc.code asc, oc.id asc
    limit $1 + 1
  ) page
) numbered;

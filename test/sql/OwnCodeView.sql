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

-- page, everywhere ($1 asOf, $2 limit)
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
    where ((oc.valid_from is null or oc.valid_from <= $1) and (oc.valid_to is null or oc.valid_to > $1))
order by oc.code asc, oc.id asc
limit $2 + 1;

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

-- page, within alliance ($1 asOf, $2 ownAllianceIds, $3 limit)
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
    where ((oc.valid_from is null or oc.valid_from <= $1) and (oc.valid_to is null or oc.valid_to > $1))
    and (oc.alliance_id = any($2))
order by oc.code asc, oc.id asc
limit $3 + 1;

-- page, everywhere, with every filter ($1 asOf, $2 allianceId, $3 list, $4 code, $5 updatedSince, $6 after0, $7 after1, $8 limit)
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
  json_build_array((oc.code)::text, (oc.id)::text)::text as keys,
  (select count(*) from own_codes oc where ((oc.valid_from is null or oc.valid_from <= $1) and (oc.valid_to is null or oc.valid_to > $1))
    and (oc.alliance_id = $2)
    and (oc.list = $3)
    and (oc.code = $4)
    and (oc.updated_at >= $5)) as total
from own_codes oc
    where ((oc.valid_from is null or oc.valid_from <= $1) and (oc.valid_to is null or oc.valid_to > $1))
    and (oc.alliance_id = $2)
    and (oc.list = $3)
    and (oc.code = $4)
    and (oc.updated_at >= $5)
    and (oc.code, oc.id) > ($6, $7)
order by oc.code asc, oc.id asc
limit $8 + 1;

-- record, everywhere ($1 id)
select (select row_to_json(fields)::text from (select af.id as "id",
    af.code as "code",
    af.class as "class",
    af.name_vi as "nameVi",
    af.name_en as "nameEn",
    af.alliance_id as "allianceId",
    af.law as "law",
    af.issued_by as "issuedBy",
    af.issuer_level as "issuerLevel",
    af.to_collective as "toCollective",
    af.to_individual as "toIndividual",
    af.valid_from as "validFrom",
    af.valid_to as "validTo",
    to_char(af.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    af.void_reason as "voidReason",
    af.version as "version") fields) as body, af.version as version
from award_forms af
where af.id = $1 and (true) and (true);

-- page, everywhere ($1 limit, $2 asOf)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select af.id as "id",
    af.code as "code",
    af.class as "class",
    af.name_vi as "nameVi",
    af.name_en as "nameEn",
    af.alliance_id as "allianceId",
    af.law as "law",
    af.issued_by as "issuedBy",
    af.issuer_level as "issuerLevel",
    af.to_collective as "toCollective",
    af.to_individual as "toIndividual",
    af.valid_from as "validFrom",
    af.valid_to as "validTo",
    to_char(af.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    af.void_reason as "voidReason",
    af.version as "version") fields) as item,
    json_build_array((af.code)::text, (af.id)::text)::text as keys
    from award_forms af
    where (af.voided_at is null and af.valid_from <= $2 and (af.valid_to is null or af.valid_to > $2))
    order by af.code asc, af.id asc
    limit $1 + 1
  ) page
) numbered;

-- record, within alliance ($1 id, $2 ownAllianceIds)
select (select row_to_json(fields)::text from (select af.id as "id",
    af.code as "code",
    af.class as "class",
    af.name_vi as "nameVi",
    af.name_en as "nameEn",
    af.alliance_id as "allianceId",
    af.law as "law",
    af.issued_by as "issuedBy",
    af.issuer_level as "issuerLevel",
    af.to_collective as "toCollective",
    af.to_individual as "toIndividual",
    af.valid_from as "validFrom",
    af.valid_to as "validTo",
    to_char(af.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    af.void_reason as "voidReason",
    af.version as "version") fields) as body, af.version as version
from award_forms af
where af.id = $1 and (true) and ((af.alliance_id is null or af.alliance_id = any($2)));

-- page, within alliance ($1 limit, $2 asOf, $3 ownAllianceIds)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select af.id as "id",
    af.code as "code",
    af.class as "class",
    af.name_vi as "nameVi",
    af.name_en as "nameEn",
    af.alliance_id as "allianceId",
    af.law as "law",
    af.issued_by as "issuedBy",
    af.issuer_level as "issuerLevel",
    af.to_collective as "toCollective",
    af.to_individual as "toIndividual",
    af.valid_from as "validFrom",
    af.valid_to as "validTo",
    to_char(af.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    af.void_reason as "voidReason",
    af.version as "version") fields) as item,
    json_build_array((af.code)::text, (af.id)::text)::text as keys
    from award_forms af
    where (af.voided_at is null and af.valid_from <= $2 and (af.valid_to is null or af.valid_to > $2))
    and ((af.alliance_id is null or af.alliance_id = any($3)))
    order by af.code asc, af.id asc
    limit $1 + 1
  ) page
) numbered;

-- page, everywhere, with every filter ($1 limit, $2 code, $3 class, $4 allianceId, $5 issuerLevel, $6 toCollective, $7 toIndividual, $8 validFromFrom, $9 validFromTo, $10 validToFrom, $11 validToTo, $12 q, $13 updatedSince, $14 after0, $15 after1)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more,
  (select count(*) from award_forms af where (af.voided_at is null)
    and (af.code = $2)
    and (af.class = $3)
    and (af.alliance_id = $4)
    and (af.issuer_level = $5)
    and (af.to_collective = $6)
    and (af.to_individual = $7)
    and (af.valid_from >= $8)
    and (af.valid_from <= $9)
    and (af.valid_to >= $10)
    and (af.valid_to <= $11)
    and (fold(af.code || ' ' || af.name_vi || ' ' || coalesce(af.name_en, '')) like $12)
    and (af.updated_at >= $13)) as total
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select af.id as "id",
    af.code as "code",
    af.class as "class",
    af.name_vi as "nameVi",
    af.name_en as "nameEn",
    af.alliance_id as "allianceId",
    af.law as "law",
    af.issued_by as "issuedBy",
    af.issuer_level as "issuerLevel",
    af.to_collective as "toCollective",
    af.to_individual as "toIndividual",
    af.valid_from as "validFrom",
    af.valid_to as "validTo",
    to_char(af.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    af.void_reason as "voidReason",
    af.version as "version") fields) as item,
    json_build_array((af.code)::text, (af.id)::text)::text as keys
    from award_forms af
    where (af.voided_at is null)
    and (af.code = $2)
    and (af.class = $3)
    and (af.alliance_id = $4)
    and (af.issuer_level = $5)
    and (af.to_collective = $6)
    and (af.to_individual = $7)
    and (af.valid_from >= $8)
    and (af.valid_from <= $9)
    and (af.valid_to >= $10)
    and (af.valid_to <= $11)
    and (fold(af.code || ' ' || af.name_vi || ' ' || coalesce(af.name_en, '')) like $12)
    and (af.updated_at >= $13)
    and (af.code, af.id) > ($14, $15)
    order by af.code asc, af.id asc
    limit $1 + 1
  ) page
) numbered;

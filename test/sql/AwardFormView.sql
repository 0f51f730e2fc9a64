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

-- page, everywhere ($1 asOf, $2 limit)
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
    where (af.voided_at is null and af.valid_from <= $1 and (af.valid_to is null or af.valid_to > $1))
order by af.code asc, af.id asc
limit $2 + 1;

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

-- page, within alliance ($1 asOf, $2 ownAllianceIds, $3 limit)
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
    where (af.voided_at is null and af.valid_from <= $1 and (af.valid_to is null or af.valid_to > $1))
    and ((af.alliance_id is null or af.alliance_id = any($2)))
order by af.code asc, af.id asc
limit $3 + 1;

-- page, everywhere, with every filter ($1 code, $2 class, $3 allianceId, $4 issuerLevel, $5 toCollective, $6 toIndividual, $7 validFromFrom, $8 validFromTo, $9 validToFrom, $10 validToTo, $11 q, $12 updatedSince, $13 after0, $14 after1, $15 limit)
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
  json_build_array((af.code)::text, (af.id)::text)::text as keys,
  (select count(*) from award_forms af where (af.voided_at is null)
    and (af.code = $1)
    and (af.class = $2)
    and (af.alliance_id = $3)
    and (af.issuer_level = $4)
    and (af.to_collective = $5)
    and (af.to_individual = $6)
    and (af.valid_from >= $7)
    and (af.valid_from <= $8)
    and (af.valid_to >= $9)
    and (af.valid_to <= $10)
    and (fold(af.code || ' ' || af.name_vi || ' ' || coalesce(af.name_en, '')) like $11)
    and (af.updated_at >= $12)) as total
from award_forms af
    where (af.voided_at is null)
    and (af.code = $1)
    and (af.class = $2)
    and (af.alliance_id = $3)
    and (af.issuer_level = $4)
    and (af.to_collective = $5)
    and (af.to_individual = $6)
    and (af.valid_from >= $7)
    and (af.valid_from <= $8)
    and (af.valid_to >= $9)
    and (af.valid_to <= $10)
    and (fold(af.code || ' ' || af.name_vi || ' ' || coalesce(af.name_en, '')) like $11)
    and (af.updated_at >= $12)
    and (af.code, af.id) > ($13, $14)
order by af.code asc, af.id asc
limit $15 + 1;

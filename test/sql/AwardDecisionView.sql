-- record, everywhere ($1 asOf, $2 id)
select (select row_to_json(fields)::text from (select de.id as "id",
    de.alliance_id as "allianceId",
    de.number as "number",
    de.decided_on as "decidedOn",
    (select row_to_json(nested) from (select b.id as "id",
    b.level as "level",
    coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from issuing_bodies b
    where (true) and (b.id = de.issuing_body_id) limit 1) nested) as "issuingBody",
    de.signer as "signer",
    de.signer_office as "signerOffice",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = de.document_id) limit 1) nested) as "document",
    (select count(*) from awards a where a.decision_id = de.id and a.voided_at is null) as "awardCount",
    to_char(de.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    de.void_reason as "voidReason",
    de.version as "version") fields) as body, de.version as version
from award_decisions de
where de.id = $2 and (true) and (true);

-- page, everywhere ($1 asOf, $2 limit)
select (select row_to_json(fields)::text from (select de.id as "id",
    de.alliance_id as "allianceId",
    de.number as "number",
    de.decided_on as "decidedOn",
    (select row_to_json(nested) from (select b.id as "id",
    b.level as "level",
    coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from issuing_bodies b
    where (true) and (b.id = de.issuing_body_id) limit 1) nested) as "issuingBody",
    de.signer as "signer",
    de.signer_office as "signerOffice",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = de.document_id) limit 1) nested) as "document",
    (select count(*) from awards a where a.decision_id = de.id and a.voided_at is null) as "awardCount",
    to_char(de.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    de.void_reason as "voidReason",
    de.version as "version") fields) as item,
  json_build_array((de.decided_on)::text, (de.id)::text)::text as keys
from award_decisions de
    where (de.voided_at is null and de.decided_on <= $1)
order by de.decided_on desc, de.id desc
limit $2 + 1;

-- record, within alliance ($1 asOf, $2 id, $3 ownAllianceIds)
select (select row_to_json(fields)::text from (select de.id as "id",
    de.alliance_id as "allianceId",
    de.number as "number",
    de.decided_on as "decidedOn",
    (select row_to_json(nested) from (select b.id as "id",
    b.level as "level",
    coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from issuing_bodies b
    where (true) and (b.id = de.issuing_body_id) limit 1) nested) as "issuingBody",
    de.signer as "signer",
    de.signer_office as "signerOffice",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = de.document_id) limit 1) nested) as "document",
    (select count(*) from awards a where a.decision_id = de.id and a.voided_at is null) as "awardCount",
    to_char(de.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    de.void_reason as "voidReason",
    de.version as "version") fields) as body, de.version as version
from award_decisions de
where de.id = $2 and (true) and (de.alliance_id = any($3));

-- page, within alliance ($1 asOf, $2 ownAllianceIds, $3 limit)
select (select row_to_json(fields)::text from (select de.id as "id",
    de.alliance_id as "allianceId",
    de.number as "number",
    de.decided_on as "decidedOn",
    (select row_to_json(nested) from (select b.id as "id",
    b.level as "level",
    coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from issuing_bodies b
    where (true) and (b.id = de.issuing_body_id) limit 1) nested) as "issuingBody",
    de.signer as "signer",
    de.signer_office as "signerOffice",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = de.document_id) limit 1) nested) as "document",
    (select count(*) from awards a where a.decision_id = de.id and a.voided_at is null) as "awardCount",
    to_char(de.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    de.void_reason as "voidReason",
    de.version as "version") fields) as item,
  json_build_array((de.decided_on)::text, (de.id)::text)::text as keys
from award_decisions de
    where (de.voided_at is null and de.decided_on <= $1)
    and (de.alliance_id = any($2))
order by de.decided_on desc, de.id desc
limit $3 + 1;

-- page, everywhere, with every filter ($1 asOf, $2 allianceId, $3 decidedOnFrom, $4 decidedOnTo, $5 documentId, $6 number, $7 issuingBodyId, $8 q, $9 updatedSince, $10 after0, $11 after1, $12 limit)
select (select row_to_json(fields)::text from (select de.id as "id",
    de.alliance_id as "allianceId",
    de.number as "number",
    de.decided_on as "decidedOn",
    (select row_to_json(nested) from (select b.id as "id",
    b.level as "level",
    coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from issuing_bodies b
    where (true) and (b.id = de.issuing_body_id) limit 1) nested) as "issuingBody",
    de.signer as "signer",
    de.signer_office as "signerOffice",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = de.document_id) limit 1) nested) as "document",
    (select count(*) from awards a where a.decision_id = de.id and a.voided_at is null) as "awardCount",
    to_char(de.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    de.void_reason as "voidReason",
    de.version as "version") fields) as item,
  json_build_array((de.decided_on)::text, (de.id)::text)::text as keys,
  (select count(*) from award_decisions de where (de.voided_at is null and de.decided_on <= $1)
    and (de.alliance_id = $2)
    and (de.decided_on >= $3)
    and (de.decided_on <= $4)
    and (de.document_id = $5)
    and (number_key(de.number) = number_key($6))
    and (de.issuing_body_id = $7)
    and (fold(de.number || ' ' || coalesce(de.signer, '')) like $8)
    and (greatest(greatest(de.updated_at, (select max(part.updated_at) from awards part where part.decision_id = de.id and part.voided_at is null), (select max(part.updated_at) from awards part where part.decision_id = de.id and part.voided_at is not null)), (select max(revocation.updated_at)
    from awards award join award_revocations revocation on revocation.award_id = award.id where award.decision_id = de.id)) >= $9)) as total
from award_decisions de
    where (de.voided_at is null and de.decided_on <= $1)
    and (de.alliance_id = $2)
    and (de.decided_on >= $3)
    and (de.decided_on <= $4)
    and (de.document_id = $5)
    and (number_key(de.number) = number_key($6))
    and (de.issuing_body_id = $7)
    and (fold(de.number || ' ' || coalesce(de.signer, '')) like $8)
    and (greatest(greatest(de.updated_at, (select max(part.updated_at) from awards part where part.decision_id = de.id and part.voided_at is null), (select max(part.updated_at) from awards part where part.decision_id = de.id and part.voided_at is not null)), (select max(revocation.updated_at)
    from awards award join award_revocations revocation on revocation.award_id = award.id where award.decision_id = de.id)) >= $9)
    and (de.decided_on, de.id) < ($10, $11)
order by de.decided_on desc, de.id desc
limit $12 + 1;

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

-- page, everywhere ($1 limit, $2 asOf)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select de.id as "id",
    de.alliance_id as "allianceId",
    de.number as "number",
    de.decided_on as "decidedOn",
    (select row_to_json(nested) from (select b.id as "id",
    b.level as "level",
    coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $2 order by n.valid_from desc limit 1),
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
    where (de.voided_at is null and de.decided_on <= $2)
    order by de.decided_on desc, de.id desc
    limit $1 + 1
  ) page
) numbered;

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

-- page, within alliance ($1 limit, $2 asOf, $3 ownAllianceIds)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select de.id as "id",
    de.alliance_id as "allianceId",
    de.number as "number",
    de.decided_on as "decidedOn",
    (select row_to_json(nested) from (select b.id as "id",
    b.level as "level",
    coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $2 order by n.valid_from desc limit 1),
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
    where (de.voided_at is null and de.decided_on <= $2)
    and (de.alliance_id = any($3))
    order by de.decided_on desc, de.id desc
    limit $1 + 1
  ) page
) numbered;

-- page, everywhere, with every filter ($1 limit, $2 asOf, $3 allianceId, $4 decidedOnFrom, $5 decidedOnTo, $6 number, $7 issuingBodyId, $8 q, $9 updatedSince, $10 after0, $11 after1)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more,
  (select count(*) from award_decisions de where (de.voided_at is null and de.decided_on <= $2)
    and (de.alliance_id = $3)
    and (de.decided_on >= $4)
    and (de.decided_on <= $5)
    and (number_key(de.number) = number_key($6))
    and (de.issuing_body_id = $7)
    and (fold(de.number || ' ' || coalesce(de.signer, '')) like $8)
    and (greatest(de.updated_at, (select max(part.updated_at) from awards part where part.decision_id = de.id and part.voided_at is null), (select max(part.updated_at) from awards part where part.decision_id = de.id and part.voided_at is not null)) >= $9)) as total
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select de.id as "id",
    de.alliance_id as "allianceId",
    de.number as "number",
    de.decided_on as "decidedOn",
    (select row_to_json(nested) from (select b.id as "id",
    b.level as "level",
    coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $2 order by n.valid_from desc limit 1),
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
    where (de.voided_at is null and de.decided_on <= $2)
    and (de.alliance_id = $3)
    and (de.decided_on >= $4)
    and (de.decided_on <= $5)
    and (number_key(de.number) = number_key($6))
    and (de.issuing_body_id = $7)
    and (fold(de.number || ' ' || coalesce(de.signer, '')) like $8)
    and (greatest(de.updated_at, (select max(part.updated_at) from awards part where part.decision_id = de.id and part.voided_at is null), (select max(part.updated_at) from awards part where part.decision_id = de.id and part.voided_at is not null)) >= $9)
    and (de.decided_on, de.id) < ($10, $11)
    order by de.decided_on desc, de.id desc
    limit $1 + 1
  ) page
) numbered;

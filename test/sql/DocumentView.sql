-- record, everywhere ($1 asOf, $2 id)
select (select row_to_json(fields)::text from (select d.id as "id",
    d.alliance_id as "allianceId",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    (select row_to_json(nested) from (select b.id as "id",
    b.level as "level",
    coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from issuing_bodies b
    where (true) and (b.id = d.issuing_body_id) limit 1) nested) as "issuingBody",
    d.title as "title",
    d.url as "url",
    array_to_json(array(select row_to_json(nested) from (select df.id as "id",
    df.code as "code",
    df.relation as "relation",
    df.value as "value",
    df.value_to as "valueTo",
    df.wording as "wording",
    df.unit as "unit",
    df.as_of as "asOf",
    df.note as "note"
    from declared_figures df
    where (df.voided_at is null) and (df.document_id = d.id)
    order by df.rank, df.code) nested)) as "figures",
    to_char(d.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    d.void_reason as "voidReason",
    d.version as "version") fields) as body, d.version as version
from documents d
where d.id = $2 and (true) and (true);

-- page, everywhere ($1 limit, $2 asOf)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select d.id as "id",
    d.alliance_id as "allianceId",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    (select row_to_json(nested) from (select b.id as "id",
    b.level as "level",
    coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $2 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from issuing_bodies b
    where (true) and (b.id = d.issuing_body_id) limit 1) nested) as "issuingBody",
    d.title as "title",
    d.url as "url",
    array_to_json(array(select row_to_json(nested) from (select df.id as "id",
    df.code as "code",
    df.relation as "relation",
    df.value as "value",
    df.value_to as "valueTo",
    df.wording as "wording",
    df.unit as "unit",
    df.as_of as "asOf",
    df.note as "note"
    from declared_figures df
    where (df.voided_at is null) and (df.document_id = d.id)
    order by df.rank, df.code) nested)) as "figures",
    to_char(d.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    d.void_reason as "voidReason",
    d.version as "version") fields) as item,
    json_build_array((d.issued_on)::text, (d.id)::text)::text as keys
    from documents d
    where (d.voided_at is null and d.issued_on <= $2)
    order by d.issued_on desc, d.id desc
    limit $1 + 1
  ) page
) numbered;

-- record, within alliance ($1 asOf, $2 id, $3 ownAllianceIds)
select (select row_to_json(fields)::text from (select d.id as "id",
    d.alliance_id as "allianceId",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    (select row_to_json(nested) from (select b.id as "id",
    b.level as "level",
    coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from issuing_bodies b
    where (true) and (b.id = d.issuing_body_id) limit 1) nested) as "issuingBody",
    d.title as "title",
    d.url as "url",
    array_to_json(array(select row_to_json(nested) from (select df.id as "id",
    df.code as "code",
    df.relation as "relation",
    df.value as "value",
    df.value_to as "valueTo",
    df.wording as "wording",
    df.unit as "unit",
    df.as_of as "asOf",
    df.note as "note"
    from declared_figures df
    where (df.voided_at is null) and (df.document_id = d.id)
    order by df.rank, df.code) nested)) as "figures",
    to_char(d.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    d.void_reason as "voidReason",
    d.version as "version") fields) as body, d.version as version
from documents d
where d.id = $2 and (true) and (d.alliance_id = any($3));

-- page, within alliance ($1 limit, $2 asOf, $3 ownAllianceIds)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select d.id as "id",
    d.alliance_id as "allianceId",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    (select row_to_json(nested) from (select b.id as "id",
    b.level as "level",
    coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $2 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from issuing_bodies b
    where (true) and (b.id = d.issuing_body_id) limit 1) nested) as "issuingBody",
    d.title as "title",
    d.url as "url",
    array_to_json(array(select row_to_json(nested) from (select df.id as "id",
    df.code as "code",
    df.relation as "relation",
    df.value as "value",
    df.value_to as "valueTo",
    df.wording as "wording",
    df.unit as "unit",
    df.as_of as "asOf",
    df.note as "note"
    from declared_figures df
    where (df.voided_at is null) and (df.document_id = d.id)
    order by df.rank, df.code) nested)) as "figures",
    to_char(d.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    d.void_reason as "voidReason",
    d.version as "version") fields) as item,
    json_build_array((d.issued_on)::text, (d.id)::text)::text as keys
    from documents d
    where (d.voided_at is null and d.issued_on <= $2)
    and (d.alliance_id = any($3))
    order by d.issued_on desc, d.id desc
    limit $1 + 1
  ) page
) numbered;

-- page, everywhere, with every filter ($1 limit, $2 asOf, $3 allianceId, $4 code, $5 kind, $6 number, $7 issuedOnFrom, $8 issuedOnTo, $9 issuingBodyId, $10 q, $11 updatedSince, $12 after0, $13 after1)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more,
  (select count(*) from documents d where (d.voided_at is null and d.issued_on <= $2)
    and (d.alliance_id = $3)
    and (d.code = $4)
    and (d.kind = $5)
    and (d.number = $6)
    and (d.issued_on >= $7)
    and (d.issued_on <= $8)
    and (d.issuing_body_id = $9)
    and (fold(d.code || ' ' || coalesce(d.number, '') || ' ' || d.title) like $10)
    and (greatest(d.updated_at, (select max(part.updated_at) from declared_figures part where part.document_id = d.id and part.voided_at is null), (select max(part.updated_at) from declared_figures part where part.document_id = d.id and part.voided_at is not null)) >= $11)) as total
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select d.id as "id",
    d.alliance_id as "allianceId",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    (select row_to_json(nested) from (select b.id as "id",
    b.level as "level",
    coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $2 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from issuing_bodies b
    where (true) and (b.id = d.issuing_body_id) limit 1) nested) as "issuingBody",
    d.title as "title",
    d.url as "url",
    array_to_json(array(select row_to_json(nested) from (select df.id as "id",
    df.code as "code",
    df.relation as "relation",
    df.value as "value",
    df.value_to as "valueTo",
    df.wording as "wording",
    df.unit as "unit",
    df.as_of as "asOf",
    df.note as "note"
    from declared_figures df
    where (df.voided_at is null) and (df.document_id = d.id)
    order by df.rank, df.code) nested)) as "figures",
    to_char(d.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    d.void_reason as "voidReason",
    d.version as "version") fields) as item,
    json_build_array((d.issued_on)::text, (d.id)::text)::text as keys
    from documents d
    where (d.voided_at is null and d.issued_on <= $2)
    and (d.alliance_id = $3)
    and (d.code = $4)
    and (d.kind = $5)
    and (d.number = $6)
    and (d.issued_on >= $7)
    and (d.issued_on <= $8)
    and (d.issuing_body_id = $9)
    and (fold(d.code || ' ' || coalesce(d.number, '') || ' ' || d.title) like $10)
    and (greatest(d.updated_at, (select max(part.updated_at) from declared_figures part where part.document_id = d.id and part.voided_at is null), (select max(part.updated_at) from declared_figures part where part.document_id = d.id and part.voided_at is not null)) >= $11)
    and (d.issued_on, d.id) < ($12, $13)
    order by d.issued_on desc, d.id desc
    limit $1 + 1
  ) page
) numbered;

-- record, everywhere ($1 id)
select (select row_to_json(fields)::text from (select df.id as "id",
    df.code as "code",
    df.relation as "relation",
    df.value as "value",
    df.value_to as "valueTo",
    df.wording as "wording",
    df.unit as "unit",
    df.as_of as "asOf",
    df.note as "note",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = df.document_id) limit 1) nested) as "document",
    to_char(df.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    df.void_reason as "voidReason",
    df.version as "version") fields) as body, df.version as version
from declared_figures df
where df.id = $1 and (true) and (true);

-- page, everywhere ($1 limit)
select (select row_to_json(fields)::text from (select df.id as "id",
    df.code as "code",
    df.relation as "relation",
    df.value as "value",
    df.value_to as "valueTo",
    df.wording as "wording",
    df.unit as "unit",
    df.as_of as "asOf",
    df.note as "note",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = df.document_id) limit 1) nested) as "document",
    to_char(df.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    df.void_reason as "voidReason",
    df.version as "version") fields) as item,
  json_build_array((df.id)::text)::text as keys
from declared_figures df
    where true
order by df.id asc
limit $1 + 1;

-- record, within alliance ($1 id, $2 ownAllianceIds)
select (select row_to_json(fields)::text from (select df.id as "id",
    df.code as "code",
    df.relation as "relation",
    df.value as "value",
    df.value_to as "valueTo",
    df.wording as "wording",
    df.unit as "unit",
    df.as_of as "asOf",
    df.note as "note",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = df.document_id) limit 1) nested) as "document",
    to_char(df.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    df.void_reason as "voidReason",
    df.version as "version") fields) as body, df.version as version
from declared_figures df
where df.id = $1 and (true) and (df.alliance_id = any($2));

-- page, within alliance ($1 ownAllianceIds, $2 limit)
select (select row_to_json(fields)::text from (select df.id as "id",
    df.code as "code",
    df.relation as "relation",
    df.value as "value",
    df.value_to as "valueTo",
    df.wording as "wording",
    df.unit as "unit",
    df.as_of as "asOf",
    df.note as "note",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = df.document_id) limit 1) nested) as "document",
    to_char(df.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    df.void_reason as "voidReason",
    df.version as "version") fields) as item,
  json_build_array((df.id)::text)::text as keys
from declared_figures df
    where (df.alliance_id = any($1))
order by df.id asc
limit $2 + 1;

-- page, everywhere, with every filter ($1 after0, $2 limit)
select (select row_to_json(fields)::text from (select df.id as "id",
    df.code as "code",
    df.relation as "relation",
    df.value as "value",
    df.value_to as "valueTo",
    df.wording as "wording",
    df.unit as "unit",
    df.as_of as "asOf",
    df.note as "note",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = df.document_id) limit 1) nested) as "document",
    to_char(df.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    df.void_reason as "voidReason",
    df.version as "version") fields) as item,
  json_build_array((df.id)::text)::text as keys,
  (select count(*) from declared_figures df where true) as total
from declared_figures df
    where true
    and (df.id) > ($1)
order by df.id asc
limit $2 + 1;

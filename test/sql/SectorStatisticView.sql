-- record, everywhere ($1 id)
select (select row_to_json(fields)::text from (select st.id as "id",
    st.alliance_id as "allianceId",
    st.figure as "figure",
    st.relation as "relation",
    st.value as "value",
    st.value_to as "valueTo",
    st.unit as "unit",
    st.as_of as "asOf",
    st.producer as "producer",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = st.document_id) limit 1) nested) as "document",
    st.revises_id as "revisesId",
    (select r.id from sector_statistics r where r.revises_id = st.id and r.voided_at is null) as "revisedById",
    to_char(st.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    st.void_reason as "voidReason",
    st.version as "version") fields) as body, st.version as version
from sector_statistics st
where st.id = $1 and (true) and (true);

-- page, everywhere ($1 asOf, $2 limit)
select (select row_to_json(fields)::text from (select st.id as "id",
    st.alliance_id as "allianceId",
    st.figure as "figure",
    st.relation as "relation",
    st.value as "value",
    st.value_to as "valueTo",
    st.unit as "unit",
    st.as_of as "asOf",
    st.producer as "producer",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = st.document_id) limit 1) nested) as "document",
    st.revises_id as "revisesId",
    (select r.id from sector_statistics r where r.revises_id = st.id and r.voided_at is null) as "revisedById",
    to_char(st.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    st.void_reason as "voidReason",
    st.version as "version") fields) as item,
  json_build_array((st.figure)::text, (st.id)::text)::text as keys
from sector_statistics st
    where (st.voided_at is null and st.as_of <= $1 and not exists (select from sector_statistics r where r.revises_id = st.id and r.voided_at is null) and not exists (select from sector_statistics later where later.alliance_id = st.alliance_id
      and later.figure = st.figure and later.voided_at is null and later.as_of > st.as_of and later.as_of <= $1))
order by st.figure asc, st.id asc
limit $2 + 1;

-- record, within alliance ($1 id, $2 ownAllianceIds)
select (select row_to_json(fields)::text from (select st.id as "id",
    st.alliance_id as "allianceId",
    st.figure as "figure",
    st.relation as "relation",
    st.value as "value",
    st.value_to as "valueTo",
    st.unit as "unit",
    st.as_of as "asOf",
    st.producer as "producer",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = st.document_id) limit 1) nested) as "document",
    st.revises_id as "revisesId",
    (select r.id from sector_statistics r where r.revises_id = st.id and r.voided_at is null) as "revisedById",
    to_char(st.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    st.void_reason as "voidReason",
    st.version as "version") fields) as body, st.version as version
from sector_statistics st
where st.id = $1 and (true) and (st.alliance_id = any($2));

-- page, within alliance ($1 asOf, $2 ownAllianceIds, $3 limit)
select (select row_to_json(fields)::text from (select st.id as "id",
    st.alliance_id as "allianceId",
    st.figure as "figure",
    st.relation as "relation",
    st.value as "value",
    st.value_to as "valueTo",
    st.unit as "unit",
    st.as_of as "asOf",
    st.producer as "producer",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = st.document_id) limit 1) nested) as "document",
    st.revises_id as "revisesId",
    (select r.id from sector_statistics r where r.revises_id = st.id and r.voided_at is null) as "revisedById",
    to_char(st.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    st.void_reason as "voidReason",
    st.version as "version") fields) as item,
  json_build_array((st.figure)::text, (st.id)::text)::text as keys
from sector_statistics st
    where (st.voided_at is null and st.as_of <= $1 and not exists (select from sector_statistics r where r.revises_id = st.id and r.voided_at is null) and not exists (select from sector_statistics later where later.alliance_id = st.alliance_id
      and later.figure = st.figure and later.voided_at is null and later.as_of > st.as_of and later.as_of <= $1))
    and (st.alliance_id = any($2))
order by st.figure asc, st.id asc
limit $3 + 1;

-- page, everywhere, with every filter ($1 asOf, $2 allianceId, $3 figure, $4 relation, $5 asOfFrom, $6 asOfTo, $7 producer, $8 documentId, $9 updatedSince, $10 after0, $11 after1, $12 limit)
select (select row_to_json(fields)::text from (select st.id as "id",
    st.alliance_id as "allianceId",
    st.figure as "figure",
    st.relation as "relation",
    st.value as "value",
    st.value_to as "valueTo",
    st.unit as "unit",
    st.as_of as "asOf",
    st.producer as "producer",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = st.document_id) limit 1) nested) as "document",
    st.revises_id as "revisesId",
    (select r.id from sector_statistics r where r.revises_id = st.id and r.voided_at is null) as "revisedById",
    to_char(st.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    st.void_reason as "voidReason",
    st.version as "version") fields) as item,
  json_build_array((st.figure)::text, (st.id)::text)::text as keys,
  (select count(*) from sector_statistics st where (st.voided_at is null and st.as_of <= $1 and not exists (select from sector_statistics r where r.revises_id = st.id and r.voided_at is null) and not exists (select from sector_statistics later where later.alliance_id = st.alliance_id
      and later.figure = st.figure and later.voided_at is null and later.as_of > st.as_of and later.as_of <= $1))
    and (st.alliance_id = $2)
    and (st.figure = $3)
    and (st.relation = $4)
    and (st.as_of >= $5)
    and (st.as_of <= $6)
    and (st.producer = $7)
    and (st.document_id = $8)
    and (greatest(st.updated_at, (select max(part.updated_at) from sector_statistics part where part.revises_id = st.id and part.voided_at is null), (select max(part.updated_at) from sector_statistics part where part.revises_id = st.id and part.voided_at is not null)) >= $9)) as total
from sector_statistics st
    where (st.voided_at is null and st.as_of <= $1 and not exists (select from sector_statistics r where r.revises_id = st.id and r.voided_at is null) and not exists (select from sector_statistics later where later.alliance_id = st.alliance_id
      and later.figure = st.figure and later.voided_at is null and later.as_of > st.as_of and later.as_of <= $1))
    and (st.alliance_id = $2)
    and (st.figure = $3)
    and (st.relation = $4)
    and (st.as_of >= $5)
    and (st.as_of <= $6)
    and (st.producer = $7)
    and (st.document_id = $8)
    and (greatest(st.updated_at, (select max(part.updated_at) from sector_statistics part where part.revises_id = st.id and part.voided_at is null), (select max(part.updated_at) from sector_statistics part where part.revises_id = st.id and part.voided_at is not null)) >= $9)
    and (st.figure, st.id) > ($10, $11)
order by st.figure asc, st.id asc
limit $12 + 1;

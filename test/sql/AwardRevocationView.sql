-- record, everywhere ($1 id)
select (select row_to_json(fields)::text from (select r.id as "id",
    r.ground as "ground",
    r.decided_on as "decidedOn",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = r.document_id) limit 1) nested) as "document",
    r.award_id as "awardId",
    to_char(r.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    r.void_reason as "voidReason",
    r.version as "version") fields) as body, r.version as version
from award_revocations r
where r.id = $1 and (true) and (true);

-- page, everywhere ($1 limit)
select (select row_to_json(fields)::text from (select r.id as "id",
    r.ground as "ground",
    r.decided_on as "decidedOn",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = r.document_id) limit 1) nested) as "document",
    r.award_id as "awardId",
    to_char(r.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    r.void_reason as "voidReason",
    r.version as "version") fields) as item,
  json_build_array((r.id)::text)::text as keys
from award_revocations r
    where true
order by r.id asc
limit $1 + 1;

-- record, within alliance ($1 id, $2 ownAllianceIds)
select (select row_to_json(fields)::text from (select r.id as "id",
    r.ground as "ground",
    r.decided_on as "decidedOn",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = r.document_id) limit 1) nested) as "document",
    r.award_id as "awardId",
    to_char(r.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    r.void_reason as "voidReason",
    r.version as "version") fields) as body, r.version as version
from award_revocations r
where r.id = $1 and (true) and (r.alliance_id = any($2));

-- page, within alliance ($1 ownAllianceIds, $2 limit)
select (select row_to_json(fields)::text from (select r.id as "id",
    r.ground as "ground",
    r.decided_on as "decidedOn",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = r.document_id) limit 1) nested) as "document",
    r.award_id as "awardId",
    to_char(r.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    r.void_reason as "voidReason",
    r.version as "version") fields) as item,
  json_build_array((r.id)::text)::text as keys
from award_revocations r
    where (r.alliance_id = any($1))
order by r.id asc
limit $2 + 1;

-- page, everywhere, with every filter ($1 after0, $2 limit)
select (select row_to_json(fields)::text from (select r.id as "id",
    r.ground as "ground",
    r.decided_on as "decidedOn",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = r.document_id) limit 1) nested) as "document",
    r.award_id as "awardId",
    to_char(r.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    r.void_reason as "voidReason",
    r.version as "version") fields) as item,
  json_build_array((r.id)::text)::text as keys,
  (select count(*) from award_revocations r where true) as total
from award_revocations r
    where true
    and (r.id) > ($1)
order by r.id asc
limit $2 + 1;

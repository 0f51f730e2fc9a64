-- record, everywhere ($1 id)
select (select row_to_json(fields)::text from (select x.id as "id",
    x.kind as "kind",
    x.ended_on as "endedOn",
    x.ground as "ground",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = x.document_id) limit 1) nested) as "document",
    x.membership_id as "membershipId",
    to_char(x.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    x.void_reason as "voidReason",
    x.version as "version") fields) as body, x.version as version
from membership_exits x join memberships m on m.id = x.membership_id
where x.id = $1 and (true) and (true);

-- page, everywhere ($1 limit)
select (select row_to_json(fields)::text from (select x.id as "id",
    x.kind as "kind",
    x.ended_on as "endedOn",
    x.ground as "ground",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = x.document_id) limit 1) nested) as "document",
    x.membership_id as "membershipId",
    to_char(x.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    x.void_reason as "voidReason",
    x.version as "version") fields) as item,
  json_build_array((x.id)::text)::text as keys
from membership_exits x join memberships m on m.id = x.membership_id
    where true
order by x.id asc
limit $1 + 1;

-- record, within alliance ($1 id, $2 ownAllianceIds)
select (select row_to_json(fields)::text from (select x.id as "id",
    x.kind as "kind",
    x.ended_on as "endedOn",
    x.ground as "ground",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = x.document_id) limit 1) nested) as "document",
    x.membership_id as "membershipId",
    to_char(x.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    x.void_reason as "voidReason",
    x.version as "version") fields) as body, x.version as version
from membership_exits x join memberships m on m.id = x.membership_id
where x.id = $1 and (true) and (x.alliance_id = any($2));

-- page, within alliance ($1 ownAllianceIds, $2 limit)
select (select row_to_json(fields)::text from (select x.id as "id",
    x.kind as "kind",
    x.ended_on as "endedOn",
    x.ground as "ground",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = x.document_id) limit 1) nested) as "document",
    x.membership_id as "membershipId",
    to_char(x.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    x.void_reason as "voidReason",
    x.version as "version") fields) as item,
  json_build_array((x.id)::text)::text as keys
from membership_exits x join memberships m on m.id = x.membership_id
    where (x.alliance_id = any($1))
order by x.id asc
limit $2 + 1;

-- record, within organization ($1 id, $2 ownOrganizationId)
select (select row_to_json(fields)::text from (select x.id as "id",
    x.kind as "kind",
    x.ended_on as "endedOn",
    x.ground as "ground",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = x.document_id) limit 1) nested) as "document",
    x.membership_id as "membershipId",
    to_char(x.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    x.void_reason as "voidReason",
    x.version as "version") fields) as body, x.version as version
from membership_exits x join memberships m on m.id = x.membership_id
where x.id = $1 and (true) and (m.organization_id = $2);

-- page, within organization ($1 ownOrganizationId, $2 limit)
select (select row_to_json(fields)::text from (select x.id as "id",
    x.kind as "kind",
    x.ended_on as "endedOn",
    x.ground as "ground",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = x.document_id) limit 1) nested) as "document",
    x.membership_id as "membershipId",
    to_char(x.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    x.void_reason as "voidReason",
    x.version as "version") fields) as item,
  json_build_array((x.id)::text)::text as keys
from membership_exits x join memberships m on m.id = x.membership_id
    where (m.organization_id = $1)
order by x.id asc
limit $2 + 1;

-- page, everywhere, with every filter ($1 after0, $2 limit)
select (select row_to_json(fields)::text from (select x.id as "id",
    x.kind as "kind",
    x.ended_on as "endedOn",
    x.ground as "ground",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = x.document_id) limit 1) nested) as "document",
    x.membership_id as "membershipId",
    to_char(x.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    x.void_reason as "voidReason",
    x.version as "version") fields) as item,
  json_build_array((x.id)::text)::text as keys,
  (select count(*) from membership_exits x join memberships m on m.id = x.membership_id where true) as total
from membership_exits x join memberships m on m.id = x.membership_id
    where true
    and (x.id) > ($1)
order by x.id asc
limit $2 + 1;

-- record, everywhere ($1 id)
select (select row_to_json(fields)::text from (select s.id as "id",
    s.status as "status",
    s.valid_from as "validFrom",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document",
    s.organization_id as "organizationId",
    to_char(s.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    s.void_reason as "voidReason",
    s.version as "version") fields) as body, s.version as version
from organization_statuses s
where s.id = $1 and (true) and (true);

-- page, everywhere ($1 limit)
select (select row_to_json(fields)::text from (select s.id as "id",
    s.status as "status",
    s.valid_from as "validFrom",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document",
    s.organization_id as "organizationId",
    to_char(s.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    s.void_reason as "voidReason",
    s.version as "version") fields) as item,
  json_build_array((s.id)::text)::text as keys
from organization_statuses s
    where true
order by s.id asc
limit $1 + 1;

-- record, within alliance ($1 id, $2 ownAllianceIds)
select (select row_to_json(fields)::text from (select s.id as "id",
    s.status as "status",
    s.valid_from as "validFrom",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document",
    s.organization_id as "organizationId",
    to_char(s.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    s.void_reason as "voidReason",
    s.version as "version") fields) as body, s.version as version
from organization_statuses s
where s.id = $1 and (true) and (s.alliance_id = any($2));

-- page, within alliance ($1 ownAllianceIds, $2 limit)
select (select row_to_json(fields)::text from (select s.id as "id",
    s.status as "status",
    s.valid_from as "validFrom",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document",
    s.organization_id as "organizationId",
    to_char(s.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    s.void_reason as "voidReason",
    s.version as "version") fields) as item,
  json_build_array((s.id)::text)::text as keys
from organization_statuses s
    where (s.alliance_id = any($1))
order by s.id asc
limit $2 + 1;

-- record, within organization ($1 id, $2 ownOrganizationId)
select (select row_to_json(fields)::text from (select s.id as "id",
    s.status as "status",
    s.valid_from as "validFrom",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document",
    s.organization_id as "organizationId",
    to_char(s.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    s.void_reason as "voidReason",
    s.version as "version") fields) as body, s.version as version
from organization_statuses s
where s.id = $1 and (true) and (s.organization_id = $2);

-- page, within organization ($1 ownOrganizationId, $2 limit)
select (select row_to_json(fields)::text from (select s.id as "id",
    s.status as "status",
    s.valid_from as "validFrom",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document",
    s.organization_id as "organizationId",
    to_char(s.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    s.void_reason as "voidReason",
    s.version as "version") fields) as item,
  json_build_array((s.id)::text)::text as keys
from organization_statuses s
    where (s.organization_id = $1)
order by s.id asc
limit $2 + 1;

-- page, everywhere, with every filter ($1 after0, $2 limit)
select (select row_to_json(fields)::text from (select s.id as "id",
    s.status as "status",
    s.valid_from as "validFrom",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document",
    s.organization_id as "organizationId",
    to_char(s.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    s.void_reason as "voidReason",
    s.version as "version") fields) as item,
  json_build_array((s.id)::text)::text as keys,
  (select count(*) from organization_statuses s where true) as total
from organization_statuses s
    where true
    and (s.id) > ($1)
order by s.id asc
limit $2 + 1;

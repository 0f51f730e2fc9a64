-- record, everywhere ($1 id)
select (select row_to_json(fields)::text from (select cc.id as "id",
    cc.category as "category",
    cc.valid_from as "validFrom",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = cc.document_id) limit 1) nested) as "document",
    cc.membership_id as "membershipId",
    to_char(cc.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    cc.void_reason as "voidReason",
    cc.version as "version") fields) as body, cc.version as version
from membership_category_changes cc join memberships m on m.id = cc.membership_id
where cc.id = $1 and (true) and (true);

-- page, everywhere ($1 limit)
select (select row_to_json(fields)::text from (select cc.id as "id",
    cc.category as "category",
    cc.valid_from as "validFrom",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = cc.document_id) limit 1) nested) as "document",
    cc.membership_id as "membershipId",
    to_char(cc.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    cc.void_reason as "voidReason",
    cc.version as "version") fields) as item,
  json_build_array((cc.id)::text)::text as keys
from membership_category_changes cc join memberships m on m.id = cc.membership_id
    where true
order by cc.id asc
limit $1 + 1;

-- record, within alliance ($1 id, $2 ownAllianceIds)
select (select row_to_json(fields)::text from (select cc.id as "id",
    cc.category as "category",
    cc.valid_from as "validFrom",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = cc.document_id) limit 1) nested) as "document",
    cc.membership_id as "membershipId",
    to_char(cc.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    cc.void_reason as "voidReason",
    cc.version as "version") fields) as body, cc.version as version
from membership_category_changes cc join memberships m on m.id = cc.membership_id
where cc.id = $1 and (true) and (cc.alliance_id = any($2));

-- page, within alliance ($1 ownAllianceIds, $2 limit)
select (select row_to_json(fields)::text from (select cc.id as "id",
    cc.category as "category",
    cc.valid_from as "validFrom",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = cc.document_id) limit 1) nested) as "document",
    cc.membership_id as "membershipId",
    to_char(cc.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    cc.void_reason as "voidReason",
    cc.version as "version") fields) as item,
  json_build_array((cc.id)::text)::text as keys
from membership_category_changes cc join memberships m on m.id = cc.membership_id
    where (cc.alliance_id = any($1))
order by cc.id asc
limit $2 + 1;

-- record, within organization ($1 id, $2 ownOrganizationId)
select (select row_to_json(fields)::text from (select cc.id as "id",
    cc.category as "category",
    cc.valid_from as "validFrom",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = cc.document_id) limit 1) nested) as "document",
    cc.membership_id as "membershipId",
    to_char(cc.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    cc.void_reason as "voidReason",
    cc.version as "version") fields) as body, cc.version as version
from membership_category_changes cc join memberships m on m.id = cc.membership_id
where cc.id = $1 and (true) and (m.organization_id = $2);

-- page, within organization ($1 ownOrganizationId, $2 limit)
select (select row_to_json(fields)::text from (select cc.id as "id",
    cc.category as "category",
    cc.valid_from as "validFrom",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = cc.document_id) limit 1) nested) as "document",
    cc.membership_id as "membershipId",
    to_char(cc.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    cc.void_reason as "voidReason",
    cc.version as "version") fields) as item,
  json_build_array((cc.id)::text)::text as keys
from membership_category_changes cc join memberships m on m.id = cc.membership_id
    where (m.organization_id = $1)
order by cc.id asc
limit $2 + 1;

-- page, everywhere, with every filter ($1 after0, $2 limit)
select (select row_to_json(fields)::text from (select cc.id as "id",
    cc.category as "category",
    cc.valid_from as "validFrom",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = cc.document_id) limit 1) nested) as "document",
    cc.membership_id as "membershipId",
    to_char(cc.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    cc.void_reason as "voidReason",
    cc.version as "version") fields) as item,
  json_build_array((cc.id)::text)::text as keys,
  (select count(*) from membership_category_changes cc join memberships m on m.id = cc.membership_id where true) as total
from membership_category_changes cc join memberships m on m.id = cc.membership_id
    where true
    and (cc.id) > ($1)
order by cc.id asc
limit $2 + 1;

-- record, everywhere ($1 asOf, $2 id)
select (select row_to_json(fields)::text from (select f.id as "id",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = f.organization_id) limit 1) nested) as "organization",
    f.year as "year",
    f.measure as "measure",
    f.value as "value",
    f.producer as "producer",
    f.checked as "checked",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = f.document_id) limit 1) nested) as "document",
    to_char(f.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    f.void_reason as "voidReason",
    f.version as "version") fields) as body, f.version as version
from organization_figures f join organizations owner on owner.id = f.organization_id
where f.id = $2 and (true) and (true);

-- page, everywhere ($1 asOf, $2 limit)
select (select row_to_json(fields)::text from (select f.id as "id",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = f.organization_id) limit 1) nested) as "organization",
    f.year as "year",
    f.measure as "measure",
    f.value as "value",
    f.producer as "producer",
    f.checked as "checked",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = f.document_id) limit 1) nested) as "document",
    to_char(f.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    f.void_reason as "voidReason",
    f.version as "version") fields) as item,
  json_build_array((f.id)::text)::text as keys
from organization_figures f join organizations owner on owner.id = f.organization_id
    where (f.voided_at is null and owner.voided_at is null and f.year <= extract(year from cast($1 as date)))
order by f.id asc
limit $2 + 1;

-- record, within alliance ($1 asOf, $2 id, $3 ownAllianceIds)
select (select row_to_json(fields)::text from (select f.id as "id",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = f.organization_id) limit 1) nested) as "organization",
    f.year as "year",
    f.measure as "measure",
    f.value as "value",
    f.producer as "producer",
    f.checked as "checked",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = f.document_id) limit 1) nested) as "document",
    to_char(f.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    f.void_reason as "voidReason",
    f.version as "version") fields) as body, f.version as version
from organization_figures f join organizations owner on owner.id = f.organization_id
where f.id = $2 and (true) and (f.alliance_id = any($3));

-- page, within alliance ($1 asOf, $2 ownAllianceIds, $3 limit)
select (select row_to_json(fields)::text from (select f.id as "id",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = f.organization_id) limit 1) nested) as "organization",
    f.year as "year",
    f.measure as "measure",
    f.value as "value",
    f.producer as "producer",
    f.checked as "checked",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = f.document_id) limit 1) nested) as "document",
    to_char(f.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    f.void_reason as "voidReason",
    f.version as "version") fields) as item,
  json_build_array((f.id)::text)::text as keys
from organization_figures f join organizations owner on owner.id = f.organization_id
    where (f.voided_at is null and owner.voided_at is null and f.year <= extract(year from cast($1 as date)))
    and (f.alliance_id = any($2))
order by f.id asc
limit $3 + 1;

-- record, within organization ($1 asOf, $2 id, $3 ownOrganizationId)
select (select row_to_json(fields)::text from (select f.id as "id",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = f.organization_id) limit 1) nested) as "organization",
    f.year as "year",
    f.measure as "measure",
    f.value as "value",
    f.producer as "producer",
    f.checked as "checked",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = f.document_id) limit 1) nested) as "document",
    to_char(f.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    f.void_reason as "voidReason",
    f.version as "version") fields) as body, f.version as version
from organization_figures f join organizations owner on owner.id = f.organization_id
where f.id = $2 and (true) and (f.organization_id = $3);

-- page, within organization ($1 asOf, $2 ownOrganizationId, $3 limit)
select (select row_to_json(fields)::text from (select f.id as "id",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = f.organization_id) limit 1) nested) as "organization",
    f.year as "year",
    f.measure as "measure",
    f.value as "value",
    f.producer as "producer",
    f.checked as "checked",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = f.document_id) limit 1) nested) as "document",
    to_char(f.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    f.void_reason as "voidReason",
    f.version as "version") fields) as item,
  json_build_array((f.id)::text)::text as keys
from organization_figures f join organizations owner on owner.id = f.organization_id
    where (f.voided_at is null and owner.voided_at is null and f.year <= extract(year from cast($1 as date)))
    and (f.organization_id = $2)
order by f.id asc
limit $3 + 1;

-- page, everywhere, with every filter ($1 asOf, $2 year, $3 measure, $4 checked, $5 allianceId, $6 organizationKind, $7 updatedSince, $8 after0, $9 limit)
select (select row_to_json(fields)::text from (select f.id as "id",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = f.organization_id) limit 1) nested) as "organization",
    f.year as "year",
    f.measure as "measure",
    f.value as "value",
    f.producer as "producer",
    f.checked as "checked",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = f.document_id) limit 1) nested) as "document",
    to_char(f.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    f.void_reason as "voidReason",
    f.version as "version") fields) as item,
  json_build_array((f.id)::text)::text as keys,
  (select count(*) from organization_figures f join organizations owner on owner.id = f.organization_id where (f.voided_at is null and owner.voided_at is null and f.year <= extract(year from cast($1 as date)))
    and (f.year = $2)
    and (f.measure = $3)
    and (f.checked = $4)
    and (f.alliance_id = $5)
    and (owner.kind = $6)
    and (f.updated_at >= $7)) as total
from organization_figures f join organizations owner on owner.id = f.organization_id
    where (f.voided_at is null and owner.voided_at is null and f.year <= extract(year from cast($1 as date)))
    and (f.year = $2)
    and (f.measure = $3)
    and (f.checked = $4)
    and (f.alliance_id = $5)
    and (owner.kind = $6)
    and (f.updated_at >= $7)
    and (f.id) > ($8)
order by f.id asc
limit $9 + 1;

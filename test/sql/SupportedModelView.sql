-- record, everywhere ($1 asOf, $2 id)
select (select row_to_json(fields)::text from (select sm.id as "id",
    sm.alliance_id as "allianceId",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = sm.organization_id) limit 1) nested) as "organization",
    sm.kind as "kind",
    sm.valid_from as "validFrom",
    sm.valid_to as "validTo",
    sm.evidence as "evidence",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = sm.document_id) limit 1) nested) as "document",
    to_json(array_remove(array[
      case when sm.voided_at is null
        and exists (select from organizations o where o.id = sm.organization_id and o.founded_on > sm.valid_from) then 'organization_not_founded' end,
      case when sm.voided_at is null and (select s.status from organization_statuses s where s.organization_id = sm.organization_id and s.voided_at is null
      and s.valid_from <= sm.valid_from order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end], null)) as "warnings",
    to_char(sm.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    sm.void_reason as "voidReason",
    sm.version as "version") fields) as body, sm.version as version
from supported_models sm
where sm.id = $2 and (true) and (true);

-- page, everywhere ($1 asOf, $2 limit)
select (select row_to_json(fields)::text from (select sm.id as "id",
    sm.alliance_id as "allianceId",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = sm.organization_id) limit 1) nested) as "organization",
    sm.kind as "kind",
    sm.valid_from as "validFrom",
    sm.valid_to as "validTo",
    sm.evidence as "evidence",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = sm.document_id) limit 1) nested) as "document",
    to_json(array_remove(array[
      case when sm.voided_at is null
        and exists (select from organizations o where o.id = sm.organization_id and o.founded_on > sm.valid_from) then 'organization_not_founded' end,
      case when sm.voided_at is null and (select s.status from organization_statuses s where s.organization_id = sm.organization_id and s.voided_at is null
      and s.valid_from <= sm.valid_from order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end], null)) as "warnings",
    to_char(sm.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    sm.void_reason as "voidReason",
    sm.version as "version") fields) as item,
  json_build_array((sm.valid_from)::text, (sm.id)::text)::text as keys
from supported_models sm
    where (sm.voided_at is null and sm.valid_from <= $1 and (sm.valid_to is null or sm.valid_to > $1))
order by sm.valid_from asc, sm.id asc
limit $2 + 1;

-- record, within alliance ($1 asOf, $2 id, $3 ownAllianceIds)
select (select row_to_json(fields)::text from (select sm.id as "id",
    sm.alliance_id as "allianceId",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = sm.organization_id) limit 1) nested) as "organization",
    sm.kind as "kind",
    sm.valid_from as "validFrom",
    sm.valid_to as "validTo",
    sm.evidence as "evidence",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = sm.document_id) limit 1) nested) as "document",
    to_json(array_remove(array[
      case when sm.voided_at is null
        and exists (select from organizations o where o.id = sm.organization_id and o.founded_on > sm.valid_from) then 'organization_not_founded' end,
      case when sm.voided_at is null and (select s.status from organization_statuses s where s.organization_id = sm.organization_id and s.voided_at is null
      and s.valid_from <= sm.valid_from order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end], null)) as "warnings",
    to_char(sm.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    sm.void_reason as "voidReason",
    sm.version as "version") fields) as body, sm.version as version
from supported_models sm
where sm.id = $2 and (true) and (sm.alliance_id = any($3));

-- page, within alliance ($1 asOf, $2 ownAllianceIds, $3 limit)
select (select row_to_json(fields)::text from (select sm.id as "id",
    sm.alliance_id as "allianceId",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = sm.organization_id) limit 1) nested) as "organization",
    sm.kind as "kind",
    sm.valid_from as "validFrom",
    sm.valid_to as "validTo",
    sm.evidence as "evidence",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = sm.document_id) limit 1) nested) as "document",
    to_json(array_remove(array[
      case when sm.voided_at is null
        and exists (select from organizations o where o.id = sm.organization_id and o.founded_on > sm.valid_from) then 'organization_not_founded' end,
      case when sm.voided_at is null and (select s.status from organization_statuses s where s.organization_id = sm.organization_id and s.voided_at is null
      and s.valid_from <= sm.valid_from order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end], null)) as "warnings",
    to_char(sm.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    sm.void_reason as "voidReason",
    sm.version as "version") fields) as item,
  json_build_array((sm.valid_from)::text, (sm.id)::text)::text as keys
from supported_models sm
    where (sm.voided_at is null and sm.valid_from <= $1 and (sm.valid_to is null or sm.valid_to > $1))
    and (sm.alliance_id = any($2))
order by sm.valid_from asc, sm.id asc
limit $3 + 1;

-- record, within organization ($1 asOf, $2 id, $3 ownOrganizationId)
select (select row_to_json(fields)::text from (select sm.id as "id",
    sm.alliance_id as "allianceId",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = sm.organization_id) limit 1) nested) as "organization",
    sm.kind as "kind",
    sm.valid_from as "validFrom",
    sm.valid_to as "validTo",
    sm.evidence as "evidence",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = sm.document_id) limit 1) nested) as "document",
    to_json(array_remove(array[
      case when sm.voided_at is null
        and exists (select from organizations o where o.id = sm.organization_id and o.founded_on > sm.valid_from) then 'organization_not_founded' end,
      case when sm.voided_at is null and (select s.status from organization_statuses s where s.organization_id = sm.organization_id and s.voided_at is null
      and s.valid_from <= sm.valid_from order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end], null)) as "warnings",
    to_char(sm.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    sm.void_reason as "voidReason",
    sm.version as "version") fields) as body, sm.version as version
from supported_models sm
where sm.id = $2 and (true) and (sm.organization_id = $3);

-- page, within organization ($1 asOf, $2 ownOrganizationId, $3 limit)
select (select row_to_json(fields)::text from (select sm.id as "id",
    sm.alliance_id as "allianceId",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = sm.organization_id) limit 1) nested) as "organization",
    sm.kind as "kind",
    sm.valid_from as "validFrom",
    sm.valid_to as "validTo",
    sm.evidence as "evidence",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = sm.document_id) limit 1) nested) as "document",
    to_json(array_remove(array[
      case when sm.voided_at is null
        and exists (select from organizations o where o.id = sm.organization_id and o.founded_on > sm.valid_from) then 'organization_not_founded' end,
      case when sm.voided_at is null and (select s.status from organization_statuses s where s.organization_id = sm.organization_id and s.voided_at is null
      and s.valid_from <= sm.valid_from order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end], null)) as "warnings",
    to_char(sm.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    sm.void_reason as "voidReason",
    sm.version as "version") fields) as item,
  json_build_array((sm.valid_from)::text, (sm.id)::text)::text as keys
from supported_models sm
    where (sm.voided_at is null and sm.valid_from <= $1 and (sm.valid_to is null or sm.valid_to > $1))
    and (sm.organization_id = $2)
order by sm.valid_from asc, sm.id asc
limit $3 + 1;

-- page, everywhere, with every filter ($1 asOf, $2 allianceId, $3 kind, $4 validFromFrom, $5 validFromTo, $6 validToFrom, $7 validToTo, $8 warning, $9 documentId, $10 organizationId, $11 first, $12 voided, $13 updatedSince, $14 after0, $15 after1, $16 limit)
select (select row_to_json(fields)::text from (select sm.id as "id",
    sm.alliance_id as "allianceId",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = sm.organization_id) limit 1) nested) as "organization",
    sm.kind as "kind",
    sm.valid_from as "validFrom",
    sm.valid_to as "validTo",
    sm.evidence as "evidence",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = sm.document_id) limit 1) nested) as "document",
    to_json(array_remove(array[
      case when sm.voided_at is null
        and exists (select from organizations o where o.id = sm.organization_id and o.founded_on > sm.valid_from) then 'organization_not_founded' end,
      case when sm.voided_at is null and (select s.status from organization_statuses s where s.organization_id = sm.organization_id and s.voided_at is null
      and s.valid_from <= sm.valid_from order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end], null)) as "warnings",
    to_char(sm.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    sm.void_reason as "voidReason",
    sm.version as "version") fields) as item,
  json_build_array((sm.valid_from)::text, (sm.id)::text)::text as keys,
  (select count(*) from supported_models sm where (sm.voided_at is null)
    and (sm.alliance_id = $2)
    and (sm.kind = $3)
    and (sm.valid_from >= $4)
    and (sm.valid_from <= $5)
    and (sm.valid_to >= $6)
    and (sm.valid_to <= $7)
    and (case $8 when 'organization_not_founded' then sm.voided_at is null
        and exists (select from organizations o where o.id = sm.organization_id and o.founded_on > sm.valid_from)
      when 'organization_ended' then sm.voided_at is null and (select s.status from organization_statuses s where s.organization_id = sm.organization_id and s.voided_at is null
      and s.valid_from <= sm.valid_from order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') end)
    and (sm.document_id = $9)
    and (sm.organization_id = $10)
    and ((not exists (select from supported_models earlier
        where earlier.organization_id = sm.organization_id and earlier.kind = sm.kind and earlier.voided_at is null
        and earlier.valid_from < sm.valid_from and earlier.valid_from >= coalesce($4::date, '-infinity'))) = $11)
    and ((sm.voided_at is not null) = $12)
    and (sm.updated_at >= $13)) as total
from supported_models sm
    where (sm.voided_at is null)
    and (sm.alliance_id = $2)
    and (sm.kind = $3)
    and (sm.valid_from >= $4)
    and (sm.valid_from <= $5)
    and (sm.valid_to >= $6)
    and (sm.valid_to <= $7)
    and (case $8 when 'organization_not_founded' then sm.voided_at is null
        and exists (select from organizations o where o.id = sm.organization_id and o.founded_on > sm.valid_from)
      when 'organization_ended' then sm.voided_at is null and (select s.status from organization_statuses s where s.organization_id = sm.organization_id and s.voided_at is null
      and s.valid_from <= sm.valid_from order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') end)
    and (sm.document_id = $9)
    and (sm.organization_id = $10)
    and ((not exists (select from supported_models earlier
        where earlier.organization_id = sm.organization_id and earlier.kind = sm.kind and earlier.voided_at is null
        and earlier.valid_from < sm.valid_from and earlier.valid_from >= coalesce($4::date, '-infinity'))) = $11)
    and ((sm.voided_at is not null) = $12)
    and (sm.updated_at >= $13)
    and (sm.valid_from, sm.id) > ($14, $15)
order by sm.valid_from asc, sm.id asc
limit $16 + 1;

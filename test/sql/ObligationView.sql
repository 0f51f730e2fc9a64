-- record, everywhere ($1 asOf, $2 id)
select (select row_to_json(fields)::text from (select ob.id as "id",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = ob.organization_id) limit 1) nested) as "organization",
    ob.law as "law",
    ob.kind as "kind",
    ob.due_on as "dueOn",
    ob.done_on as "doneOn",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = ob.document_id) limit 1) nested) as "document",
    to_json(array_remove(array[
      case when ob.voided_at is null and exists (select from codes_organizing_law code where code.code = ob.law and code.valid_from > ob.done_on) then 'done_before_law' end,
      case when ob.voided_at is null and exists (select from organizations o where o.id = ob.organization_id and o.founded_on > ob.done_on) then 'done_before_founding' end], null)) as "warnings",
    to_char(ob.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    ob.void_reason as "voidReason",
    ob.version as "version") fields) as body, ob.version as version
from organization_obligations ob join organizations owner on owner.id = ob.organization_id
where ob.id = $2 and (true) and (true);

-- page, everywhere ($1 asOf, $2 limit)
select (select row_to_json(fields)::text from (select ob.id as "id",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = ob.organization_id) limit 1) nested) as "organization",
    ob.law as "law",
    ob.kind as "kind",
    ob.due_on as "dueOn",
    ob.done_on as "doneOn",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = ob.document_id) limit 1) nested) as "document",
    to_json(array_remove(array[
      case when ob.voided_at is null and exists (select from codes_organizing_law code where code.code = ob.law and code.valid_from > ob.done_on) then 'done_before_law' end,
      case when ob.voided_at is null and exists (select from organizations o where o.id = ob.organization_id and o.founded_on > ob.done_on) then 'done_before_founding' end], null)) as "warnings",
    to_char(ob.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    ob.void_reason as "voidReason",
    ob.version as "version") fields) as item,
  json_build_array((ob.id)::text)::text as keys
from organization_obligations ob join organizations owner on owner.id = ob.organization_id
    where (ob.voided_at is null and owner.voided_at is null and (owner.founded_on is null or owner.founded_on <= $1)
    and not exists (select from codes_organizing_law code where code.code = ob.law and code.valid_from > $1) and (ob.done_on is not null or (select s.status from organization_statuses s where s.organization_id = owner.id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') is not true))
order by ob.id asc
limit $2 + 1;

-- record, within alliance ($1 asOf, $2 id, $3 ownAllianceIds)
select (select row_to_json(fields)::text from (select ob.id as "id",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = ob.organization_id) limit 1) nested) as "organization",
    ob.law as "law",
    ob.kind as "kind",
    ob.due_on as "dueOn",
    ob.done_on as "doneOn",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = ob.document_id) limit 1) nested) as "document",
    to_json(array_remove(array[
      case when ob.voided_at is null and exists (select from codes_organizing_law code where code.code = ob.law and code.valid_from > ob.done_on) then 'done_before_law' end,
      case when ob.voided_at is null and exists (select from organizations o where o.id = ob.organization_id and o.founded_on > ob.done_on) then 'done_before_founding' end], null)) as "warnings",
    to_char(ob.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    ob.void_reason as "voidReason",
    ob.version as "version") fields) as body, ob.version as version
from organization_obligations ob join organizations owner on owner.id = ob.organization_id
where ob.id = $2 and (true) and (ob.alliance_id = any($3));

-- page, within alliance ($1 asOf, $2 ownAllianceIds, $3 limit)
select (select row_to_json(fields)::text from (select ob.id as "id",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = ob.organization_id) limit 1) nested) as "organization",
    ob.law as "law",
    ob.kind as "kind",
    ob.due_on as "dueOn",
    ob.done_on as "doneOn",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = ob.document_id) limit 1) nested) as "document",
    to_json(array_remove(array[
      case when ob.voided_at is null and exists (select from codes_organizing_law code where code.code = ob.law and code.valid_from > ob.done_on) then 'done_before_law' end,
      case when ob.voided_at is null and exists (select from organizations o where o.id = ob.organization_id and o.founded_on > ob.done_on) then 'done_before_founding' end], null)) as "warnings",
    to_char(ob.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    ob.void_reason as "voidReason",
    ob.version as "version") fields) as item,
  json_build_array((ob.id)::text)::text as keys
from organization_obligations ob join organizations owner on owner.id = ob.organization_id
    where (ob.voided_at is null and owner.voided_at is null and (owner.founded_on is null or owner.founded_on <= $1)
    and not exists (select from codes_organizing_law code where code.code = ob.law and code.valid_from > $1) and (ob.done_on is not null or (select s.status from organization_statuses s where s.organization_id = owner.id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') is not true))
    and (ob.alliance_id = any($2))
order by ob.id asc
limit $3 + 1;

-- record, within organization ($1 asOf, $2 id, $3 ownOrganizationId)
select (select row_to_json(fields)::text from (select ob.id as "id",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = ob.organization_id) limit 1) nested) as "organization",
    ob.law as "law",
    ob.kind as "kind",
    ob.due_on as "dueOn",
    ob.done_on as "doneOn",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = ob.document_id) limit 1) nested) as "document",
    to_json(array_remove(array[
      case when ob.voided_at is null and exists (select from codes_organizing_law code where code.code = ob.law and code.valid_from > ob.done_on) then 'done_before_law' end,
      case when ob.voided_at is null and exists (select from organizations o where o.id = ob.organization_id and o.founded_on > ob.done_on) then 'done_before_founding' end], null)) as "warnings",
    to_char(ob.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    ob.void_reason as "voidReason",
    ob.version as "version") fields) as body, ob.version as version
from organization_obligations ob join organizations owner on owner.id = ob.organization_id
where ob.id = $2 and (true) and (ob.organization_id = $3);

-- page, within organization ($1 asOf, $2 ownOrganizationId, $3 limit)
select (select row_to_json(fields)::text from (select ob.id as "id",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = ob.organization_id) limit 1) nested) as "organization",
    ob.law as "law",
    ob.kind as "kind",
    ob.due_on as "dueOn",
    ob.done_on as "doneOn",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = ob.document_id) limit 1) nested) as "document",
    to_json(array_remove(array[
      case when ob.voided_at is null and exists (select from codes_organizing_law code where code.code = ob.law and code.valid_from > ob.done_on) then 'done_before_law' end,
      case when ob.voided_at is null and exists (select from organizations o where o.id = ob.organization_id and o.founded_on > ob.done_on) then 'done_before_founding' end], null)) as "warnings",
    to_char(ob.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    ob.void_reason as "voidReason",
    ob.version as "version") fields) as item,
  json_build_array((ob.id)::text)::text as keys
from organization_obligations ob join organizations owner on owner.id = ob.organization_id
    where (ob.voided_at is null and owner.voided_at is null and (owner.founded_on is null or owner.founded_on <= $1)
    and not exists (select from codes_organizing_law code where code.code = ob.law and code.valid_from > $1) and (ob.done_on is not null or (select s.status from organization_statuses s where s.organization_id = owner.id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') is not true))
    and (ob.organization_id = $2)
order by ob.id asc
limit $3 + 1;

-- page, everywhere, with every filter ($1 asOf, $2 law, $3 kind, $4 dueOnFrom, $5 dueOnTo, $6 doneOnFrom, $7 doneOnTo, $8 warning, $9 documentId, $10 allianceId, $11 organizationKind, $12 done, $13 updatedSince, $14 after0, $15 limit)
select (select row_to_json(fields)::text from (select ob.id as "id",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = ob.organization_id) limit 1) nested) as "organization",
    ob.law as "law",
    ob.kind as "kind",
    ob.due_on as "dueOn",
    ob.done_on as "doneOn",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = ob.document_id) limit 1) nested) as "document",
    to_json(array_remove(array[
      case when ob.voided_at is null and exists (select from codes_organizing_law code where code.code = ob.law and code.valid_from > ob.done_on) then 'done_before_law' end,
      case when ob.voided_at is null and exists (select from organizations o where o.id = ob.organization_id and o.founded_on > ob.done_on) then 'done_before_founding' end], null)) as "warnings",
    to_char(ob.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    ob.void_reason as "voidReason",
    ob.version as "version") fields) as item,
  json_build_array((ob.id)::text)::text as keys,
  (select count(*) from organization_obligations ob join organizations owner on owner.id = ob.organization_id where (ob.voided_at is null and owner.voided_at is null and (owner.founded_on is null or owner.founded_on <= $1)
    and not exists (select from codes_organizing_law code where code.code = ob.law and code.valid_from > $1) and (ob.done_on is not null or (select s.status from organization_statuses s where s.organization_id = owner.id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') is not true))
    and (ob.law = $2)
    and (ob.kind = $3)
    and (ob.due_on >= $4)
    and (ob.due_on <= $5)
    and (ob.done_on >= $6)
    and (ob.done_on <= $7)
    and (case $8 when 'done_before_law' then ob.voided_at is null and exists (select from codes_organizing_law code where code.code = ob.law and code.valid_from > ob.done_on)
      when 'done_before_founding' then ob.voided_at is null and exists (select from organizations o where o.id = ob.organization_id and o.founded_on > ob.done_on) end)
    and (ob.document_id = $9)
    and (ob.alliance_id = $10)
    and (owner.kind = $11)
    and ((coalesce(ob.done_on <= $1, false)) = $12)
    and (ob.updated_at >= $13)) as total
from organization_obligations ob join organizations owner on owner.id = ob.organization_id
    where (ob.voided_at is null and owner.voided_at is null and (owner.founded_on is null or owner.founded_on <= $1)
    and not exists (select from codes_organizing_law code where code.code = ob.law and code.valid_from > $1) and (ob.done_on is not null or (select s.status from organization_statuses s where s.organization_id = owner.id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') is not true))
    and (ob.law = $2)
    and (ob.kind = $3)
    and (ob.due_on >= $4)
    and (ob.due_on <= $5)
    and (ob.done_on >= $6)
    and (ob.done_on <= $7)
    and (case $8 when 'done_before_law' then ob.voided_at is null and exists (select from codes_organizing_law code where code.code = ob.law and code.valid_from > ob.done_on)
      when 'done_before_founding' then ob.voided_at is null and exists (select from organizations o where o.id = ob.organization_id and o.founded_on > ob.done_on) end)
    and (ob.document_id = $9)
    and (ob.alliance_id = $10)
    and (owner.kind = $11)
    and ((coalesce(ob.done_on <= $1, false)) = $12)
    and (ob.updated_at >= $13)
    and (ob.id) > ($14)
order by ob.id asc
limit $15 + 1;

-- record, everywhere ($1 asOf, $2 ownOrganizationId, $3 ownAllianceIds, $4 id)
select (select row_to_json(fields)::text from (select pe.id as "id",
    pe.alliance_id as "allianceId",
    pe.full_name as "fullName",
    case when pe.erased_at is null and pe.full_name <> '(đã xóa)'
      then json_build_object('family', pe.family_name, 'middle', pe.middle_name, 'given', pe.given_name)
      else json_build_object('family', '', 'middle', '', 'given', pe.full_name) end as "name",
    pe.sex as "sex",
    pe.public_office as "publicOffice",
    pe.birth_date as "birthDate",
    pe.phone as "phone",
    pe.email as "email",
    '********' || right(pe.identity_number, 4) as "identityNumber",
    to_json(array_remove(array[
      case when identity_birth_year(pe.identity_number) <> extract(year from pe.birth_date) then 'identity_conflicts_with_birth_year' end,
      case when identity_sex(pe.identity_number) <> pe.sex then 'identity_conflicts_with_sex' end], null)) as "warnings",
    array_to_json(array(select row_to_json(nested) from (select po.id as "id",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = po.organization_id) limit 1) nested) as "organization",
    po.position as "position",
    po.valid_from as "validFrom",
    po.valid_to as "validTo",
    po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) as "held",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = po.document_id) limit 1) nested) as "document"
    from positions po
    where (true) and (po.person_id = pe.id and po.voided_at is null and case when $2::uuid is null then po.alliance_id = any($3)
        else po.organization_id = $2 end)
    order by po.valid_from, po.id) nested)) as "positions",
    to_char(pe.erased_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "erasedAt",
    to_char(pe.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    pe.void_reason as "voidReason",
    pe.version as "version") fields) as body, pe.version as version
from people pe
where pe.id = $4 and (true) and (true);

-- page, everywhere ($1 limit, $2 asOf, $3 ownOrganizationId, $4 ownAllianceIds)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select pe.id as "id",
    pe.alliance_id as "allianceId",
    pe.full_name as "fullName",
    case when pe.erased_at is null and pe.full_name <> '(đã xóa)'
      then json_build_object('family', pe.family_name, 'middle', pe.middle_name, 'given', pe.given_name)
      else json_build_object('family', '', 'middle', '', 'given', pe.full_name) end as "name",
    pe.sex as "sex",
    pe.public_office as "publicOffice",
    pe.birth_date as "birthDate",
    pe.phone as "phone",
    pe.email as "email",
    '********' || right(pe.identity_number, 4) as "identityNumber",
    to_json(array_remove(array[
      case when identity_birth_year(pe.identity_number) <> extract(year from pe.birth_date) then 'identity_conflicts_with_birth_year' end,
      case when identity_sex(pe.identity_number) <> pe.sex then 'identity_conflicts_with_sex' end], null)) as "warnings",
    array_to_json(array(select row_to_json(nested) from (select po.id as "id",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $2 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = po.organization_id) limit 1) nested) as "organization",
    po.position as "position",
    po.valid_from as "validFrom",
    po.valid_to as "validTo",
    po.valid_from <= $2 and (po.valid_to is null or po.valid_to > $2) as "held",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = po.document_id) limit 1) nested) as "document"
    from positions po
    where (true) and (po.person_id = pe.id and po.voided_at is null and case when $3::uuid is null then po.alliance_id = any($4)
        else po.organization_id = $3 end)
    order by po.valid_from, po.id) nested)) as "positions",
    to_char(pe.erased_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "erasedAt",
    to_char(pe.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    pe.void_reason as "voidReason",
    pe.version as "version") fields) as item,
    json_build_array((array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu")::text, (pe.id)::text)::text as keys
    from people pe
    where (pe.voided_at is null)
    order by array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu" asc, pe.id asc
    limit $1 + 1
  ) page
) numbered;

-- record, within alliance ($1 asOf, $2 ownOrganizationId, $3 ownAllianceIds, $4 id)
select (select row_to_json(fields)::text from (select pe.id as "id",
    pe.alliance_id as "allianceId",
    pe.full_name as "fullName",
    case when pe.erased_at is null and pe.full_name <> '(đã xóa)'
      then json_build_object('family', pe.family_name, 'middle', pe.middle_name, 'given', pe.given_name)
      else json_build_object('family', '', 'middle', '', 'given', pe.full_name) end as "name",
    pe.sex as "sex",
    pe.public_office as "publicOffice",
    pe.birth_date as "birthDate",
    pe.phone as "phone",
    pe.email as "email",
    '********' || right(pe.identity_number, 4) as "identityNumber",
    to_json(array_remove(array[
      case when identity_birth_year(pe.identity_number) <> extract(year from pe.birth_date) then 'identity_conflicts_with_birth_year' end,
      case when identity_sex(pe.identity_number) <> pe.sex then 'identity_conflicts_with_sex' end], null)) as "warnings",
    array_to_json(array(select row_to_json(nested) from (select po.id as "id",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = po.organization_id) limit 1) nested) as "organization",
    po.position as "position",
    po.valid_from as "validFrom",
    po.valid_to as "validTo",
    po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) as "held",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = po.document_id) limit 1) nested) as "document"
    from positions po
    where (true) and (po.person_id = pe.id and po.voided_at is null and case when $2::uuid is null then po.alliance_id = any($3)
        else po.organization_id = $2 end)
    order by po.valid_from, po.id) nested)) as "positions",
    to_char(pe.erased_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "erasedAt",
    to_char(pe.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    pe.void_reason as "voidReason",
    pe.version as "version") fields) as body, pe.version as version
from people pe
where pe.id = $4 and (true) and (pe.alliance_id = any($3));

-- page, within alliance ($1 limit, $2 asOf, $3 ownOrganizationId, $4 ownAllianceIds)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select pe.id as "id",
    pe.alliance_id as "allianceId",
    pe.full_name as "fullName",
    case when pe.erased_at is null and pe.full_name <> '(đã xóa)'
      then json_build_object('family', pe.family_name, 'middle', pe.middle_name, 'given', pe.given_name)
      else json_build_object('family', '', 'middle', '', 'given', pe.full_name) end as "name",
    pe.sex as "sex",
    pe.public_office as "publicOffice",
    pe.birth_date as "birthDate",
    pe.phone as "phone",
    pe.email as "email",
    '********' || right(pe.identity_number, 4) as "identityNumber",
    to_json(array_remove(array[
      case when identity_birth_year(pe.identity_number) <> extract(year from pe.birth_date) then 'identity_conflicts_with_birth_year' end,
      case when identity_sex(pe.identity_number) <> pe.sex then 'identity_conflicts_with_sex' end], null)) as "warnings",
    array_to_json(array(select row_to_json(nested) from (select po.id as "id",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $2 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = po.organization_id) limit 1) nested) as "organization",
    po.position as "position",
    po.valid_from as "validFrom",
    po.valid_to as "validTo",
    po.valid_from <= $2 and (po.valid_to is null or po.valid_to > $2) as "held",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = po.document_id) limit 1) nested) as "document"
    from positions po
    where (true) and (po.person_id = pe.id and po.voided_at is null and case when $3::uuid is null then po.alliance_id = any($4)
        else po.organization_id = $3 end)
    order by po.valid_from, po.id) nested)) as "positions",
    to_char(pe.erased_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "erasedAt",
    to_char(pe.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    pe.void_reason as "voidReason",
    pe.version as "version") fields) as item,
    json_build_array((array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu")::text, (pe.id)::text)::text as keys
    from people pe
    where (pe.voided_at is null)
    and (pe.alliance_id = any($4))
    order by array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu" asc, pe.id asc
    limit $1 + 1
  ) page
) numbered;

-- record, within organization ($1 asOf, $2 ownOrganizationId, $3 ownAllianceIds, $4 id)
select (select row_to_json(fields)::text from (select pe.id as "id",
    pe.alliance_id as "allianceId",
    pe.full_name as "fullName",
    case when pe.erased_at is null and pe.full_name <> '(đã xóa)'
      then json_build_object('family', pe.family_name, 'middle', pe.middle_name, 'given', pe.given_name)
      else json_build_object('family', '', 'middle', '', 'given', pe.full_name) end as "name",
    pe.sex as "sex",
    pe.public_office as "publicOffice",
    null as "birthDate",
    null as "phone",
    null as "email",
    null as "identityNumber",
    null as "warnings",
    array_to_json(array(select row_to_json(nested) from (select po.id as "id",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = po.organization_id) limit 1) nested) as "organization",
    po.position as "position",
    po.valid_from as "validFrom",
    po.valid_to as "validTo",
    po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) as "held",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = po.document_id) limit 1) nested) as "document"
    from positions po
    where (true) and (po.person_id = pe.id and po.voided_at is null and case when $2::uuid is null then po.alliance_id = any($3)
        else po.organization_id = $2 end)
    order by po.valid_from, po.id) nested)) as "positions",
    to_char(pe.erased_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "erasedAt",
    to_char(pe.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    pe.void_reason as "voidReason",
    pe.version as "version") fields) as body, pe.version as version
from people pe
where pe.id = $4 and (true) and (exists (select from positions po where po.person_id = pe.id and po.voided_at is null
      and po.organization_id = $2));

-- page, within organization ($1 limit, $2 asOf, $3 ownOrganizationId, $4 ownAllianceIds)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select pe.id as "id",
    pe.alliance_id as "allianceId",
    pe.full_name as "fullName",
    case when pe.erased_at is null and pe.full_name <> '(đã xóa)'
      then json_build_object('family', pe.family_name, 'middle', pe.middle_name, 'given', pe.given_name)
      else json_build_object('family', '', 'middle', '', 'given', pe.full_name) end as "name",
    pe.sex as "sex",
    pe.public_office as "publicOffice",
    null as "birthDate",
    null as "phone",
    null as "email",
    null as "identityNumber",
    null as "warnings",
    array_to_json(array(select row_to_json(nested) from (select po.id as "id",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $2 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = po.organization_id) limit 1) nested) as "organization",
    po.position as "position",
    po.valid_from as "validFrom",
    po.valid_to as "validTo",
    po.valid_from <= $2 and (po.valid_to is null or po.valid_to > $2) as "held",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = po.document_id) limit 1) nested) as "document"
    from positions po
    where (true) and (po.person_id = pe.id and po.voided_at is null and case when $3::uuid is null then po.alliance_id = any($4)
        else po.organization_id = $3 end)
    order by po.valid_from, po.id) nested)) as "positions",
    to_char(pe.erased_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "erasedAt",
    to_char(pe.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    pe.void_reason as "voidReason",
    pe.version as "version") fields) as item,
    json_build_array((array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu")::text, (pe.id)::text)::text as keys
    from people pe
    where (pe.voided_at is null)
    and (exists (select from positions po where po.person_id = pe.id and po.voided_at is null
      and po.organization_id = $3))
    order by array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu" asc, pe.id asc
    limit $1 + 1
  ) page
) numbered;

-- page, everywhere, with every filter ($1 limit, $2 allianceId, $3 sex, $4 ownOrganizationId, $5 ownAllianceIds, $6 asOf, $7 organizationId, $8 position, $9 q, $10 updatedSince, $11 after0, $12 after1)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more,
  (select count(*) from people pe where (pe.voided_at is null)
    and (pe.alliance_id = $2)
    and (pe.sex = $3)
    and (exists (select from positions po where po.person_id = pe.id and po.voided_at is null and case when $4::uuid is null then po.alliance_id = any($5)
        else po.organization_id = $4 end and po.valid_from <= $6 and (po.valid_to is null or po.valid_to > $6) and po.organization_id = $7))
    and (exists (select from positions po where po.person_id = pe.id and po.voided_at is null and case when $4::uuid is null then po.alliance_id = any($5)
        else po.organization_id = $4 end and po.valid_from <= $6 and (po.valid_to is null or po.valid_to > $6) and po.position = $8))
    and (pe.id = any(array(select named.id from people named where fold(named.full_name) like (select $9))))
    and (greatest(pe.updated_at, (select max(part.updated_at) from positions part where part.person_id = pe.id and part.voided_at is null), (select max(part.updated_at) from positions part where part.person_id = pe.id and part.voided_at is not null)) >= $10)) as total
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select pe.id as "id",
    pe.alliance_id as "allianceId",
    pe.full_name as "fullName",
    case when pe.erased_at is null and pe.full_name <> '(đã xóa)'
      then json_build_object('family', pe.family_name, 'middle', pe.middle_name, 'given', pe.given_name)
      else json_build_object('family', '', 'middle', '', 'given', pe.full_name) end as "name",
    pe.sex as "sex",
    pe.public_office as "publicOffice",
    pe.birth_date as "birthDate",
    pe.phone as "phone",
    pe.email as "email",
    '********' || right(pe.identity_number, 4) as "identityNumber",
    to_json(array_remove(array[
      case when identity_birth_year(pe.identity_number) <> extract(year from pe.birth_date) then 'identity_conflicts_with_birth_year' end,
      case when identity_sex(pe.identity_number) <> pe.sex then 'identity_conflicts_with_sex' end], null)) as "warnings",
    array_to_json(array(select row_to_json(nested) from (select po.id as "id",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $6 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = po.organization_id) limit 1) nested) as "organization",
    po.position as "position",
    po.valid_from as "validFrom",
    po.valid_to as "validTo",
    po.valid_from <= $6 and (po.valid_to is null or po.valid_to > $6) as "held",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = po.document_id) limit 1) nested) as "document"
    from positions po
    where (true) and (po.person_id = pe.id and po.voided_at is null and case when $4::uuid is null then po.alliance_id = any($5)
        else po.organization_id = $4 end)
    order by po.valid_from, po.id) nested)) as "positions",
    to_char(pe.erased_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "erasedAt",
    to_char(pe.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    pe.void_reason as "voidReason",
    pe.version as "version") fields) as item,
    json_build_array((array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu")::text, (pe.id)::text)::text as keys
    from people pe
    where (pe.voided_at is null)
    and (pe.alliance_id = $2)
    and (pe.sex = $3)
    and (exists (select from positions po where po.person_id = pe.id and po.voided_at is null and case when $4::uuid is null then po.alliance_id = any($5)
        else po.organization_id = $4 end and po.valid_from <= $6 and (po.valid_to is null or po.valid_to > $6) and po.organization_id = $7))
    and (exists (select from positions po where po.person_id = pe.id and po.voided_at is null and case when $4::uuid is null then po.alliance_id = any($5)
        else po.organization_id = $4 end and po.valid_from <= $6 and (po.valid_to is null or po.valid_to > $6) and po.position = $8))
    and (pe.id = any(array(select named.id from people named where fold(named.full_name) like (select $9))))
    and (greatest(pe.updated_at, (select max(part.updated_at) from positions part where part.person_id = pe.id and part.voided_at is null), (select max(part.updated_at) from positions part where part.person_id = pe.id and part.voided_at is not null)) >= $10)
    and (array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu", pe.id) > ($11, $12)
    order by array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu" asc, pe.id asc
    limit $1 + 1
  ) page
) numbered;

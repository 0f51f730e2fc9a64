-- record, everywhere ($1 ownOrganizationId, $2 asOf, $3 ownAllianceIds, $4 id)
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
      case when identity_sex(pe.identity_number) <> pe.sex then 'identity_conflicts_with_sex' end,
      case when pe.voided_at is null and pe.erased_at is null and ($1::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from people other
        where other.id in (select x.id from people x where x.birth_date = pe.birth_date and x.alliance_id = pe.alliance_id
          union all select x.id from people x where x.phone = pe.phone
          union all select x.id from people x where x.email = pe.email
          union all select theirs.person_id from positions po join positions theirs on theirs.organization_id = po.organization_id
            where po.person_id = pe.id and po.voided_at is null and theirs.voided_at is null) and other.id <> pe.id and other.alliance_id = pe.alliance_id
        and other.voided_at is null and other.erased_at is null
        and num_nulls(other.identity_number, pe.identity_number) > 0 and (other.birth_date = pe.birth_date) is not false
        and (fold(other.full_name) = fold(pe.full_name)) is true) then 'recorded_twice' end,
      case when pe.voided_at is null and exists (
        select from positions po where po.person_id = pe.id and po.voided_at is null and po.valid_from < pe.birth_date
        union all select from awards a join award_decisions ad on ad.id = a.decision_id
          where a.person_id = pe.id and a.voided_at is null and ad.decided_on < pe.birth_date
        union all select from training_participations tp join training_courses c on c.id = tp.course_id
          where tp.person_id = pe.id and tp.voided_at is null and c.starts_on < pe.birth_date) then 'active_before_birth' end], null)) as "warnings",
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
    where (true) and (po.person_id = pe.id and po.voided_at is null and case when $1::uuid is null then po.alliance_id = any($3)
        else po.organization_id = $1 end)
    order by po.valid_from, po.id) nested)) as "positions",
    to_char(pe.erased_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "erasedAt",
    to_char(pe.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    pe.void_reason as "voidReason",
    pe.version as "version") fields) as body, pe.version as version
from people pe
where pe.id = $4 and (true) and (true);

-- page, everywhere ($1 ownOrganizationId, $2 asOf, $3 ownAllianceIds, $4 limit)
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
      case when identity_sex(pe.identity_number) <> pe.sex then 'identity_conflicts_with_sex' end,
      case when pe.voided_at is null and pe.erased_at is null and ($1::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from people other
        where other.id in (select x.id from people x where x.birth_date = pe.birth_date and x.alliance_id = pe.alliance_id
          union all select x.id from people x where x.phone = pe.phone
          union all select x.id from people x where x.email = pe.email
          union all select theirs.person_id from positions po join positions theirs on theirs.organization_id = po.organization_id
            where po.person_id = pe.id and po.voided_at is null and theirs.voided_at is null) and other.id <> pe.id and other.alliance_id = pe.alliance_id
        and other.voided_at is null and other.erased_at is null
        and num_nulls(other.identity_number, pe.identity_number) > 0 and (other.birth_date = pe.birth_date) is not false
        and (fold(other.full_name) = fold(pe.full_name)) is true) then 'recorded_twice' end,
      case when pe.voided_at is null and exists (
        select from positions po where po.person_id = pe.id and po.voided_at is null and po.valid_from < pe.birth_date
        union all select from awards a join award_decisions ad on ad.id = a.decision_id
          where a.person_id = pe.id and a.voided_at is null and ad.decided_on < pe.birth_date
        union all select from training_participations tp join training_courses c on c.id = tp.course_id
          where tp.person_id = pe.id and tp.voided_at is null and c.starts_on < pe.birth_date) then 'active_before_birth' end], null)) as "warnings",
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
    where (true) and (po.person_id = pe.id and po.voided_at is null and case when $1::uuid is null then po.alliance_id = any($3)
        else po.organization_id = $1 end)
    order by po.valid_from, po.id) nested)) as "positions",
    to_char(pe.erased_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "erasedAt",
    to_char(pe.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    pe.void_reason as "voidReason",
    pe.version as "version") fields) as item,
  json_build_array((array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu")::text, (pe.id)::text)::text as keys
from people pe
    where (pe.voided_at is null)
order by array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu" asc, pe.id asc
limit $4 + 1;

-- record, within alliance ($1 ownOrganizationId, $2 asOf, $3 ownAllianceIds, $4 id)
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
      case when identity_sex(pe.identity_number) <> pe.sex then 'identity_conflicts_with_sex' end,
      case when pe.voided_at is null and pe.erased_at is null and ($1::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from people other
        where other.id in (select x.id from people x where x.birth_date = pe.birth_date and x.alliance_id = pe.alliance_id
          union all select x.id from people x where x.phone = pe.phone
          union all select x.id from people x where x.email = pe.email
          union all select theirs.person_id from positions po join positions theirs on theirs.organization_id = po.organization_id
            where po.person_id = pe.id and po.voided_at is null and theirs.voided_at is null) and other.id <> pe.id and other.alliance_id = pe.alliance_id
        and other.voided_at is null and other.erased_at is null
        and num_nulls(other.identity_number, pe.identity_number) > 0 and (other.birth_date = pe.birth_date) is not false
        and (fold(other.full_name) = fold(pe.full_name)) is true) then 'recorded_twice' end,
      case when pe.voided_at is null and exists (
        select from positions po where po.person_id = pe.id and po.voided_at is null and po.valid_from < pe.birth_date
        union all select from awards a join award_decisions ad on ad.id = a.decision_id
          where a.person_id = pe.id and a.voided_at is null and ad.decided_on < pe.birth_date
        union all select from training_participations tp join training_courses c on c.id = tp.course_id
          where tp.person_id = pe.id and tp.voided_at is null and c.starts_on < pe.birth_date) then 'active_before_birth' end], null)) as "warnings",
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
    where (true) and (po.person_id = pe.id and po.voided_at is null and case when $1::uuid is null then po.alliance_id = any($3)
        else po.organization_id = $1 end)
    order by po.valid_from, po.id) nested)) as "positions",
    to_char(pe.erased_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "erasedAt",
    to_char(pe.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    pe.void_reason as "voidReason",
    pe.version as "version") fields) as body, pe.version as version
from people pe
where pe.id = $4 and (true) and (pe.alliance_id = any($3));

-- page, within alliance ($1 ownOrganizationId, $2 asOf, $3 ownAllianceIds, $4 limit)
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
      case when identity_sex(pe.identity_number) <> pe.sex then 'identity_conflicts_with_sex' end,
      case when pe.voided_at is null and pe.erased_at is null and ($1::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from people other
        where other.id in (select x.id from people x where x.birth_date = pe.birth_date and x.alliance_id = pe.alliance_id
          union all select x.id from people x where x.phone = pe.phone
          union all select x.id from people x where x.email = pe.email
          union all select theirs.person_id from positions po join positions theirs on theirs.organization_id = po.organization_id
            where po.person_id = pe.id and po.voided_at is null and theirs.voided_at is null) and other.id <> pe.id and other.alliance_id = pe.alliance_id
        and other.voided_at is null and other.erased_at is null
        and num_nulls(other.identity_number, pe.identity_number) > 0 and (other.birth_date = pe.birth_date) is not false
        and (fold(other.full_name) = fold(pe.full_name)) is true) then 'recorded_twice' end,
      case when pe.voided_at is null and exists (
        select from positions po where po.person_id = pe.id and po.voided_at is null and po.valid_from < pe.birth_date
        union all select from awards a join award_decisions ad on ad.id = a.decision_id
          where a.person_id = pe.id and a.voided_at is null and ad.decided_on < pe.birth_date
        union all select from training_participations tp join training_courses c on c.id = tp.course_id
          where tp.person_id = pe.id and tp.voided_at is null and c.starts_on < pe.birth_date) then 'active_before_birth' end], null)) as "warnings",
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
    where (true) and (po.person_id = pe.id and po.voided_at is null and case when $1::uuid is null then po.alliance_id = any($3)
        else po.organization_id = $1 end)
    order by po.valid_from, po.id) nested)) as "positions",
    to_char(pe.erased_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "erasedAt",
    to_char(pe.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    pe.void_reason as "voidReason",
    pe.version as "version") fields) as item,
  json_build_array((array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu")::text, (pe.id)::text)::text as keys
from people pe
    where (pe.voided_at is null)
    and (pe.alliance_id = any($3))
order by array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu" asc, pe.id asc
limit $4 + 1;

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

-- page, within organization ($1 asOf, $2 ownOrganizationId, $3 ownAllianceIds, $4 limit)
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
    pe.version as "version") fields) as item,
  json_build_array((array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu")::text, (pe.id)::text)::text as keys
from people pe
    where (pe.voided_at is null)
    and (exists (select from positions po where po.person_id = pe.id and po.voided_at is null
      and po.organization_id = $2))
order by array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu" asc, pe.id asc
limit $4 + 1;

-- page, everywhere, with every filter ($1 ownOrganizationId, $2 asOf, $3 ownAllianceIds, $4 allianceId, $5 sex, $6 warning, $7 organizationId, $8 position, $9 q, $10 updatedSince, $11 after0, $12 after1, $13 limit)
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
      case when identity_sex(pe.identity_number) <> pe.sex then 'identity_conflicts_with_sex' end,
      case when pe.voided_at is null and pe.erased_at is null and ($1::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from people other
        where other.id in (select x.id from people x where x.birth_date = pe.birth_date and x.alliance_id = pe.alliance_id
          union all select x.id from people x where x.phone = pe.phone
          union all select x.id from people x where x.email = pe.email
          union all select theirs.person_id from positions po join positions theirs on theirs.organization_id = po.organization_id
            where po.person_id = pe.id and po.voided_at is null and theirs.voided_at is null) and other.id <> pe.id and other.alliance_id = pe.alliance_id
        and other.voided_at is null and other.erased_at is null
        and num_nulls(other.identity_number, pe.identity_number) > 0 and (other.birth_date = pe.birth_date) is not false
        and (fold(other.full_name) = fold(pe.full_name)) is true) then 'recorded_twice' end,
      case when pe.voided_at is null and exists (
        select from positions po where po.person_id = pe.id and po.voided_at is null and po.valid_from < pe.birth_date
        union all select from awards a join award_decisions ad on ad.id = a.decision_id
          where a.person_id = pe.id and a.voided_at is null and ad.decided_on < pe.birth_date
        union all select from training_participations tp join training_courses c on c.id = tp.course_id
          where tp.person_id = pe.id and tp.voided_at is null and c.starts_on < pe.birth_date) then 'active_before_birth' end], null)) as "warnings",
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
    where (true) and (po.person_id = pe.id and po.voided_at is null and case when $1::uuid is null then po.alliance_id = any($3)
        else po.organization_id = $1 end)
    order by po.valid_from, po.id) nested)) as "positions",
    to_char(pe.erased_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "erasedAt",
    to_char(pe.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    pe.void_reason as "voidReason",
    pe.version as "version") fields) as item,
  json_build_array((array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu")::text, (pe.id)::text)::text as keys,
  (select count(*) from people pe where (pe.voided_at is null)
    and (pe.alliance_id = $4)
    and (pe.sex = $5)
    and (case $6 when 'identity_conflicts_with_birth_year' then identity_birth_year(pe.identity_number) <> extract(year from pe.birth_date)
      when 'identity_conflicts_with_sex' then identity_sex(pe.identity_number) <> pe.sex
      when 'recorded_twice' then pe.voided_at is null and pe.erased_at is null and ($1::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from people other
        where other.id in (select x.id from people x where x.birth_date = pe.birth_date and x.alliance_id = pe.alliance_id
          union all select x.id from people x where x.phone = pe.phone
          union all select x.id from people x where x.email = pe.email
          union all select theirs.person_id from positions po join positions theirs on theirs.organization_id = po.organization_id
            where po.person_id = pe.id and po.voided_at is null and theirs.voided_at is null) and other.id <> pe.id and other.alliance_id = pe.alliance_id
        and other.voided_at is null and other.erased_at is null
        and num_nulls(other.identity_number, pe.identity_number) > 0 and (other.birth_date = pe.birth_date) is not false
        and (fold(other.full_name) = fold(pe.full_name)) is true)
      when 'active_before_birth' then pe.voided_at is null and exists (
        select from positions po where po.person_id = pe.id and po.voided_at is null and po.valid_from < pe.birth_date
        union all select from awards a join award_decisions ad on ad.id = a.decision_id
          where a.person_id = pe.id and a.voided_at is null and ad.decided_on < pe.birth_date
        union all select from training_participations tp join training_courses c on c.id = tp.course_id
          where tp.person_id = pe.id and tp.voided_at is null and c.starts_on < pe.birth_date) end)
    and (exists (select from positions po where po.person_id = pe.id and po.voided_at is null and case when $1::uuid is null then po.alliance_id = any($3)
        else po.organization_id = $1 end and po.valid_from <= $2 and (po.valid_to is null or po.valid_to > $2) and po.organization_id = $7))
    and (exists (select from positions po where po.person_id = pe.id and po.voided_at is null and case when $1::uuid is null then po.alliance_id = any($3)
        else po.organization_id = $1 end and po.valid_from <= $2 and (po.valid_to is null or po.valid_to > $2) and po.position = $8))
    and (pe.id = any(array(select named.id from people named where fold(named.full_name) like (select $9))))
    and (greatest(pe.updated_at, (select max(part.updated_at) from positions part where part.person_id = pe.id and part.voided_at is null), (select max(part.updated_at) from positions part where part.person_id = pe.id and part.voided_at is not null)) >= $10)) as total
from people pe
    where (pe.voided_at is null)
    and (pe.alliance_id = $4)
    and (pe.sex = $5)
    and (case $6 when 'identity_conflicts_with_birth_year' then identity_birth_year(pe.identity_number) <> extract(year from pe.birth_date)
      when 'identity_conflicts_with_sex' then identity_sex(pe.identity_number) <> pe.sex
      when 'recorded_twice' then pe.voided_at is null and pe.erased_at is null and ($1::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from people other
        where other.id in (select x.id from people x where x.birth_date = pe.birth_date and x.alliance_id = pe.alliance_id
          union all select x.id from people x where x.phone = pe.phone
          union all select x.id from people x where x.email = pe.email
          union all select theirs.person_id from positions po join positions theirs on theirs.organization_id = po.organization_id
            where po.person_id = pe.id and po.voided_at is null and theirs.voided_at is null) and other.id <> pe.id and other.alliance_id = pe.alliance_id
        and other.voided_at is null and other.erased_at is null
        and num_nulls(other.identity_number, pe.identity_number) > 0 and (other.birth_date = pe.birth_date) is not false
        and (fold(other.full_name) = fold(pe.full_name)) is true)
      when 'active_before_birth' then pe.voided_at is null and exists (
        select from positions po where po.person_id = pe.id and po.voided_at is null and po.valid_from < pe.birth_date
        union all select from awards a join award_decisions ad on ad.id = a.decision_id
          where a.person_id = pe.id and a.voided_at is null and ad.decided_on < pe.birth_date
        union all select from training_participations tp join training_courses c on c.id = tp.course_id
          where tp.person_id = pe.id and tp.voided_at is null and c.starts_on < pe.birth_date) end)
    and (exists (select from positions po where po.person_id = pe.id and po.voided_at is null and case when $1::uuid is null then po.alliance_id = any($3)
        else po.organization_id = $1 end and po.valid_from <= $2 and (po.valid_to is null or po.valid_to > $2) and po.organization_id = $7))
    and (exists (select from positions po where po.person_id = pe.id and po.voided_at is null and case when $1::uuid is null then po.alliance_id = any($3)
        else po.organization_id = $1 end and po.valid_from <= $2 and (po.valid_to is null or po.valid_to > $2) and po.position = $8))
    and (pe.id = any(array(select named.id from people named where fold(named.full_name) like (select $9))))
    and (greatest(pe.updated_at, (select max(part.updated_at) from positions part where part.person_id = pe.id and part.voided_at is null), (select max(part.updated_at) from positions part where part.person_id = pe.id and part.voided_at is not null)) >= $10)
    and (array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu", pe.id) > ($11, $12)
order by array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu" asc, pe.id asc
limit $13 + 1;

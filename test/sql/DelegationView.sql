-- record, everywhere ($1 asOf, $2 ownOrganizationId, $3 id)
select (select row_to_json(fields)::text from (select dn.id as "id",
    dn.alliance_id as "allianceId",
    (select row_to_json(nested) from (select c.id as "id",
    c.level as "level",
    c.ordinal as "ordinal",
    c.term_name as "termName",
    c.starts_on as "startsOn"
    from congresses c
    where (true) and (c.id = dn.congress_id) limit 1) nested) as "congress",
    (select row_to_json(nested) from (select l.id as "id",
    l.code as "code",
    l.level as "level",
    coalesce(coalesce(
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from alliances l
    where (true) and (l.id = dn.sending_alliance_id) limit 1) nested) as "sendingAlliance",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = dn.organization_id) limit 1) nested) as "organization",
    dn.official_seats as "officialSeats",
    dn.alternate_seats as "alternateSeats",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = dn.document_id) limit 1) nested) as "document",
    array_to_json(array(select row_to_json(nested) from (select d.id as "id",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = d.person_id) limit 1) nested) as "person",
    d.kind as "kind",
    d.alternate_rank as "alternateRank",
    d.basis as "basis",
    d.named_on as "namedOn",
    (select (s.substituted_at at time zone 'Asia/Ho_Chi_Minh')::date from delegate_substitutions s
        where s.delegate_id = d.id and s.voided_at is null and s.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
        and s.alternate_id is not null) as "replacedOn",
    (select (s.substituted_at at time zone 'Asia/Ho_Chi_Minh')::date from delegate_substitutions s
        where s.delegate_id = d.id and s.voided_at is null and s.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
        and s.alternate_id is null) as "vacatedOn"
    from delegates d
    where (d.voided_at is null and d.named_on <= $1
      and ($2::uuid is null or $2 in (d.organization_id, dn.organization_id))) and (d.delegation_id = dn.id)
    order by d.alternate_rank nulls first, d.id) nested)) as "delegates",
    to_char(dn.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    dn.void_reason as "voidReason",
    dn.version as "version") fields) as body, dn.version as version
from delegations dn
where dn.id = $3 and (true) and (true);

-- page, everywhere ($1 asOf, $2 ownOrganizationId, $3 limit)
select (select row_to_json(fields)::text from (select dn.id as "id",
    dn.alliance_id as "allianceId",
    (select row_to_json(nested) from (select c.id as "id",
    c.level as "level",
    c.ordinal as "ordinal",
    c.term_name as "termName",
    c.starts_on as "startsOn"
    from congresses c
    where (true) and (c.id = dn.congress_id) limit 1) nested) as "congress",
    (select row_to_json(nested) from (select l.id as "id",
    l.code as "code",
    l.level as "level",
    coalesce(coalesce(
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from alliances l
    where (true) and (l.id = dn.sending_alliance_id) limit 1) nested) as "sendingAlliance",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = dn.organization_id) limit 1) nested) as "organization",
    dn.official_seats as "officialSeats",
    dn.alternate_seats as "alternateSeats",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = dn.document_id) limit 1) nested) as "document",
    array_to_json(array(select row_to_json(nested) from (select d.id as "id",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = d.person_id) limit 1) nested) as "person",
    d.kind as "kind",
    d.alternate_rank as "alternateRank",
    d.basis as "basis",
    d.named_on as "namedOn",
    (select (s.substituted_at at time zone 'Asia/Ho_Chi_Minh')::date from delegate_substitutions s
        where s.delegate_id = d.id and s.voided_at is null and s.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
        and s.alternate_id is not null) as "replacedOn",
    (select (s.substituted_at at time zone 'Asia/Ho_Chi_Minh')::date from delegate_substitutions s
        where s.delegate_id = d.id and s.voided_at is null and s.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
        and s.alternate_id is null) as "vacatedOn"
    from delegates d
    where (d.voided_at is null and d.named_on <= $1
      and ($2::uuid is null or $2 in (d.organization_id, dn.organization_id))) and (d.delegation_id = dn.id)
    order by d.alternate_rank nulls first, d.id) nested)) as "delegates",
    to_char(dn.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    dn.void_reason as "voidReason",
    dn.version as "version") fields) as item,
  json_build_array((dn.id)::text)::text as keys
from delegations dn
    where (dn.voided_at is null)
order by dn.id asc
limit $3 + 1;

-- record, within alliance ($1 asOf, $2 ownOrganizationId, $3 id, $4 ownAllianceIds)
select (select row_to_json(fields)::text from (select dn.id as "id",
    dn.alliance_id as "allianceId",
    (select row_to_json(nested) from (select c.id as "id",
    c.level as "level",
    c.ordinal as "ordinal",
    c.term_name as "termName",
    c.starts_on as "startsOn"
    from congresses c
    where (true) and (c.id = dn.congress_id) limit 1) nested) as "congress",
    (select row_to_json(nested) from (select l.id as "id",
    l.code as "code",
    l.level as "level",
    coalesce(coalesce(
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from alliances l
    where (true) and (l.id = dn.sending_alliance_id) limit 1) nested) as "sendingAlliance",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = dn.organization_id) limit 1) nested) as "organization",
    dn.official_seats as "officialSeats",
    dn.alternate_seats as "alternateSeats",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = dn.document_id) limit 1) nested) as "document",
    array_to_json(array(select row_to_json(nested) from (select d.id as "id",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = d.person_id) limit 1) nested) as "person",
    d.kind as "kind",
    d.alternate_rank as "alternateRank",
    d.basis as "basis",
    d.named_on as "namedOn",
    (select (s.substituted_at at time zone 'Asia/Ho_Chi_Minh')::date from delegate_substitutions s
        where s.delegate_id = d.id and s.voided_at is null and s.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
        and s.alternate_id is not null) as "replacedOn",
    (select (s.substituted_at at time zone 'Asia/Ho_Chi_Minh')::date from delegate_substitutions s
        where s.delegate_id = d.id and s.voided_at is null and s.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
        and s.alternate_id is null) as "vacatedOn"
    from delegates d
    where (d.voided_at is null and d.named_on <= $1
      and ($2::uuid is null or $2 in (d.organization_id, dn.organization_id))) and (d.delegation_id = dn.id)
    order by d.alternate_rank nulls first, d.id) nested)) as "delegates",
    to_char(dn.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    dn.void_reason as "voidReason",
    dn.version as "version") fields) as body, dn.version as version
from delegations dn
where dn.id = $3 and (true) and (dn.alliance_id = any($4));

-- page, within alliance ($1 asOf, $2 ownOrganizationId, $3 ownAllianceIds, $4 limit)
select (select row_to_json(fields)::text from (select dn.id as "id",
    dn.alliance_id as "allianceId",
    (select row_to_json(nested) from (select c.id as "id",
    c.level as "level",
    c.ordinal as "ordinal",
    c.term_name as "termName",
    c.starts_on as "startsOn"
    from congresses c
    where (true) and (c.id = dn.congress_id) limit 1) nested) as "congress",
    (select row_to_json(nested) from (select l.id as "id",
    l.code as "code",
    l.level as "level",
    coalesce(coalesce(
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from alliances l
    where (true) and (l.id = dn.sending_alliance_id) limit 1) nested) as "sendingAlliance",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = dn.organization_id) limit 1) nested) as "organization",
    dn.official_seats as "officialSeats",
    dn.alternate_seats as "alternateSeats",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = dn.document_id) limit 1) nested) as "document",
    array_to_json(array(select row_to_json(nested) from (select d.id as "id",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = d.person_id) limit 1) nested) as "person",
    d.kind as "kind",
    d.alternate_rank as "alternateRank",
    d.basis as "basis",
    d.named_on as "namedOn",
    (select (s.substituted_at at time zone 'Asia/Ho_Chi_Minh')::date from delegate_substitutions s
        where s.delegate_id = d.id and s.voided_at is null and s.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
        and s.alternate_id is not null) as "replacedOn",
    (select (s.substituted_at at time zone 'Asia/Ho_Chi_Minh')::date from delegate_substitutions s
        where s.delegate_id = d.id and s.voided_at is null and s.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
        and s.alternate_id is null) as "vacatedOn"
    from delegates d
    where (d.voided_at is null and d.named_on <= $1
      and ($2::uuid is null or $2 in (d.organization_id, dn.organization_id))) and (d.delegation_id = dn.id)
    order by d.alternate_rank nulls first, d.id) nested)) as "delegates",
    to_char(dn.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    dn.void_reason as "voidReason",
    dn.version as "version") fields) as item,
  json_build_array((dn.id)::text)::text as keys
from delegations dn
    where (dn.voided_at is null)
    and (dn.alliance_id = any($3))
order by dn.id asc
limit $4 + 1;

-- record, within organization ($1 asOf, $2 ownOrganizationId, $3 id)
select (select row_to_json(fields)::text from (select dn.id as "id",
    dn.alliance_id as "allianceId",
    (select row_to_json(nested) from (select c.id as "id",
    c.level as "level",
    c.ordinal as "ordinal",
    c.term_name as "termName",
    c.starts_on as "startsOn"
    from congresses c
    where (true) and (c.id = dn.congress_id) limit 1) nested) as "congress",
    (select row_to_json(nested) from (select l.id as "id",
    l.code as "code",
    l.level as "level",
    coalesce(coalesce(
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from alliances l
    where (true) and (l.id = dn.sending_alliance_id) limit 1) nested) as "sendingAlliance",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = dn.organization_id) limit 1) nested) as "organization",
    dn.official_seats as "officialSeats",
    dn.alternate_seats as "alternateSeats",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = dn.document_id) limit 1) nested) as "document",
    array_to_json(array(select row_to_json(nested) from (select d.id as "id",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = d.person_id) limit 1) nested) as "person",
    d.kind as "kind",
    d.alternate_rank as "alternateRank",
    d.basis as "basis",
    d.named_on as "namedOn",
    (select (s.substituted_at at time zone 'Asia/Ho_Chi_Minh')::date from delegate_substitutions s
        where s.delegate_id = d.id and s.voided_at is null and s.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
        and s.alternate_id is not null) as "replacedOn",
    (select (s.substituted_at at time zone 'Asia/Ho_Chi_Minh')::date from delegate_substitutions s
        where s.delegate_id = d.id and s.voided_at is null and s.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
        and s.alternate_id is null) as "vacatedOn"
    from delegates d
    where (d.voided_at is null and d.named_on <= $1
      and ($2::uuid is null or $2 in (d.organization_id, dn.organization_id))) and (d.delegation_id = dn.id)
    order by d.alternate_rank nulls first, d.id) nested)) as "delegates",
    to_char(dn.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    dn.void_reason as "voidReason",
    dn.version as "version") fields) as body, dn.version as version
from delegations dn
where dn.id = $3 and (true) and ((dn.organization_id = $2 or exists (select from delegates d where d.delegation_id = dn.id
      and d.voided_at is null and d.organization_id = $2)));

-- page, within organization ($1 asOf, $2 ownOrganizationId, $3 limit)
select (select row_to_json(fields)::text from (select dn.id as "id",
    dn.alliance_id as "allianceId",
    (select row_to_json(nested) from (select c.id as "id",
    c.level as "level",
    c.ordinal as "ordinal",
    c.term_name as "termName",
    c.starts_on as "startsOn"
    from congresses c
    where (true) and (c.id = dn.congress_id) limit 1) nested) as "congress",
    (select row_to_json(nested) from (select l.id as "id",
    l.code as "code",
    l.level as "level",
    coalesce(coalesce(
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from alliances l
    where (true) and (l.id = dn.sending_alliance_id) limit 1) nested) as "sendingAlliance",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = dn.organization_id) limit 1) nested) as "organization",
    dn.official_seats as "officialSeats",
    dn.alternate_seats as "alternateSeats",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = dn.document_id) limit 1) nested) as "document",
    array_to_json(array(select row_to_json(nested) from (select d.id as "id",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = d.person_id) limit 1) nested) as "person",
    d.kind as "kind",
    d.alternate_rank as "alternateRank",
    d.basis as "basis",
    d.named_on as "namedOn",
    (select (s.substituted_at at time zone 'Asia/Ho_Chi_Minh')::date from delegate_substitutions s
        where s.delegate_id = d.id and s.voided_at is null and s.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
        and s.alternate_id is not null) as "replacedOn",
    (select (s.substituted_at at time zone 'Asia/Ho_Chi_Minh')::date from delegate_substitutions s
        where s.delegate_id = d.id and s.voided_at is null and s.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
        and s.alternate_id is null) as "vacatedOn"
    from delegates d
    where (d.voided_at is null and d.named_on <= $1
      and ($2::uuid is null or $2 in (d.organization_id, dn.organization_id))) and (d.delegation_id = dn.id)
    order by d.alternate_rank nulls first, d.id) nested)) as "delegates",
    to_char(dn.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    dn.void_reason as "voidReason",
    dn.version as "version") fields) as item,
  json_build_array((dn.id)::text)::text as keys
from delegations dn
    where (dn.voided_at is null)
    and ((dn.organization_id = $2 or exists (select from delegates d where d.delegation_id = dn.id
      and d.voided_at is null and d.organization_id = $2)))
order by dn.id asc
limit $3 + 1;

-- page, everywhere, with every filter ($1 asOf, $2 ownOrganizationId, $3 allianceId, $4 documentId, $5 congressFrom, $6 congressTo, $7 congressEndedFrom, $8 congressEndedTo, $9 congressId, $10 organizationId, $11 sendingAllianceId, $12 q, $13 updatedSince, $14 after0, $15 limit)
select (select row_to_json(fields)::text from (select dn.id as "id",
    dn.alliance_id as "allianceId",
    (select row_to_json(nested) from (select c.id as "id",
    c.level as "level",
    c.ordinal as "ordinal",
    c.term_name as "termName",
    c.starts_on as "startsOn"
    from congresses c
    where (true) and (c.id = dn.congress_id) limit 1) nested) as "congress",
    (select row_to_json(nested) from (select l.id as "id",
    l.code as "code",
    l.level as "level",
    coalesce(coalesce(
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from alliances l
    where (true) and (l.id = dn.sending_alliance_id) limit 1) nested) as "sendingAlliance",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = dn.organization_id) limit 1) nested) as "organization",
    dn.official_seats as "officialSeats",
    dn.alternate_seats as "alternateSeats",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = dn.document_id) limit 1) nested) as "document",
    array_to_json(array(select row_to_json(nested) from (select d.id as "id",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = d.person_id) limit 1) nested) as "person",
    d.kind as "kind",
    d.alternate_rank as "alternateRank",
    d.basis as "basis",
    d.named_on as "namedOn",
    (select (s.substituted_at at time zone 'Asia/Ho_Chi_Minh')::date from delegate_substitutions s
        where s.delegate_id = d.id and s.voided_at is null and s.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
        and s.alternate_id is not null) as "replacedOn",
    (select (s.substituted_at at time zone 'Asia/Ho_Chi_Minh')::date from delegate_substitutions s
        where s.delegate_id = d.id and s.voided_at is null and s.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
        and s.alternate_id is null) as "vacatedOn"
    from delegates d
    where (d.voided_at is null and d.named_on <= $1
      and ($2::uuid is null or $2 in (d.organization_id, dn.organization_id))) and (d.delegation_id = dn.id)
    order by d.alternate_rank nulls first, d.id) nested)) as "delegates",
    to_char(dn.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    dn.void_reason as "voidReason",
    dn.version as "version") fields) as item,
  json_build_array((dn.id)::text)::text as keys,
  (select count(*) from delegations dn where (dn.voided_at is null)
    and (dn.alliance_id = $3)
    and (dn.document_id = $4)
    and (exists (select from congresses c where c.id = dn.congress_id and c.starts_on >= $5))
    and (exists (select from congresses c where c.id = dn.congress_id and c.starts_on <= $6))
    and (exists (select from congresses c where c.id = dn.congress_id and c.ends_on >= $7))
    and (exists (select from congresses c where c.id = dn.congress_id and c.ends_on <= $8))
    and (dn.congress_id = $9)
    and (dn.organization_id = $10)
    and (dn.sending_alliance_id = $11)
    and (dn.organization_id = any(array(select n.organization_id from organization_names n where n.voided_at is null and (n.folded like (select $12) or n.short_name is not null and fold(n.short_name) like (select $12)))))
    and (greatest(dn.updated_at, (select max(part.updated_at) from delegates part where part.delegation_id = dn.id and part.voided_at is null), (select max(part.updated_at) from delegates part where part.delegation_id = dn.id and part.voided_at is not null), (select max(part.updated_at) from delegate_substitutions part where part.delegation_id = dn.id and part.voided_at is null), (select max(part.updated_at) from delegate_substitutions part where part.delegation_id = dn.id and part.voided_at is not null)) >= $13)) as total
from delegations dn
    where (dn.voided_at is null)
    and (dn.alliance_id = $3)
    and (dn.document_id = $4)
    and (exists (select from congresses c where c.id = dn.congress_id and c.starts_on >= $5))
    and (exists (select from congresses c where c.id = dn.congress_id and c.starts_on <= $6))
    and (exists (select from congresses c where c.id = dn.congress_id and c.ends_on >= $7))
    and (exists (select from congresses c where c.id = dn.congress_id and c.ends_on <= $8))
    and (dn.congress_id = $9)
    and (dn.organization_id = $10)
    and (dn.sending_alliance_id = $11)
    and (dn.organization_id = any(array(select n.organization_id from organization_names n where n.voided_at is null and (n.folded like (select $12) or n.short_name is not null and fold(n.short_name) like (select $12)))))
    and (greatest(dn.updated_at, (select max(part.updated_at) from delegates part where part.delegation_id = dn.id and part.voided_at is null), (select max(part.updated_at) from delegates part where part.delegation_id = dn.id and part.voided_at is not null), (select max(part.updated_at) from delegate_substitutions part where part.delegation_id = dn.id and part.voided_at is null), (select max(part.updated_at) from delegate_substitutions part where part.delegation_id = dn.id and part.voided_at is not null)) >= $13)
    and (dn.id) > ($14)
order by dn.id asc
limit $15 + 1;

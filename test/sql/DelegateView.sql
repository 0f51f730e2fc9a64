-- record, everywhere ($1 asOf, $2 entitledAt, $3 ownOrganizationId, $4 id)
select (select row_to_json(fields)::text from (select dg.id as "id",
    dg.alliance_id as "allianceId",
    (select row_to_json(nested) from (select c.id as "id",
    c.level as "level",
    c.ordinal as "ordinal",
    c.term_name as "termName",
    c.starts_on as "startsOn"
    from congresses c
    where (true) and (c.id = dg.congress_id) limit 1) nested) as "congress",
    dg.delegation_id as "delegationId",
    (select coalesce(coalesce(
      (select n.name from alliance_names n where n.alliance_id = dn.sending_alliance_id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = dn.sending_alliance_id and n.voided_at is null
        order by n.valid_from limit 1)),
        coalesce(
      (select n.name from organization_names n where n.organization_id = dn.organization_id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = dn.organization_id and n.voided_at is null
        order by n.valid_from limit 1))) from delegations dn where dn.id = dg.delegation_id) as "sentBy",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = dg.person_id) limit 1) nested) as "person",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = dg.organization_id) limit 1) nested) as "organization",
    dg.kind as "kind",
    dg.alternate_rank as "alternateRank",
    dg.basis as "basis",
    dg.named_on as "namedOn",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = dg.document_id) limit 1) nested) as "document",
    ((dg.voided_at is null and dg.named_on <= $1
      and (dg.kind = 'official' or exists (select from delegate_substitutions s
        where s.alternate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'))) and (dg.named_on < $1 or dg.kind = 'alternate'
      or not exists (select from delegate_substitutions s where s.delegation_id = dg.delegation_id and s.voided_at is null
        and s.alternate_id is null and s.substituted_at >= coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') and s.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
      or (select count(*) from delegates earlier
      where earlier.delegation_id = dg.delegation_id and (earlier.voided_at is null and earlier.named_on <= $1
      and (earlier.kind = 'official' or exists (select from delegate_substitutions s
        where s.alternate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and (earlier.kind = 'alternate' or (earlier.named_on, earlier.id) < (dg.named_on, dg.id)))
      < (select dn.official_seats from delegations dn where dn.id = dg.delegation_id))) as "entitled",
    (select row_to_json(nested) from (select s.id as "id",
    other.id as "delegateId",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = other.person_id) limit 1) nested) as "person",
    to_char(s.substituted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "substitutedAt",
    s.ground as "ground",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document",
    s.version as "version"
    from delegate_substitutions s join delegates other on other.id = s.alternate_id
    where (s.voided_at is null) and (s.delegate_id = dg.id) limit 1) nested) as "replacedBy",
    (select row_to_json(nested) from (select s.id as "id",
    other.id as "delegateId",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = other.person_id) limit 1) nested) as "person",
    to_char(s.substituted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "substitutedAt",
    s.ground as "ground",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document",
    s.version as "version"
    from delegate_substitutions s join delegates other on other.id = s.delegate_id
    where (s.voided_at is null) and (s.alternate_id = dg.id) limit 1) nested) as "calledUpFor",
    (select row_to_json(nested) from (select s.id as "id",
    to_char(s.substituted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "since",
    s.ground as "ground",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document",
    s.version as "version"
    from delegate_substitutions s
    where (s.alternate_id is null and s.voided_at is null) and (s.delegate_id = dg.id) limit 1) nested) as "vacancy",
    to_json(array_remove(array[
      case when dg.voided_at is null and dg.organization_id is not null and not exists (select from memberships m where m.organization_id = dg.organization_id and m.voided_at is null
        and (m.alliance_id = c.alliance_id or 'national' in (c.level, (select l.level from alliances l where l.id = c.alliance_id))) and m.admitted_on <= c.starts_on and (m.ended_on is null or m.ended_on > c.starts_on)) then 'organization_not_member' end,
      case when dg.voided_at is null and dg.organization_id <> (select dn.organization_id
        from delegations dn where dn.id = dg.delegation_id) then 'organization_of_other_delegation' end,
      case when dg.voided_at is null and exists (select from memberships m where m.organization_id = dg.organization_id and m.voided_at is null
        and (m.alliance_id = c.alliance_id or 'national' in (c.level, (select l.level from alliances l where l.id = c.alliance_id))) and m.admitted_on <= c.starts_on and (m.ended_on is null or m.ended_on > c.starts_on)
        and exists (select from membership_suspensions s where s.membership_id = m.id and s.voided_at is null
          and s.suspended_on <= c.starts_on and (s.resumed_on is null or s.resumed_on > c.starts_on))) then 'organization_suspended' end,
      case when dg.voided_at is null and (select s.status from organization_statuses s where s.organization_id = dg.organization_id and s.voided_at is null
      and s.valid_from <= c.starts_on order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end,
      case when dg.voided_at is null and ($3::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from delegate_substitutions call join delegates first on first.delegation_id = dg.delegation_id
        where call.alternate_id = dg.id and call.voided_at is null and call.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' and first.kind = 'alternate' and first.voided_at is null
        and first.alternate_rank < dg.alternate_rank
        and first.named_on <= (call.substituted_at at time zone 'Asia/Ho_Chi_Minh')::date
        and not exists (select from delegate_substitutions s
        where s.alternate_id = first.id and s.voided_at is null and s.substituted_at < (call.substituted_at + interval '1 microsecond')) and not exists (select from delegate_substitutions s
        where s.delegate_id = first.id and s.voided_at is null and s.substituted_at < (call.substituted_at + interval '1 microsecond'))) then 'called_out_of_order' end], null)) as "warnings",
    to_char(dg.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    dg.void_reason as "voidReason",
    dg.version as "version") fields) as body, dg.version as version
from delegates dg join congresses c on c.id = dg.congress_id
where dg.id = $4 and (true) and (true);

-- page, everywhere ($1 asOf, $2 entitledAt, $3 ownOrganizationId, $4 limit)
select (select row_to_json(fields)::text from (select dg.id as "id",
    dg.alliance_id as "allianceId",
    (select row_to_json(nested) from (select c.id as "id",
    c.level as "level",
    c.ordinal as "ordinal",
    c.term_name as "termName",
    c.starts_on as "startsOn"
    from congresses c
    where (true) and (c.id = dg.congress_id) limit 1) nested) as "congress",
    dg.delegation_id as "delegationId",
    (select coalesce(coalesce(
      (select n.name from alliance_names n where n.alliance_id = dn.sending_alliance_id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = dn.sending_alliance_id and n.voided_at is null
        order by n.valid_from limit 1)),
        coalesce(
      (select n.name from organization_names n where n.organization_id = dn.organization_id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = dn.organization_id and n.voided_at is null
        order by n.valid_from limit 1))) from delegations dn where dn.id = dg.delegation_id) as "sentBy",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = dg.person_id) limit 1) nested) as "person",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = dg.organization_id) limit 1) nested) as "organization",
    dg.kind as "kind",
    dg.alternate_rank as "alternateRank",
    dg.basis as "basis",
    dg.named_on as "namedOn",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = dg.document_id) limit 1) nested) as "document",
    ((dg.voided_at is null and dg.named_on <= $1
      and (dg.kind = 'official' or exists (select from delegate_substitutions s
        where s.alternate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'))) and (dg.named_on < $1 or dg.kind = 'alternate'
      or not exists (select from delegate_substitutions s where s.delegation_id = dg.delegation_id and s.voided_at is null
        and s.alternate_id is null and s.substituted_at >= coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') and s.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
      or (select count(*) from delegates earlier
      where earlier.delegation_id = dg.delegation_id and (earlier.voided_at is null and earlier.named_on <= $1
      and (earlier.kind = 'official' or exists (select from delegate_substitutions s
        where s.alternate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and (earlier.kind = 'alternate' or (earlier.named_on, earlier.id) < (dg.named_on, dg.id)))
      < (select dn.official_seats from delegations dn where dn.id = dg.delegation_id))) as "entitled",
    (select row_to_json(nested) from (select s.id as "id",
    other.id as "delegateId",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = other.person_id) limit 1) nested) as "person",
    to_char(s.substituted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "substitutedAt",
    s.ground as "ground",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document",
    s.version as "version"
    from delegate_substitutions s join delegates other on other.id = s.alternate_id
    where (s.voided_at is null) and (s.delegate_id = dg.id) limit 1) nested) as "replacedBy",
    (select row_to_json(nested) from (select s.id as "id",
    other.id as "delegateId",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = other.person_id) limit 1) nested) as "person",
    to_char(s.substituted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "substitutedAt",
    s.ground as "ground",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document",
    s.version as "version"
    from delegate_substitutions s join delegates other on other.id = s.delegate_id
    where (s.voided_at is null) and (s.alternate_id = dg.id) limit 1) nested) as "calledUpFor",
    (select row_to_json(nested) from (select s.id as "id",
    to_char(s.substituted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "since",
    s.ground as "ground",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document",
    s.version as "version"
    from delegate_substitutions s
    where (s.alternate_id is null and s.voided_at is null) and (s.delegate_id = dg.id) limit 1) nested) as "vacancy",
    to_json(array_remove(array[
      case when dg.voided_at is null and dg.organization_id is not null and not exists (select from memberships m where m.organization_id = dg.organization_id and m.voided_at is null
        and (m.alliance_id = c.alliance_id or 'national' in (c.level, (select l.level from alliances l where l.id = c.alliance_id))) and m.admitted_on <= c.starts_on and (m.ended_on is null or m.ended_on > c.starts_on)) then 'organization_not_member' end,
      case when dg.voided_at is null and dg.organization_id <> (select dn.organization_id
        from delegations dn where dn.id = dg.delegation_id) then 'organization_of_other_delegation' end,
      case when dg.voided_at is null and exists (select from memberships m where m.organization_id = dg.organization_id and m.voided_at is null
        and (m.alliance_id = c.alliance_id or 'national' in (c.level, (select l.level from alliances l where l.id = c.alliance_id))) and m.admitted_on <= c.starts_on and (m.ended_on is null or m.ended_on > c.starts_on)
        and exists (select from membership_suspensions s where s.membership_id = m.id and s.voided_at is null
          and s.suspended_on <= c.starts_on and (s.resumed_on is null or s.resumed_on > c.starts_on))) then 'organization_suspended' end,
      case when dg.voided_at is null and (select s.status from organization_statuses s where s.organization_id = dg.organization_id and s.voided_at is null
      and s.valid_from <= c.starts_on order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end,
      case when dg.voided_at is null and ($3::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from delegate_substitutions call join delegates first on first.delegation_id = dg.delegation_id
        where call.alternate_id = dg.id and call.voided_at is null and call.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' and first.kind = 'alternate' and first.voided_at is null
        and first.alternate_rank < dg.alternate_rank
        and first.named_on <= (call.substituted_at at time zone 'Asia/Ho_Chi_Minh')::date
        and not exists (select from delegate_substitutions s
        where s.alternate_id = first.id and s.voided_at is null and s.substituted_at < (call.substituted_at + interval '1 microsecond')) and not exists (select from delegate_substitutions s
        where s.delegate_id = first.id and s.voided_at is null and s.substituted_at < (call.substituted_at + interval '1 microsecond'))) then 'called_out_of_order' end], null)) as "warnings",
    to_char(dg.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    dg.void_reason as "voidReason",
    dg.version as "version") fields) as item,
  json_build_array((dg.named_on)::text, (dg.id)::text)::text as keys
from delegates dg join congresses c on c.id = dg.congress_id
    where (dg.voided_at is null and dg.named_on <= $1)
order by dg.named_on asc, dg.id asc
limit $4 + 1;

-- record, within alliance ($1 asOf, $2 entitledAt, $3 ownOrganizationId, $4 id, $5 ownAllianceIds)
select (select row_to_json(fields)::text from (select dg.id as "id",
    dg.alliance_id as "allianceId",
    (select row_to_json(nested) from (select c.id as "id",
    c.level as "level",
    c.ordinal as "ordinal",
    c.term_name as "termName",
    c.starts_on as "startsOn"
    from congresses c
    where (true) and (c.id = dg.congress_id) limit 1) nested) as "congress",
    dg.delegation_id as "delegationId",
    (select coalesce(coalesce(
      (select n.name from alliance_names n where n.alliance_id = dn.sending_alliance_id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = dn.sending_alliance_id and n.voided_at is null
        order by n.valid_from limit 1)),
        coalesce(
      (select n.name from organization_names n where n.organization_id = dn.organization_id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = dn.organization_id and n.voided_at is null
        order by n.valid_from limit 1))) from delegations dn where dn.id = dg.delegation_id) as "sentBy",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = dg.person_id) limit 1) nested) as "person",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = dg.organization_id) limit 1) nested) as "organization",
    dg.kind as "kind",
    dg.alternate_rank as "alternateRank",
    dg.basis as "basis",
    dg.named_on as "namedOn",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = dg.document_id) limit 1) nested) as "document",
    ((dg.voided_at is null and dg.named_on <= $1
      and (dg.kind = 'official' or exists (select from delegate_substitutions s
        where s.alternate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'))) and (dg.named_on < $1 or dg.kind = 'alternate'
      or not exists (select from delegate_substitutions s where s.delegation_id = dg.delegation_id and s.voided_at is null
        and s.alternate_id is null and s.substituted_at >= coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') and s.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
      or (select count(*) from delegates earlier
      where earlier.delegation_id = dg.delegation_id and (earlier.voided_at is null and earlier.named_on <= $1
      and (earlier.kind = 'official' or exists (select from delegate_substitutions s
        where s.alternate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and (earlier.kind = 'alternate' or (earlier.named_on, earlier.id) < (dg.named_on, dg.id)))
      < (select dn.official_seats from delegations dn where dn.id = dg.delegation_id))) as "entitled",
    (select row_to_json(nested) from (select s.id as "id",
    other.id as "delegateId",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = other.person_id) limit 1) nested) as "person",
    to_char(s.substituted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "substitutedAt",
    s.ground as "ground",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document",
    s.version as "version"
    from delegate_substitutions s join delegates other on other.id = s.alternate_id
    where (s.voided_at is null) and (s.delegate_id = dg.id) limit 1) nested) as "replacedBy",
    (select row_to_json(nested) from (select s.id as "id",
    other.id as "delegateId",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = other.person_id) limit 1) nested) as "person",
    to_char(s.substituted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "substitutedAt",
    s.ground as "ground",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document",
    s.version as "version"
    from delegate_substitutions s join delegates other on other.id = s.delegate_id
    where (s.voided_at is null) and (s.alternate_id = dg.id) limit 1) nested) as "calledUpFor",
    (select row_to_json(nested) from (select s.id as "id",
    to_char(s.substituted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "since",
    s.ground as "ground",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document",
    s.version as "version"
    from delegate_substitutions s
    where (s.alternate_id is null and s.voided_at is null) and (s.delegate_id = dg.id) limit 1) nested) as "vacancy",
    to_json(array_remove(array[
      case when dg.voided_at is null and dg.organization_id is not null and not exists (select from memberships m where m.organization_id = dg.organization_id and m.voided_at is null
        and (m.alliance_id = c.alliance_id or 'national' in (c.level, (select l.level from alliances l where l.id = c.alliance_id))) and m.admitted_on <= c.starts_on and (m.ended_on is null or m.ended_on > c.starts_on)) then 'organization_not_member' end,
      case when dg.voided_at is null and dg.organization_id <> (select dn.organization_id
        from delegations dn where dn.id = dg.delegation_id) then 'organization_of_other_delegation' end,
      case when dg.voided_at is null and exists (select from memberships m where m.organization_id = dg.organization_id and m.voided_at is null
        and (m.alliance_id = c.alliance_id or 'national' in (c.level, (select l.level from alliances l where l.id = c.alliance_id))) and m.admitted_on <= c.starts_on and (m.ended_on is null or m.ended_on > c.starts_on)
        and exists (select from membership_suspensions s where s.membership_id = m.id and s.voided_at is null
          and s.suspended_on <= c.starts_on and (s.resumed_on is null or s.resumed_on > c.starts_on))) then 'organization_suspended' end,
      case when dg.voided_at is null and (select s.status from organization_statuses s where s.organization_id = dg.organization_id and s.voided_at is null
      and s.valid_from <= c.starts_on order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end,
      case when dg.voided_at is null and ($3::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from delegate_substitutions call join delegates first on first.delegation_id = dg.delegation_id
        where call.alternate_id = dg.id and call.voided_at is null and call.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' and first.kind = 'alternate' and first.voided_at is null
        and first.alternate_rank < dg.alternate_rank
        and first.named_on <= (call.substituted_at at time zone 'Asia/Ho_Chi_Minh')::date
        and not exists (select from delegate_substitutions s
        where s.alternate_id = first.id and s.voided_at is null and s.substituted_at < (call.substituted_at + interval '1 microsecond')) and not exists (select from delegate_substitutions s
        where s.delegate_id = first.id and s.voided_at is null and s.substituted_at < (call.substituted_at + interval '1 microsecond'))) then 'called_out_of_order' end], null)) as "warnings",
    to_char(dg.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    dg.void_reason as "voidReason",
    dg.version as "version") fields) as body, dg.version as version
from delegates dg join congresses c on c.id = dg.congress_id
where dg.id = $4 and (true) and (dg.alliance_id = any($5));

-- page, within alliance ($1 asOf, $2 entitledAt, $3 ownOrganizationId, $4 ownAllianceIds, $5 limit)
select (select row_to_json(fields)::text from (select dg.id as "id",
    dg.alliance_id as "allianceId",
    (select row_to_json(nested) from (select c.id as "id",
    c.level as "level",
    c.ordinal as "ordinal",
    c.term_name as "termName",
    c.starts_on as "startsOn"
    from congresses c
    where (true) and (c.id = dg.congress_id) limit 1) nested) as "congress",
    dg.delegation_id as "delegationId",
    (select coalesce(coalesce(
      (select n.name from alliance_names n where n.alliance_id = dn.sending_alliance_id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = dn.sending_alliance_id and n.voided_at is null
        order by n.valid_from limit 1)),
        coalesce(
      (select n.name from organization_names n where n.organization_id = dn.organization_id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = dn.organization_id and n.voided_at is null
        order by n.valid_from limit 1))) from delegations dn where dn.id = dg.delegation_id) as "sentBy",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = dg.person_id) limit 1) nested) as "person",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = dg.organization_id) limit 1) nested) as "organization",
    dg.kind as "kind",
    dg.alternate_rank as "alternateRank",
    dg.basis as "basis",
    dg.named_on as "namedOn",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = dg.document_id) limit 1) nested) as "document",
    ((dg.voided_at is null and dg.named_on <= $1
      and (dg.kind = 'official' or exists (select from delegate_substitutions s
        where s.alternate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'))) and (dg.named_on < $1 or dg.kind = 'alternate'
      or not exists (select from delegate_substitutions s where s.delegation_id = dg.delegation_id and s.voided_at is null
        and s.alternate_id is null and s.substituted_at >= coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') and s.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
      or (select count(*) from delegates earlier
      where earlier.delegation_id = dg.delegation_id and (earlier.voided_at is null and earlier.named_on <= $1
      and (earlier.kind = 'official' or exists (select from delegate_substitutions s
        where s.alternate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and (earlier.kind = 'alternate' or (earlier.named_on, earlier.id) < (dg.named_on, dg.id)))
      < (select dn.official_seats from delegations dn where dn.id = dg.delegation_id))) as "entitled",
    (select row_to_json(nested) from (select s.id as "id",
    other.id as "delegateId",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = other.person_id) limit 1) nested) as "person",
    to_char(s.substituted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "substitutedAt",
    s.ground as "ground",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document",
    s.version as "version"
    from delegate_substitutions s join delegates other on other.id = s.alternate_id
    where (s.voided_at is null) and (s.delegate_id = dg.id) limit 1) nested) as "replacedBy",
    (select row_to_json(nested) from (select s.id as "id",
    other.id as "delegateId",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = other.person_id) limit 1) nested) as "person",
    to_char(s.substituted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "substitutedAt",
    s.ground as "ground",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document",
    s.version as "version"
    from delegate_substitutions s join delegates other on other.id = s.delegate_id
    where (s.voided_at is null) and (s.alternate_id = dg.id) limit 1) nested) as "calledUpFor",
    (select row_to_json(nested) from (select s.id as "id",
    to_char(s.substituted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "since",
    s.ground as "ground",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document",
    s.version as "version"
    from delegate_substitutions s
    where (s.alternate_id is null and s.voided_at is null) and (s.delegate_id = dg.id) limit 1) nested) as "vacancy",
    to_json(array_remove(array[
      case when dg.voided_at is null and dg.organization_id is not null and not exists (select from memberships m where m.organization_id = dg.organization_id and m.voided_at is null
        and (m.alliance_id = c.alliance_id or 'national' in (c.level, (select l.level from alliances l where l.id = c.alliance_id))) and m.admitted_on <= c.starts_on and (m.ended_on is null or m.ended_on > c.starts_on)) then 'organization_not_member' end,
      case when dg.voided_at is null and dg.organization_id <> (select dn.organization_id
        from delegations dn where dn.id = dg.delegation_id) then 'organization_of_other_delegation' end,
      case when dg.voided_at is null and exists (select from memberships m where m.organization_id = dg.organization_id and m.voided_at is null
        and (m.alliance_id = c.alliance_id or 'national' in (c.level, (select l.level from alliances l where l.id = c.alliance_id))) and m.admitted_on <= c.starts_on and (m.ended_on is null or m.ended_on > c.starts_on)
        and exists (select from membership_suspensions s where s.membership_id = m.id and s.voided_at is null
          and s.suspended_on <= c.starts_on and (s.resumed_on is null or s.resumed_on > c.starts_on))) then 'organization_suspended' end,
      case when dg.voided_at is null and (select s.status from organization_statuses s where s.organization_id = dg.organization_id and s.voided_at is null
      and s.valid_from <= c.starts_on order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end,
      case when dg.voided_at is null and ($3::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from delegate_substitutions call join delegates first on first.delegation_id = dg.delegation_id
        where call.alternate_id = dg.id and call.voided_at is null and call.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' and first.kind = 'alternate' and first.voided_at is null
        and first.alternate_rank < dg.alternate_rank
        and first.named_on <= (call.substituted_at at time zone 'Asia/Ho_Chi_Minh')::date
        and not exists (select from delegate_substitutions s
        where s.alternate_id = first.id and s.voided_at is null and s.substituted_at < (call.substituted_at + interval '1 microsecond')) and not exists (select from delegate_substitutions s
        where s.delegate_id = first.id and s.voided_at is null and s.substituted_at < (call.substituted_at + interval '1 microsecond'))) then 'called_out_of_order' end], null)) as "warnings",
    to_char(dg.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    dg.void_reason as "voidReason",
    dg.version as "version") fields) as item,
  json_build_array((dg.named_on)::text, (dg.id)::text)::text as keys
from delegates dg join congresses c on c.id = dg.congress_id
    where (dg.voided_at is null and dg.named_on <= $1)
    and (dg.alliance_id = any($4))
order by dg.named_on asc, dg.id asc
limit $5 + 1;

-- record, within organization ($1 asOf, $2 entitledAt, $3 ownOrganizationId, $4 id)
select (select row_to_json(fields)::text from (select dg.id as "id",
    dg.alliance_id as "allianceId",
    (select row_to_json(nested) from (select c.id as "id",
    c.level as "level",
    c.ordinal as "ordinal",
    c.term_name as "termName",
    c.starts_on as "startsOn"
    from congresses c
    where (true) and (c.id = dg.congress_id) limit 1) nested) as "congress",
    dg.delegation_id as "delegationId",
    (select coalesce(coalesce(
      (select n.name from alliance_names n where n.alliance_id = dn.sending_alliance_id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = dn.sending_alliance_id and n.voided_at is null
        order by n.valid_from limit 1)),
        coalesce(
      (select n.name from organization_names n where n.organization_id = dn.organization_id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = dn.organization_id and n.voided_at is null
        order by n.valid_from limit 1))) from delegations dn where dn.id = dg.delegation_id) as "sentBy",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = dg.person_id) limit 1) nested) as "person",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = dg.organization_id) limit 1) nested) as "organization",
    dg.kind as "kind",
    dg.alternate_rank as "alternateRank",
    dg.basis as "basis",
    dg.named_on as "namedOn",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = dg.document_id) limit 1) nested) as "document",
    ((dg.voided_at is null and dg.named_on <= $1
      and (dg.kind = 'official' or exists (select from delegate_substitutions s
        where s.alternate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'))) and (dg.named_on < $1 or dg.kind = 'alternate'
      or not exists (select from delegate_substitutions s where s.delegation_id = dg.delegation_id and s.voided_at is null
        and s.alternate_id is null and s.substituted_at >= coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') and s.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
      or (select count(*) from delegates earlier
      where earlier.delegation_id = dg.delegation_id and (earlier.voided_at is null and earlier.named_on <= $1
      and (earlier.kind = 'official' or exists (select from delegate_substitutions s
        where s.alternate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and (earlier.kind = 'alternate' or (earlier.named_on, earlier.id) < (dg.named_on, dg.id)))
      < (select dn.official_seats from delegations dn where dn.id = dg.delegation_id))) as "entitled",
    (select row_to_json(nested) from (select s.id as "id",
    other.id as "delegateId",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = other.person_id) limit 1) nested) as "person",
    to_char(s.substituted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "substitutedAt",
    s.ground as "ground",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document",
    s.version as "version"
    from delegate_substitutions s join delegates other on other.id = s.alternate_id
    where (s.voided_at is null) and (s.delegate_id = dg.id) limit 1) nested) as "replacedBy",
    (select row_to_json(nested) from (select s.id as "id",
    other.id as "delegateId",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = other.person_id) limit 1) nested) as "person",
    to_char(s.substituted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "substitutedAt",
    s.ground as "ground",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document",
    s.version as "version"
    from delegate_substitutions s join delegates other on other.id = s.delegate_id
    where (s.voided_at is null) and (s.alternate_id = dg.id) limit 1) nested) as "calledUpFor",
    (select row_to_json(nested) from (select s.id as "id",
    to_char(s.substituted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "since",
    s.ground as "ground",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document",
    s.version as "version"
    from delegate_substitutions s
    where (s.alternate_id is null and s.voided_at is null) and (s.delegate_id = dg.id) limit 1) nested) as "vacancy",
    to_json(array_remove(array[
      case when dg.voided_at is null and dg.organization_id is not null and not exists (select from memberships m where m.organization_id = dg.organization_id and m.voided_at is null
        and (m.alliance_id = c.alliance_id or 'national' in (c.level, (select l.level from alliances l where l.id = c.alliance_id))) and m.admitted_on <= c.starts_on and (m.ended_on is null or m.ended_on > c.starts_on)) then 'organization_not_member' end,
      case when dg.voided_at is null and dg.organization_id <> (select dn.organization_id
        from delegations dn where dn.id = dg.delegation_id) then 'organization_of_other_delegation' end,
      case when dg.voided_at is null and exists (select from memberships m where m.organization_id = dg.organization_id and m.voided_at is null
        and (m.alliance_id = c.alliance_id or 'national' in (c.level, (select l.level from alliances l where l.id = c.alliance_id))) and m.admitted_on <= c.starts_on and (m.ended_on is null or m.ended_on > c.starts_on)
        and exists (select from membership_suspensions s where s.membership_id = m.id and s.voided_at is null
          and s.suspended_on <= c.starts_on and (s.resumed_on is null or s.resumed_on > c.starts_on))) then 'organization_suspended' end,
      case when dg.voided_at is null and (select s.status from organization_statuses s where s.organization_id = dg.organization_id and s.voided_at is null
      and s.valid_from <= c.starts_on order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end,
      case when dg.voided_at is null and ($3::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from delegate_substitutions call join delegates first on first.delegation_id = dg.delegation_id
        where call.alternate_id = dg.id and call.voided_at is null and call.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' and first.kind = 'alternate' and first.voided_at is null
        and first.alternate_rank < dg.alternate_rank
        and first.named_on <= (call.substituted_at at time zone 'Asia/Ho_Chi_Minh')::date
        and not exists (select from delegate_substitutions s
        where s.alternate_id = first.id and s.voided_at is null and s.substituted_at < (call.substituted_at + interval '1 microsecond')) and not exists (select from delegate_substitutions s
        where s.delegate_id = first.id and s.voided_at is null and s.substituted_at < (call.substituted_at + interval '1 microsecond'))) then 'called_out_of_order' end], null)) as "warnings",
    to_char(dg.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    dg.void_reason as "voidReason",
    dg.version as "version") fields) as body, dg.version as version
from delegates dg join congresses c on c.id = dg.congress_id
where dg.id = $4 and (true) and (dg.organization_id = $3);

-- page, within organization ($1 asOf, $2 entitledAt, $3 ownOrganizationId, $4 limit)
select (select row_to_json(fields)::text from (select dg.id as "id",
    dg.alliance_id as "allianceId",
    (select row_to_json(nested) from (select c.id as "id",
    c.level as "level",
    c.ordinal as "ordinal",
    c.term_name as "termName",
    c.starts_on as "startsOn"
    from congresses c
    where (true) and (c.id = dg.congress_id) limit 1) nested) as "congress",
    dg.delegation_id as "delegationId",
    (select coalesce(coalesce(
      (select n.name from alliance_names n where n.alliance_id = dn.sending_alliance_id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = dn.sending_alliance_id and n.voided_at is null
        order by n.valid_from limit 1)),
        coalesce(
      (select n.name from organization_names n where n.organization_id = dn.organization_id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = dn.organization_id and n.voided_at is null
        order by n.valid_from limit 1))) from delegations dn where dn.id = dg.delegation_id) as "sentBy",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = dg.person_id) limit 1) nested) as "person",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = dg.organization_id) limit 1) nested) as "organization",
    dg.kind as "kind",
    dg.alternate_rank as "alternateRank",
    dg.basis as "basis",
    dg.named_on as "namedOn",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = dg.document_id) limit 1) nested) as "document",
    ((dg.voided_at is null and dg.named_on <= $1
      and (dg.kind = 'official' or exists (select from delegate_substitutions s
        where s.alternate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'))) and (dg.named_on < $1 or dg.kind = 'alternate'
      or not exists (select from delegate_substitutions s where s.delegation_id = dg.delegation_id and s.voided_at is null
        and s.alternate_id is null and s.substituted_at >= coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') and s.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
      or (select count(*) from delegates earlier
      where earlier.delegation_id = dg.delegation_id and (earlier.voided_at is null and earlier.named_on <= $1
      and (earlier.kind = 'official' or exists (select from delegate_substitutions s
        where s.alternate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and (earlier.kind = 'alternate' or (earlier.named_on, earlier.id) < (dg.named_on, dg.id)))
      < (select dn.official_seats from delegations dn where dn.id = dg.delegation_id))) as "entitled",
    (select row_to_json(nested) from (select s.id as "id",
    other.id as "delegateId",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = other.person_id) limit 1) nested) as "person",
    to_char(s.substituted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "substitutedAt",
    s.ground as "ground",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document",
    s.version as "version"
    from delegate_substitutions s join delegates other on other.id = s.alternate_id
    where (s.voided_at is null) and (s.delegate_id = dg.id) limit 1) nested) as "replacedBy",
    (select row_to_json(nested) from (select s.id as "id",
    other.id as "delegateId",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = other.person_id) limit 1) nested) as "person",
    to_char(s.substituted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "substitutedAt",
    s.ground as "ground",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document",
    s.version as "version"
    from delegate_substitutions s join delegates other on other.id = s.delegate_id
    where (s.voided_at is null) and (s.alternate_id = dg.id) limit 1) nested) as "calledUpFor",
    (select row_to_json(nested) from (select s.id as "id",
    to_char(s.substituted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "since",
    s.ground as "ground",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document",
    s.version as "version"
    from delegate_substitutions s
    where (s.alternate_id is null and s.voided_at is null) and (s.delegate_id = dg.id) limit 1) nested) as "vacancy",
    to_json(array_remove(array[
      case when dg.voided_at is null and dg.organization_id is not null and not exists (select from memberships m where m.organization_id = dg.organization_id and m.voided_at is null
        and (m.alliance_id = c.alliance_id or 'national' in (c.level, (select l.level from alliances l where l.id = c.alliance_id))) and m.admitted_on <= c.starts_on and (m.ended_on is null or m.ended_on > c.starts_on)) then 'organization_not_member' end,
      case when dg.voided_at is null and dg.organization_id <> (select dn.organization_id
        from delegations dn where dn.id = dg.delegation_id) then 'organization_of_other_delegation' end,
      case when dg.voided_at is null and exists (select from memberships m where m.organization_id = dg.organization_id and m.voided_at is null
        and (m.alliance_id = c.alliance_id or 'national' in (c.level, (select l.level from alliances l where l.id = c.alliance_id))) and m.admitted_on <= c.starts_on and (m.ended_on is null or m.ended_on > c.starts_on)
        and exists (select from membership_suspensions s where s.membership_id = m.id and s.voided_at is null
          and s.suspended_on <= c.starts_on and (s.resumed_on is null or s.resumed_on > c.starts_on))) then 'organization_suspended' end,
      case when dg.voided_at is null and (select s.status from organization_statuses s where s.organization_id = dg.organization_id and s.voided_at is null
      and s.valid_from <= c.starts_on order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end,
      case when dg.voided_at is null and ($3::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from delegate_substitutions call join delegates first on first.delegation_id = dg.delegation_id
        where call.alternate_id = dg.id and call.voided_at is null and call.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' and first.kind = 'alternate' and first.voided_at is null
        and first.alternate_rank < dg.alternate_rank
        and first.named_on <= (call.substituted_at at time zone 'Asia/Ho_Chi_Minh')::date
        and not exists (select from delegate_substitutions s
        where s.alternate_id = first.id and s.voided_at is null and s.substituted_at < (call.substituted_at + interval '1 microsecond')) and not exists (select from delegate_substitutions s
        where s.delegate_id = first.id and s.voided_at is null and s.substituted_at < (call.substituted_at + interval '1 microsecond'))) then 'called_out_of_order' end], null)) as "warnings",
    to_char(dg.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    dg.void_reason as "voidReason",
    dg.version as "version") fields) as item,
  json_build_array((dg.named_on)::text, (dg.id)::text)::text as keys
from delegates dg join congresses c on c.id = dg.congress_id
    where (dg.voided_at is null and dg.named_on <= $1)
    and (dg.organization_id = $3)
order by dg.named_on asc, dg.id asc
limit $4 + 1;

-- page, everywhere, with every filter ($1 asOf, $2 entitledAt, $3 ownOrganizationId, $4 allianceId, $5 delegationId, $6 kind, $7 basis, $8 namedOnFrom, $9 namedOnTo, $10 entitled, $11 warning, $12 documentId, $13 congressId, $14 congressLevel, $15 congressFrom, $16 congressTo, $17 congressEndedFrom, $18 congressEndedTo, $19 substituted, $20 vacated, $21 sex, $22 personId, $23 organizationId, $24 q, $25 updatedSince, $26 after0, $27 after1, $28 limit)
select (select row_to_json(fields)::text from (select dg.id as "id",
    dg.alliance_id as "allianceId",
    (select row_to_json(nested) from (select c.id as "id",
    c.level as "level",
    c.ordinal as "ordinal",
    c.term_name as "termName",
    c.starts_on as "startsOn"
    from congresses c
    where (true) and (c.id = dg.congress_id) limit 1) nested) as "congress",
    dg.delegation_id as "delegationId",
    (select coalesce(coalesce(
      (select n.name from alliance_names n where n.alliance_id = dn.sending_alliance_id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = dn.sending_alliance_id and n.voided_at is null
        order by n.valid_from limit 1)),
        coalesce(
      (select n.name from organization_names n where n.organization_id = dn.organization_id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = dn.organization_id and n.voided_at is null
        order by n.valid_from limit 1))) from delegations dn where dn.id = dg.delegation_id) as "sentBy",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = dg.person_id) limit 1) nested) as "person",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = dg.organization_id) limit 1) nested) as "organization",
    dg.kind as "kind",
    dg.alternate_rank as "alternateRank",
    dg.basis as "basis",
    dg.named_on as "namedOn",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = dg.document_id) limit 1) nested) as "document",
    ((dg.voided_at is null and dg.named_on <= $1
      and (dg.kind = 'official' or exists (select from delegate_substitutions s
        where s.alternate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'))) and (dg.named_on < $1 or dg.kind = 'alternate'
      or not exists (select from delegate_substitutions s where s.delegation_id = dg.delegation_id and s.voided_at is null
        and s.alternate_id is null and s.substituted_at >= coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') and s.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
      or (select count(*) from delegates earlier
      where earlier.delegation_id = dg.delegation_id and (earlier.voided_at is null and earlier.named_on <= $1
      and (earlier.kind = 'official' or exists (select from delegate_substitutions s
        where s.alternate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and (earlier.kind = 'alternate' or (earlier.named_on, earlier.id) < (dg.named_on, dg.id)))
      < (select dn.official_seats from delegations dn where dn.id = dg.delegation_id))) as "entitled",
    (select row_to_json(nested) from (select s.id as "id",
    other.id as "delegateId",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = other.person_id) limit 1) nested) as "person",
    to_char(s.substituted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "substitutedAt",
    s.ground as "ground",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document",
    s.version as "version"
    from delegate_substitutions s join delegates other on other.id = s.alternate_id
    where (s.voided_at is null) and (s.delegate_id = dg.id) limit 1) nested) as "replacedBy",
    (select row_to_json(nested) from (select s.id as "id",
    other.id as "delegateId",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = other.person_id) limit 1) nested) as "person",
    to_char(s.substituted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "substitutedAt",
    s.ground as "ground",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document",
    s.version as "version"
    from delegate_substitutions s join delegates other on other.id = s.delegate_id
    where (s.voided_at is null) and (s.alternate_id = dg.id) limit 1) nested) as "calledUpFor",
    (select row_to_json(nested) from (select s.id as "id",
    to_char(s.substituted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "since",
    s.ground as "ground",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document",
    s.version as "version"
    from delegate_substitutions s
    where (s.alternate_id is null and s.voided_at is null) and (s.delegate_id = dg.id) limit 1) nested) as "vacancy",
    to_json(array_remove(array[
      case when dg.voided_at is null and dg.organization_id is not null and not exists (select from memberships m where m.organization_id = dg.organization_id and m.voided_at is null
        and (m.alliance_id = c.alliance_id or 'national' in (c.level, (select l.level from alliances l where l.id = c.alliance_id))) and m.admitted_on <= c.starts_on and (m.ended_on is null or m.ended_on > c.starts_on)) then 'organization_not_member' end,
      case when dg.voided_at is null and dg.organization_id <> (select dn.organization_id
        from delegations dn where dn.id = dg.delegation_id) then 'organization_of_other_delegation' end,
      case when dg.voided_at is null and exists (select from memberships m where m.organization_id = dg.organization_id and m.voided_at is null
        and (m.alliance_id = c.alliance_id or 'national' in (c.level, (select l.level from alliances l where l.id = c.alliance_id))) and m.admitted_on <= c.starts_on and (m.ended_on is null or m.ended_on > c.starts_on)
        and exists (select from membership_suspensions s where s.membership_id = m.id and s.voided_at is null
          and s.suspended_on <= c.starts_on and (s.resumed_on is null or s.resumed_on > c.starts_on))) then 'organization_suspended' end,
      case when dg.voided_at is null and (select s.status from organization_statuses s where s.organization_id = dg.organization_id and s.voided_at is null
      and s.valid_from <= c.starts_on order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end,
      case when dg.voided_at is null and ($3::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from delegate_substitutions call join delegates first on first.delegation_id = dg.delegation_id
        where call.alternate_id = dg.id and call.voided_at is null and call.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' and first.kind = 'alternate' and first.voided_at is null
        and first.alternate_rank < dg.alternate_rank
        and first.named_on <= (call.substituted_at at time zone 'Asia/Ho_Chi_Minh')::date
        and not exists (select from delegate_substitutions s
        where s.alternate_id = first.id and s.voided_at is null and s.substituted_at < (call.substituted_at + interval '1 microsecond')) and not exists (select from delegate_substitutions s
        where s.delegate_id = first.id and s.voided_at is null and s.substituted_at < (call.substituted_at + interval '1 microsecond'))) then 'called_out_of_order' end], null)) as "warnings",
    to_char(dg.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    dg.void_reason as "voidReason",
    dg.version as "version") fields) as item,
  json_build_array((dg.named_on)::text, (dg.id)::text)::text as keys,
  (select count(*) from delegates dg join congresses c on c.id = dg.congress_id where (dg.voided_at is null and dg.named_on <= $1)
    and (dg.alliance_id = $4)
    and (dg.delegation_id = $5)
    and (dg.kind = $6)
    and (dg.basis = $7)
    and (dg.named_on >= $8)
    and (dg.named_on <= $9)
    and (((dg.voided_at is null and dg.named_on <= $1
      and (dg.kind = 'official' or exists (select from delegate_substitutions s
        where s.alternate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'))) and (dg.named_on < $1 or dg.kind = 'alternate'
      or not exists (select from delegate_substitutions s where s.delegation_id = dg.delegation_id and s.voided_at is null
        and s.alternate_id is null and s.substituted_at >= coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') and s.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
      or (select count(*) from delegates earlier
      where earlier.delegation_id = dg.delegation_id and (earlier.voided_at is null and earlier.named_on <= $1
      and (earlier.kind = 'official' or exists (select from delegate_substitutions s
        where s.alternate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and (earlier.kind = 'alternate' or (earlier.named_on, earlier.id) < (dg.named_on, dg.id)))
      < (select dn.official_seats from delegations dn where dn.id = dg.delegation_id))) = $10)
    and (case $11 when 'organization_not_member' then dg.voided_at is null and dg.organization_id is not null and not exists (select from memberships m where m.organization_id = dg.organization_id and m.voided_at is null
        and (m.alliance_id = c.alliance_id or 'national' in (c.level, (select l.level from alliances l where l.id = c.alliance_id))) and m.admitted_on <= c.starts_on and (m.ended_on is null or m.ended_on > c.starts_on))
      when 'organization_of_other_delegation' then dg.voided_at is null and dg.organization_id <> (select dn.organization_id
        from delegations dn where dn.id = dg.delegation_id)
      when 'organization_suspended' then dg.voided_at is null and exists (select from memberships m where m.organization_id = dg.organization_id and m.voided_at is null
        and (m.alliance_id = c.alliance_id or 'national' in (c.level, (select l.level from alliances l where l.id = c.alliance_id))) and m.admitted_on <= c.starts_on and (m.ended_on is null or m.ended_on > c.starts_on)
        and exists (select from membership_suspensions s where s.membership_id = m.id and s.voided_at is null
          and s.suspended_on <= c.starts_on and (s.resumed_on is null or s.resumed_on > c.starts_on)))
      when 'organization_ended' then dg.voided_at is null and (select s.status from organization_statuses s where s.organization_id = dg.organization_id and s.voided_at is null
      and s.valid_from <= c.starts_on order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted')
      when 'called_out_of_order' then dg.voided_at is null and ($3::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from delegate_substitutions call join delegates first on first.delegation_id = dg.delegation_id
        where call.alternate_id = dg.id and call.voided_at is null and call.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' and first.kind = 'alternate' and first.voided_at is null
        and first.alternate_rank < dg.alternate_rank
        and first.named_on <= (call.substituted_at at time zone 'Asia/Ho_Chi_Minh')::date
        and not exists (select from delegate_substitutions s
        where s.alternate_id = first.id and s.voided_at is null and s.substituted_at < (call.substituted_at + interval '1 microsecond')) and not exists (select from delegate_substitutions s
        where s.delegate_id = first.id and s.voided_at is null and s.substituted_at < (call.substituted_at + interval '1 microsecond'))) end)
    and (dg.document_id = $12 or exists (select from delegate_substitutions s where s.delegate_id = dg.id and s.document_id = $12 and s.voided_at is null))
    and (dg.congress_id = $13)
    and (c.level = $14)
    and (c.starts_on >= $15)
    and (c.starts_on <= $16)
    and (c.ends_on >= $17)
    and (c.ends_on <= $18)
    and (exists (select from delegate_substitutions s
        where s.delegate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') and s.alternate_id is not null) = $19)
    and ((exists (select from delegate_substitutions s
        where s.delegate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')) and not exists (select from delegate_substitutions s
        where s.delegate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') and s.alternate_id is not null)) = $20)
    and (exists (select from people whose where whose.id = dg.person_id and whose.sex = $21))
    and (dg.person_id = $22)
    and (dg.organization_id = $23)
    and (((dg.voided_at is null and dg.named_on <= $1
      and (dg.kind = 'official' or exists (select from delegate_substitutions s
        where s.alternate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'))) and (dg.named_on < $1 or dg.kind = 'alternate'
      or not exists (select from delegate_substitutions s where s.delegation_id = dg.delegation_id and s.voided_at is null
        and s.alternate_id is null and s.substituted_at >= coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') and s.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
      or (select count(*) from delegates earlier
      where earlier.delegation_id = dg.delegation_id and (earlier.voided_at is null and earlier.named_on <= $1
      and (earlier.kind = 'official' or exists (select from delegate_substitutions s
        where s.alternate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and (earlier.kind = 'alternate' or (earlier.named_on, earlier.id) < (dg.named_on, dg.id)))
      < (select dn.official_seats from delegations dn where dn.id = dg.delegation_id))))
    and (dg.person_id = any(array(select named.id from people named where fold(named.full_name) like (select $24))))
    and (greatest(dg.updated_at, (select max(su.updated_at) from delegate_substitutions su
    where dg.id in (su.delegate_id, su.alternate_id))) >= $25)) as total
from delegates dg join congresses c on c.id = dg.congress_id
    where (dg.voided_at is null and dg.named_on <= $1)
    and (dg.alliance_id = $4)
    and (dg.delegation_id = $5)
    and (dg.kind = $6)
    and (dg.basis = $7)
    and (dg.named_on >= $8)
    and (dg.named_on <= $9)
    and (((dg.voided_at is null and dg.named_on <= $1
      and (dg.kind = 'official' or exists (select from delegate_substitutions s
        where s.alternate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'))) and (dg.named_on < $1 or dg.kind = 'alternate'
      or not exists (select from delegate_substitutions s where s.delegation_id = dg.delegation_id and s.voided_at is null
        and s.alternate_id is null and s.substituted_at >= coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') and s.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
      or (select count(*) from delegates earlier
      where earlier.delegation_id = dg.delegation_id and (earlier.voided_at is null and earlier.named_on <= $1
      and (earlier.kind = 'official' or exists (select from delegate_substitutions s
        where s.alternate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and (earlier.kind = 'alternate' or (earlier.named_on, earlier.id) < (dg.named_on, dg.id)))
      < (select dn.official_seats from delegations dn where dn.id = dg.delegation_id))) = $10)
    and (case $11 when 'organization_not_member' then dg.voided_at is null and dg.organization_id is not null and not exists (select from memberships m where m.organization_id = dg.organization_id and m.voided_at is null
        and (m.alliance_id = c.alliance_id or 'national' in (c.level, (select l.level from alliances l where l.id = c.alliance_id))) and m.admitted_on <= c.starts_on and (m.ended_on is null or m.ended_on > c.starts_on))
      when 'organization_of_other_delegation' then dg.voided_at is null and dg.organization_id <> (select dn.organization_id
        from delegations dn where dn.id = dg.delegation_id)
      when 'organization_suspended' then dg.voided_at is null and exists (select from memberships m where m.organization_id = dg.organization_id and m.voided_at is null
        and (m.alliance_id = c.alliance_id or 'national' in (c.level, (select l.level from alliances l where l.id = c.alliance_id))) and m.admitted_on <= c.starts_on and (m.ended_on is null or m.ended_on > c.starts_on)
        and exists (select from membership_suspensions s where s.membership_id = m.id and s.voided_at is null
          and s.suspended_on <= c.starts_on and (s.resumed_on is null or s.resumed_on > c.starts_on)))
      when 'organization_ended' then dg.voided_at is null and (select s.status from organization_statuses s where s.organization_id = dg.organization_id and s.voided_at is null
      and s.valid_from <= c.starts_on order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted')
      when 'called_out_of_order' then dg.voided_at is null and ($3::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from delegate_substitutions call join delegates first on first.delegation_id = dg.delegation_id
        where call.alternate_id = dg.id and call.voided_at is null and call.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' and first.kind = 'alternate' and first.voided_at is null
        and first.alternate_rank < dg.alternate_rank
        and first.named_on <= (call.substituted_at at time zone 'Asia/Ho_Chi_Minh')::date
        and not exists (select from delegate_substitutions s
        where s.alternate_id = first.id and s.voided_at is null and s.substituted_at < (call.substituted_at + interval '1 microsecond')) and not exists (select from delegate_substitutions s
        where s.delegate_id = first.id and s.voided_at is null and s.substituted_at < (call.substituted_at + interval '1 microsecond'))) end)
    and (dg.document_id = $12 or exists (select from delegate_substitutions s where s.delegate_id = dg.id and s.document_id = $12 and s.voided_at is null))
    and (dg.congress_id = $13)
    and (c.level = $14)
    and (c.starts_on >= $15)
    and (c.starts_on <= $16)
    and (c.ends_on >= $17)
    and (c.ends_on <= $18)
    and (exists (select from delegate_substitutions s
        where s.delegate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') and s.alternate_id is not null) = $19)
    and ((exists (select from delegate_substitutions s
        where s.delegate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')) and not exists (select from delegate_substitutions s
        where s.delegate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') and s.alternate_id is not null)) = $20)
    and (exists (select from people whose where whose.id = dg.person_id and whose.sex = $21))
    and (dg.person_id = $22)
    and (dg.organization_id = $23)
    and (((dg.voided_at is null and dg.named_on <= $1
      and (dg.kind = 'official' or exists (select from delegate_substitutions s
        where s.alternate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'))) and (dg.named_on < $1 or dg.kind = 'alternate'
      or not exists (select from delegate_substitutions s where s.delegation_id = dg.delegation_id and s.voided_at is null
        and s.alternate_id is null and s.substituted_at >= coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') and s.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
      or (select count(*) from delegates earlier
      where earlier.delegation_id = dg.delegation_id and (earlier.voided_at is null and earlier.named_on <= $1
      and (earlier.kind = 'official' or exists (select from delegate_substitutions s
        where s.alternate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($2::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and (earlier.kind = 'alternate' or (earlier.named_on, earlier.id) < (dg.named_on, dg.id)))
      < (select dn.official_seats from delegations dn where dn.id = dg.delegation_id))))
    and (dg.person_id = any(array(select named.id from people named where fold(named.full_name) like (select $24))))
    and (greatest(dg.updated_at, (select max(su.updated_at) from delegate_substitutions su
    where dg.id in (su.delegate_id, su.alternate_id))) >= $25)
    and (dg.named_on, dg.id) > ($26, $27)
order by dg.named_on asc, dg.id asc
limit $28 + 1;

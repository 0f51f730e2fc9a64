-- record, everywhere ($1 asOf, $2 ownOrganizationId, $3 ownAllianceIds, $4 entitledAt, $5 id)
select (select row_to_json(fields)::text from (select o.id as "id",
    o.code as "code",
    o.alliance_id as "allianceId",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name",
    (select s.status from organization_statuses s where s.organization_id = o.id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) as "status",
    o.tax_code as "taxCode",
    o.registration_number as "registrationNumber",
    o.field as "field",
    o.sector as "sector",
    o.founded_on as "foundedOn",
    o.founded_precision as "foundedPrecision",
    case when not exists (select from organization_obligations ob where ob.organization_id = o.id
      and ob.kind = 'conversion' and ob.law = o.organizing_law and ob.done_on > $1 and ob.voided_at is null)
      and not exists (select from codes_organizing_law code where code.code = o.organizing_law and code.valid_from > $1)
      then o.organizing_law end as "organizingLaw",
    (select row_to_json(nested) from (select m.id as "id",
    m.alliance_id as "allianceId",
    m.number as "number",
    m.admitted_on as "admittedOn"
    from memberships m
    where (true) and (m.organization_id = o.id and m.alliance_id = o.alliance_id and m.voided_at is null and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1)) limit 1) nested) as "membership",
    (select row_to_json(nested) from (select a.id as "id",
    a.line as "line",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = a.place_id and f.occurred_on <= $1
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), a.place_id)) limit 1) nested) as "place"
    from organization_addresses a
    where (a.voided_at is null and a.valid_from <= $1) and (a.organization_id = o.id)
    order by a.valid_from desc limit 1) nested) as "seat",
    array_to_json(array(select row_to_json(nested) from (select n.id as "id",
    n.name as "name",
    n.short_name as "shortName",
    n.valid_from as "validFrom"
    from organization_names n
    where (n.voided_at is null) and (n.organization_id = o.id)
    order by n.valid_from) nested)) as "names",
    array_to_json(array(select row_to_json(nested) from (select a.id as "id",
    a.line as "line",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = a.place_id) limit 1) nested) as "place",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = a.place_id and f.occurred_on <= 'infinity'
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), a.place_id)) limit 1) nested) as "placeToday",
    a.valid_from as "validFrom"
    from organization_addresses a
    where (a.voided_at is null) and (a.organization_id = o.id)
    order by a.valid_from) nested)) as "addresses",
    array_to_json(array(select row_to_json(nested) from (select s.id as "id",
    s.status as "status",
    s.valid_from as "validFrom",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document"
    from organization_statuses s
    where (s.voided_at is null) and (s.organization_id = o.id)
    order by s.valid_from) nested)) as "statuses",
    array_to_json(array(select row_to_json(nested) from (select ob.id as "id",
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
    where (true) and (d.id = ob.document_id) limit 1) nested) as "document"
    from organization_obligations ob
    where (ob.voided_at is null) and (ob.organization_id = o.id)
    order by ob.law, ob.kind) nested)) as "obligations",
    array_to_json(array(select row_to_json(nested) from (select f.id as "id",
    f.year as "year",
    f.measure as "measure",
    f.value as "value",
    f.producer as "producer",
    f.checked as "checked"
    from organization_figures f
    where (f.voided_at is null) and (f.organization_id = o.id)
    order by f.year, f.measure) nested)) as "figures",
    to_char(o.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    o.void_reason as "voidReason",
    o.version as "version",
    array_to_json(array(select row_to_json(nested) from (select m.id as "id",
    m.number as "number",
    (select row_to_json(nested) from (select l.id as "id",
    l.code as "code",
    l.level as "level",
    coalesce(coalesce(
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from alliances l
    where (true) and (l.id = m.alliance_id) limit 1) nested) as "alliance",
    coalesce((select cc.category from membership_category_changes cc where cc.membership_id = m.id
      and cc.voided_at is null and cc.valid_from <= $1 order by cc.valid_from desc limit 1), m.category) as "category",
    m.category as "categoryAtAdmission",
    m.admitted_on as "admittedOn",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = m.admitted_by_document_id) limit 1) nested) as "admittedBy",
    m.certificate_number as "certificateNumber",
    m.ended_on as "endedOn",
    (select row_to_json(nested) from (select x.id as "id",
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
    where (true) and (d.id = x.document_id) limit 1) nested) as "document"
    from membership_exits x
    where (x.voided_at is null) and (x.membership_id = m.id) limit 1) nested) as "exit",
    array_to_json(array(select row_to_json(nested) from (select s.id as "id",
    s.suspended_on as "suspendedOn",
    s.resumed_on as "resumedOn",
    s.ground as "ground",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document"
    from membership_suspensions s
    where (s.voided_at is null) and (s.membership_id = m.id)
    order by s.suspended_on, s.resumed_on, s.id) nested)) as "suspensions",
    array_to_json(array(select row_to_json(nested) from (select cc.id as "id",
    cc.category as "category",
    cc.valid_from as "validFrom",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = cc.document_id) limit 1) nested) as "document"
    from membership_category_changes cc
    where (cc.voided_at is null) and (cc.membership_id = m.id)
    order by cc.valid_from) nested)) as "categoryChanges",
    case
      when m.voided_at is not null then 'voided'
      when m.admitted_on > $1 then 'future'
      when m.ended_on <= $1 then 'ended'
      when exists (select from membership_suspensions s where s.membership_id = m.id and s.voided_at is null
        and s.suspended_on <= $1 and (s.resumed_on is null or s.resumed_on > $1)) then 'suspended'
      else 'member' end as "standing",
    to_json(array_remove(array[
      case when m.voided_at is null and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1)
        and (select s.status from organization_statuses s where s.organization_id = m.organization_id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end,
      case when m.voided_at is null and m.admitted_on < o.founded_on then 'admitted_before_founding' end,
      case when m.voided_at is null and exists (select from documents d
        where d.id = m.admitted_by_document_id and d.issued_on > m.admitted_on) then 'admitted_before_decision' end,
      case when m.voided_at is null and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1) and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from organization_names own where own.organization_id = m.organization_id and own.voided_at is null and own.name = coalesce(
      (select n.name from organization_names n where n.organization_id = own.organization_id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = own.organization_id and n.voided_at is null
        order by n.valid_from limit 1))
        and exists (select from organization_names same where same.folded_in_full = own.folded_in_full
          and same.organization_id <> own.organization_id and same.voided_at is null and same.name = coalesce(
      (select n.name from organization_names n where n.organization_id = same.organization_id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = same.organization_id and n.voided_at is null
        order by n.valid_from limit 1))
          and exists (select from memberships other where other.organization_id = same.organization_id
            and other.alliance_id = m.alliance_id and other.voided_at is null and other.admitted_on <= $1 and (other.ended_on is null or other.ended_on > $1)
            and coalesce((select f.successor_id from place_successions f where f.predecessor_id = (select a.place_id from organization_addresses a where a.organization_id = own.organization_id and a.voided_at is null
      and a.valid_from <= $1 order by a.valid_from desc limit 1) and f.occurred_on <= $1
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), (select a.place_id from organization_addresses a where a.organization_id = own.organization_id and a.voided_at is null
      and a.valid_from <= $1 order by a.valid_from desc limit 1)) is not distinct from coalesce((select f.successor_id from place_successions f where f.predecessor_id = (select a.place_id from organization_addresses a where a.organization_id = same.organization_id and a.voided_at is null
      and a.valid_from <= $1 order by a.valid_from desc limit 1) and f.occurred_on <= $1
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), (select a.place_id from organization_addresses a where a.organization_id = same.organization_id and a.voided_at is null
      and a.valid_from <= $1 order by a.valid_from desc limit 1)) offset 0) offset 0)) then 'named_like_another' end,
      case when m.voided_at is null and m.certificate_number is not null and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '')
        and exists (select from memberships other where other.certificate_number collate any_case = m.certificate_number
        and other.organization_id <> m.organization_id and other.alliance_id = m.alliance_id and other.voided_at is null) then 'certificate_of_another' end,
      case when m.voided_at is null and m.ended_on is not null
        and exists (select from membership_exits x where x.membership_id = m.id and x.voided_at is null and not x.kind in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') and exists (select from documents d where d.id = x.document_id and d.issued_on > x.ended_on)) then 'ended_before_decision' end,
      case when m.voided_at is null and m.ended_on <= $1 and exists (select from membership_exits x where x.membership_id = m.id and x.voided_at is null and x.kind in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted')) and ((select s.status from organization_statuses s where s.organization_id = m.organization_id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted')) is not true then 'ended_but_operating' end,
      case when m.voided_at is null and (exists (select from codes_membership_category code where code.code = m.category and (code.valid_from > m.admitted_on or code.valid_to <= m.admitted_on))
        or exists (select from membership_category_changes cc where cc.membership_id = m.id and cc.voided_at is null and exists (select from codes_membership_category code where code.code = cc.category and (code.valid_from > cc.valid_from or code.valid_to <= cc.valid_from)))) then 'category_of_another_time' end,
      case when m.voided_at is null
        and exists (select from membership_category_changes cc where cc.membership_id = m.id and cc.voided_at is null and exists (select from documents d where d.id = cc.document_id and d.issued_on > cc.valid_from)) then 'categorized_before_decision' end,
      case when m.voided_at is null and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1) and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from memberships other where other.organization_id = m.organization_id
        and other.alliance_id <> m.alliance_id and other.alliance_id = any($3)
        and other.voided_at is null and other.admitted_on <= $1 and (other.ended_on is null or other.ended_on > $1)
        and not exists (select from alliances l where l.id in (m.alliance_id, other.alliance_id) and l.level = 'national')) then 'member_of_another_alliance' end], null)) as "warnings"
    from memberships m
    where (m.voided_at is null) and (m.organization_id = o.id)
    order by m.admitted_on desc, m.id) nested)) as "memberships",
    array_to_json(array(select row_to_json(nested) from (select po.id as "id",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = po.person_id) limit 1) nested) as "person",
    po.position as "position",
    exists (select from manager_positions mp where mp.position_code = po.position and mp.voided_at is null
      and (mp.alliance_id is null or mp.alliance_id = po.alliance_id)
      and mp.valid_from <= $1 and (mp.valid_to is null or mp.valid_to > $1)) as "manager",
    po.valid_from as "validFrom",
    po.valid_to as "validTo",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = po.document_id) limit 1) nested) as "document",
    to_json(array_remove(array[
      case when po.voided_at is null and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from positions x join incompatible_positions ip on ip.other_position = x.position
        join organizations o on o.id = x.organization_id and o.kind <> 'enterprise'
        where x.person_id = po.person_id and x.organization_id = po.organization_id and x.voided_at is null
        and ip.position = po.position and ip.valid_from <= $1 and (ip.valid_to is null or ip.valid_to > $1)
        and x.valid_from <= $1 and (x.valid_to is null or x.valid_to > $1)) then 'incompatible_positions' end,
      case when po.voided_at is null and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and (select s.status from organization_statuses s where s.organization_id = po.organization_id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end,
      case when po.voided_at is null
        and exists (select from organizations o where o.id = po.organization_id and o.founded_on > po.valid_from) then 'held_before_founding' end,
      case when po.voided_at is null and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from positions x join sole_positions sp on sp.position = x.position
        join organizations o on o.id = x.organization_id and o.kind <> 'enterprise'
        where x.alliance_id = po.alliance_id and x.organization_id = po.organization_id and x.position = po.position and x.person_id <> po.person_id
        and x.voided_at is null and sp.valid_from <= $1 and (sp.valid_to is null or sp.valid_to > $1) and x.valid_from <= $1 and (x.valid_to is null or x.valid_to > $1)) then 'held_by_another' end,
      case when po.voided_at is null and exists (select from codes_position code where code.code = po.position and (code.valid_from > po.valid_from or code.valid_to <= po.valid_from)) then 'position_of_another_time' end], null)) as "warnings"
    from positions po join people pe on pe.id = po.person_id
    where (po.voided_at is null and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1)) and (po.organization_id = o.id)
    order by po.valid_from, po.id) nested)) as "positions",
    array_to_json(array(select row_to_json(nested) from (select dg.id as "id",
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
        where s.alternate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($4::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($4::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'))) and (dg.named_on < $1 or dg.kind = 'alternate'
      or not exists (select from delegate_substitutions s where s.delegation_id = dg.delegation_id and s.voided_at is null
        and s.alternate_id is null and s.substituted_at >= coalesce($4::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') and s.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
      or (select count(*) from delegates earlier
      where earlier.delegation_id = dg.delegation_id and (earlier.voided_at is null and earlier.named_on <= $1
      and (earlier.kind = 'official' or exists (select from delegate_substitutions s
        where s.alternate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($4::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($4::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
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
      case when dg.voided_at is null and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from delegate_substitutions call join delegates first on first.delegation_id = dg.delegation_id
        where call.alternate_id = dg.id and call.voided_at is null and call.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' and first.kind = 'alternate' and first.voided_at is null
        and first.alternate_rank < dg.alternate_rank
        and first.named_on <= (call.substituted_at at time zone 'Asia/Ho_Chi_Minh')::date
        and not exists (select from delegate_substitutions s
        where s.alternate_id = first.id and s.voided_at is null and s.substituted_at < (call.substituted_at + interval '1 microsecond')) and not exists (select from delegate_substitutions s
        where s.delegate_id = first.id and s.voided_at is null and s.substituted_at < (call.substituted_at + interval '1 microsecond'))) then 'called_out_of_order' end], null)) as "warnings"
    from delegates dg join congresses c on c.id = dg.congress_id
    where (dg.voided_at is null and dg.named_on <= $1) and (dg.organization_id = o.id)
    order by c.starts_on desc, dg.alternate_rank nulls first, dg.id) nested)) as "delegates",
    array_to_json(array(select row_to_json(nested) from (select a.id as "id",
    (select row_to_json(nested) from (select af.id as "id",
    af.code as "code",
    af.class as "class",
    af.name_vi as "nameVi",
    af.name_en as "nameEn"
    from award_forms af
    where (true) and (af.id = a.form_id) limit 1) nested) as "form",
    a.recipient_kind as "recipientKind",
    a.unit_name as "unitName",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = a.person_id) limit 1) nested) as "person",
    a.kind as "kind",
    coalesce(a.posthumous, false) as "posthumous",
    a.achievement_from as "achievementFrom",
    a.achievement_to as "achievementTo",
    a.movement as "movement",
    a.occasion as "occasion",
    a.presented_on as "presentedOn",
    case
      when a.voided_at is not null then 'voided'
      when ad.decided_on > $1 then 'future'
      when exists (select from award_revocations r where r.award_id = a.id and r.voided_at is null and r.decided_on <= $1) then 'revoked'
      else 'standing' end as "status",
    (select row_to_json(nested) from (select r.id as "id",
    r.ground as "ground",
    r.decided_on as "decidedOn",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = r.document_id) limit 1) nested) as "document"
    from award_revocations r
    where (r.voided_at is null) and (r.award_id = a.id and r.decided_on <= $1) limit 1) nested) as "revocation",
    to_json(array_remove(array[
      case when a.voided_at is null and a.achievement_from is not null and case a.recipient_kind
        when 'individual' then exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $1 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $1)
        and ($2::uuid is null or x.organization_id = $2) and x.achievement_from < a.achievement_to and a.achievement_from < x.achievement_to
        and case when x.form_id = a.form_id or x.achievement_from = a.achievement_from and x.achievement_to = a.achievement_to
          and not exists (select from award_forms f where f.id in (a.form_id, x.form_id) and f.class <> 'form')
          then coalesce(x.kind = a.kind, true) and coalesce(x.movement = a.movement or fold(x.movement) = fold(a.movement), true)
          else false end and x.person_id = a.person_id)
        else exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $1 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $1)
        and ($2::uuid is null or x.organization_id = $2) and x.achievement_from < a.achievement_to and a.achievement_from < x.achievement_to
        and case when x.form_id = a.form_id or x.achievement_from = a.achievement_from and x.achievement_to = a.achievement_to
          and not exists (select from award_forms f where f.id in (a.form_id, x.form_id) and f.class <> 'form')
          then coalesce(x.kind = a.kind, true) and coalesce(x.movement = a.movement or fold(x.movement) = fold(a.movement), true)
          else false end and x.organization_id = a.organization_id and x.recipient_kind = a.recipient_kind
        and fold(x.unit_name) is not distinct from fold(a.unit_name)) end then 'achievement_awarded_before' end,
      case when a.voided_at is null and case a.recipient_kind
        when 'individual' then exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $1 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $1)
        and ($2::uuid is null or x.organization_id = $2) and x.form_id = a.form_id and x.decision_id = a.decision_id and x.person_id = a.person_id)
        else exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $1 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $1)
        and ($2::uuid is null or x.organization_id = $2) and x.form_id = a.form_id and x.decision_id = a.decision_id and x.organization_id = a.organization_id and x.recipient_kind = a.recipient_kind
        and fold(x.unit_name) is not distinct from fold(a.unit_name)) end then 'repeated_in_decision' end,
      case when a.presented_on < ad.decided_on then 'presented_before_decision' end,
      case when a.recipient_kind = 'collective' and a.kind in ('service', 'seniority') then 'kind_for_individuals' end,
      case when a.achievement_from > ad.decided_on then 'achievement_after_decision' end,
      case when exists (select from award_forms f join issuing_bodies b on b.id = ad.issuing_body_id
      where f.id = a.form_id and b.level <> f.issuer_level) then 'issuer_of_other_level' end,
      case when exists (select from award_revocations r where r.award_id = a.id and r.voided_at is null
      and r.decided_on <= $1 and r.document_id is null) then 'revoked_without_decision' end,
      case when a.voided_at is null and a.recipient_kind = 'collective'
        and exists (select from organizations o where o.id = a.organization_id and o.founded_on > ad.decided_on) then 'recipient_not_founded' end,
      case when a.voided_at is null and exists (select from documents d where d.id = ad.document_id and d.issued_on <> ad.decided_on) then 'paper_of_another_day' end,
      case when a.voided_at is null and exists (select from documents d where d.id = ad.document_id and replace(fold(d.number), ' ', '') <> replace(fold(ad.number), ' ', '')) then 'paper_of_another_number' end,
      case when a.voided_at is null and exists (select from documents d where d.id = ad.document_id and d.issuing_body_id <> ad.issuing_body_id) then 'paper_of_another_body' end,
      case when a.voided_at is null and a.recipient_kind = 'collective' and (select s.status from organization_statuses s where s.organization_id = a.organization_id and s.voided_at is null
      and s.valid_from <= ad.decided_on order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'recipient_ended' end,
      case when a.voided_at is null and exists (select from issuing_bodies b where b.id = ad.issuing_body_id
        and exists (select from codes_issuing_body_level code where code.code = b.level and (code.valid_from > ad.decided_on or code.valid_to <= ad.decided_on))) then 'issuer_of_another_time' end], null)) as "warnings",
    ad.decided_on as "decidedOn",
    (select row_to_json(nested) from (select dn.id as "id",
    dn.number as "number",
    (select row_to_json(nested) from (select b.id as "id",
    b.level as "level",
    coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from issuing_bodies b
    where (true) and (b.id = dn.issuing_body_id) limit 1) nested) as "issuingBody",
    dn.signer as "signer",
    dn.signer_office as "signerOffice",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = dn.document_id) limit 1) nested) as "document"
    from award_decisions dn
    where (true) and (dn.id = a.decision_id) limit 1) nested) as "decision"
    from awards a join award_decisions ad on ad.id = a.decision_id
    where (a.voided_at is null and ad.decided_on <= $1) and (a.organization_id = o.id)
    order by ad.decided_on desc, a.id) nested)) as "awards",
    array_to_json(array(select row_to_json(nested) from (select tp.id as "id",
    (select row_to_json(nested) from (select c.id as "id",
    c.name as "name",
    c.starts_on as "startsOn",
    c.ends_on as "endsOn"
    from training_courses c
    where (true) and (c.id = tp.course_id) limit 1) nested) as "course",
    course.ends_on as "endsOn",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = tp.person_id) limit 1) nested) as "person",
    case when course.ends_on <= $1 then tp.result else 'attending' end as "result",
    case when course.ends_on <= $1 then tp.certificate_number end as "certificateNumber",
    to_json(array_remove(array[
      case when tp.voided_at is null and course.ends_on <= $1 and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '')
        and exists (select from training_participations x join training_courses taken on taken.id = x.course_id
        where x.certificate_number collate any_case = tp.certificate_number and x.person_id <> tp.person_id
        and x.alliance_id = tp.alliance_id and x.voided_at is null and taken.ends_on <= $1) then 'certificate_of_another' end,
      case when tp.voided_at is null
        and exists (select from organizations o where o.id = tp.organization_id and o.founded_on > course.ends_on) then 'organization_not_founded' end,
      case when tp.voided_at is null and (select s.status from organization_statuses s where s.organization_id = tp.organization_id and s.voided_at is null
      and s.valid_from <= course.starts_on order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end], null)) as "warnings"
    from training_participations tp join training_courses course on course.id = tp.course_id
    join people participant on participant.id = tp.person_id
    where (tp.voided_at is null and course.starts_on <= $1) and (tp.organization_id = o.id)
    order by course.ends_on desc, tp.id) nested)) as "trainings",
    array_to_json(array(select row_to_json(nested) from (select sm.id as "id",
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
      and s.valid_from <= sm.valid_from order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end], null)) as "warnings"
    from supported_models sm
    where (sm.voided_at is null and sm.valid_from <= $1 and (sm.valid_to is null or sm.valid_to > $1)) and (sm.organization_id = o.id)
    order by sm.valid_from, sm.id) nested)) as "supportedModels") fields) as body, o.version as version
from organizations o
where o.id = $5 and (true) and (true);

-- page, everywhere ($1 asOf, $2 ownOrganizationId, $3 ownAllianceIds, $4 entitledAt, $5 limit)
select (select row_to_json(fields)::text from (select o.id as "id",
    o.code as "code",
    o.alliance_id as "allianceId",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name",
    (select s.status from organization_statuses s where s.organization_id = o.id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) as "status",
    o.tax_code as "taxCode",
    o.registration_number as "registrationNumber",
    o.field as "field",
    o.sector as "sector",
    o.founded_on as "foundedOn",
    o.founded_precision as "foundedPrecision",
    case when not exists (select from organization_obligations ob where ob.organization_id = o.id
      and ob.kind = 'conversion' and ob.law = o.organizing_law and ob.done_on > $1 and ob.voided_at is null)
      and not exists (select from codes_organizing_law code where code.code = o.organizing_law and code.valid_from > $1)
      then o.organizing_law end as "organizingLaw",
    (select row_to_json(nested) from (select m.id as "id",
    m.alliance_id as "allianceId",
    m.number as "number",
    m.admitted_on as "admittedOn"
    from memberships m
    where (true) and (m.organization_id = o.id and m.alliance_id = o.alliance_id and m.voided_at is null and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1)) limit 1) nested) as "membership",
    (select row_to_json(nested) from (select a.id as "id",
    a.line as "line",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = a.place_id and f.occurred_on <= $1
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), a.place_id)) limit 1) nested) as "place"
    from organization_addresses a
    where (a.voided_at is null and a.valid_from <= $1) and (a.organization_id = o.id)
    order by a.valid_from desc limit 1) nested) as "seat",
    array_to_json(array(select row_to_json(nested) from (select n.id as "id",
    n.name as "name",
    n.short_name as "shortName",
    n.valid_from as "validFrom"
    from organization_names n
    where (n.voided_at is null) and (n.organization_id = o.id)
    order by n.valid_from) nested)) as "names",
    array_to_json(array(select row_to_json(nested) from (select a.id as "id",
    a.line as "line",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = a.place_id) limit 1) nested) as "place",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = a.place_id and f.occurred_on <= 'infinity'
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), a.place_id)) limit 1) nested) as "placeToday",
    a.valid_from as "validFrom"
    from organization_addresses a
    where (a.voided_at is null) and (a.organization_id = o.id)
    order by a.valid_from) nested)) as "addresses",
    array_to_json(array(select row_to_json(nested) from (select s.id as "id",
    s.status as "status",
    s.valid_from as "validFrom",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document"
    from organization_statuses s
    where (s.voided_at is null) and (s.organization_id = o.id)
    order by s.valid_from) nested)) as "statuses",
    array_to_json(array(select row_to_json(nested) from (select ob.id as "id",
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
    where (true) and (d.id = ob.document_id) limit 1) nested) as "document"
    from organization_obligations ob
    where (ob.voided_at is null) and (ob.organization_id = o.id)
    order by ob.law, ob.kind) nested)) as "obligations",
    array_to_json(array(select row_to_json(nested) from (select f.id as "id",
    f.year as "year",
    f.measure as "measure",
    f.value as "value",
    f.producer as "producer",
    f.checked as "checked"
    from organization_figures f
    where (f.voided_at is null) and (f.organization_id = o.id)
    order by f.year, f.measure) nested)) as "figures",
    to_char(o.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    o.void_reason as "voidReason",
    o.version as "version",
    array_to_json(array(select row_to_json(nested) from (select m.id as "id",
    m.number as "number",
    (select row_to_json(nested) from (select l.id as "id",
    l.code as "code",
    l.level as "level",
    coalesce(coalesce(
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from alliances l
    where (true) and (l.id = m.alliance_id) limit 1) nested) as "alliance",
    coalesce((select cc.category from membership_category_changes cc where cc.membership_id = m.id
      and cc.voided_at is null and cc.valid_from <= $1 order by cc.valid_from desc limit 1), m.category) as "category",
    m.category as "categoryAtAdmission",
    m.admitted_on as "admittedOn",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = m.admitted_by_document_id) limit 1) nested) as "admittedBy",
    m.certificate_number as "certificateNumber",
    m.ended_on as "endedOn",
    (select row_to_json(nested) from (select x.id as "id",
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
    where (true) and (d.id = x.document_id) limit 1) nested) as "document"
    from membership_exits x
    where (x.voided_at is null) and (x.membership_id = m.id) limit 1) nested) as "exit",
    array_to_json(array(select row_to_json(nested) from (select s.id as "id",
    s.suspended_on as "suspendedOn",
    s.resumed_on as "resumedOn",
    s.ground as "ground",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document"
    from membership_suspensions s
    where (s.voided_at is null) and (s.membership_id = m.id)
    order by s.suspended_on, s.resumed_on, s.id) nested)) as "suspensions",
    array_to_json(array(select row_to_json(nested) from (select cc.id as "id",
    cc.category as "category",
    cc.valid_from as "validFrom",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = cc.document_id) limit 1) nested) as "document"
    from membership_category_changes cc
    where (cc.voided_at is null) and (cc.membership_id = m.id)
    order by cc.valid_from) nested)) as "categoryChanges",
    case
      when m.voided_at is not null then 'voided'
      when m.admitted_on > $1 then 'future'
      when m.ended_on <= $1 then 'ended'
      when exists (select from membership_suspensions s where s.membership_id = m.id and s.voided_at is null
        and s.suspended_on <= $1 and (s.resumed_on is null or s.resumed_on > $1)) then 'suspended'
      else 'member' end as "standing",
    to_json(array_remove(array[
      case when m.voided_at is null and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1)
        and (select s.status from organization_statuses s where s.organization_id = m.organization_id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end,
      case when m.voided_at is null and m.admitted_on < o.founded_on then 'admitted_before_founding' end,
      case when m.voided_at is null and exists (select from documents d
        where d.id = m.admitted_by_document_id and d.issued_on > m.admitted_on) then 'admitted_before_decision' end,
      case when m.voided_at is null and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1) and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from organization_names own where own.organization_id = m.organization_id and own.voided_at is null and own.name = coalesce(
      (select n.name from organization_names n where n.organization_id = own.organization_id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = own.organization_id and n.voided_at is null
        order by n.valid_from limit 1))
        and exists (select from organization_names same where same.folded_in_full = own.folded_in_full
          and same.organization_id <> own.organization_id and same.voided_at is null and same.name = coalesce(
      (select n.name from organization_names n where n.organization_id = same.organization_id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = same.organization_id and n.voided_at is null
        order by n.valid_from limit 1))
          and exists (select from memberships other where other.organization_id = same.organization_id
            and other.alliance_id = m.alliance_id and other.voided_at is null and other.admitted_on <= $1 and (other.ended_on is null or other.ended_on > $1)
            and coalesce((select f.successor_id from place_successions f where f.predecessor_id = (select a.place_id from organization_addresses a where a.organization_id = own.organization_id and a.voided_at is null
      and a.valid_from <= $1 order by a.valid_from desc limit 1) and f.occurred_on <= $1
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), (select a.place_id from organization_addresses a where a.organization_id = own.organization_id and a.voided_at is null
      and a.valid_from <= $1 order by a.valid_from desc limit 1)) is not distinct from coalesce((select f.successor_id from place_successions f where f.predecessor_id = (select a.place_id from organization_addresses a where a.organization_id = same.organization_id and a.voided_at is null
      and a.valid_from <= $1 order by a.valid_from desc limit 1) and f.occurred_on <= $1
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), (select a.place_id from organization_addresses a where a.organization_id = same.organization_id and a.voided_at is null
      and a.valid_from <= $1 order by a.valid_from desc limit 1)) offset 0) offset 0)) then 'named_like_another' end,
      case when m.voided_at is null and m.certificate_number is not null and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '')
        and exists (select from memberships other where other.certificate_number collate any_case = m.certificate_number
        and other.organization_id <> m.organization_id and other.alliance_id = m.alliance_id and other.voided_at is null) then 'certificate_of_another' end,
      case when m.voided_at is null and m.ended_on is not null
        and exists (select from membership_exits x where x.membership_id = m.id and x.voided_at is null and not x.kind in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') and exists (select from documents d where d.id = x.document_id and d.issued_on > x.ended_on)) then 'ended_before_decision' end,
      case when m.voided_at is null and m.ended_on <= $1 and exists (select from membership_exits x where x.membership_id = m.id and x.voided_at is null and x.kind in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted')) and ((select s.status from organization_statuses s where s.organization_id = m.organization_id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted')) is not true then 'ended_but_operating' end,
      case when m.voided_at is null and (exists (select from codes_membership_category code where code.code = m.category and (code.valid_from > m.admitted_on or code.valid_to <= m.admitted_on))
        or exists (select from membership_category_changes cc where cc.membership_id = m.id and cc.voided_at is null and exists (select from codes_membership_category code where code.code = cc.category and (code.valid_from > cc.valid_from or code.valid_to <= cc.valid_from)))) then 'category_of_another_time' end,
      case when m.voided_at is null
        and exists (select from membership_category_changes cc where cc.membership_id = m.id and cc.voided_at is null and exists (select from documents d where d.id = cc.document_id and d.issued_on > cc.valid_from)) then 'categorized_before_decision' end,
      case when m.voided_at is null and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1) and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from memberships other where other.organization_id = m.organization_id
        and other.alliance_id <> m.alliance_id and other.alliance_id = any($3)
        and other.voided_at is null and other.admitted_on <= $1 and (other.ended_on is null or other.ended_on > $1)
        and not exists (select from alliances l where l.id in (m.alliance_id, other.alliance_id) and l.level = 'national')) then 'member_of_another_alliance' end], null)) as "warnings"
    from memberships m
    where (m.voided_at is null) and (m.organization_id = o.id)
    order by m.admitted_on desc, m.id) nested)) as "memberships",
    array_to_json(array(select row_to_json(nested) from (select po.id as "id",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = po.person_id) limit 1) nested) as "person",
    po.position as "position",
    exists (select from manager_positions mp where mp.position_code = po.position and mp.voided_at is null
      and (mp.alliance_id is null or mp.alliance_id = po.alliance_id)
      and mp.valid_from <= $1 and (mp.valid_to is null or mp.valid_to > $1)) as "manager",
    po.valid_from as "validFrom",
    po.valid_to as "validTo",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = po.document_id) limit 1) nested) as "document",
    to_json(array_remove(array[
      case when po.voided_at is null and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from positions x join incompatible_positions ip on ip.other_position = x.position
        join organizations o on o.id = x.organization_id and o.kind <> 'enterprise'
        where x.person_id = po.person_id and x.organization_id = po.organization_id and x.voided_at is null
        and ip.position = po.position and ip.valid_from <= $1 and (ip.valid_to is null or ip.valid_to > $1)
        and x.valid_from <= $1 and (x.valid_to is null or x.valid_to > $1)) then 'incompatible_positions' end,
      case when po.voided_at is null and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and (select s.status from organization_statuses s where s.organization_id = po.organization_id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end,
      case when po.voided_at is null
        and exists (select from organizations o where o.id = po.organization_id and o.founded_on > po.valid_from) then 'held_before_founding' end,
      case when po.voided_at is null and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from positions x join sole_positions sp on sp.position = x.position
        join organizations o on o.id = x.organization_id and o.kind <> 'enterprise'
        where x.alliance_id = po.alliance_id and x.organization_id = po.organization_id and x.position = po.position and x.person_id <> po.person_id
        and x.voided_at is null and sp.valid_from <= $1 and (sp.valid_to is null or sp.valid_to > $1) and x.valid_from <= $1 and (x.valid_to is null or x.valid_to > $1)) then 'held_by_another' end,
      case when po.voided_at is null and exists (select from codes_position code where code.code = po.position and (code.valid_from > po.valid_from or code.valid_to <= po.valid_from)) then 'position_of_another_time' end], null)) as "warnings"
    from positions po join people pe on pe.id = po.person_id
    where (po.voided_at is null and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1)) and (po.organization_id = o.id)
    order by po.valid_from, po.id) nested)) as "positions",
    array_to_json(array(select row_to_json(nested) from (select dg.id as "id",
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
        where s.alternate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($4::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($4::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'))) and (dg.named_on < $1 or dg.kind = 'alternate'
      or not exists (select from delegate_substitutions s where s.delegation_id = dg.delegation_id and s.voided_at is null
        and s.alternate_id is null and s.substituted_at >= coalesce($4::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') and s.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
      or (select count(*) from delegates earlier
      where earlier.delegation_id = dg.delegation_id and (earlier.voided_at is null and earlier.named_on <= $1
      and (earlier.kind = 'official' or exists (select from delegate_substitutions s
        where s.alternate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($4::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($4::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
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
      case when dg.voided_at is null and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from delegate_substitutions call join delegates first on first.delegation_id = dg.delegation_id
        where call.alternate_id = dg.id and call.voided_at is null and call.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' and first.kind = 'alternate' and first.voided_at is null
        and first.alternate_rank < dg.alternate_rank
        and first.named_on <= (call.substituted_at at time zone 'Asia/Ho_Chi_Minh')::date
        and not exists (select from delegate_substitutions s
        where s.alternate_id = first.id and s.voided_at is null and s.substituted_at < (call.substituted_at + interval '1 microsecond')) and not exists (select from delegate_substitutions s
        where s.delegate_id = first.id and s.voided_at is null and s.substituted_at < (call.substituted_at + interval '1 microsecond'))) then 'called_out_of_order' end], null)) as "warnings"
    from delegates dg join congresses c on c.id = dg.congress_id
    where (dg.voided_at is null and dg.named_on <= $1) and (dg.organization_id = o.id)
    order by c.starts_on desc, dg.alternate_rank nulls first, dg.id) nested)) as "delegates",
    array_to_json(array(select row_to_json(nested) from (select a.id as "id",
    (select row_to_json(nested) from (select af.id as "id",
    af.code as "code",
    af.class as "class",
    af.name_vi as "nameVi",
    af.name_en as "nameEn"
    from award_forms af
    where (true) and (af.id = a.form_id) limit 1) nested) as "form",
    a.recipient_kind as "recipientKind",
    a.unit_name as "unitName",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = a.person_id) limit 1) nested) as "person",
    a.kind as "kind",
    coalesce(a.posthumous, false) as "posthumous",
    a.achievement_from as "achievementFrom",
    a.achievement_to as "achievementTo",
    a.movement as "movement",
    a.occasion as "occasion",
    a.presented_on as "presentedOn",
    case
      when a.voided_at is not null then 'voided'
      when ad.decided_on > $1 then 'future'
      when exists (select from award_revocations r where r.award_id = a.id and r.voided_at is null and r.decided_on <= $1) then 'revoked'
      else 'standing' end as "status",
    (select row_to_json(nested) from (select r.id as "id",
    r.ground as "ground",
    r.decided_on as "decidedOn",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = r.document_id) limit 1) nested) as "document"
    from award_revocations r
    where (r.voided_at is null) and (r.award_id = a.id and r.decided_on <= $1) limit 1) nested) as "revocation",
    to_json(array_remove(array[
      case when a.voided_at is null and a.achievement_from is not null and case a.recipient_kind
        when 'individual' then exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $1 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $1)
        and ($2::uuid is null or x.organization_id = $2) and x.achievement_from < a.achievement_to and a.achievement_from < x.achievement_to
        and case when x.form_id = a.form_id or x.achievement_from = a.achievement_from and x.achievement_to = a.achievement_to
          and not exists (select from award_forms f where f.id in (a.form_id, x.form_id) and f.class <> 'form')
          then coalesce(x.kind = a.kind, true) and coalesce(x.movement = a.movement or fold(x.movement) = fold(a.movement), true)
          else false end and x.person_id = a.person_id)
        else exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $1 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $1)
        and ($2::uuid is null or x.organization_id = $2) and x.achievement_from < a.achievement_to and a.achievement_from < x.achievement_to
        and case when x.form_id = a.form_id or x.achievement_from = a.achievement_from and x.achievement_to = a.achievement_to
          and not exists (select from award_forms f where f.id in (a.form_id, x.form_id) and f.class <> 'form')
          then coalesce(x.kind = a.kind, true) and coalesce(x.movement = a.movement or fold(x.movement) = fold(a.movement), true)
          else false end and x.organization_id = a.organization_id and x.recipient_kind = a.recipient_kind
        and fold(x.unit_name) is not distinct from fold(a.unit_name)) end then 'achievement_awarded_before' end,
      case when a.voided_at is null and case a.recipient_kind
        when 'individual' then exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $1 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $1)
        and ($2::uuid is null or x.organization_id = $2) and x.form_id = a.form_id and x.decision_id = a.decision_id and x.person_id = a.person_id)
        else exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $1 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $1)
        and ($2::uuid is null or x.organization_id = $2) and x.form_id = a.form_id and x.decision_id = a.decision_id and x.organization_id = a.organization_id and x.recipient_kind = a.recipient_kind
        and fold(x.unit_name) is not distinct from fold(a.unit_name)) end then 'repeated_in_decision' end,
      case when a.presented_on < ad.decided_on then 'presented_before_decision' end,
      case when a.recipient_kind = 'collective' and a.kind in ('service', 'seniority') then 'kind_for_individuals' end,
      case when a.achievement_from > ad.decided_on then 'achievement_after_decision' end,
      case when exists (select from award_forms f join issuing_bodies b on b.id = ad.issuing_body_id
      where f.id = a.form_id and b.level <> f.issuer_level) then 'issuer_of_other_level' end,
      case when exists (select from award_revocations r where r.award_id = a.id and r.voided_at is null
      and r.decided_on <= $1 and r.document_id is null) then 'revoked_without_decision' end,
      case when a.voided_at is null and a.recipient_kind = 'collective'
        and exists (select from organizations o where o.id = a.organization_id and o.founded_on > ad.decided_on) then 'recipient_not_founded' end,
      case when a.voided_at is null and exists (select from documents d where d.id = ad.document_id and d.issued_on <> ad.decided_on) then 'paper_of_another_day' end,
      case when a.voided_at is null and exists (select from documents d where d.id = ad.document_id and replace(fold(d.number), ' ', '') <> replace(fold(ad.number), ' ', '')) then 'paper_of_another_number' end,
      case when a.voided_at is null and exists (select from documents d where d.id = ad.document_id and d.issuing_body_id <> ad.issuing_body_id) then 'paper_of_another_body' end,
      case when a.voided_at is null and a.recipient_kind = 'collective' and (select s.status from organization_statuses s where s.organization_id = a.organization_id and s.voided_at is null
      and s.valid_from <= ad.decided_on order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'recipient_ended' end,
      case when a.voided_at is null and exists (select from issuing_bodies b where b.id = ad.issuing_body_id
        and exists (select from codes_issuing_body_level code where code.code = b.level and (code.valid_from > ad.decided_on or code.valid_to <= ad.decided_on))) then 'issuer_of_another_time' end], null)) as "warnings",
    ad.decided_on as "decidedOn",
    (select row_to_json(nested) from (select dn.id as "id",
    dn.number as "number",
    (select row_to_json(nested) from (select b.id as "id",
    b.level as "level",
    coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from issuing_bodies b
    where (true) and (b.id = dn.issuing_body_id) limit 1) nested) as "issuingBody",
    dn.signer as "signer",
    dn.signer_office as "signerOffice",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = dn.document_id) limit 1) nested) as "document"
    from award_decisions dn
    where (true) and (dn.id = a.decision_id) limit 1) nested) as "decision"
    from awards a join award_decisions ad on ad.id = a.decision_id
    where (a.voided_at is null and ad.decided_on <= $1) and (a.organization_id = o.id)
    order by ad.decided_on desc, a.id) nested)) as "awards",
    array_to_json(array(select row_to_json(nested) from (select tp.id as "id",
    (select row_to_json(nested) from (select c.id as "id",
    c.name as "name",
    c.starts_on as "startsOn",
    c.ends_on as "endsOn"
    from training_courses c
    where (true) and (c.id = tp.course_id) limit 1) nested) as "course",
    course.ends_on as "endsOn",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = tp.person_id) limit 1) nested) as "person",
    case when course.ends_on <= $1 then tp.result else 'attending' end as "result",
    case when course.ends_on <= $1 then tp.certificate_number end as "certificateNumber",
    to_json(array_remove(array[
      case when tp.voided_at is null and course.ends_on <= $1 and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '')
        and exists (select from training_participations x join training_courses taken on taken.id = x.course_id
        where x.certificate_number collate any_case = tp.certificate_number and x.person_id <> tp.person_id
        and x.alliance_id = tp.alliance_id and x.voided_at is null and taken.ends_on <= $1) then 'certificate_of_another' end,
      case when tp.voided_at is null
        and exists (select from organizations o where o.id = tp.organization_id and o.founded_on > course.ends_on) then 'organization_not_founded' end,
      case when tp.voided_at is null and (select s.status from organization_statuses s where s.organization_id = tp.organization_id and s.voided_at is null
      and s.valid_from <= course.starts_on order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end], null)) as "warnings"
    from training_participations tp join training_courses course on course.id = tp.course_id
    join people participant on participant.id = tp.person_id
    where (tp.voided_at is null and course.starts_on <= $1) and (tp.organization_id = o.id)
    order by course.ends_on desc, tp.id) nested)) as "trainings",
    array_to_json(array(select row_to_json(nested) from (select sm.id as "id",
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
      and s.valid_from <= sm.valid_from order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end], null)) as "warnings"
    from supported_models sm
    where (sm.voided_at is null and sm.valid_from <= $1 and (sm.valid_to is null or sm.valid_to > $1)) and (sm.organization_id = o.id)
    order by sm.valid_from, sm.id) nested)) as "supportedModels") fields) as item,
  json_build_array((o.id)::text)::text as keys
from organizations o
    where true
order by o.id asc
limit $5 + 1;

-- record, within organization ($1 asOf, $2 ownOrganizationId, $3 ownAllianceIds, $4 entitledAt, $5 id)
select (select row_to_json(fields)::text from (select o.id as "id",
    o.code as "code",
    o.alliance_id as "allianceId",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name",
    (select s.status from organization_statuses s where s.organization_id = o.id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) as "status",
    o.tax_code as "taxCode",
    o.registration_number as "registrationNumber",
    o.field as "field",
    o.sector as "sector",
    o.founded_on as "foundedOn",
    o.founded_precision as "foundedPrecision",
    case when not exists (select from organization_obligations ob where ob.organization_id = o.id
      and ob.kind = 'conversion' and ob.law = o.organizing_law and ob.done_on > $1 and ob.voided_at is null)
      and not exists (select from codes_organizing_law code where code.code = o.organizing_law and code.valid_from > $1)
      then o.organizing_law end as "organizingLaw",
    (select row_to_json(nested) from (select m.id as "id",
    m.alliance_id as "allianceId",
    m.number as "number",
    m.admitted_on as "admittedOn"
    from memberships m
    where (true) and (m.organization_id = o.id and m.alliance_id = o.alliance_id and m.voided_at is null and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1)) limit 1) nested) as "membership",
    (select row_to_json(nested) from (select a.id as "id",
    a.line as "line",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = a.place_id and f.occurred_on <= $1
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), a.place_id)) limit 1) nested) as "place"
    from organization_addresses a
    where (a.voided_at is null and a.valid_from <= $1) and (a.organization_id = o.id)
    order by a.valid_from desc limit 1) nested) as "seat",
    array_to_json(array(select row_to_json(nested) from (select n.id as "id",
    n.name as "name",
    n.short_name as "shortName",
    n.valid_from as "validFrom"
    from organization_names n
    where (n.voided_at is null) and (n.organization_id = o.id)
    order by n.valid_from) nested)) as "names",
    array_to_json(array(select row_to_json(nested) from (select a.id as "id",
    a.line as "line",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = a.place_id) limit 1) nested) as "place",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = a.place_id and f.occurred_on <= 'infinity'
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), a.place_id)) limit 1) nested) as "placeToday",
    a.valid_from as "validFrom"
    from organization_addresses a
    where (a.voided_at is null) and (a.organization_id = o.id)
    order by a.valid_from) nested)) as "addresses",
    array_to_json(array(select row_to_json(nested) from (select s.id as "id",
    s.status as "status",
    s.valid_from as "validFrom",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document"
    from organization_statuses s
    where (s.voided_at is null) and (s.organization_id = o.id)
    order by s.valid_from) nested)) as "statuses",
    array_to_json(array(select row_to_json(nested) from (select ob.id as "id",
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
    where (true) and (d.id = ob.document_id) limit 1) nested) as "document"
    from organization_obligations ob
    where (ob.voided_at is null) and (ob.organization_id = o.id)
    order by ob.law, ob.kind) nested)) as "obligations",
    array_to_json(array(select row_to_json(nested) from (select f.id as "id",
    f.year as "year",
    f.measure as "measure",
    f.value as "value",
    f.producer as "producer",
    f.checked as "checked"
    from organization_figures f
    where (f.voided_at is null) and (f.organization_id = o.id)
    order by f.year, f.measure) nested)) as "figures",
    to_char(o.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    o.void_reason as "voidReason",
    o.version as "version",
    array_to_json(array(select row_to_json(nested) from (select m.id as "id",
    m.number as "number",
    (select row_to_json(nested) from (select l.id as "id",
    l.code as "code",
    l.level as "level",
    coalesce(coalesce(
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from alliances l
    where (true) and (l.id = m.alliance_id) limit 1) nested) as "alliance",
    coalesce((select cc.category from membership_category_changes cc where cc.membership_id = m.id
      and cc.voided_at is null and cc.valid_from <= $1 order by cc.valid_from desc limit 1), m.category) as "category",
    m.category as "categoryAtAdmission",
    m.admitted_on as "admittedOn",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = m.admitted_by_document_id) limit 1) nested) as "admittedBy",
    m.certificate_number as "certificateNumber",
    m.ended_on as "endedOn",
    (select row_to_json(nested) from (select x.id as "id",
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
    where (true) and (d.id = x.document_id) limit 1) nested) as "document"
    from membership_exits x
    where (x.voided_at is null) and (x.membership_id = m.id) limit 1) nested) as "exit",
    array_to_json(array(select row_to_json(nested) from (select s.id as "id",
    s.suspended_on as "suspendedOn",
    s.resumed_on as "resumedOn",
    s.ground as "ground",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document"
    from membership_suspensions s
    where (s.voided_at is null) and (s.membership_id = m.id)
    order by s.suspended_on, s.resumed_on, s.id) nested)) as "suspensions",
    array_to_json(array(select row_to_json(nested) from (select cc.id as "id",
    cc.category as "category",
    cc.valid_from as "validFrom",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = cc.document_id) limit 1) nested) as "document"
    from membership_category_changes cc
    where (cc.voided_at is null) and (cc.membership_id = m.id)
    order by cc.valid_from) nested)) as "categoryChanges",
    case
      when m.voided_at is not null then 'voided'
      when m.admitted_on > $1 then 'future'
      when m.ended_on <= $1 then 'ended'
      when exists (select from membership_suspensions s where s.membership_id = m.id and s.voided_at is null
        and s.suspended_on <= $1 and (s.resumed_on is null or s.resumed_on > $1)) then 'suspended'
      else 'member' end as "standing",
    to_json(array_remove(array[
      case when m.voided_at is null and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1)
        and (select s.status from organization_statuses s where s.organization_id = m.organization_id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end,
      case when m.voided_at is null and m.admitted_on < o.founded_on then 'admitted_before_founding' end,
      case when m.voided_at is null and exists (select from documents d
        where d.id = m.admitted_by_document_id and d.issued_on > m.admitted_on) then 'admitted_before_decision' end,
      case when m.voided_at is null and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1) and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from organization_names own where own.organization_id = m.organization_id and own.voided_at is null and own.name = coalesce(
      (select n.name from organization_names n where n.organization_id = own.organization_id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = own.organization_id and n.voided_at is null
        order by n.valid_from limit 1))
        and exists (select from organization_names same where same.folded_in_full = own.folded_in_full
          and same.organization_id <> own.organization_id and same.voided_at is null and same.name = coalesce(
      (select n.name from organization_names n where n.organization_id = same.organization_id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = same.organization_id and n.voided_at is null
        order by n.valid_from limit 1))
          and exists (select from memberships other where other.organization_id = same.organization_id
            and other.alliance_id = m.alliance_id and other.voided_at is null and other.admitted_on <= $1 and (other.ended_on is null or other.ended_on > $1)
            and coalesce((select f.successor_id from place_successions f where f.predecessor_id = (select a.place_id from organization_addresses a where a.organization_id = own.organization_id and a.voided_at is null
      and a.valid_from <= $1 order by a.valid_from desc limit 1) and f.occurred_on <= $1
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), (select a.place_id from organization_addresses a where a.organization_id = own.organization_id and a.voided_at is null
      and a.valid_from <= $1 order by a.valid_from desc limit 1)) is not distinct from coalesce((select f.successor_id from place_successions f where f.predecessor_id = (select a.place_id from organization_addresses a where a.organization_id = same.organization_id and a.voided_at is null
      and a.valid_from <= $1 order by a.valid_from desc limit 1) and f.occurred_on <= $1
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), (select a.place_id from organization_addresses a where a.organization_id = same.organization_id and a.voided_at is null
      and a.valid_from <= $1 order by a.valid_from desc limit 1)) offset 0) offset 0)) then 'named_like_another' end,
      case when m.voided_at is null and m.certificate_number is not null and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '')
        and exists (select from memberships other where other.certificate_number collate any_case = m.certificate_number
        and other.organization_id <> m.organization_id and other.alliance_id = m.alliance_id and other.voided_at is null) then 'certificate_of_another' end,
      case when m.voided_at is null and m.ended_on is not null
        and exists (select from membership_exits x where x.membership_id = m.id and x.voided_at is null and not x.kind in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') and exists (select from documents d where d.id = x.document_id and d.issued_on > x.ended_on)) then 'ended_before_decision' end,
      case when m.voided_at is null and m.ended_on <= $1 and exists (select from membership_exits x where x.membership_id = m.id and x.voided_at is null and x.kind in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted')) and ((select s.status from organization_statuses s where s.organization_id = m.organization_id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted')) is not true then 'ended_but_operating' end,
      case when m.voided_at is null and (exists (select from codes_membership_category code where code.code = m.category and (code.valid_from > m.admitted_on or code.valid_to <= m.admitted_on))
        or exists (select from membership_category_changes cc where cc.membership_id = m.id and cc.voided_at is null and exists (select from codes_membership_category code where code.code = cc.category and (code.valid_from > cc.valid_from or code.valid_to <= cc.valid_from)))) then 'category_of_another_time' end,
      case when m.voided_at is null
        and exists (select from membership_category_changes cc where cc.membership_id = m.id and cc.voided_at is null and exists (select from documents d where d.id = cc.document_id and d.issued_on > cc.valid_from)) then 'categorized_before_decision' end,
      case when m.voided_at is null and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1) and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from memberships other where other.organization_id = m.organization_id
        and other.alliance_id <> m.alliance_id and other.alliance_id = any($3)
        and other.voided_at is null and other.admitted_on <= $1 and (other.ended_on is null or other.ended_on > $1)
        and not exists (select from alliances l where l.id in (m.alliance_id, other.alliance_id) and l.level = 'national')) then 'member_of_another_alliance' end], null)) as "warnings"
    from memberships m
    where (m.voided_at is null) and (m.organization_id = o.id)
    order by m.admitted_on desc, m.id) nested)) as "memberships",
    array_to_json(array(select row_to_json(nested) from (select po.id as "id",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = po.person_id) limit 1) nested) as "person",
    po.position as "position",
    exists (select from manager_positions mp where mp.position_code = po.position and mp.voided_at is null
      and (mp.alliance_id is null or mp.alliance_id = po.alliance_id)
      and mp.valid_from <= $1 and (mp.valid_to is null or mp.valid_to > $1)) as "manager",
    po.valid_from as "validFrom",
    po.valid_to as "validTo",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = po.document_id) limit 1) nested) as "document",
    to_json(array_remove(array[
      case when po.voided_at is null and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from positions x join incompatible_positions ip on ip.other_position = x.position
        join organizations o on o.id = x.organization_id and o.kind <> 'enterprise'
        where x.person_id = po.person_id and x.organization_id = po.organization_id and x.voided_at is null
        and ip.position = po.position and ip.valid_from <= $1 and (ip.valid_to is null or ip.valid_to > $1)
        and x.valid_from <= $1 and (x.valid_to is null or x.valid_to > $1)) then 'incompatible_positions' end,
      case when po.voided_at is null and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and (select s.status from organization_statuses s where s.organization_id = po.organization_id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end,
      case when po.voided_at is null
        and exists (select from organizations o where o.id = po.organization_id and o.founded_on > po.valid_from) then 'held_before_founding' end,
      case when po.voided_at is null and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from positions x join sole_positions sp on sp.position = x.position
        join organizations o on o.id = x.organization_id and o.kind <> 'enterprise'
        where x.alliance_id = po.alliance_id and x.organization_id = po.organization_id and x.position = po.position and x.person_id <> po.person_id
        and x.voided_at is null and sp.valid_from <= $1 and (sp.valid_to is null or sp.valid_to > $1) and x.valid_from <= $1 and (x.valid_to is null or x.valid_to > $1)) then 'held_by_another' end,
      case when po.voided_at is null and exists (select from codes_position code where code.code = po.position and (code.valid_from > po.valid_from or code.valid_to <= po.valid_from)) then 'position_of_another_time' end], null)) as "warnings"
    from positions po join people pe on pe.id = po.person_id
    where (po.voided_at is null and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1)) and (po.organization_id = o.id)
    order by po.valid_from, po.id) nested)) as "positions",
    array_to_json(array(select row_to_json(nested) from (select dg.id as "id",
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
        where s.alternate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($4::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($4::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'))) and (dg.named_on < $1 or dg.kind = 'alternate'
      or not exists (select from delegate_substitutions s where s.delegation_id = dg.delegation_id and s.voided_at is null
        and s.alternate_id is null and s.substituted_at >= coalesce($4::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') and s.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
      or (select count(*) from delegates earlier
      where earlier.delegation_id = dg.delegation_id and (earlier.voided_at is null and earlier.named_on <= $1
      and (earlier.kind = 'official' or exists (select from delegate_substitutions s
        where s.alternate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($4::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($4::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
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
      case when dg.voided_at is null and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from delegate_substitutions call join delegates first on first.delegation_id = dg.delegation_id
        where call.alternate_id = dg.id and call.voided_at is null and call.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' and first.kind = 'alternate' and first.voided_at is null
        and first.alternate_rank < dg.alternate_rank
        and first.named_on <= (call.substituted_at at time zone 'Asia/Ho_Chi_Minh')::date
        and not exists (select from delegate_substitutions s
        where s.alternate_id = first.id and s.voided_at is null and s.substituted_at < (call.substituted_at + interval '1 microsecond')) and not exists (select from delegate_substitutions s
        where s.delegate_id = first.id and s.voided_at is null and s.substituted_at < (call.substituted_at + interval '1 microsecond'))) then 'called_out_of_order' end], null)) as "warnings"
    from delegates dg join congresses c on c.id = dg.congress_id
    where (dg.voided_at is null and dg.named_on <= $1) and (dg.organization_id = o.id)
    order by c.starts_on desc, dg.alternate_rank nulls first, dg.id) nested)) as "delegates",
    array_to_json(array(select row_to_json(nested) from (select a.id as "id",
    (select row_to_json(nested) from (select af.id as "id",
    af.code as "code",
    af.class as "class",
    af.name_vi as "nameVi",
    af.name_en as "nameEn"
    from award_forms af
    where (true) and (af.id = a.form_id) limit 1) nested) as "form",
    a.recipient_kind as "recipientKind",
    a.unit_name as "unitName",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = a.person_id) limit 1) nested) as "person",
    a.kind as "kind",
    coalesce(a.posthumous, false) as "posthumous",
    a.achievement_from as "achievementFrom",
    a.achievement_to as "achievementTo",
    a.movement as "movement",
    a.occasion as "occasion",
    a.presented_on as "presentedOn",
    case
      when a.voided_at is not null then 'voided'
      when ad.decided_on > $1 then 'future'
      when exists (select from award_revocations r where r.award_id = a.id and r.voided_at is null and r.decided_on <= $1) then 'revoked'
      else 'standing' end as "status",
    (select row_to_json(nested) from (select r.id as "id",
    r.ground as "ground",
    r.decided_on as "decidedOn",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = r.document_id) limit 1) nested) as "document"
    from award_revocations r
    where (r.voided_at is null) and (r.award_id = a.id and r.decided_on <= $1) limit 1) nested) as "revocation",
    to_json(array_remove(array[
      case when a.voided_at is null and a.achievement_from is not null and case a.recipient_kind
        when 'individual' then exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $1 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $1)
        and ($2::uuid is null or x.organization_id = $2) and x.achievement_from < a.achievement_to and a.achievement_from < x.achievement_to
        and case when x.form_id = a.form_id or x.achievement_from = a.achievement_from and x.achievement_to = a.achievement_to
          and not exists (select from award_forms f where f.id in (a.form_id, x.form_id) and f.class <> 'form')
          then coalesce(x.kind = a.kind, true) and coalesce(x.movement = a.movement or fold(x.movement) = fold(a.movement), true)
          else false end and x.person_id = a.person_id)
        else exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $1 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $1)
        and ($2::uuid is null or x.organization_id = $2) and x.achievement_from < a.achievement_to and a.achievement_from < x.achievement_to
        and case when x.form_id = a.form_id or x.achievement_from = a.achievement_from and x.achievement_to = a.achievement_to
          and not exists (select from award_forms f where f.id in (a.form_id, x.form_id) and f.class <> 'form')
          then coalesce(x.kind = a.kind, true) and coalesce(x.movement = a.movement or fold(x.movement) = fold(a.movement), true)
          else false end and x.organization_id = a.organization_id and x.recipient_kind = a.recipient_kind
        and fold(x.unit_name) is not distinct from fold(a.unit_name)) end then 'achievement_awarded_before' end,
      case when a.voided_at is null and case a.recipient_kind
        when 'individual' then exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $1 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $1)
        and ($2::uuid is null or x.organization_id = $2) and x.form_id = a.form_id and x.decision_id = a.decision_id and x.person_id = a.person_id)
        else exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $1 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $1)
        and ($2::uuid is null or x.organization_id = $2) and x.form_id = a.form_id and x.decision_id = a.decision_id and x.organization_id = a.organization_id and x.recipient_kind = a.recipient_kind
        and fold(x.unit_name) is not distinct from fold(a.unit_name)) end then 'repeated_in_decision' end,
      case when a.presented_on < ad.decided_on then 'presented_before_decision' end,
      case when a.recipient_kind = 'collective' and a.kind in ('service', 'seniority') then 'kind_for_individuals' end,
      case when a.achievement_from > ad.decided_on then 'achievement_after_decision' end,
      case when exists (select from award_forms f join issuing_bodies b on b.id = ad.issuing_body_id
      where f.id = a.form_id and b.level <> f.issuer_level) then 'issuer_of_other_level' end,
      case when exists (select from award_revocations r where r.award_id = a.id and r.voided_at is null
      and r.decided_on <= $1 and r.document_id is null) then 'revoked_without_decision' end,
      case when a.voided_at is null and a.recipient_kind = 'collective'
        and exists (select from organizations o where o.id = a.organization_id and o.founded_on > ad.decided_on) then 'recipient_not_founded' end,
      case when a.voided_at is null and exists (select from documents d where d.id = ad.document_id and d.issued_on <> ad.decided_on) then 'paper_of_another_day' end,
      case when a.voided_at is null and exists (select from documents d where d.id = ad.document_id and replace(fold(d.number), ' ', '') <> replace(fold(ad.number), ' ', '')) then 'paper_of_another_number' end,
      case when a.voided_at is null and exists (select from documents d where d.id = ad.document_id and d.issuing_body_id <> ad.issuing_body_id) then 'paper_of_another_body' end,
      case when a.voided_at is null and a.recipient_kind = 'collective' and (select s.status from organization_statuses s where s.organization_id = a.organization_id and s.voided_at is null
      and s.valid_from <= ad.decided_on order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'recipient_ended' end,
      case when a.voided_at is null and exists (select from issuing_bodies b where b.id = ad.issuing_body_id
        and exists (select from codes_issuing_body_level code where code.code = b.level and (code.valid_from > ad.decided_on or code.valid_to <= ad.decided_on))) then 'issuer_of_another_time' end], null)) as "warnings",
    ad.decided_on as "decidedOn",
    (select row_to_json(nested) from (select dn.id as "id",
    dn.number as "number",
    (select row_to_json(nested) from (select b.id as "id",
    b.level as "level",
    coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from issuing_bodies b
    where (true) and (b.id = dn.issuing_body_id) limit 1) nested) as "issuingBody",
    dn.signer as "signer",
    dn.signer_office as "signerOffice",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = dn.document_id) limit 1) nested) as "document"
    from award_decisions dn
    where (true) and (dn.id = a.decision_id) limit 1) nested) as "decision"
    from awards a join award_decisions ad on ad.id = a.decision_id
    where (a.voided_at is null and ad.decided_on <= $1) and (a.organization_id = o.id)
    order by ad.decided_on desc, a.id) nested)) as "awards",
    array_to_json(array(select row_to_json(nested) from (select tp.id as "id",
    (select row_to_json(nested) from (select c.id as "id",
    c.name as "name",
    c.starts_on as "startsOn",
    c.ends_on as "endsOn"
    from training_courses c
    where (true) and (c.id = tp.course_id) limit 1) nested) as "course",
    course.ends_on as "endsOn",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = tp.person_id) limit 1) nested) as "person",
    case when course.ends_on <= $1 then tp.result else 'attending' end as "result",
    case when course.ends_on <= $1 then tp.certificate_number end as "certificateNumber",
    to_json(array_remove(array[
      case when tp.voided_at is null and course.ends_on <= $1 and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '')
        and exists (select from training_participations x join training_courses taken on taken.id = x.course_id
        where x.certificate_number collate any_case = tp.certificate_number and x.person_id <> tp.person_id
        and x.alliance_id = tp.alliance_id and x.voided_at is null and taken.ends_on <= $1) then 'certificate_of_another' end,
      case when tp.voided_at is null
        and exists (select from organizations o where o.id = tp.organization_id and o.founded_on > course.ends_on) then 'organization_not_founded' end,
      case when tp.voided_at is null and (select s.status from organization_statuses s where s.organization_id = tp.organization_id and s.voided_at is null
      and s.valid_from <= course.starts_on order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end], null)) as "warnings"
    from training_participations tp join training_courses course on course.id = tp.course_id
    join people participant on participant.id = tp.person_id
    where (tp.voided_at is null and course.starts_on <= $1) and (tp.organization_id = o.id)
    order by course.ends_on desc, tp.id) nested)) as "trainings",
    array_to_json(array(select row_to_json(nested) from (select sm.id as "id",
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
      and s.valid_from <= sm.valid_from order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end], null)) as "warnings"
    from supported_models sm
    where (sm.voided_at is null and sm.valid_from <= $1 and (sm.valid_to is null or sm.valid_to > $1)) and (sm.organization_id = o.id)
    order by sm.valid_from, sm.id) nested)) as "supportedModels") fields) as body, o.version as version
from organizations o
where o.id = $5 and (true) and (o.id = $2);

-- page, within organization ($1 asOf, $2 ownOrganizationId, $3 ownAllianceIds, $4 entitledAt, $5 limit)
select (select row_to_json(fields)::text from (select o.id as "id",
    o.code as "code",
    o.alliance_id as "allianceId",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name",
    (select s.status from organization_statuses s where s.organization_id = o.id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) as "status",
    o.tax_code as "taxCode",
    o.registration_number as "registrationNumber",
    o.field as "field",
    o.sector as "sector",
    o.founded_on as "foundedOn",
    o.founded_precision as "foundedPrecision",
    case when not exists (select from organization_obligations ob where ob.organization_id = o.id
      and ob.kind = 'conversion' and ob.law = o.organizing_law and ob.done_on > $1 and ob.voided_at is null)
      and not exists (select from codes_organizing_law code where code.code = o.organizing_law and code.valid_from > $1)
      then o.organizing_law end as "organizingLaw",
    (select row_to_json(nested) from (select m.id as "id",
    m.alliance_id as "allianceId",
    m.number as "number",
    m.admitted_on as "admittedOn"
    from memberships m
    where (true) and (m.organization_id = o.id and m.alliance_id = o.alliance_id and m.voided_at is null and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1)) limit 1) nested) as "membership",
    (select row_to_json(nested) from (select a.id as "id",
    a.line as "line",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = a.place_id and f.occurred_on <= $1
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), a.place_id)) limit 1) nested) as "place"
    from organization_addresses a
    where (a.voided_at is null and a.valid_from <= $1) and (a.organization_id = o.id)
    order by a.valid_from desc limit 1) nested) as "seat",
    array_to_json(array(select row_to_json(nested) from (select n.id as "id",
    n.name as "name",
    n.short_name as "shortName",
    n.valid_from as "validFrom"
    from organization_names n
    where (n.voided_at is null) and (n.organization_id = o.id)
    order by n.valid_from) nested)) as "names",
    array_to_json(array(select row_to_json(nested) from (select a.id as "id",
    a.line as "line",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = a.place_id) limit 1) nested) as "place",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = a.place_id and f.occurred_on <= 'infinity'
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), a.place_id)) limit 1) nested) as "placeToday",
    a.valid_from as "validFrom"
    from organization_addresses a
    where (a.voided_at is null) and (a.organization_id = o.id)
    order by a.valid_from) nested)) as "addresses",
    array_to_json(array(select row_to_json(nested) from (select s.id as "id",
    s.status as "status",
    s.valid_from as "validFrom",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document"
    from organization_statuses s
    where (s.voided_at is null) and (s.organization_id = o.id)
    order by s.valid_from) nested)) as "statuses",
    array_to_json(array(select row_to_json(nested) from (select ob.id as "id",
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
    where (true) and (d.id = ob.document_id) limit 1) nested) as "document"
    from organization_obligations ob
    where (ob.voided_at is null) and (ob.organization_id = o.id)
    order by ob.law, ob.kind) nested)) as "obligations",
    array_to_json(array(select row_to_json(nested) from (select f.id as "id",
    f.year as "year",
    f.measure as "measure",
    f.value as "value",
    f.producer as "producer",
    f.checked as "checked"
    from organization_figures f
    where (f.voided_at is null) and (f.organization_id = o.id)
    order by f.year, f.measure) nested)) as "figures",
    to_char(o.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    o.void_reason as "voidReason",
    o.version as "version",
    array_to_json(array(select row_to_json(nested) from (select m.id as "id",
    m.number as "number",
    (select row_to_json(nested) from (select l.id as "id",
    l.code as "code",
    l.level as "level",
    coalesce(coalesce(
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from alliances l
    where (true) and (l.id = m.alliance_id) limit 1) nested) as "alliance",
    coalesce((select cc.category from membership_category_changes cc where cc.membership_id = m.id
      and cc.voided_at is null and cc.valid_from <= $1 order by cc.valid_from desc limit 1), m.category) as "category",
    m.category as "categoryAtAdmission",
    m.admitted_on as "admittedOn",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = m.admitted_by_document_id) limit 1) nested) as "admittedBy",
    m.certificate_number as "certificateNumber",
    m.ended_on as "endedOn",
    (select row_to_json(nested) from (select x.id as "id",
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
    where (true) and (d.id = x.document_id) limit 1) nested) as "document"
    from membership_exits x
    where (x.voided_at is null) and (x.membership_id = m.id) limit 1) nested) as "exit",
    array_to_json(array(select row_to_json(nested) from (select s.id as "id",
    s.suspended_on as "suspendedOn",
    s.resumed_on as "resumedOn",
    s.ground as "ground",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document"
    from membership_suspensions s
    where (s.voided_at is null) and (s.membership_id = m.id)
    order by s.suspended_on, s.resumed_on, s.id) nested)) as "suspensions",
    array_to_json(array(select row_to_json(nested) from (select cc.id as "id",
    cc.category as "category",
    cc.valid_from as "validFrom",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = cc.document_id) limit 1) nested) as "document"
    from membership_category_changes cc
    where (cc.voided_at is null) and (cc.membership_id = m.id)
    order by cc.valid_from) nested)) as "categoryChanges",
    case
      when m.voided_at is not null then 'voided'
      when m.admitted_on > $1 then 'future'
      when m.ended_on <= $1 then 'ended'
      when exists (select from membership_suspensions s where s.membership_id = m.id and s.voided_at is null
        and s.suspended_on <= $1 and (s.resumed_on is null or s.resumed_on > $1)) then 'suspended'
      else 'member' end as "standing",
    to_json(array_remove(array[
      case when m.voided_at is null and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1)
        and (select s.status from organization_statuses s where s.organization_id = m.organization_id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end,
      case when m.voided_at is null and m.admitted_on < o.founded_on then 'admitted_before_founding' end,
      case when m.voided_at is null and exists (select from documents d
        where d.id = m.admitted_by_document_id and d.issued_on > m.admitted_on) then 'admitted_before_decision' end,
      case when m.voided_at is null and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1) and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from organization_names own where own.organization_id = m.organization_id and own.voided_at is null and own.name = coalesce(
      (select n.name from organization_names n where n.organization_id = own.organization_id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = own.organization_id and n.voided_at is null
        order by n.valid_from limit 1))
        and exists (select from organization_names same where same.folded_in_full = own.folded_in_full
          and same.organization_id <> own.organization_id and same.voided_at is null and same.name = coalesce(
      (select n.name from organization_names n where n.organization_id = same.organization_id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = same.organization_id and n.voided_at is null
        order by n.valid_from limit 1))
          and exists (select from memberships other where other.organization_id = same.organization_id
            and other.alliance_id = m.alliance_id and other.voided_at is null and other.admitted_on <= $1 and (other.ended_on is null or other.ended_on > $1)
            and coalesce((select f.successor_id from place_successions f where f.predecessor_id = (select a.place_id from organization_addresses a where a.organization_id = own.organization_id and a.voided_at is null
      and a.valid_from <= $1 order by a.valid_from desc limit 1) and f.occurred_on <= $1
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), (select a.place_id from organization_addresses a where a.organization_id = own.organization_id and a.voided_at is null
      and a.valid_from <= $1 order by a.valid_from desc limit 1)) is not distinct from coalesce((select f.successor_id from place_successions f where f.predecessor_id = (select a.place_id from organization_addresses a where a.organization_id = same.organization_id and a.voided_at is null
      and a.valid_from <= $1 order by a.valid_from desc limit 1) and f.occurred_on <= $1
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), (select a.place_id from organization_addresses a where a.organization_id = same.organization_id and a.voided_at is null
      and a.valid_from <= $1 order by a.valid_from desc limit 1)) offset 0) offset 0)) then 'named_like_another' end,
      case when m.voided_at is null and m.certificate_number is not null and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '')
        and exists (select from memberships other where other.certificate_number collate any_case = m.certificate_number
        and other.organization_id <> m.organization_id and other.alliance_id = m.alliance_id and other.voided_at is null) then 'certificate_of_another' end,
      case when m.voided_at is null and m.ended_on is not null
        and exists (select from membership_exits x where x.membership_id = m.id and x.voided_at is null and not x.kind in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') and exists (select from documents d where d.id = x.document_id and d.issued_on > x.ended_on)) then 'ended_before_decision' end,
      case when m.voided_at is null and m.ended_on <= $1 and exists (select from membership_exits x where x.membership_id = m.id and x.voided_at is null and x.kind in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted')) and ((select s.status from organization_statuses s where s.organization_id = m.organization_id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted')) is not true then 'ended_but_operating' end,
      case when m.voided_at is null and (exists (select from codes_membership_category code where code.code = m.category and (code.valid_from > m.admitted_on or code.valid_to <= m.admitted_on))
        or exists (select from membership_category_changes cc where cc.membership_id = m.id and cc.voided_at is null and exists (select from codes_membership_category code where code.code = cc.category and (code.valid_from > cc.valid_from or code.valid_to <= cc.valid_from)))) then 'category_of_another_time' end,
      case when m.voided_at is null
        and exists (select from membership_category_changes cc where cc.membership_id = m.id and cc.voided_at is null and exists (select from documents d where d.id = cc.document_id and d.issued_on > cc.valid_from)) then 'categorized_before_decision' end,
      case when m.voided_at is null and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1) and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from memberships other where other.organization_id = m.organization_id
        and other.alliance_id <> m.alliance_id and other.alliance_id = any($3)
        and other.voided_at is null and other.admitted_on <= $1 and (other.ended_on is null or other.ended_on > $1)
        and not exists (select from alliances l where l.id in (m.alliance_id, other.alliance_id) and l.level = 'national')) then 'member_of_another_alliance' end], null)) as "warnings"
    from memberships m
    where (m.voided_at is null) and (m.organization_id = o.id)
    order by m.admitted_on desc, m.id) nested)) as "memberships",
    array_to_json(array(select row_to_json(nested) from (select po.id as "id",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = po.person_id) limit 1) nested) as "person",
    po.position as "position",
    exists (select from manager_positions mp where mp.position_code = po.position and mp.voided_at is null
      and (mp.alliance_id is null or mp.alliance_id = po.alliance_id)
      and mp.valid_from <= $1 and (mp.valid_to is null or mp.valid_to > $1)) as "manager",
    po.valid_from as "validFrom",
    po.valid_to as "validTo",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = po.document_id) limit 1) nested) as "document",
    to_json(array_remove(array[
      case when po.voided_at is null and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from positions x join incompatible_positions ip on ip.other_position = x.position
        join organizations o on o.id = x.organization_id and o.kind <> 'enterprise'
        where x.person_id = po.person_id and x.organization_id = po.organization_id and x.voided_at is null
        and ip.position = po.position and ip.valid_from <= $1 and (ip.valid_to is null or ip.valid_to > $1)
        and x.valid_from <= $1 and (x.valid_to is null or x.valid_to > $1)) then 'incompatible_positions' end,
      case when po.voided_at is null and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and (select s.status from organization_statuses s where s.organization_id = po.organization_id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end,
      case when po.voided_at is null
        and exists (select from organizations o where o.id = po.organization_id and o.founded_on > po.valid_from) then 'held_before_founding' end,
      case when po.voided_at is null and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from positions x join sole_positions sp on sp.position = x.position
        join organizations o on o.id = x.organization_id and o.kind <> 'enterprise'
        where x.alliance_id = po.alliance_id and x.organization_id = po.organization_id and x.position = po.position and x.person_id <> po.person_id
        and x.voided_at is null and sp.valid_from <= $1 and (sp.valid_to is null or sp.valid_to > $1) and x.valid_from <= $1 and (x.valid_to is null or x.valid_to > $1)) then 'held_by_another' end,
      case when po.voided_at is null and exists (select from codes_position code where code.code = po.position and (code.valid_from > po.valid_from or code.valid_to <= po.valid_from)) then 'position_of_another_time' end], null)) as "warnings"
    from positions po join people pe on pe.id = po.person_id
    where (po.voided_at is null and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1)) and (po.organization_id = o.id)
    order by po.valid_from, po.id) nested)) as "positions",
    array_to_json(array(select row_to_json(nested) from (select dg.id as "id",
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
        where s.alternate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($4::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($4::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'))) and (dg.named_on < $1 or dg.kind = 'alternate'
      or not exists (select from delegate_substitutions s where s.delegation_id = dg.delegation_id and s.voided_at is null
        and s.alternate_id is null and s.substituted_at >= coalesce($4::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') and s.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
      or (select count(*) from delegates earlier
      where earlier.delegation_id = dg.delegation_id and (earlier.voided_at is null and earlier.named_on <= $1
      and (earlier.kind = 'official' or exists (select from delegate_substitutions s
        where s.alternate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($4::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($4::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
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
      case when dg.voided_at is null and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from delegate_substitutions call join delegates first on first.delegation_id = dg.delegation_id
        where call.alternate_id = dg.id and call.voided_at is null and call.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' and first.kind = 'alternate' and first.voided_at is null
        and first.alternate_rank < dg.alternate_rank
        and first.named_on <= (call.substituted_at at time zone 'Asia/Ho_Chi_Minh')::date
        and not exists (select from delegate_substitutions s
        where s.alternate_id = first.id and s.voided_at is null and s.substituted_at < (call.substituted_at + interval '1 microsecond')) and not exists (select from delegate_substitutions s
        where s.delegate_id = first.id and s.voided_at is null and s.substituted_at < (call.substituted_at + interval '1 microsecond'))) then 'called_out_of_order' end], null)) as "warnings"
    from delegates dg join congresses c on c.id = dg.congress_id
    where (dg.voided_at is null and dg.named_on <= $1) and (dg.organization_id = o.id)
    order by c.starts_on desc, dg.alternate_rank nulls first, dg.id) nested)) as "delegates",
    array_to_json(array(select row_to_json(nested) from (select a.id as "id",
    (select row_to_json(nested) from (select af.id as "id",
    af.code as "code",
    af.class as "class",
    af.name_vi as "nameVi",
    af.name_en as "nameEn"
    from award_forms af
    where (true) and (af.id = a.form_id) limit 1) nested) as "form",
    a.recipient_kind as "recipientKind",
    a.unit_name as "unitName",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = a.person_id) limit 1) nested) as "person",
    a.kind as "kind",
    coalesce(a.posthumous, false) as "posthumous",
    a.achievement_from as "achievementFrom",
    a.achievement_to as "achievementTo",
    a.movement as "movement",
    a.occasion as "occasion",
    a.presented_on as "presentedOn",
    case
      when a.voided_at is not null then 'voided'
      when ad.decided_on > $1 then 'future'
      when exists (select from award_revocations r where r.award_id = a.id and r.voided_at is null and r.decided_on <= $1) then 'revoked'
      else 'standing' end as "status",
    (select row_to_json(nested) from (select r.id as "id",
    r.ground as "ground",
    r.decided_on as "decidedOn",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = r.document_id) limit 1) nested) as "document"
    from award_revocations r
    where (r.voided_at is null) and (r.award_id = a.id and r.decided_on <= $1) limit 1) nested) as "revocation",
    to_json(array_remove(array[
      case when a.voided_at is null and a.achievement_from is not null and case a.recipient_kind
        when 'individual' then exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $1 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $1)
        and ($2::uuid is null or x.organization_id = $2) and x.achievement_from < a.achievement_to and a.achievement_from < x.achievement_to
        and case when x.form_id = a.form_id or x.achievement_from = a.achievement_from and x.achievement_to = a.achievement_to
          and not exists (select from award_forms f where f.id in (a.form_id, x.form_id) and f.class <> 'form')
          then coalesce(x.kind = a.kind, true) and coalesce(x.movement = a.movement or fold(x.movement) = fold(a.movement), true)
          else false end and x.person_id = a.person_id)
        else exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $1 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $1)
        and ($2::uuid is null or x.organization_id = $2) and x.achievement_from < a.achievement_to and a.achievement_from < x.achievement_to
        and case when x.form_id = a.form_id or x.achievement_from = a.achievement_from and x.achievement_to = a.achievement_to
          and not exists (select from award_forms f where f.id in (a.form_id, x.form_id) and f.class <> 'form')
          then coalesce(x.kind = a.kind, true) and coalesce(x.movement = a.movement or fold(x.movement) = fold(a.movement), true)
          else false end and x.organization_id = a.organization_id and x.recipient_kind = a.recipient_kind
        and fold(x.unit_name) is not distinct from fold(a.unit_name)) end then 'achievement_awarded_before' end,
      case when a.voided_at is null and case a.recipient_kind
        when 'individual' then exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $1 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $1)
        and ($2::uuid is null or x.organization_id = $2) and x.form_id = a.form_id and x.decision_id = a.decision_id and x.person_id = a.person_id)
        else exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $1 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $1)
        and ($2::uuid is null or x.organization_id = $2) and x.form_id = a.form_id and x.decision_id = a.decision_id and x.organization_id = a.organization_id and x.recipient_kind = a.recipient_kind
        and fold(x.unit_name) is not distinct from fold(a.unit_name)) end then 'repeated_in_decision' end,
      case when a.presented_on < ad.decided_on then 'presented_before_decision' end,
      case when a.recipient_kind = 'collective' and a.kind in ('service', 'seniority') then 'kind_for_individuals' end,
      case when a.achievement_from > ad.decided_on then 'achievement_after_decision' end,
      case when exists (select from award_forms f join issuing_bodies b on b.id = ad.issuing_body_id
      where f.id = a.form_id and b.level <> f.issuer_level) then 'issuer_of_other_level' end,
      case when exists (select from award_revocations r where r.award_id = a.id and r.voided_at is null
      and r.decided_on <= $1 and r.document_id is null) then 'revoked_without_decision' end,
      case when a.voided_at is null and a.recipient_kind = 'collective'
        and exists (select from organizations o where o.id = a.organization_id and o.founded_on > ad.decided_on) then 'recipient_not_founded' end,
      case when a.voided_at is null and exists (select from documents d where d.id = ad.document_id and d.issued_on <> ad.decided_on) then 'paper_of_another_day' end,
      case when a.voided_at is null and exists (select from documents d where d.id = ad.document_id and replace(fold(d.number), ' ', '') <> replace(fold(ad.number), ' ', '')) then 'paper_of_another_number' end,
      case when a.voided_at is null and exists (select from documents d where d.id = ad.document_id and d.issuing_body_id <> ad.issuing_body_id) then 'paper_of_another_body' end,
      case when a.voided_at is null and a.recipient_kind = 'collective' and (select s.status from organization_statuses s where s.organization_id = a.organization_id and s.voided_at is null
      and s.valid_from <= ad.decided_on order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'recipient_ended' end,
      case when a.voided_at is null and exists (select from issuing_bodies b where b.id = ad.issuing_body_id
        and exists (select from codes_issuing_body_level code where code.code = b.level and (code.valid_from > ad.decided_on or code.valid_to <= ad.decided_on))) then 'issuer_of_another_time' end], null)) as "warnings",
    ad.decided_on as "decidedOn",
    (select row_to_json(nested) from (select dn.id as "id",
    dn.number as "number",
    (select row_to_json(nested) from (select b.id as "id",
    b.level as "level",
    coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from issuing_bodies b
    where (true) and (b.id = dn.issuing_body_id) limit 1) nested) as "issuingBody",
    dn.signer as "signer",
    dn.signer_office as "signerOffice",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = dn.document_id) limit 1) nested) as "document"
    from award_decisions dn
    where (true) and (dn.id = a.decision_id) limit 1) nested) as "decision"
    from awards a join award_decisions ad on ad.id = a.decision_id
    where (a.voided_at is null and ad.decided_on <= $1) and (a.organization_id = o.id)
    order by ad.decided_on desc, a.id) nested)) as "awards",
    array_to_json(array(select row_to_json(nested) from (select tp.id as "id",
    (select row_to_json(nested) from (select c.id as "id",
    c.name as "name",
    c.starts_on as "startsOn",
    c.ends_on as "endsOn"
    from training_courses c
    where (true) and (c.id = tp.course_id) limit 1) nested) as "course",
    course.ends_on as "endsOn",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = tp.person_id) limit 1) nested) as "person",
    case when course.ends_on <= $1 then tp.result else 'attending' end as "result",
    case when course.ends_on <= $1 then tp.certificate_number end as "certificateNumber",
    to_json(array_remove(array[
      case when tp.voided_at is null and course.ends_on <= $1 and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '')
        and exists (select from training_participations x join training_courses taken on taken.id = x.course_id
        where x.certificate_number collate any_case = tp.certificate_number and x.person_id <> tp.person_id
        and x.alliance_id = tp.alliance_id and x.voided_at is null and taken.ends_on <= $1) then 'certificate_of_another' end,
      case when tp.voided_at is null
        and exists (select from organizations o where o.id = tp.organization_id and o.founded_on > course.ends_on) then 'organization_not_founded' end,
      case when tp.voided_at is null and (select s.status from organization_statuses s where s.organization_id = tp.organization_id and s.voided_at is null
      and s.valid_from <= course.starts_on order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end], null)) as "warnings"
    from training_participations tp join training_courses course on course.id = tp.course_id
    join people participant on participant.id = tp.person_id
    where (tp.voided_at is null and course.starts_on <= $1) and (tp.organization_id = o.id)
    order by course.ends_on desc, tp.id) nested)) as "trainings",
    array_to_json(array(select row_to_json(nested) from (select sm.id as "id",
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
      and s.valid_from <= sm.valid_from order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end], null)) as "warnings"
    from supported_models sm
    where (sm.voided_at is null and sm.valid_from <= $1 and (sm.valid_to is null or sm.valid_to > $1)) and (sm.organization_id = o.id)
    order by sm.valid_from, sm.id) nested)) as "supportedModels") fields) as item,
  json_build_array((o.id)::text)::text as keys
from organizations o
    where (o.id = $2)
order by o.id asc
limit $5 + 1;

-- page, everywhere, with every filter ($1 asOf, $2 ownOrganizationId, $3 ownAllianceIds, $4 entitledAt, $5 code, $6 allianceId, $7 kind, $8 status, $9 taxCode, $10 registrationNumber, $11 field, $12 sector, $13 foundedOnFrom, $14 foundedOnTo, $15 organizingLaw, $16 after0, $17 limit)
select (select row_to_json(fields)::text from (select o.id as "id",
    o.code as "code",
    o.alliance_id as "allianceId",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name",
    (select s.status from organization_statuses s where s.organization_id = o.id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) as "status",
    o.tax_code as "taxCode",
    o.registration_number as "registrationNumber",
    o.field as "field",
    o.sector as "sector",
    o.founded_on as "foundedOn",
    o.founded_precision as "foundedPrecision",
    case when not exists (select from organization_obligations ob where ob.organization_id = o.id
      and ob.kind = 'conversion' and ob.law = o.organizing_law and ob.done_on > $1 and ob.voided_at is null)
      and not exists (select from codes_organizing_law code where code.code = o.organizing_law and code.valid_from > $1)
      then o.organizing_law end as "organizingLaw",
    (select row_to_json(nested) from (select m.id as "id",
    m.alliance_id as "allianceId",
    m.number as "number",
    m.admitted_on as "admittedOn"
    from memberships m
    where (true) and (m.organization_id = o.id and m.alliance_id = o.alliance_id and m.voided_at is null and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1)) limit 1) nested) as "membership",
    (select row_to_json(nested) from (select a.id as "id",
    a.line as "line",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = a.place_id and f.occurred_on <= $1
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), a.place_id)) limit 1) nested) as "place"
    from organization_addresses a
    where (a.voided_at is null and a.valid_from <= $1) and (a.organization_id = o.id)
    order by a.valid_from desc limit 1) nested) as "seat",
    array_to_json(array(select row_to_json(nested) from (select n.id as "id",
    n.name as "name",
    n.short_name as "shortName",
    n.valid_from as "validFrom"
    from organization_names n
    where (n.voided_at is null) and (n.organization_id = o.id)
    order by n.valid_from) nested)) as "names",
    array_to_json(array(select row_to_json(nested) from (select a.id as "id",
    a.line as "line",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = a.place_id) limit 1) nested) as "place",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = a.place_id and f.occurred_on <= 'infinity'
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), a.place_id)) limit 1) nested) as "placeToday",
    a.valid_from as "validFrom"
    from organization_addresses a
    where (a.voided_at is null) and (a.organization_id = o.id)
    order by a.valid_from) nested)) as "addresses",
    array_to_json(array(select row_to_json(nested) from (select s.id as "id",
    s.status as "status",
    s.valid_from as "validFrom",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document"
    from organization_statuses s
    where (s.voided_at is null) and (s.organization_id = o.id)
    order by s.valid_from) nested)) as "statuses",
    array_to_json(array(select row_to_json(nested) from (select ob.id as "id",
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
    where (true) and (d.id = ob.document_id) limit 1) nested) as "document"
    from organization_obligations ob
    where (ob.voided_at is null) and (ob.organization_id = o.id)
    order by ob.law, ob.kind) nested)) as "obligations",
    array_to_json(array(select row_to_json(nested) from (select f.id as "id",
    f.year as "year",
    f.measure as "measure",
    f.value as "value",
    f.producer as "producer",
    f.checked as "checked"
    from organization_figures f
    where (f.voided_at is null) and (f.organization_id = o.id)
    order by f.year, f.measure) nested)) as "figures",
    to_char(o.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    o.void_reason as "voidReason",
    o.version as "version",
    array_to_json(array(select row_to_json(nested) from (select m.id as "id",
    m.number as "number",
    (select row_to_json(nested) from (select l.id as "id",
    l.code as "code",
    l.level as "level",
    coalesce(coalesce(
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from alliances l
    where (true) and (l.id = m.alliance_id) limit 1) nested) as "alliance",
    coalesce((select cc.category from membership_category_changes cc where cc.membership_id = m.id
      and cc.voided_at is null and cc.valid_from <= $1 order by cc.valid_from desc limit 1), m.category) as "category",
    m.category as "categoryAtAdmission",
    m.admitted_on as "admittedOn",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = m.admitted_by_document_id) limit 1) nested) as "admittedBy",
    m.certificate_number as "certificateNumber",
    m.ended_on as "endedOn",
    (select row_to_json(nested) from (select x.id as "id",
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
    where (true) and (d.id = x.document_id) limit 1) nested) as "document"
    from membership_exits x
    where (x.voided_at is null) and (x.membership_id = m.id) limit 1) nested) as "exit",
    array_to_json(array(select row_to_json(nested) from (select s.id as "id",
    s.suspended_on as "suspendedOn",
    s.resumed_on as "resumedOn",
    s.ground as "ground",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document"
    from membership_suspensions s
    where (s.voided_at is null) and (s.membership_id = m.id)
    order by s.suspended_on, s.resumed_on, s.id) nested)) as "suspensions",
    array_to_json(array(select row_to_json(nested) from (select cc.id as "id",
    cc.category as "category",
    cc.valid_from as "validFrom",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = cc.document_id) limit 1) nested) as "document"
    from membership_category_changes cc
    where (cc.voided_at is null) and (cc.membership_id = m.id)
    order by cc.valid_from) nested)) as "categoryChanges",
    case
      when m.voided_at is not null then 'voided'
      when m.admitted_on > $1 then 'future'
      when m.ended_on <= $1 then 'ended'
      when exists (select from membership_suspensions s where s.membership_id = m.id and s.voided_at is null
        and s.suspended_on <= $1 and (s.resumed_on is null or s.resumed_on > $1)) then 'suspended'
      else 'member' end as "standing",
    to_json(array_remove(array[
      case when m.voided_at is null and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1)
        and (select s.status from organization_statuses s where s.organization_id = m.organization_id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end,
      case when m.voided_at is null and m.admitted_on < o.founded_on then 'admitted_before_founding' end,
      case when m.voided_at is null and exists (select from documents d
        where d.id = m.admitted_by_document_id and d.issued_on > m.admitted_on) then 'admitted_before_decision' end,
      case when m.voided_at is null and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1) and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from organization_names own where own.organization_id = m.organization_id and own.voided_at is null and own.name = coalesce(
      (select n.name from organization_names n where n.organization_id = own.organization_id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = own.organization_id and n.voided_at is null
        order by n.valid_from limit 1))
        and exists (select from organization_names same where same.folded_in_full = own.folded_in_full
          and same.organization_id <> own.organization_id and same.voided_at is null and same.name = coalesce(
      (select n.name from organization_names n where n.organization_id = same.organization_id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = same.organization_id and n.voided_at is null
        order by n.valid_from limit 1))
          and exists (select from memberships other where other.organization_id = same.organization_id
            and other.alliance_id = m.alliance_id and other.voided_at is null and other.admitted_on <= $1 and (other.ended_on is null or other.ended_on > $1)
            and coalesce((select f.successor_id from place_successions f where f.predecessor_id = (select a.place_id from organization_addresses a where a.organization_id = own.organization_id and a.voided_at is null
      and a.valid_from <= $1 order by a.valid_from desc limit 1) and f.occurred_on <= $1
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), (select a.place_id from organization_addresses a where a.organization_id = own.organization_id and a.voided_at is null
      and a.valid_from <= $1 order by a.valid_from desc limit 1)) is not distinct from coalesce((select f.successor_id from place_successions f where f.predecessor_id = (select a.place_id from organization_addresses a where a.organization_id = same.organization_id and a.voided_at is null
      and a.valid_from <= $1 order by a.valid_from desc limit 1) and f.occurred_on <= $1
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), (select a.place_id from organization_addresses a where a.organization_id = same.organization_id and a.voided_at is null
      and a.valid_from <= $1 order by a.valid_from desc limit 1)) offset 0) offset 0)) then 'named_like_another' end,
      case when m.voided_at is null and m.certificate_number is not null and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '')
        and exists (select from memberships other where other.certificate_number collate any_case = m.certificate_number
        and other.organization_id <> m.organization_id and other.alliance_id = m.alliance_id and other.voided_at is null) then 'certificate_of_another' end,
      case when m.voided_at is null and m.ended_on is not null
        and exists (select from membership_exits x where x.membership_id = m.id and x.voided_at is null and not x.kind in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') and exists (select from documents d where d.id = x.document_id and d.issued_on > x.ended_on)) then 'ended_before_decision' end,
      case when m.voided_at is null and m.ended_on <= $1 and exists (select from membership_exits x where x.membership_id = m.id and x.voided_at is null and x.kind in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted')) and ((select s.status from organization_statuses s where s.organization_id = m.organization_id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted')) is not true then 'ended_but_operating' end,
      case when m.voided_at is null and (exists (select from codes_membership_category code where code.code = m.category and (code.valid_from > m.admitted_on or code.valid_to <= m.admitted_on))
        or exists (select from membership_category_changes cc where cc.membership_id = m.id and cc.voided_at is null and exists (select from codes_membership_category code where code.code = cc.category and (code.valid_from > cc.valid_from or code.valid_to <= cc.valid_from)))) then 'category_of_another_time' end,
      case when m.voided_at is null
        and exists (select from membership_category_changes cc where cc.membership_id = m.id and cc.voided_at is null and exists (select from documents d where d.id = cc.document_id and d.issued_on > cc.valid_from)) then 'categorized_before_decision' end,
      case when m.voided_at is null and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1) and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from memberships other where other.organization_id = m.organization_id
        and other.alliance_id <> m.alliance_id and other.alliance_id = any($3)
        and other.voided_at is null and other.admitted_on <= $1 and (other.ended_on is null or other.ended_on > $1)
        and not exists (select from alliances l where l.id in (m.alliance_id, other.alliance_id) and l.level = 'national')) then 'member_of_another_alliance' end], null)) as "warnings"
    from memberships m
    where (m.voided_at is null) and (m.organization_id = o.id)
    order by m.admitted_on desc, m.id) nested)) as "memberships",
    array_to_json(array(select row_to_json(nested) from (select po.id as "id",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = po.person_id) limit 1) nested) as "person",
    po.position as "position",
    exists (select from manager_positions mp where mp.position_code = po.position and mp.voided_at is null
      and (mp.alliance_id is null or mp.alliance_id = po.alliance_id)
      and mp.valid_from <= $1 and (mp.valid_to is null or mp.valid_to > $1)) as "manager",
    po.valid_from as "validFrom",
    po.valid_to as "validTo",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = po.document_id) limit 1) nested) as "document",
    to_json(array_remove(array[
      case when po.voided_at is null and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from positions x join incompatible_positions ip on ip.other_position = x.position
        join organizations o on o.id = x.organization_id and o.kind <> 'enterprise'
        where x.person_id = po.person_id and x.organization_id = po.organization_id and x.voided_at is null
        and ip.position = po.position and ip.valid_from <= $1 and (ip.valid_to is null or ip.valid_to > $1)
        and x.valid_from <= $1 and (x.valid_to is null or x.valid_to > $1)) then 'incompatible_positions' end,
      case when po.voided_at is null and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and (select s.status from organization_statuses s where s.organization_id = po.organization_id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end,
      case when po.voided_at is null
        and exists (select from organizations o where o.id = po.organization_id and o.founded_on > po.valid_from) then 'held_before_founding' end,
      case when po.voided_at is null and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from positions x join sole_positions sp on sp.position = x.position
        join organizations o on o.id = x.organization_id and o.kind <> 'enterprise'
        where x.alliance_id = po.alliance_id and x.organization_id = po.organization_id and x.position = po.position and x.person_id <> po.person_id
        and x.voided_at is null and sp.valid_from <= $1 and (sp.valid_to is null or sp.valid_to > $1) and x.valid_from <= $1 and (x.valid_to is null or x.valid_to > $1)) then 'held_by_another' end,
      case when po.voided_at is null and exists (select from codes_position code where code.code = po.position and (code.valid_from > po.valid_from or code.valid_to <= po.valid_from)) then 'position_of_another_time' end], null)) as "warnings"
    from positions po join people pe on pe.id = po.person_id
    where (po.voided_at is null and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1)) and (po.organization_id = o.id)
    order by po.valid_from, po.id) nested)) as "positions",
    array_to_json(array(select row_to_json(nested) from (select dg.id as "id",
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
        where s.alternate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($4::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($4::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'))) and (dg.named_on < $1 or dg.kind = 'alternate'
      or not exists (select from delegate_substitutions s where s.delegation_id = dg.delegation_id and s.voided_at is null
        and s.alternate_id is null and s.substituted_at >= coalesce($4::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') and s.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
      or (select count(*) from delegates earlier
      where earlier.delegation_id = dg.delegation_id and (earlier.voided_at is null and earlier.named_on <= $1
      and (earlier.kind = 'official' or exists (select from delegate_substitutions s
        where s.alternate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($4::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($4::timestamptz + interval '1 microsecond', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
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
      case when dg.voided_at is null and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from delegate_substitutions call join delegates first on first.delegation_id = dg.delegation_id
        where call.alternate_id = dg.id and call.voided_at is null and call.substituted_at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' and first.kind = 'alternate' and first.voided_at is null
        and first.alternate_rank < dg.alternate_rank
        and first.named_on <= (call.substituted_at at time zone 'Asia/Ho_Chi_Minh')::date
        and not exists (select from delegate_substitutions s
        where s.alternate_id = first.id and s.voided_at is null and s.substituted_at < (call.substituted_at + interval '1 microsecond')) and not exists (select from delegate_substitutions s
        where s.delegate_id = first.id and s.voided_at is null and s.substituted_at < (call.substituted_at + interval '1 microsecond'))) then 'called_out_of_order' end], null)) as "warnings"
    from delegates dg join congresses c on c.id = dg.congress_id
    where (dg.voided_at is null and dg.named_on <= $1) and (dg.organization_id = o.id)
    order by c.starts_on desc, dg.alternate_rank nulls first, dg.id) nested)) as "delegates",
    array_to_json(array(select row_to_json(nested) from (select a.id as "id",
    (select row_to_json(nested) from (select af.id as "id",
    af.code as "code",
    af.class as "class",
    af.name_vi as "nameVi",
    af.name_en as "nameEn"
    from award_forms af
    where (true) and (af.id = a.form_id) limit 1) nested) as "form",
    a.recipient_kind as "recipientKind",
    a.unit_name as "unitName",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = a.person_id) limit 1) nested) as "person",
    a.kind as "kind",
    coalesce(a.posthumous, false) as "posthumous",
    a.achievement_from as "achievementFrom",
    a.achievement_to as "achievementTo",
    a.movement as "movement",
    a.occasion as "occasion",
    a.presented_on as "presentedOn",
    case
      when a.voided_at is not null then 'voided'
      when ad.decided_on > $1 then 'future'
      when exists (select from award_revocations r where r.award_id = a.id and r.voided_at is null and r.decided_on <= $1) then 'revoked'
      else 'standing' end as "status",
    (select row_to_json(nested) from (select r.id as "id",
    r.ground as "ground",
    r.decided_on as "decidedOn",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = r.document_id) limit 1) nested) as "document"
    from award_revocations r
    where (r.voided_at is null) and (r.award_id = a.id and r.decided_on <= $1) limit 1) nested) as "revocation",
    to_json(array_remove(array[
      case when a.voided_at is null and a.achievement_from is not null and case a.recipient_kind
        when 'individual' then exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $1 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $1)
        and ($2::uuid is null or x.organization_id = $2) and x.achievement_from < a.achievement_to and a.achievement_from < x.achievement_to
        and case when x.form_id = a.form_id or x.achievement_from = a.achievement_from and x.achievement_to = a.achievement_to
          and not exists (select from award_forms f where f.id in (a.form_id, x.form_id) and f.class <> 'form')
          then coalesce(x.kind = a.kind, true) and coalesce(x.movement = a.movement or fold(x.movement) = fold(a.movement), true)
          else false end and x.person_id = a.person_id)
        else exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $1 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $1)
        and ($2::uuid is null or x.organization_id = $2) and x.achievement_from < a.achievement_to and a.achievement_from < x.achievement_to
        and case when x.form_id = a.form_id or x.achievement_from = a.achievement_from and x.achievement_to = a.achievement_to
          and not exists (select from award_forms f where f.id in (a.form_id, x.form_id) and f.class <> 'form')
          then coalesce(x.kind = a.kind, true) and coalesce(x.movement = a.movement or fold(x.movement) = fold(a.movement), true)
          else false end and x.organization_id = a.organization_id and x.recipient_kind = a.recipient_kind
        and fold(x.unit_name) is not distinct from fold(a.unit_name)) end then 'achievement_awarded_before' end,
      case when a.voided_at is null and case a.recipient_kind
        when 'individual' then exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $1 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $1)
        and ($2::uuid is null or x.organization_id = $2) and x.form_id = a.form_id and x.decision_id = a.decision_id and x.person_id = a.person_id)
        else exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $1 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $1)
        and ($2::uuid is null or x.organization_id = $2) and x.form_id = a.form_id and x.decision_id = a.decision_id and x.organization_id = a.organization_id and x.recipient_kind = a.recipient_kind
        and fold(x.unit_name) is not distinct from fold(a.unit_name)) end then 'repeated_in_decision' end,
      case when a.presented_on < ad.decided_on then 'presented_before_decision' end,
      case when a.recipient_kind = 'collective' and a.kind in ('service', 'seniority') then 'kind_for_individuals' end,
      case when a.achievement_from > ad.decided_on then 'achievement_after_decision' end,
      case when exists (select from award_forms f join issuing_bodies b on b.id = ad.issuing_body_id
      where f.id = a.form_id and b.level <> f.issuer_level) then 'issuer_of_other_level' end,
      case when exists (select from award_revocations r where r.award_id = a.id and r.voided_at is null
      and r.decided_on <= $1 and r.document_id is null) then 'revoked_without_decision' end,
      case when a.voided_at is null and a.recipient_kind = 'collective'
        and exists (select from organizations o where o.id = a.organization_id and o.founded_on > ad.decided_on) then 'recipient_not_founded' end,
      case when a.voided_at is null and exists (select from documents d where d.id = ad.document_id and d.issued_on <> ad.decided_on) then 'paper_of_another_day' end,
      case when a.voided_at is null and exists (select from documents d where d.id = ad.document_id and replace(fold(d.number), ' ', '') <> replace(fold(ad.number), ' ', '')) then 'paper_of_another_number' end,
      case when a.voided_at is null and exists (select from documents d where d.id = ad.document_id and d.issuing_body_id <> ad.issuing_body_id) then 'paper_of_another_body' end,
      case when a.voided_at is null and a.recipient_kind = 'collective' and (select s.status from organization_statuses s where s.organization_id = a.organization_id and s.voided_at is null
      and s.valid_from <= ad.decided_on order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'recipient_ended' end,
      case when a.voided_at is null and exists (select from issuing_bodies b where b.id = ad.issuing_body_id
        and exists (select from codes_issuing_body_level code where code.code = b.level and (code.valid_from > ad.decided_on or code.valid_to <= ad.decided_on))) then 'issuer_of_another_time' end], null)) as "warnings",
    ad.decided_on as "decidedOn",
    (select row_to_json(nested) from (select dn.id as "id",
    dn.number as "number",
    (select row_to_json(nested) from (select b.id as "id",
    b.level as "level",
    coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from issuing_bodies b
    where (true) and (b.id = dn.issuing_body_id) limit 1) nested) as "issuingBody",
    dn.signer as "signer",
    dn.signer_office as "signerOffice",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = dn.document_id) limit 1) nested) as "document"
    from award_decisions dn
    where (true) and (dn.id = a.decision_id) limit 1) nested) as "decision"
    from awards a join award_decisions ad on ad.id = a.decision_id
    where (a.voided_at is null and ad.decided_on <= $1) and (a.organization_id = o.id)
    order by ad.decided_on desc, a.id) nested)) as "awards",
    array_to_json(array(select row_to_json(nested) from (select tp.id as "id",
    (select row_to_json(nested) from (select c.id as "id",
    c.name as "name",
    c.starts_on as "startsOn",
    c.ends_on as "endsOn"
    from training_courses c
    where (true) and (c.id = tp.course_id) limit 1) nested) as "course",
    course.ends_on as "endsOn",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = tp.person_id) limit 1) nested) as "person",
    case when course.ends_on <= $1 then tp.result else 'attending' end as "result",
    case when course.ends_on <= $1 then tp.certificate_number end as "certificateNumber",
    to_json(array_remove(array[
      case when tp.voided_at is null and course.ends_on <= $1 and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '')
        and exists (select from training_participations x join training_courses taken on taken.id = x.course_id
        where x.certificate_number collate any_case = tp.certificate_number and x.person_id <> tp.person_id
        and x.alliance_id = tp.alliance_id and x.voided_at is null and taken.ends_on <= $1) then 'certificate_of_another' end,
      case when tp.voided_at is null
        and exists (select from organizations o where o.id = tp.organization_id and o.founded_on > course.ends_on) then 'organization_not_founded' end,
      case when tp.voided_at is null and (select s.status from organization_statuses s where s.organization_id = tp.organization_id and s.voided_at is null
      and s.valid_from <= course.starts_on order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end], null)) as "warnings"
    from training_participations tp join training_courses course on course.id = tp.course_id
    join people participant on participant.id = tp.person_id
    where (tp.voided_at is null and course.starts_on <= $1) and (tp.organization_id = o.id)
    order by course.ends_on desc, tp.id) nested)) as "trainings",
    array_to_json(array(select row_to_json(nested) from (select sm.id as "id",
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
      and s.valid_from <= sm.valid_from order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end], null)) as "warnings"
    from supported_models sm
    where (sm.voided_at is null and sm.valid_from <= $1 and (sm.valid_to is null or sm.valid_to > $1)) and (sm.organization_id = o.id)
    order by sm.valid_from, sm.id) nested)) as "supportedModels") fields) as item,
  json_build_array((o.id)::text)::text as keys,
  (select count(*) from organizations o where (o.code = $5)
    and (o.alliance_id = $6)
    and (o.kind = $7)
    and ((select s.status from organization_statuses s where s.organization_id = o.id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) = $8)
    and (o.tax_code = $9)
    and (o.registration_number = $10)
    and (o.field = $11)
    and (o.sector = $12)
    and (o.founded_on >= $13)
    and (o.founded_on <= $14)
    and (case when not exists (select from organization_obligations ob where ob.organization_id = o.id
      and ob.kind = 'conversion' and ob.law = o.organizing_law and ob.done_on > $1 and ob.voided_at is null)
      and not exists (select from codes_organizing_law code where code.code = o.organizing_law and code.valid_from > $1)
      then o.organizing_law end = $15)) as total
from organizations o
    where (o.code = $5)
    and (o.alliance_id = $6)
    and (o.kind = $7)
    and ((select s.status from organization_statuses s where s.organization_id = o.id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) = $8)
    and (o.tax_code = $9)
    and (o.registration_number = $10)
    and (o.field = $11)
    and (o.sector = $12)
    and (o.founded_on >= $13)
    and (o.founded_on <= $14)
    and (case when not exists (select from organization_obligations ob where ob.organization_id = o.id
      and ob.kind = 'conversion' and ob.law = o.organizing_law and ob.done_on > $1 and ob.voided_at is null)
      and not exists (select from codes_organizing_law code where code.code = o.organizing_law and code.valid_from > $1)
      then o.organizing_law end = $15)
    and (o.id) > ($16)
order by o.id asc
limit $17 + 1;

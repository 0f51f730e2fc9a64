-- record, everywhere ($1 asOf, $2 ownOrganizationId, $3 ownAllianceIds, $4 id)
select (select row_to_json(fields)::text from (select m.id as "id",
    m.number as "number",
    m.alliance_id as "allianceId",
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
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = m.organization_id) limit 1) nested) as "organization",
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
        and not exists (select from alliances l where l.id in (m.alliance_id, other.alliance_id) and l.level = 'national')) then 'member_of_another_alliance' end], null)) as "warnings",
    to_char(m.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    m.void_reason as "voidReason",
    m.version as "version") fields) as body, m.version as version
from memberships m join organizations o on o.id = m.organization_id
where m.id = $4 and (true) and (true);

-- page, everywhere ($1 asOf, $2 ownOrganizationId, $3 ownAllianceIds, $4 limit)
select (select row_to_json(fields)::text from (select m.id as "id",
    m.number as "number",
    m.alliance_id as "allianceId",
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
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = m.organization_id) limit 1) nested) as "organization",
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
        and not exists (select from alliances l where l.id in (m.alliance_id, other.alliance_id) and l.level = 'national')) then 'member_of_another_alliance' end], null)) as "warnings",
    to_char(m.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    m.void_reason as "voidReason",
    m.version as "version") fields) as item,
  json_build_array((m.admitted_on)::text, (m.id)::text)::text as keys
from memberships m join organizations o on o.id = m.organization_id
    where (m.voided_at is null and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1))
order by m.admitted_on asc, m.id asc
limit $4 + 1;

-- record, within alliance ($1 asOf, $2 ownOrganizationId, $3 ownAllianceIds, $4 id)
select (select row_to_json(fields)::text from (select m.id as "id",
    m.number as "number",
    m.alliance_id as "allianceId",
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
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = m.organization_id) limit 1) nested) as "organization",
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
        and not exists (select from alliances l where l.id in (m.alliance_id, other.alliance_id) and l.level = 'national')) then 'member_of_another_alliance' end], null)) as "warnings",
    to_char(m.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    m.void_reason as "voidReason",
    m.version as "version") fields) as body, m.version as version
from memberships m join organizations o on o.id = m.organization_id
where m.id = $4 and (true) and (m.alliance_id = any($3));

-- page, within alliance ($1 asOf, $2 ownOrganizationId, $3 ownAllianceIds, $4 limit)
select (select row_to_json(fields)::text from (select m.id as "id",
    m.number as "number",
    m.alliance_id as "allianceId",
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
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = m.organization_id) limit 1) nested) as "organization",
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
        and not exists (select from alliances l where l.id in (m.alliance_id, other.alliance_id) and l.level = 'national')) then 'member_of_another_alliance' end], null)) as "warnings",
    to_char(m.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    m.void_reason as "voidReason",
    m.version as "version") fields) as item,
  json_build_array((m.admitted_on)::text, (m.id)::text)::text as keys
from memberships m join organizations o on o.id = m.organization_id
    where (m.voided_at is null and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1))
    and (m.alliance_id = any($3))
order by m.admitted_on asc, m.id asc
limit $4 + 1;

-- record, within organization ($1 asOf, $2 ownOrganizationId, $3 ownAllianceIds, $4 id)
select (select row_to_json(fields)::text from (select m.id as "id",
    m.number as "number",
    m.alliance_id as "allianceId",
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
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = m.organization_id) limit 1) nested) as "organization",
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
        and not exists (select from alliances l where l.id in (m.alliance_id, other.alliance_id) and l.level = 'national')) then 'member_of_another_alliance' end], null)) as "warnings",
    to_char(m.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    m.void_reason as "voidReason",
    m.version as "version") fields) as body, m.version as version
from memberships m join organizations o on o.id = m.organization_id
where m.id = $4 and (true) and (m.organization_id = $2);

-- page, within organization ($1 asOf, $2 ownOrganizationId, $3 ownAllianceIds, $4 limit)
select (select row_to_json(fields)::text from (select m.id as "id",
    m.number as "number",
    m.alliance_id as "allianceId",
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
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = m.organization_id) limit 1) nested) as "organization",
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
        and not exists (select from alliances l where l.id in (m.alliance_id, other.alliance_id) and l.level = 'national')) then 'member_of_another_alliance' end], null)) as "warnings",
    to_char(m.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    m.void_reason as "voidReason",
    m.version as "version") fields) as item,
  json_build_array((m.admitted_on)::text, (m.id)::text)::text as keys
from memberships m join organizations o on o.id = m.organization_id
    where (m.voided_at is null and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1))
    and (m.organization_id = $2)
order by m.admitted_on asc, m.id asc
limit $4 + 1;

-- page, everywhere, with every filter ($1 asOf, $2 ownOrganizationId, $3 ownAllianceIds, $4 allianceId, $5 category, $6 admittedOnFrom, $7 admittedOnTo, $8 certificateNumber, $9 endedOnFrom, $10 endedOnTo, $11 standing, $12 warning, $13 documentId, $14 organizationId, $15 number, $16 kind, $17 sector, $18 sectorKnown, $19 placeId, $20 countedInId, $21 seatKnown, $22 q, $23 updatedSince, $24 after0, $25 after1, $26 limit)
select (select row_to_json(fields)::text from (select m.id as "id",
    m.number as "number",
    m.alliance_id as "allianceId",
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
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = m.organization_id) limit 1) nested) as "organization",
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
        and not exists (select from alliances l where l.id in (m.alliance_id, other.alliance_id) and l.level = 'national')) then 'member_of_another_alliance' end], null)) as "warnings",
    to_char(m.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    m.void_reason as "voidReason",
    m.version as "version") fields) as item,
  json_build_array((m.admitted_on)::text, (m.id)::text)::text as keys,
  (select count(*) from memberships m join organizations o on o.id = m.organization_id where (m.voided_at is null or true)
    and (m.alliance_id = $4)
    and (coalesce((select cc.category from membership_category_changes cc where cc.membership_id = m.id
      and cc.voided_at is null and cc.valid_from <= $1 order by cc.valid_from desc limit 1), m.category) = $5)
    and (m.admitted_on >= $6)
    and (m.admitted_on <= $7)
    and (m.certificate_number = $8)
    and (m.ended_on >= $9)
    and (m.ended_on <= $10)
    and (case
      when m.voided_at is not null then 'voided'
      when m.admitted_on > $1 then 'future'
      when m.ended_on <= $1 then 'ended'
      when exists (select from membership_suspensions s where s.membership_id = m.id and s.voided_at is null
        and s.suspended_on <= $1 and (s.resumed_on is null or s.resumed_on > $1)) then 'suspended'
      else 'member' end = $11)
    and (case $12 when 'organization_ended' then m.voided_at is null and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1)
        and (select s.status from organization_statuses s where s.organization_id = m.organization_id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted')
      when 'admitted_before_founding' then m.voided_at is null and m.admitted_on < o.founded_on
      when 'admitted_before_decision' then m.voided_at is null and exists (select from documents d
        where d.id = m.admitted_by_document_id and d.issued_on > m.admitted_on)
      when 'named_like_another' then m.voided_at is null and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1) and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from organization_names own where own.organization_id = m.organization_id and own.voided_at is null and own.name = coalesce(
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
      and a.valid_from <= $1 order by a.valid_from desc limit 1)) offset 0) offset 0))
      when 'certificate_of_another' then m.voided_at is null and m.certificate_number is not null and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '')
        and exists (select from memberships other where other.certificate_number collate any_case = m.certificate_number
        and other.organization_id <> m.organization_id and other.alliance_id = m.alliance_id and other.voided_at is null)
      when 'ended_before_decision' then m.voided_at is null and m.ended_on is not null
        and exists (select from membership_exits x where x.membership_id = m.id and x.voided_at is null and not x.kind in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') and exists (select from documents d where d.id = x.document_id and d.issued_on > x.ended_on))
      when 'ended_but_operating' then m.voided_at is null and m.ended_on <= $1 and exists (select from membership_exits x where x.membership_id = m.id and x.voided_at is null and x.kind in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted')) and ((select s.status from organization_statuses s where s.organization_id = m.organization_id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted')) is not true
      when 'category_of_another_time' then m.voided_at is null and (exists (select from codes_membership_category code where code.code = m.category and (code.valid_from > m.admitted_on or code.valid_to <= m.admitted_on))
        or exists (select from membership_category_changes cc where cc.membership_id = m.id and cc.voided_at is null and exists (select from codes_membership_category code where code.code = cc.category and (code.valid_from > cc.valid_from or code.valid_to <= cc.valid_from))))
      when 'categorized_before_decision' then m.voided_at is null
        and exists (select from membership_category_changes cc where cc.membership_id = m.id and cc.voided_at is null and exists (select from documents d where d.id = cc.document_id and d.issued_on > cc.valid_from))
      when 'member_of_another_alliance' then m.voided_at is null and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1) and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from memberships other where other.organization_id = m.organization_id
        and other.alliance_id <> m.alliance_id and other.alliance_id = any($3)
        and other.voided_at is null and other.admitted_on <= $1 and (other.ended_on is null or other.ended_on > $1)
        and not exists (select from alliances l where l.id in (m.alliance_id, other.alliance_id) and l.level = 'national')) end)
    and (m.admitted_by_document_id = $13 or exists (select from membership_exits part where part.membership_id = m.id and part.document_id = $13 and part.voided_at is null) or exists (select from membership_suspensions part where part.membership_id = m.id and part.document_id = $13 and part.voided_at is null) or exists (select from membership_category_changes part where part.membership_id = m.id and part.document_id = $13 and part.voided_at is null))
    and (m.organization_id = $14)
    and (number_key(m.number) = number_key($15))
    and (o.kind = $16)
    and (o.sector = $17)
    and ((o.sector is not null) = $18)
    and ((select a.place_id from organization_addresses a where a.organization_id = o.id and a.voided_at is null
      and a.valid_from <= $1 order by a.valid_from desc limit 1) = any(array(with recursive within(id) as (select p.id from places p where p.id = $19 union select part.id from within cross join lateral (
          select p.id from places p where p.parent_id = within.id
          union all select f.predecessor_id from place_successions f where f.successor_id = within.id and f.occurred_on <= $1
            and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)
          union all select f.predecessor_id from places p join place_successions f on f.successor_id = p.id
            where p.parent_id = within.id and f.occurred_on <= $1 and not exists (select from place_successions g
              join places other on other.id = g.successor_id
              where g.predecessor_id = f.predecessor_id and other.parent_id is distinct from p.parent_id)
        ) part(id)) select id from within)))
    and ((select coalesce(district.id, unit.id)
      from (select (select a.place_id from organization_addresses a where a.organization_id = o.id and a.voided_at is null
      and a.valid_from <= $1 order by a.valid_from desc limit 1) as id) seat
      join places unit on unit.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = seat.id and f.occurred_on <= $1
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), seat.id)
      left join places district on district.id = unit.parent_id and district.level = 'district'
        and (unit.valid_to is null or unit.valid_to > $1)) = $20)
    and (((select a.place_id from organization_addresses a where a.organization_id = o.id and a.voided_at is null
      and a.valid_from <= $1 order by a.valid_from desc limit 1) is not null) = $21)
    and (m.organization_id = any(array(select n.organization_id from organization_names n where n.voided_at is null and (n.folded like (select $22) or n.short_name is not null and fold(n.short_name) like (select $22)))))
    and (greatest(m.updated_at, (select max(part.updated_at) from membership_suspensions part where part.membership_id = m.id and part.voided_at is null), (select max(part.updated_at) from membership_suspensions part where part.membership_id = m.id and part.voided_at is not null), (select max(part.updated_at) from membership_category_changes part where part.membership_id = m.id and part.voided_at is null), (select max(part.updated_at) from membership_category_changes part where part.membership_id = m.id and part.voided_at is not null), (select max(part.updated_at) from membership_exits part where part.membership_id = m.id and part.voided_at is null), (select max(part.updated_at) from membership_exits part where part.membership_id = m.id and part.voided_at is not null)) >= $23)) as total
from memberships m join organizations o on o.id = m.organization_id
    where (m.voided_at is null or true)
    and (m.alliance_id = $4)
    and (coalesce((select cc.category from membership_category_changes cc where cc.membership_id = m.id
      and cc.voided_at is null and cc.valid_from <= $1 order by cc.valid_from desc limit 1), m.category) = $5)
    and (m.admitted_on >= $6)
    and (m.admitted_on <= $7)
    and (m.certificate_number = $8)
    and (m.ended_on >= $9)
    and (m.ended_on <= $10)
    and (case
      when m.voided_at is not null then 'voided'
      when m.admitted_on > $1 then 'future'
      when m.ended_on <= $1 then 'ended'
      when exists (select from membership_suspensions s where s.membership_id = m.id and s.voided_at is null
        and s.suspended_on <= $1 and (s.resumed_on is null or s.resumed_on > $1)) then 'suspended'
      else 'member' end = $11)
    and (case $12 when 'organization_ended' then m.voided_at is null and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1)
        and (select s.status from organization_statuses s where s.organization_id = m.organization_id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted')
      when 'admitted_before_founding' then m.voided_at is null and m.admitted_on < o.founded_on
      when 'admitted_before_decision' then m.voided_at is null and exists (select from documents d
        where d.id = m.admitted_by_document_id and d.issued_on > m.admitted_on)
      when 'named_like_another' then m.voided_at is null and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1) and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from organization_names own where own.organization_id = m.organization_id and own.voided_at is null and own.name = coalesce(
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
      and a.valid_from <= $1 order by a.valid_from desc limit 1)) offset 0) offset 0))
      when 'certificate_of_another' then m.voided_at is null and m.certificate_number is not null and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '')
        and exists (select from memberships other where other.certificate_number collate any_case = m.certificate_number
        and other.organization_id <> m.organization_id and other.alliance_id = m.alliance_id and other.voided_at is null)
      when 'ended_before_decision' then m.voided_at is null and m.ended_on is not null
        and exists (select from membership_exits x where x.membership_id = m.id and x.voided_at is null and not x.kind in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') and exists (select from documents d where d.id = x.document_id and d.issued_on > x.ended_on))
      when 'ended_but_operating' then m.voided_at is null and m.ended_on <= $1 and exists (select from membership_exits x where x.membership_id = m.id and x.voided_at is null and x.kind in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted')) and ((select s.status from organization_statuses s where s.organization_id = m.organization_id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted')) is not true
      when 'category_of_another_time' then m.voided_at is null and (exists (select from codes_membership_category code where code.code = m.category and (code.valid_from > m.admitted_on or code.valid_to <= m.admitted_on))
        or exists (select from membership_category_changes cc where cc.membership_id = m.id and cc.voided_at is null and exists (select from codes_membership_category code where code.code = cc.category and (code.valid_from > cc.valid_from or code.valid_to <= cc.valid_from))))
      when 'categorized_before_decision' then m.voided_at is null
        and exists (select from membership_category_changes cc where cc.membership_id = m.id and cc.voided_at is null and exists (select from documents d where d.id = cc.document_id and d.issued_on > cc.valid_from))
      when 'member_of_another_alliance' then m.voided_at is null and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1) and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from memberships other where other.organization_id = m.organization_id
        and other.alliance_id <> m.alliance_id and other.alliance_id = any($3)
        and other.voided_at is null and other.admitted_on <= $1 and (other.ended_on is null or other.ended_on > $1)
        and not exists (select from alliances l where l.id in (m.alliance_id, other.alliance_id) and l.level = 'national')) end)
    and (m.admitted_by_document_id = $13 or exists (select from membership_exits part where part.membership_id = m.id and part.document_id = $13 and part.voided_at is null) or exists (select from membership_suspensions part where part.membership_id = m.id and part.document_id = $13 and part.voided_at is null) or exists (select from membership_category_changes part where part.membership_id = m.id and part.document_id = $13 and part.voided_at is null))
    and (m.organization_id = $14)
    and (number_key(m.number) = number_key($15))
    and (o.kind = $16)
    and (o.sector = $17)
    and ((o.sector is not null) = $18)
    and ((select a.place_id from organization_addresses a where a.organization_id = o.id and a.voided_at is null
      and a.valid_from <= $1 order by a.valid_from desc limit 1) = any(array(with recursive within(id) as (select p.id from places p where p.id = $19 union select part.id from within cross join lateral (
          select p.id from places p where p.parent_id = within.id
          union all select f.predecessor_id from place_successions f where f.successor_id = within.id and f.occurred_on <= $1
            and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)
          union all select f.predecessor_id from places p join place_successions f on f.successor_id = p.id
            where p.parent_id = within.id and f.occurred_on <= $1 and not exists (select from place_successions g
              join places other on other.id = g.successor_id
              where g.predecessor_id = f.predecessor_id and other.parent_id is distinct from p.parent_id)
        ) part(id)) select id from within)))
    and ((select coalesce(district.id, unit.id)
      from (select (select a.place_id from organization_addresses a where a.organization_id = o.id and a.voided_at is null
      and a.valid_from <= $1 order by a.valid_from desc limit 1) as id) seat
      join places unit on unit.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = seat.id and f.occurred_on <= $1
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), seat.id)
      left join places district on district.id = unit.parent_id and district.level = 'district'
        and (unit.valid_to is null or unit.valid_to > $1)) = $20)
    and (((select a.place_id from organization_addresses a where a.organization_id = o.id and a.voided_at is null
      and a.valid_from <= $1 order by a.valid_from desc limit 1) is not null) = $21)
    and (m.organization_id = any(array(select n.organization_id from organization_names n where n.voided_at is null and (n.folded like (select $22) or n.short_name is not null and fold(n.short_name) like (select $22)))))
    and (greatest(m.updated_at, (select max(part.updated_at) from membership_suspensions part where part.membership_id = m.id and part.voided_at is null), (select max(part.updated_at) from membership_suspensions part where part.membership_id = m.id and part.voided_at is not null), (select max(part.updated_at) from membership_category_changes part where part.membership_id = m.id and part.voided_at is null), (select max(part.updated_at) from membership_category_changes part where part.membership_id = m.id and part.voided_at is not null), (select max(part.updated_at) from membership_exits part where part.membership_id = m.id and part.voided_at is null), (select max(part.updated_at) from membership_exits part where part.membership_id = m.id and part.voided_at is not null)) >= $23)
    and (m.admitted_on, m.id) > ($24, $25)
order by m.admitted_on asc, m.id asc
limit $26 + 1;

-- record, everywhere ($1 ownOrganizationId, $2 asOf, $3 ownAllianceIds, $4 entitledAt, $5 id)
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
    pe.identity_number as "identityNumber",
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
    pe.version as "version",
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
        and n.valid_from <= $2 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = dn.sending_alliance_id and n.voided_at is null
        order by n.valid_from limit 1)),
        coalesce(
      (select n.name from organization_names n where n.organization_id = dn.organization_id and n.voided_at is null
        and n.valid_from <= $2 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = dn.organization_id and n.voided_at is null
        order by n.valid_from limit 1))) from delegations dn where dn.id = dg.delegation_id) as "sentBy",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $2 order by n.valid_from desc limit 1),
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
    ((dg.voided_at is null and dg.named_on <= $2
      and (dg.kind = 'official' or exists (select from delegate_substitutions s
        where s.alternate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($4::timestamptz + interval '1 microsecond', ($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($4::timestamptz + interval '1 microsecond', ($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'))) and (dg.named_on < $2 or dg.kind = 'alternate'
      or not exists (select from delegate_substitutions s where s.delegation_id = dg.delegation_id and s.voided_at is null
        and s.alternate_id is null and s.substituted_at >= coalesce($4::timestamptz + interval '1 microsecond', ($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') and s.substituted_at < ($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
      or (select count(*) from delegates earlier
      where earlier.delegation_id = dg.delegation_id and (earlier.voided_at is null and earlier.named_on <= $2
      and (earlier.kind = 'official' or exists (select from delegate_substitutions s
        where s.alternate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($4::timestamptz + interval '1 microsecond', ($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($4::timestamptz + interval '1 microsecond', ($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
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
      case when dg.voided_at is null and ($1::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from delegate_substitutions call join delegates first on first.delegation_id = dg.delegation_id
        where call.alternate_id = dg.id and call.voided_at is null and call.substituted_at < ($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' and first.kind = 'alternate' and first.voided_at is null
        and first.alternate_rank < dg.alternate_rank
        and first.named_on <= (call.substituted_at at time zone 'Asia/Ho_Chi_Minh')::date
        and not exists (select from delegate_substitutions s
        where s.alternate_id = first.id and s.voided_at is null and s.substituted_at < (call.substituted_at + interval '1 microsecond')) and not exists (select from delegate_substitutions s
        where s.delegate_id = first.id and s.voided_at is null and s.substituted_at < (call.substituted_at + interval '1 microsecond'))) then 'called_out_of_order' end], null)) as "warnings"
    from delegates dg join congresses c on c.id = dg.congress_id
    where (dg.voided_at is null and dg.named_on <= $2) and (dg.person_id = pe.id and case when $1::uuid is null then dg.alliance_id = any($3)
        else dg.organization_id = $1 end)
    order by c.starts_on desc, dg.id) nested)) as "mandates",
    array_to_json(array(select row_to_json(nested) from (select a.id as "id",
    (select row_to_json(nested) from (select af.id as "id",
    af.code as "code",
    af.class as "class",
    af.name_vi as "nameVi",
    af.name_en as "nameEn"
    from award_forms af
    where (true) and (af.id = a.form_id) limit 1) nested) as "form",
    a.recipient_kind as "recipientKind",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $2 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = a.organization_id) limit 1) nested) as "organization",
    a.unit_name as "unitName",
    a.kind as "kind",
    coalesce(a.posthumous, false) as "posthumous",
    a.achievement_from as "achievementFrom",
    a.achievement_to as "achievementTo",
    a.movement as "movement",
    a.occasion as "occasion",
    a.presented_on as "presentedOn",
    case
      when a.voided_at is not null then 'voided'
      when ad.decided_on > $2 then 'future'
      when exists (select from award_revocations r where r.award_id = a.id and r.voided_at is null and r.decided_on <= $2) then 'revoked'
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
    where (r.voided_at is null) and (r.award_id = a.id and r.decided_on <= $2) limit 1) nested) as "revocation",
    to_json(array_remove(array[
      case when a.voided_at is null and a.achievement_from is not null and case a.recipient_kind
        when 'individual' then exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $2 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $2)
        and ($1::uuid is null or x.organization_id = $1) and x.achievement_from < a.achievement_to and a.achievement_from < x.achievement_to
        and case when x.form_id = a.form_id or x.achievement_from = a.achievement_from and x.achievement_to = a.achievement_to
          and not exists (select from award_forms f where f.id in (a.form_id, x.form_id) and f.class <> 'form')
          then coalesce(x.kind = a.kind, true) and coalesce(x.movement = a.movement or fold(x.movement) = fold(a.movement), true)
          else false end and x.person_id = a.person_id)
        else exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $2 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $2)
        and ($1::uuid is null or x.organization_id = $1) and x.achievement_from < a.achievement_to and a.achievement_from < x.achievement_to
        and case when x.form_id = a.form_id or x.achievement_from = a.achievement_from and x.achievement_to = a.achievement_to
          and not exists (select from award_forms f where f.id in (a.form_id, x.form_id) and f.class <> 'form')
          then coalesce(x.kind = a.kind, true) and coalesce(x.movement = a.movement or fold(x.movement) = fold(a.movement), true)
          else false end and x.organization_id = a.organization_id and x.recipient_kind = a.recipient_kind
        and fold(x.unit_name) is not distinct from fold(a.unit_name)) end then 'achievement_awarded_before' end,
      case when a.voided_at is null and case a.recipient_kind
        when 'individual' then exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $2 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $2)
        and ($1::uuid is null or x.organization_id = $1) and x.form_id = a.form_id and x.decision_id = a.decision_id and x.person_id = a.person_id)
        else exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $2 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $2)
        and ($1::uuid is null or x.organization_id = $1) and x.form_id = a.form_id and x.decision_id = a.decision_id and x.organization_id = a.organization_id and x.recipient_kind = a.recipient_kind
        and fold(x.unit_name) is not distinct from fold(a.unit_name)) end then 'repeated_in_decision' end,
      case when a.presented_on < ad.decided_on then 'presented_before_decision' end,
      case when a.recipient_kind = 'collective' and a.kind in ('service', 'seniority') then 'kind_for_individuals' end,
      case when a.achievement_from > ad.decided_on then 'achievement_after_decision' end,
      case when exists (select from award_forms f join issuing_bodies b on b.id = ad.issuing_body_id
      where f.id = a.form_id and b.level <> f.issuer_level) then 'issuer_of_other_level' end,
      case when exists (select from award_revocations r where r.award_id = a.id and r.voided_at is null
      and r.decided_on <= $2 and r.document_id is null) then 'revoked_without_decision' end,
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
        and n.valid_from <= $2 order by n.valid_from desc limit 1),
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
    where (a.voided_at is null and ad.decided_on <= $2) and (a.person_id = pe.id and case when $1::uuid is null then a.alliance_id = any($3)
        else a.organization_id = $1 end)
    order by ad.decided_on desc, a.id) nested)) as "awards",
    array_to_json(array(select row_to_json(nested) from (select tp.id as "id",
    (select row_to_json(nested) from (select c.id as "id",
    c.name as "name",
    c.starts_on as "startsOn",
    c.ends_on as "endsOn"
    from training_courses c
    where (true) and (c.id = tp.course_id) limit 1) nested) as "course",
    course.ends_on as "endsOn",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $2 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = tp.organization_id) limit 1) nested) as "organization",
    case when course.ends_on <= $2 then tp.result else 'attending' end as "result",
    case when course.ends_on <= $2 then tp.certificate_number end as "certificateNumber",
    to_json(array_remove(array[
      case when tp.voided_at is null and course.ends_on <= $2 and ($1::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '')
        and exists (select from training_participations x join training_courses taken on taken.id = x.course_id
        where x.certificate_number collate any_case = tp.certificate_number and x.person_id <> tp.person_id
        and x.alliance_id = tp.alliance_id and x.voided_at is null and taken.ends_on <= $2) then 'certificate_of_another' end,
      case when tp.voided_at is null
        and exists (select from organizations o where o.id = tp.organization_id and o.founded_on > course.ends_on) then 'organization_not_founded' end,
      case when tp.voided_at is null and (select s.status from organization_statuses s where s.organization_id = tp.organization_id and s.voided_at is null
      and s.valid_from <= course.starts_on order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end], null)) as "warnings"
    from training_participations tp join training_courses course on course.id = tp.course_id
    join people participant on participant.id = tp.person_id
    where (tp.voided_at is null and course.starts_on <= $2) and (tp.person_id = pe.id and case when $1::uuid is null then tp.alliance_id = any($3)
        else tp.organization_id = $1 end)
    order by course.ends_on desc, tp.id) nested)) as "trainings",
    array_to_json(array(select row_to_json(nested) from (select e.id as "id",
    e.record_id as "recordId",
    q.seq as "sequence",
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "at",
    e.actor_id as "actorId",
    e.actor as "actor",
    e.request_id as "requestId",
    e.action as "action",
    e.reason as "reason",
    e.source_document_id as "sourceDocumentId",
    e.table_name as "table",
    (
      select coalesce(json_agg(json_build_object('field', registry.api_name(k.key), 'before', i.before -> k.key, 'after', i.after -> k.key) order by k.key), '[]')
      from (select e.before, e.after) i
      cross join lateral (select jsonb_object_keys(coalesce(i.before, '{}') || coalesce(i.after, '{}')) as key) k
      where i.before -> k.key is distinct from i.after -> k.key
        and k.key not in ('version', 'created_at', 'updated_at', 'folded', 'folded_in_full') and not exists (select from audit.formerly_plain f where f.table_name = e.table_name and f.key = k.key)) as "changes",
    (select coalesce(json_agg(c -> 'field'), '[]') from json_array_elements((
      select coalesce(json_agg(json_build_object('field', registry.api_name(k.key), 'before', case when k.key = 'identity_number' then to_jsonb('********' || right((i.before -> k.key) #>> '{}', 4)) else i.before -> k.key end, 'after', case when k.key = 'identity_number' then to_jsonb('********' || right((i.after -> k.key) #>> '{}', 4)) else i.after -> k.key end) order by k.key), '[]')
      from (select case when e.before is not null then coalesce((select jsonb_object_agg(f.key, e.before -> f.key) from audit.formerly_plain f where f.table_name = e.table_name and e.before ? f.key), '{}') || coalesce(p.before, '{}') end as before,
            case when e.after is not null then coalesce((select jsonb_object_agg(f.key, e.after -> f.key) from audit.formerly_plain f where f.table_name = e.table_name and e.after ? f.key), '{}') || coalesce(p.after, '{}') end as after
          from (select) one left join audit.personal p on p.event_id = e.id offset 0) i
      cross join lateral (select jsonb_object_keys(coalesce(i.before, '{}') || coalesce(i.after, '{}')) as key) k
      where i.before -> k.key is distinct from i.after -> k.key
        and k.key not in ('version', 'created_at', 'updated_at', 'folded', 'folded_in_full') and k.key not in ('given_name', 'family_name', 'middle_name'))) c) as "personalFields",
    case when e.table_name = 'delegate_substitutions'
      and not exists (select from delegates x where x.id = e.owner_id and x.person_id = pe.id) then '[]'::json else (
      select coalesce(json_agg(json_build_object('field', registry.api_name(k.key), 'before', i.before -> k.key, 'after', i.after -> k.key) order by k.key), '[]')
      from (select case when e.before is not null then coalesce((select jsonb_object_agg(f.key, e.before -> f.key) from audit.formerly_plain f where f.table_name = e.table_name and e.before ? f.key), '{}') || coalesce(p.before, '{}') end as before,
            case when e.after is not null then coalesce((select jsonb_object_agg(f.key, e.after -> f.key) from audit.formerly_plain f where f.table_name = e.table_name and e.after ? f.key), '{}') || coalesce(p.after, '{}') end as after
          from (select) one left join audit.personal p on p.event_id = e.id offset 0) i
      cross join lateral (select jsonb_object_keys(coalesce(i.before, '{}') || coalesce(i.after, '{}')) as key) k
      where i.before -> k.key is distinct from i.after -> k.key
        and k.key not in ('version', 'created_at', 'updated_at', 'folded', 'folded_in_full') and k.key not in ('given_name', 'family_name', 'middle_name')) end as "personalChanges"
    from audit.events e left join audit.sequence q on q.event_id = e.id
    where (true) and ((e.table_name in ('people', 'positions', 'delegates', 'delegate_substitutions', 'awards', 'award_revocations', 'training_participations')
        and e.record_id in (select pe.id
        union all select x.id from positions x where x.person_id = pe.id
        union all select x.id from delegates x where x.person_id = pe.id
        union all select s.id from delegate_substitutions s join delegates x on x.id in (s.delegate_id, s.alternate_id)
          where x.person_id = pe.id
        union all select x.id from awards x where x.person_id = pe.id
        union all select r.id from award_revocations r join awards x on x.id = r.award_id where x.person_id = pe.id
        union all select x.id from training_participations x where x.person_id = pe.id) or e.action = 'erase' and e.record_id = pe.id
          or e.table_name = 'awards' and pe.id::text in (e.before ->> 'person_id', e.after ->> 'person_id'))
        and e.alliance_id = any($3) and ((select nullif(current_setting('registry.known_seq', true), '')::bigint) is null or q.seq <= (select nullif(current_setting('registry.known_seq', true), '')::bigint)))
    order by e.id) nested)) as "history",
    array_to_json(array(select row_to_json(nested) from (select e.id as "id",
    q.seq as "sequence",
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "at",
    e.actor_id as "actorId",
    e.actor as "actor",
    e.request_id as "requestId",
    e.action as "action",
    e.detail ->> 'request' as "request",
    e.detail ->> 'view' as "view"
    from audit.events e left join audit.sequence q on q.event_id = e.id
    where (true) and (e.detail ? 'records' and e.detail -> 'records' @> to_jsonb(pe.id::text)
        and e.alliance_id = any($3) and ((select nullif(current_setting('registry.known_seq', true), '')::bigint) is null or q.seq <= (select nullif(current_setting('registry.known_seq', true), '')::bigint)))
    order by e.id) nested)) as "seenBy") fields) as body, pe.version as version
from people pe
where pe.id = $5 and (true) and (true);

-- page, everywhere ($1 ownOrganizationId, $2 asOf, $3 ownAllianceIds, $4 entitledAt, $5 limit)
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
    pe.identity_number as "identityNumber",
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
    pe.version as "version",
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
        and n.valid_from <= $2 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = dn.sending_alliance_id and n.voided_at is null
        order by n.valid_from limit 1)),
        coalesce(
      (select n.name from organization_names n where n.organization_id = dn.organization_id and n.voided_at is null
        and n.valid_from <= $2 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = dn.organization_id and n.voided_at is null
        order by n.valid_from limit 1))) from delegations dn where dn.id = dg.delegation_id) as "sentBy",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $2 order by n.valid_from desc limit 1),
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
    ((dg.voided_at is null and dg.named_on <= $2
      and (dg.kind = 'official' or exists (select from delegate_substitutions s
        where s.alternate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($4::timestamptz + interval '1 microsecond', ($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($4::timestamptz + interval '1 microsecond', ($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'))) and (dg.named_on < $2 or dg.kind = 'alternate'
      or not exists (select from delegate_substitutions s where s.delegation_id = dg.delegation_id and s.voided_at is null
        and s.alternate_id is null and s.substituted_at >= coalesce($4::timestamptz + interval '1 microsecond', ($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') and s.substituted_at < ($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
      or (select count(*) from delegates earlier
      where earlier.delegation_id = dg.delegation_id and (earlier.voided_at is null and earlier.named_on <= $2
      and (earlier.kind = 'official' or exists (select from delegate_substitutions s
        where s.alternate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($4::timestamptz + interval '1 microsecond', ($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($4::timestamptz + interval '1 microsecond', ($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
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
      case when dg.voided_at is null and ($1::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from delegate_substitutions call join delegates first on first.delegation_id = dg.delegation_id
        where call.alternate_id = dg.id and call.voided_at is null and call.substituted_at < ($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' and first.kind = 'alternate' and first.voided_at is null
        and first.alternate_rank < dg.alternate_rank
        and first.named_on <= (call.substituted_at at time zone 'Asia/Ho_Chi_Minh')::date
        and not exists (select from delegate_substitutions s
        where s.alternate_id = first.id and s.voided_at is null and s.substituted_at < (call.substituted_at + interval '1 microsecond')) and not exists (select from delegate_substitutions s
        where s.delegate_id = first.id and s.voided_at is null and s.substituted_at < (call.substituted_at + interval '1 microsecond'))) then 'called_out_of_order' end], null)) as "warnings"
    from delegates dg join congresses c on c.id = dg.congress_id
    where (dg.voided_at is null and dg.named_on <= $2) and (dg.person_id = pe.id and case when $1::uuid is null then dg.alliance_id = any($3)
        else dg.organization_id = $1 end)
    order by c.starts_on desc, dg.id) nested)) as "mandates",
    array_to_json(array(select row_to_json(nested) from (select a.id as "id",
    (select row_to_json(nested) from (select af.id as "id",
    af.code as "code",
    af.class as "class",
    af.name_vi as "nameVi",
    af.name_en as "nameEn"
    from award_forms af
    where (true) and (af.id = a.form_id) limit 1) nested) as "form",
    a.recipient_kind as "recipientKind",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $2 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = a.organization_id) limit 1) nested) as "organization",
    a.unit_name as "unitName",
    a.kind as "kind",
    coalesce(a.posthumous, false) as "posthumous",
    a.achievement_from as "achievementFrom",
    a.achievement_to as "achievementTo",
    a.movement as "movement",
    a.occasion as "occasion",
    a.presented_on as "presentedOn",
    case
      when a.voided_at is not null then 'voided'
      when ad.decided_on > $2 then 'future'
      when exists (select from award_revocations r where r.award_id = a.id and r.voided_at is null and r.decided_on <= $2) then 'revoked'
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
    where (r.voided_at is null) and (r.award_id = a.id and r.decided_on <= $2) limit 1) nested) as "revocation",
    to_json(array_remove(array[
      case when a.voided_at is null and a.achievement_from is not null and case a.recipient_kind
        when 'individual' then exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $2 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $2)
        and ($1::uuid is null or x.organization_id = $1) and x.achievement_from < a.achievement_to and a.achievement_from < x.achievement_to
        and case when x.form_id = a.form_id or x.achievement_from = a.achievement_from and x.achievement_to = a.achievement_to
          and not exists (select from award_forms f where f.id in (a.form_id, x.form_id) and f.class <> 'form')
          then coalesce(x.kind = a.kind, true) and coalesce(x.movement = a.movement or fold(x.movement) = fold(a.movement), true)
          else false end and x.person_id = a.person_id)
        else exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $2 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $2)
        and ($1::uuid is null or x.organization_id = $1) and x.achievement_from < a.achievement_to and a.achievement_from < x.achievement_to
        and case when x.form_id = a.form_id or x.achievement_from = a.achievement_from and x.achievement_to = a.achievement_to
          and not exists (select from award_forms f where f.id in (a.form_id, x.form_id) and f.class <> 'form')
          then coalesce(x.kind = a.kind, true) and coalesce(x.movement = a.movement or fold(x.movement) = fold(a.movement), true)
          else false end and x.organization_id = a.organization_id and x.recipient_kind = a.recipient_kind
        and fold(x.unit_name) is not distinct from fold(a.unit_name)) end then 'achievement_awarded_before' end,
      case when a.voided_at is null and case a.recipient_kind
        when 'individual' then exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $2 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $2)
        and ($1::uuid is null or x.organization_id = $1) and x.form_id = a.form_id and x.decision_id = a.decision_id and x.person_id = a.person_id)
        else exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $2 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $2)
        and ($1::uuid is null or x.organization_id = $1) and x.form_id = a.form_id and x.decision_id = a.decision_id and x.organization_id = a.organization_id and x.recipient_kind = a.recipient_kind
        and fold(x.unit_name) is not distinct from fold(a.unit_name)) end then 'repeated_in_decision' end,
      case when a.presented_on < ad.decided_on then 'presented_before_decision' end,
      case when a.recipient_kind = 'collective' and a.kind in ('service', 'seniority') then 'kind_for_individuals' end,
      case when a.achievement_from > ad.decided_on then 'achievement_after_decision' end,
      case when exists (select from award_forms f join issuing_bodies b on b.id = ad.issuing_body_id
      where f.id = a.form_id and b.level <> f.issuer_level) then 'issuer_of_other_level' end,
      case when exists (select from award_revocations r where r.award_id = a.id and r.voided_at is null
      and r.decided_on <= $2 and r.document_id is null) then 'revoked_without_decision' end,
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
        and n.valid_from <= $2 order by n.valid_from desc limit 1),
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
    where (a.voided_at is null and ad.decided_on <= $2) and (a.person_id = pe.id and case when $1::uuid is null then a.alliance_id = any($3)
        else a.organization_id = $1 end)
    order by ad.decided_on desc, a.id) nested)) as "awards",
    array_to_json(array(select row_to_json(nested) from (select tp.id as "id",
    (select row_to_json(nested) from (select c.id as "id",
    c.name as "name",
    c.starts_on as "startsOn",
    c.ends_on as "endsOn"
    from training_courses c
    where (true) and (c.id = tp.course_id) limit 1) nested) as "course",
    course.ends_on as "endsOn",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $2 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = tp.organization_id) limit 1) nested) as "organization",
    case when course.ends_on <= $2 then tp.result else 'attending' end as "result",
    case when course.ends_on <= $2 then tp.certificate_number end as "certificateNumber",
    to_json(array_remove(array[
      case when tp.voided_at is null and course.ends_on <= $2 and ($1::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '')
        and exists (select from training_participations x join training_courses taken on taken.id = x.course_id
        where x.certificate_number collate any_case = tp.certificate_number and x.person_id <> tp.person_id
        and x.alliance_id = tp.alliance_id and x.voided_at is null and taken.ends_on <= $2) then 'certificate_of_another' end,
      case when tp.voided_at is null
        and exists (select from organizations o where o.id = tp.organization_id and o.founded_on > course.ends_on) then 'organization_not_founded' end,
      case when tp.voided_at is null and (select s.status from organization_statuses s where s.organization_id = tp.organization_id and s.voided_at is null
      and s.valid_from <= course.starts_on order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end], null)) as "warnings"
    from training_participations tp join training_courses course on course.id = tp.course_id
    join people participant on participant.id = tp.person_id
    where (tp.voided_at is null and course.starts_on <= $2) and (tp.person_id = pe.id and case when $1::uuid is null then tp.alliance_id = any($3)
        else tp.organization_id = $1 end)
    order by course.ends_on desc, tp.id) nested)) as "trainings",
    array_to_json(array(select row_to_json(nested) from (select e.id as "id",
    e.record_id as "recordId",
    q.seq as "sequence",
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "at",
    e.actor_id as "actorId",
    e.actor as "actor",
    e.request_id as "requestId",
    e.action as "action",
    e.reason as "reason",
    e.source_document_id as "sourceDocumentId",
    e.table_name as "table",
    (
      select coalesce(json_agg(json_build_object('field', registry.api_name(k.key), 'before', i.before -> k.key, 'after', i.after -> k.key) order by k.key), '[]')
      from (select e.before, e.after) i
      cross join lateral (select jsonb_object_keys(coalesce(i.before, '{}') || coalesce(i.after, '{}')) as key) k
      where i.before -> k.key is distinct from i.after -> k.key
        and k.key not in ('version', 'created_at', 'updated_at', 'folded', 'folded_in_full') and not exists (select from audit.formerly_plain f where f.table_name = e.table_name and f.key = k.key)) as "changes",
    (select coalesce(json_agg(c -> 'field'), '[]') from json_array_elements((
      select coalesce(json_agg(json_build_object('field', registry.api_name(k.key), 'before', case when k.key = 'identity_number' then to_jsonb('********' || right((i.before -> k.key) #>> '{}', 4)) else i.before -> k.key end, 'after', case when k.key = 'identity_number' then to_jsonb('********' || right((i.after -> k.key) #>> '{}', 4)) else i.after -> k.key end) order by k.key), '[]')
      from (select case when e.before is not null then coalesce((select jsonb_object_agg(f.key, e.before -> f.key) from audit.formerly_plain f where f.table_name = e.table_name and e.before ? f.key), '{}') || coalesce(p.before, '{}') end as before,
            case when e.after is not null then coalesce((select jsonb_object_agg(f.key, e.after -> f.key) from audit.formerly_plain f where f.table_name = e.table_name and e.after ? f.key), '{}') || coalesce(p.after, '{}') end as after
          from (select) one left join audit.personal p on p.event_id = e.id offset 0) i
      cross join lateral (select jsonb_object_keys(coalesce(i.before, '{}') || coalesce(i.after, '{}')) as key) k
      where i.before -> k.key is distinct from i.after -> k.key
        and k.key not in ('version', 'created_at', 'updated_at', 'folded', 'folded_in_full') and k.key not in ('given_name', 'family_name', 'middle_name'))) c) as "personalFields",
    case when e.table_name = 'delegate_substitutions'
      and not exists (select from delegates x where x.id = e.owner_id and x.person_id = pe.id) then '[]'::json else (
      select coalesce(json_agg(json_build_object('field', registry.api_name(k.key), 'before', i.before -> k.key, 'after', i.after -> k.key) order by k.key), '[]')
      from (select case when e.before is not null then coalesce((select jsonb_object_agg(f.key, e.before -> f.key) from audit.formerly_plain f where f.table_name = e.table_name and e.before ? f.key), '{}') || coalesce(p.before, '{}') end as before,
            case when e.after is not null then coalesce((select jsonb_object_agg(f.key, e.after -> f.key) from audit.formerly_plain f where f.table_name = e.table_name and e.after ? f.key), '{}') || coalesce(p.after, '{}') end as after
          from (select) one left join audit.personal p on p.event_id = e.id offset 0) i
      cross join lateral (select jsonb_object_keys(coalesce(i.before, '{}') || coalesce(i.after, '{}')) as key) k
      where i.before -> k.key is distinct from i.after -> k.key
        and k.key not in ('version', 'created_at', 'updated_at', 'folded', 'folded_in_full') and k.key not in ('given_name', 'family_name', 'middle_name')) end as "personalChanges"
    from audit.events e left join audit.sequence q on q.event_id = e.id
    where (true) and ((e.table_name in ('people', 'positions', 'delegates', 'delegate_substitutions', 'awards', 'award_revocations', 'training_participations')
        and e.record_id in (select pe.id
        union all select x.id from positions x where x.person_id = pe.id
        union all select x.id from delegates x where x.person_id = pe.id
        union all select s.id from delegate_substitutions s join delegates x on x.id in (s.delegate_id, s.alternate_id)
          where x.person_id = pe.id
        union all select x.id from awards x where x.person_id = pe.id
        union all select r.id from award_revocations r join awards x on x.id = r.award_id where x.person_id = pe.id
        union all select x.id from training_participations x where x.person_id = pe.id) or e.action = 'erase' and e.record_id = pe.id
          or e.table_name = 'awards' and pe.id::text in (e.before ->> 'person_id', e.after ->> 'person_id'))
        and e.alliance_id = any($3) and ((select nullif(current_setting('registry.known_seq', true), '')::bigint) is null or q.seq <= (select nullif(current_setting('registry.known_seq', true), '')::bigint)))
    order by e.id) nested)) as "history",
    array_to_json(array(select row_to_json(nested) from (select e.id as "id",
    q.seq as "sequence",
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "at",
    e.actor_id as "actorId",
    e.actor as "actor",
    e.request_id as "requestId",
    e.action as "action",
    e.detail ->> 'request' as "request",
    e.detail ->> 'view' as "view"
    from audit.events e left join audit.sequence q on q.event_id = e.id
    where (true) and (e.detail ? 'records' and e.detail -> 'records' @> to_jsonb(pe.id::text)
        and e.alliance_id = any($3) and ((select nullif(current_setting('registry.known_seq', true), '')::bigint) is null or q.seq <= (select nullif(current_setting('registry.known_seq', true), '')::bigint)))
    order by e.id) nested)) as "seenBy") fields) as item,
  json_build_array((pe.id)::text)::text as keys
from people pe
    where true
order by pe.id asc
limit $5 + 1;

-- record, within alliance ($1 ownOrganizationId, $2 asOf, $3 ownAllianceIds, $4 entitledAt, $5 id)
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
    pe.identity_number as "identityNumber",
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
    pe.version as "version",
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
        and n.valid_from <= $2 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = dn.sending_alliance_id and n.voided_at is null
        order by n.valid_from limit 1)),
        coalesce(
      (select n.name from organization_names n where n.organization_id = dn.organization_id and n.voided_at is null
        and n.valid_from <= $2 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = dn.organization_id and n.voided_at is null
        order by n.valid_from limit 1))) from delegations dn where dn.id = dg.delegation_id) as "sentBy",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $2 order by n.valid_from desc limit 1),
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
    ((dg.voided_at is null and dg.named_on <= $2
      and (dg.kind = 'official' or exists (select from delegate_substitutions s
        where s.alternate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($4::timestamptz + interval '1 microsecond', ($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($4::timestamptz + interval '1 microsecond', ($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'))) and (dg.named_on < $2 or dg.kind = 'alternate'
      or not exists (select from delegate_substitutions s where s.delegation_id = dg.delegation_id and s.voided_at is null
        and s.alternate_id is null and s.substituted_at >= coalesce($4::timestamptz + interval '1 microsecond', ($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') and s.substituted_at < ($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
      or (select count(*) from delegates earlier
      where earlier.delegation_id = dg.delegation_id and (earlier.voided_at is null and earlier.named_on <= $2
      and (earlier.kind = 'official' or exists (select from delegate_substitutions s
        where s.alternate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($4::timestamptz + interval '1 microsecond', ($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($4::timestamptz + interval '1 microsecond', ($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
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
      case when dg.voided_at is null and ($1::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from delegate_substitutions call join delegates first on first.delegation_id = dg.delegation_id
        where call.alternate_id = dg.id and call.voided_at is null and call.substituted_at < ($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' and first.kind = 'alternate' and first.voided_at is null
        and first.alternate_rank < dg.alternate_rank
        and first.named_on <= (call.substituted_at at time zone 'Asia/Ho_Chi_Minh')::date
        and not exists (select from delegate_substitutions s
        where s.alternate_id = first.id and s.voided_at is null and s.substituted_at < (call.substituted_at + interval '1 microsecond')) and not exists (select from delegate_substitutions s
        where s.delegate_id = first.id and s.voided_at is null and s.substituted_at < (call.substituted_at + interval '1 microsecond'))) then 'called_out_of_order' end], null)) as "warnings"
    from delegates dg join congresses c on c.id = dg.congress_id
    where (dg.voided_at is null and dg.named_on <= $2) and (dg.person_id = pe.id and case when $1::uuid is null then dg.alliance_id = any($3)
        else dg.organization_id = $1 end)
    order by c.starts_on desc, dg.id) nested)) as "mandates",
    array_to_json(array(select row_to_json(nested) from (select a.id as "id",
    (select row_to_json(nested) from (select af.id as "id",
    af.code as "code",
    af.class as "class",
    af.name_vi as "nameVi",
    af.name_en as "nameEn"
    from award_forms af
    where (true) and (af.id = a.form_id) limit 1) nested) as "form",
    a.recipient_kind as "recipientKind",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $2 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = a.organization_id) limit 1) nested) as "organization",
    a.unit_name as "unitName",
    a.kind as "kind",
    coalesce(a.posthumous, false) as "posthumous",
    a.achievement_from as "achievementFrom",
    a.achievement_to as "achievementTo",
    a.movement as "movement",
    a.occasion as "occasion",
    a.presented_on as "presentedOn",
    case
      when a.voided_at is not null then 'voided'
      when ad.decided_on > $2 then 'future'
      when exists (select from award_revocations r where r.award_id = a.id and r.voided_at is null and r.decided_on <= $2) then 'revoked'
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
    where (r.voided_at is null) and (r.award_id = a.id and r.decided_on <= $2) limit 1) nested) as "revocation",
    to_json(array_remove(array[
      case when a.voided_at is null and a.achievement_from is not null and case a.recipient_kind
        when 'individual' then exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $2 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $2)
        and ($1::uuid is null or x.organization_id = $1) and x.achievement_from < a.achievement_to and a.achievement_from < x.achievement_to
        and case when x.form_id = a.form_id or x.achievement_from = a.achievement_from and x.achievement_to = a.achievement_to
          and not exists (select from award_forms f where f.id in (a.form_id, x.form_id) and f.class <> 'form')
          then coalesce(x.kind = a.kind, true) and coalesce(x.movement = a.movement or fold(x.movement) = fold(a.movement), true)
          else false end and x.person_id = a.person_id)
        else exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $2 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $2)
        and ($1::uuid is null or x.organization_id = $1) and x.achievement_from < a.achievement_to and a.achievement_from < x.achievement_to
        and case when x.form_id = a.form_id or x.achievement_from = a.achievement_from and x.achievement_to = a.achievement_to
          and not exists (select from award_forms f where f.id in (a.form_id, x.form_id) and f.class <> 'form')
          then coalesce(x.kind = a.kind, true) and coalesce(x.movement = a.movement or fold(x.movement) = fold(a.movement), true)
          else false end and x.organization_id = a.organization_id and x.recipient_kind = a.recipient_kind
        and fold(x.unit_name) is not distinct from fold(a.unit_name)) end then 'achievement_awarded_before' end,
      case when a.voided_at is null and case a.recipient_kind
        when 'individual' then exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $2 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $2)
        and ($1::uuid is null or x.organization_id = $1) and x.form_id = a.form_id and x.decision_id = a.decision_id and x.person_id = a.person_id)
        else exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $2 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $2)
        and ($1::uuid is null or x.organization_id = $1) and x.form_id = a.form_id and x.decision_id = a.decision_id and x.organization_id = a.organization_id and x.recipient_kind = a.recipient_kind
        and fold(x.unit_name) is not distinct from fold(a.unit_name)) end then 'repeated_in_decision' end,
      case when a.presented_on < ad.decided_on then 'presented_before_decision' end,
      case when a.recipient_kind = 'collective' and a.kind in ('service', 'seniority') then 'kind_for_individuals' end,
      case when a.achievement_from > ad.decided_on then 'achievement_after_decision' end,
      case when exists (select from award_forms f join issuing_bodies b on b.id = ad.issuing_body_id
      where f.id = a.form_id and b.level <> f.issuer_level) then 'issuer_of_other_level' end,
      case when exists (select from award_revocations r where r.award_id = a.id and r.voided_at is null
      and r.decided_on <= $2 and r.document_id is null) then 'revoked_without_decision' end,
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
        and n.valid_from <= $2 order by n.valid_from desc limit 1),
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
    where (a.voided_at is null and ad.decided_on <= $2) and (a.person_id = pe.id and case when $1::uuid is null then a.alliance_id = any($3)
        else a.organization_id = $1 end)
    order by ad.decided_on desc, a.id) nested)) as "awards",
    array_to_json(array(select row_to_json(nested) from (select tp.id as "id",
    (select row_to_json(nested) from (select c.id as "id",
    c.name as "name",
    c.starts_on as "startsOn",
    c.ends_on as "endsOn"
    from training_courses c
    where (true) and (c.id = tp.course_id) limit 1) nested) as "course",
    course.ends_on as "endsOn",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $2 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = tp.organization_id) limit 1) nested) as "organization",
    case when course.ends_on <= $2 then tp.result else 'attending' end as "result",
    case when course.ends_on <= $2 then tp.certificate_number end as "certificateNumber",
    to_json(array_remove(array[
      case when tp.voided_at is null and course.ends_on <= $2 and ($1::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '')
        and exists (select from training_participations x join training_courses taken on taken.id = x.course_id
        where x.certificate_number collate any_case = tp.certificate_number and x.person_id <> tp.person_id
        and x.alliance_id = tp.alliance_id and x.voided_at is null and taken.ends_on <= $2) then 'certificate_of_another' end,
      case when tp.voided_at is null
        and exists (select from organizations o where o.id = tp.organization_id and o.founded_on > course.ends_on) then 'organization_not_founded' end,
      case when tp.voided_at is null and (select s.status from organization_statuses s where s.organization_id = tp.organization_id and s.voided_at is null
      and s.valid_from <= course.starts_on order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end], null)) as "warnings"
    from training_participations tp join training_courses course on course.id = tp.course_id
    join people participant on participant.id = tp.person_id
    where (tp.voided_at is null and course.starts_on <= $2) and (tp.person_id = pe.id and case when $1::uuid is null then tp.alliance_id = any($3)
        else tp.organization_id = $1 end)
    order by course.ends_on desc, tp.id) nested)) as "trainings",
    array_to_json(array(select row_to_json(nested) from (select e.id as "id",
    e.record_id as "recordId",
    q.seq as "sequence",
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "at",
    e.actor_id as "actorId",
    e.actor as "actor",
    e.request_id as "requestId",
    e.action as "action",
    e.reason as "reason",
    e.source_document_id as "sourceDocumentId",
    e.table_name as "table",
    (
      select coalesce(json_agg(json_build_object('field', registry.api_name(k.key), 'before', i.before -> k.key, 'after', i.after -> k.key) order by k.key), '[]')
      from (select e.before, e.after) i
      cross join lateral (select jsonb_object_keys(coalesce(i.before, '{}') || coalesce(i.after, '{}')) as key) k
      where i.before -> k.key is distinct from i.after -> k.key
        and k.key not in ('version', 'created_at', 'updated_at', 'folded', 'folded_in_full') and not exists (select from audit.formerly_plain f where f.table_name = e.table_name and f.key = k.key)) as "changes",
    (select coalesce(json_agg(c -> 'field'), '[]') from json_array_elements((
      select coalesce(json_agg(json_build_object('field', registry.api_name(k.key), 'before', case when k.key = 'identity_number' then to_jsonb('********' || right((i.before -> k.key) #>> '{}', 4)) else i.before -> k.key end, 'after', case when k.key = 'identity_number' then to_jsonb('********' || right((i.after -> k.key) #>> '{}', 4)) else i.after -> k.key end) order by k.key), '[]')
      from (select case when e.before is not null then coalesce((select jsonb_object_agg(f.key, e.before -> f.key) from audit.formerly_plain f where f.table_name = e.table_name and e.before ? f.key), '{}') || coalesce(p.before, '{}') end as before,
            case when e.after is not null then coalesce((select jsonb_object_agg(f.key, e.after -> f.key) from audit.formerly_plain f where f.table_name = e.table_name and e.after ? f.key), '{}') || coalesce(p.after, '{}') end as after
          from (select) one left join audit.personal p on p.event_id = e.id offset 0) i
      cross join lateral (select jsonb_object_keys(coalesce(i.before, '{}') || coalesce(i.after, '{}')) as key) k
      where i.before -> k.key is distinct from i.after -> k.key
        and k.key not in ('version', 'created_at', 'updated_at', 'folded', 'folded_in_full') and k.key not in ('given_name', 'family_name', 'middle_name'))) c) as "personalFields",
    case when e.table_name = 'delegate_substitutions'
      and not exists (select from delegates x where x.id = e.owner_id and x.person_id = pe.id) then '[]'::json else (
      select coalesce(json_agg(json_build_object('field', registry.api_name(k.key), 'before', i.before -> k.key, 'after', i.after -> k.key) order by k.key), '[]')
      from (select case when e.before is not null then coalesce((select jsonb_object_agg(f.key, e.before -> f.key) from audit.formerly_plain f where f.table_name = e.table_name and e.before ? f.key), '{}') || coalesce(p.before, '{}') end as before,
            case when e.after is not null then coalesce((select jsonb_object_agg(f.key, e.after -> f.key) from audit.formerly_plain f where f.table_name = e.table_name and e.after ? f.key), '{}') || coalesce(p.after, '{}') end as after
          from (select) one left join audit.personal p on p.event_id = e.id offset 0) i
      cross join lateral (select jsonb_object_keys(coalesce(i.before, '{}') || coalesce(i.after, '{}')) as key) k
      where i.before -> k.key is distinct from i.after -> k.key
        and k.key not in ('version', 'created_at', 'updated_at', 'folded', 'folded_in_full') and k.key not in ('given_name', 'family_name', 'middle_name')) end as "personalChanges"
    from audit.events e left join audit.sequence q on q.event_id = e.id
    where (true) and ((e.table_name in ('people', 'positions', 'delegates', 'delegate_substitutions', 'awards', 'award_revocations', 'training_participations')
        and e.record_id in (select pe.id
        union all select x.id from positions x where x.person_id = pe.id
        union all select x.id from delegates x where x.person_id = pe.id
        union all select s.id from delegate_substitutions s join delegates x on x.id in (s.delegate_id, s.alternate_id)
          where x.person_id = pe.id
        union all select x.id from awards x where x.person_id = pe.id
        union all select r.id from award_revocations r join awards x on x.id = r.award_id where x.person_id = pe.id
        union all select x.id from training_participations x where x.person_id = pe.id) or e.action = 'erase' and e.record_id = pe.id
          or e.table_name = 'awards' and pe.id::text in (e.before ->> 'person_id', e.after ->> 'person_id'))
        and e.alliance_id = any($3) and ((select nullif(current_setting('registry.known_seq', true), '')::bigint) is null or q.seq <= (select nullif(current_setting('registry.known_seq', true), '')::bigint)))
    order by e.id) nested)) as "history",
    array_to_json(array(select row_to_json(nested) from (select e.id as "id",
    q.seq as "sequence",
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "at",
    e.actor_id as "actorId",
    e.actor as "actor",
    e.request_id as "requestId",
    e.action as "action",
    e.detail ->> 'request' as "request",
    e.detail ->> 'view' as "view"
    from audit.events e left join audit.sequence q on q.event_id = e.id
    where (true) and (e.detail ? 'records' and e.detail -> 'records' @> to_jsonb(pe.id::text)
        and e.alliance_id = any($3) and ((select nullif(current_setting('registry.known_seq', true), '')::bigint) is null or q.seq <= (select nullif(current_setting('registry.known_seq', true), '')::bigint)))
    order by e.id) nested)) as "seenBy") fields) as body, pe.version as version
from people pe
where pe.id = $5 and (true) and (pe.alliance_id = any($3));

-- page, within alliance ($1 ownOrganizationId, $2 asOf, $3 ownAllianceIds, $4 entitledAt, $5 limit)
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
    pe.identity_number as "identityNumber",
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
    pe.version as "version",
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
        and n.valid_from <= $2 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = dn.sending_alliance_id and n.voided_at is null
        order by n.valid_from limit 1)),
        coalesce(
      (select n.name from organization_names n where n.organization_id = dn.organization_id and n.voided_at is null
        and n.valid_from <= $2 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = dn.organization_id and n.voided_at is null
        order by n.valid_from limit 1))) from delegations dn where dn.id = dg.delegation_id) as "sentBy",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $2 order by n.valid_from desc limit 1),
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
    ((dg.voided_at is null and dg.named_on <= $2
      and (dg.kind = 'official' or exists (select from delegate_substitutions s
        where s.alternate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($4::timestamptz + interval '1 microsecond', ($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($4::timestamptz + interval '1 microsecond', ($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'))) and (dg.named_on < $2 or dg.kind = 'alternate'
      or not exists (select from delegate_substitutions s where s.delegation_id = dg.delegation_id and s.voided_at is null
        and s.alternate_id is null and s.substituted_at >= coalesce($4::timestamptz + interval '1 microsecond', ($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') and s.substituted_at < ($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
      or (select count(*) from delegates earlier
      where earlier.delegation_id = dg.delegation_id and (earlier.voided_at is null and earlier.named_on <= $2
      and (earlier.kind = 'official' or exists (select from delegate_substitutions s
        where s.alternate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($4::timestamptz + interval '1 microsecond', ($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($4::timestamptz + interval '1 microsecond', ($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
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
      case when dg.voided_at is null and ($1::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from delegate_substitutions call join delegates first on first.delegation_id = dg.delegation_id
        where call.alternate_id = dg.id and call.voided_at is null and call.substituted_at < ($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' and first.kind = 'alternate' and first.voided_at is null
        and first.alternate_rank < dg.alternate_rank
        and first.named_on <= (call.substituted_at at time zone 'Asia/Ho_Chi_Minh')::date
        and not exists (select from delegate_substitutions s
        where s.alternate_id = first.id and s.voided_at is null and s.substituted_at < (call.substituted_at + interval '1 microsecond')) and not exists (select from delegate_substitutions s
        where s.delegate_id = first.id and s.voided_at is null and s.substituted_at < (call.substituted_at + interval '1 microsecond'))) then 'called_out_of_order' end], null)) as "warnings"
    from delegates dg join congresses c on c.id = dg.congress_id
    where (dg.voided_at is null and dg.named_on <= $2) and (dg.person_id = pe.id and case when $1::uuid is null then dg.alliance_id = any($3)
        else dg.organization_id = $1 end)
    order by c.starts_on desc, dg.id) nested)) as "mandates",
    array_to_json(array(select row_to_json(nested) from (select a.id as "id",
    (select row_to_json(nested) from (select af.id as "id",
    af.code as "code",
    af.class as "class",
    af.name_vi as "nameVi",
    af.name_en as "nameEn"
    from award_forms af
    where (true) and (af.id = a.form_id) limit 1) nested) as "form",
    a.recipient_kind as "recipientKind",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $2 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = a.organization_id) limit 1) nested) as "organization",
    a.unit_name as "unitName",
    a.kind as "kind",
    coalesce(a.posthumous, false) as "posthumous",
    a.achievement_from as "achievementFrom",
    a.achievement_to as "achievementTo",
    a.movement as "movement",
    a.occasion as "occasion",
    a.presented_on as "presentedOn",
    case
      when a.voided_at is not null then 'voided'
      when ad.decided_on > $2 then 'future'
      when exists (select from award_revocations r where r.award_id = a.id and r.voided_at is null and r.decided_on <= $2) then 'revoked'
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
    where (r.voided_at is null) and (r.award_id = a.id and r.decided_on <= $2) limit 1) nested) as "revocation",
    to_json(array_remove(array[
      case when a.voided_at is null and a.achievement_from is not null and case a.recipient_kind
        when 'individual' then exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $2 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $2)
        and ($1::uuid is null or x.organization_id = $1) and x.achievement_from < a.achievement_to and a.achievement_from < x.achievement_to
        and case when x.form_id = a.form_id or x.achievement_from = a.achievement_from and x.achievement_to = a.achievement_to
          and not exists (select from award_forms f where f.id in (a.form_id, x.form_id) and f.class <> 'form')
          then coalesce(x.kind = a.kind, true) and coalesce(x.movement = a.movement or fold(x.movement) = fold(a.movement), true)
          else false end and x.person_id = a.person_id)
        else exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $2 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $2)
        and ($1::uuid is null or x.organization_id = $1) and x.achievement_from < a.achievement_to and a.achievement_from < x.achievement_to
        and case when x.form_id = a.form_id or x.achievement_from = a.achievement_from and x.achievement_to = a.achievement_to
          and not exists (select from award_forms f where f.id in (a.form_id, x.form_id) and f.class <> 'form')
          then coalesce(x.kind = a.kind, true) and coalesce(x.movement = a.movement or fold(x.movement) = fold(a.movement), true)
          else false end and x.organization_id = a.organization_id and x.recipient_kind = a.recipient_kind
        and fold(x.unit_name) is not distinct from fold(a.unit_name)) end then 'achievement_awarded_before' end,
      case when a.voided_at is null and case a.recipient_kind
        when 'individual' then exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $2 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $2)
        and ($1::uuid is null or x.organization_id = $1) and x.form_id = a.form_id and x.decision_id = a.decision_id and x.person_id = a.person_id)
        else exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $2 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $2)
        and ($1::uuid is null or x.organization_id = $1) and x.form_id = a.form_id and x.decision_id = a.decision_id and x.organization_id = a.organization_id and x.recipient_kind = a.recipient_kind
        and fold(x.unit_name) is not distinct from fold(a.unit_name)) end then 'repeated_in_decision' end,
      case when a.presented_on < ad.decided_on then 'presented_before_decision' end,
      case when a.recipient_kind = 'collective' and a.kind in ('service', 'seniority') then 'kind_for_individuals' end,
      case when a.achievement_from > ad.decided_on then 'achievement_after_decision' end,
      case when exists (select from award_forms f join issuing_bodies b on b.id = ad.issuing_body_id
      where f.id = a.form_id and b.level <> f.issuer_level) then 'issuer_of_other_level' end,
      case when exists (select from award_revocations r where r.award_id = a.id and r.voided_at is null
      and r.decided_on <= $2 and r.document_id is null) then 'revoked_without_decision' end,
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
        and n.valid_from <= $2 order by n.valid_from desc limit 1),
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
    where (a.voided_at is null and ad.decided_on <= $2) and (a.person_id = pe.id and case when $1::uuid is null then a.alliance_id = any($3)
        else a.organization_id = $1 end)
    order by ad.decided_on desc, a.id) nested)) as "awards",
    array_to_json(array(select row_to_json(nested) from (select tp.id as "id",
    (select row_to_json(nested) from (select c.id as "id",
    c.name as "name",
    c.starts_on as "startsOn",
    c.ends_on as "endsOn"
    from training_courses c
    where (true) and (c.id = tp.course_id) limit 1) nested) as "course",
    course.ends_on as "endsOn",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $2 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = tp.organization_id) limit 1) nested) as "organization",
    case when course.ends_on <= $2 then tp.result else 'attending' end as "result",
    case when course.ends_on <= $2 then tp.certificate_number end as "certificateNumber",
    to_json(array_remove(array[
      case when tp.voided_at is null and course.ends_on <= $2 and ($1::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '')
        and exists (select from training_participations x join training_courses taken on taken.id = x.course_id
        where x.certificate_number collate any_case = tp.certificate_number and x.person_id <> tp.person_id
        and x.alliance_id = tp.alliance_id and x.voided_at is null and taken.ends_on <= $2) then 'certificate_of_another' end,
      case when tp.voided_at is null
        and exists (select from organizations o where o.id = tp.organization_id and o.founded_on > course.ends_on) then 'organization_not_founded' end,
      case when tp.voided_at is null and (select s.status from organization_statuses s where s.organization_id = tp.organization_id and s.voided_at is null
      and s.valid_from <= course.starts_on order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end], null)) as "warnings"
    from training_participations tp join training_courses course on course.id = tp.course_id
    join people participant on participant.id = tp.person_id
    where (tp.voided_at is null and course.starts_on <= $2) and (tp.person_id = pe.id and case when $1::uuid is null then tp.alliance_id = any($3)
        else tp.organization_id = $1 end)
    order by course.ends_on desc, tp.id) nested)) as "trainings",
    array_to_json(array(select row_to_json(nested) from (select e.id as "id",
    e.record_id as "recordId",
    q.seq as "sequence",
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "at",
    e.actor_id as "actorId",
    e.actor as "actor",
    e.request_id as "requestId",
    e.action as "action",
    e.reason as "reason",
    e.source_document_id as "sourceDocumentId",
    e.table_name as "table",
    (
      select coalesce(json_agg(json_build_object('field', registry.api_name(k.key), 'before', i.before -> k.key, 'after', i.after -> k.key) order by k.key), '[]')
      from (select e.before, e.after) i
      cross join lateral (select jsonb_object_keys(coalesce(i.before, '{}') || coalesce(i.after, '{}')) as key) k
      where i.before -> k.key is distinct from i.after -> k.key
        and k.key not in ('version', 'created_at', 'updated_at', 'folded', 'folded_in_full') and not exists (select from audit.formerly_plain f where f.table_name = e.table_name and f.key = k.key)) as "changes",
    (select coalesce(json_agg(c -> 'field'), '[]') from json_array_elements((
      select coalesce(json_agg(json_build_object('field', registry.api_name(k.key), 'before', case when k.key = 'identity_number' then to_jsonb('********' || right((i.before -> k.key) #>> '{}', 4)) else i.before -> k.key end, 'after', case when k.key = 'identity_number' then to_jsonb('********' || right((i.after -> k.key) #>> '{}', 4)) else i.after -> k.key end) order by k.key), '[]')
      from (select case when e.before is not null then coalesce((select jsonb_object_agg(f.key, e.before -> f.key) from audit.formerly_plain f where f.table_name = e.table_name and e.before ? f.key), '{}') || coalesce(p.before, '{}') end as before,
            case when e.after is not null then coalesce((select jsonb_object_agg(f.key, e.after -> f.key) from audit.formerly_plain f where f.table_name = e.table_name and e.after ? f.key), '{}') || coalesce(p.after, '{}') end as after
          from (select) one left join audit.personal p on p.event_id = e.id offset 0) i
      cross join lateral (select jsonb_object_keys(coalesce(i.before, '{}') || coalesce(i.after, '{}')) as key) k
      where i.before -> k.key is distinct from i.after -> k.key
        and k.key not in ('version', 'created_at', 'updated_at', 'folded', 'folded_in_full') and k.key not in ('given_name', 'family_name', 'middle_name'))) c) as "personalFields",
    case when e.table_name = 'delegate_substitutions'
      and not exists (select from delegates x where x.id = e.owner_id and x.person_id = pe.id) then '[]'::json else (
      select coalesce(json_agg(json_build_object('field', registry.api_name(k.key), 'before', i.before -> k.key, 'after', i.after -> k.key) order by k.key), '[]')
      from (select case when e.before is not null then coalesce((select jsonb_object_agg(f.key, e.before -> f.key) from audit.formerly_plain f where f.table_name = e.table_name and e.before ? f.key), '{}') || coalesce(p.before, '{}') end as before,
            case when e.after is not null then coalesce((select jsonb_object_agg(f.key, e.after -> f.key) from audit.formerly_plain f where f.table_name = e.table_name and e.after ? f.key), '{}') || coalesce(p.after, '{}') end as after
          from (select) one left join audit.personal p on p.event_id = e.id offset 0) i
      cross join lateral (select jsonb_object_keys(coalesce(i.before, '{}') || coalesce(i.after, '{}')) as key) k
      where i.before -> k.key is distinct from i.after -> k.key
        and k.key not in ('version', 'created_at', 'updated_at', 'folded', 'folded_in_full') and k.key not in ('given_name', 'family_name', 'middle_name')) end as "personalChanges"
    from audit.events e left join audit.sequence q on q.event_id = e.id
    where (true) and ((e.table_name in ('people', 'positions', 'delegates', 'delegate_substitutions', 'awards', 'award_revocations', 'training_participations')
        and e.record_id in (select pe.id
        union all select x.id from positions x where x.person_id = pe.id
        union all select x.id from delegates x where x.person_id = pe.id
        union all select s.id from delegate_substitutions s join delegates x on x.id in (s.delegate_id, s.alternate_id)
          where x.person_id = pe.id
        union all select x.id from awards x where x.person_id = pe.id
        union all select r.id from award_revocations r join awards x on x.id = r.award_id where x.person_id = pe.id
        union all select x.id from training_participations x where x.person_id = pe.id) or e.action = 'erase' and e.record_id = pe.id
          or e.table_name = 'awards' and pe.id::text in (e.before ->> 'person_id', e.after ->> 'person_id'))
        and e.alliance_id = any($3) and ((select nullif(current_setting('registry.known_seq', true), '')::bigint) is null or q.seq <= (select nullif(current_setting('registry.known_seq', true), '')::bigint)))
    order by e.id) nested)) as "history",
    array_to_json(array(select row_to_json(nested) from (select e.id as "id",
    q.seq as "sequence",
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "at",
    e.actor_id as "actorId",
    e.actor as "actor",
    e.request_id as "requestId",
    e.action as "action",
    e.detail ->> 'request' as "request",
    e.detail ->> 'view' as "view"
    from audit.events e left join audit.sequence q on q.event_id = e.id
    where (true) and (e.detail ? 'records' and e.detail -> 'records' @> to_jsonb(pe.id::text)
        and e.alliance_id = any($3) and ((select nullif(current_setting('registry.known_seq', true), '')::bigint) is null or q.seq <= (select nullif(current_setting('registry.known_seq', true), '')::bigint)))
    order by e.id) nested)) as "seenBy") fields) as item,
  json_build_array((pe.id)::text)::text as keys
from people pe
    where (pe.alliance_id = any($3))
order by pe.id asc
limit $5 + 1;

-- record, within organization ($1 asOf, $2 ownOrganizationId, $3 ownAllianceIds, $4 entitledAt, $5 id)
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
    pe.version as "version",
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
    where (dg.voided_at is null and dg.named_on <= $1) and (dg.person_id = pe.id and case when $2::uuid is null then dg.alliance_id = any($3)
        else dg.organization_id = $2 end)
    order by c.starts_on desc, dg.id) nested)) as "mandates",
    array_to_json(array(select row_to_json(nested) from (select a.id as "id",
    (select row_to_json(nested) from (select af.id as "id",
    af.code as "code",
    af.class as "class",
    af.name_vi as "nameVi",
    af.name_en as "nameEn"
    from award_forms af
    where (true) and (af.id = a.form_id) limit 1) nested) as "form",
    a.recipient_kind as "recipientKind",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = a.organization_id) limit 1) nested) as "organization",
    a.unit_name as "unitName",
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
    where (a.voided_at is null and ad.decided_on <= $1) and (a.person_id = pe.id and case when $2::uuid is null then a.alliance_id = any($3)
        else a.organization_id = $2 end)
    order by ad.decided_on desc, a.id) nested)) as "awards",
    array_to_json(array(select row_to_json(nested) from (select tp.id as "id",
    (select row_to_json(nested) from (select c.id as "id",
    c.name as "name",
    c.starts_on as "startsOn",
    c.ends_on as "endsOn"
    from training_courses c
    where (true) and (c.id = tp.course_id) limit 1) nested) as "course",
    course.ends_on as "endsOn",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = tp.organization_id) limit 1) nested) as "organization",
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
    where (tp.voided_at is null and course.starts_on <= $1) and (tp.person_id = pe.id and case when $2::uuid is null then tp.alliance_id = any($3)
        else tp.organization_id = $2 end)
    order by course.ends_on desc, tp.id) nested)) as "trainings",
    array_to_json(array(select row_to_json(nested) from (select e.id as "id",
    e.record_id as "recordId",
    q.seq as "sequence",
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "at",
    e.actor_id as "actorId",
    e.actor as "actor",
    e.request_id as "requestId",
    e.action as "action",
    e.reason as "reason",
    e.source_document_id as "sourceDocumentId",
    e.table_name as "table",
    (
      select coalesce(json_agg(json_build_object('field', registry.api_name(k.key), 'before', i.before -> k.key, 'after', i.after -> k.key) order by k.key), '[]')
      from (select e.before, e.after) i
      cross join lateral (select jsonb_object_keys(coalesce(i.before, '{}') || coalesce(i.after, '{}')) as key) k
      where i.before -> k.key is distinct from i.after -> k.key
        and k.key not in ('version', 'created_at', 'updated_at', 'folded', 'folded_in_full') and not exists (select from audit.formerly_plain f where f.table_name = e.table_name and f.key = k.key)) as "changes",
    (select coalesce(json_agg(c -> 'field'), '[]') from json_array_elements((
      select coalesce(json_agg(json_build_object('field', registry.api_name(k.key), 'before', case when k.key = 'identity_number' then to_jsonb('********' || right((i.before -> k.key) #>> '{}', 4)) else i.before -> k.key end, 'after', case when k.key = 'identity_number' then to_jsonb('********' || right((i.after -> k.key) #>> '{}', 4)) else i.after -> k.key end) order by k.key), '[]')
      from (select case when e.before is not null then coalesce((select jsonb_object_agg(f.key, e.before -> f.key) from audit.formerly_plain f where f.table_name = e.table_name and e.before ? f.key), '{}') || coalesce(p.before, '{}') end as before,
            case when e.after is not null then coalesce((select jsonb_object_agg(f.key, e.after -> f.key) from audit.formerly_plain f where f.table_name = e.table_name and e.after ? f.key), '{}') || coalesce(p.after, '{}') end as after
          from (select) one left join audit.personal p on p.event_id = e.id offset 0) i
      cross join lateral (select jsonb_object_keys(coalesce(i.before, '{}') || coalesce(i.after, '{}')) as key) k
      where i.before -> k.key is distinct from i.after -> k.key
        and k.key not in ('version', 'created_at', 'updated_at', 'folded', 'folded_in_full') and k.key not in ('given_name', 'family_name', 'middle_name'))) c) as "personalFields",
    null as "personalChanges"
    from audit.events e left join audit.sequence q on q.event_id = e.id
    where (true) and ((e.table_name in ('people', 'positions', 'delegates', 'delegate_substitutions', 'awards', 'award_revocations', 'training_participations')
        and e.record_id in (select pe.id
        union all select x.id from positions x where x.person_id = pe.id
        union all select x.id from delegates x where x.person_id = pe.id
        union all select s.id from delegate_substitutions s join delegates x on x.id in (s.delegate_id, s.alternate_id)
          where x.person_id = pe.id
        union all select x.id from awards x where x.person_id = pe.id
        union all select r.id from award_revocations r join awards x on x.id = r.award_id where x.person_id = pe.id
        union all select x.id from training_participations x where x.person_id = pe.id) or e.action = 'erase' and e.record_id = pe.id
          or e.table_name = 'awards' and pe.id::text in (e.before ->> 'person_id', e.after ->> 'person_id'))
        and e.alliance_id = any($3) and ((select nullif(current_setting('registry.known_seq', true), '')::bigint) is null or q.seq <= (select nullif(current_setting('registry.known_seq', true), '')::bigint)))
    order by e.id) nested)) as "history",
    array_to_json(array(select row_to_json(nested) from (select e.id as "id",
    q.seq as "sequence",
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "at",
    e.actor_id as "actorId",
    e.actor as "actor",
    e.request_id as "requestId",
    e.action as "action",
    e.detail ->> 'request' as "request",
    e.detail ->> 'view' as "view"
    from audit.events e left join audit.sequence q on q.event_id = e.id
    where (true) and (e.detail ? 'records' and e.detail -> 'records' @> to_jsonb(pe.id::text)
        and e.alliance_id = any($3) and ((select nullif(current_setting('registry.known_seq', true), '')::bigint) is null or q.seq <= (select nullif(current_setting('registry.known_seq', true), '')::bigint)))
    order by e.id) nested)) as "seenBy") fields) as body, pe.version as version
from people pe
where pe.id = $5 and (true) and (exists (select from positions po where po.person_id = pe.id and po.voided_at is null
      and po.organization_id = $2));

-- page, within organization ($1 asOf, $2 ownOrganizationId, $3 ownAllianceIds, $4 entitledAt, $5 limit)
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
    pe.version as "version",
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
    where (dg.voided_at is null and dg.named_on <= $1) and (dg.person_id = pe.id and case when $2::uuid is null then dg.alliance_id = any($3)
        else dg.organization_id = $2 end)
    order by c.starts_on desc, dg.id) nested)) as "mandates",
    array_to_json(array(select row_to_json(nested) from (select a.id as "id",
    (select row_to_json(nested) from (select af.id as "id",
    af.code as "code",
    af.class as "class",
    af.name_vi as "nameVi",
    af.name_en as "nameEn"
    from award_forms af
    where (true) and (af.id = a.form_id) limit 1) nested) as "form",
    a.recipient_kind as "recipientKind",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = a.organization_id) limit 1) nested) as "organization",
    a.unit_name as "unitName",
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
    where (a.voided_at is null and ad.decided_on <= $1) and (a.person_id = pe.id and case when $2::uuid is null then a.alliance_id = any($3)
        else a.organization_id = $2 end)
    order by ad.decided_on desc, a.id) nested)) as "awards",
    array_to_json(array(select row_to_json(nested) from (select tp.id as "id",
    (select row_to_json(nested) from (select c.id as "id",
    c.name as "name",
    c.starts_on as "startsOn",
    c.ends_on as "endsOn"
    from training_courses c
    where (true) and (c.id = tp.course_id) limit 1) nested) as "course",
    course.ends_on as "endsOn",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = tp.organization_id) limit 1) nested) as "organization",
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
    where (tp.voided_at is null and course.starts_on <= $1) and (tp.person_id = pe.id and case when $2::uuid is null then tp.alliance_id = any($3)
        else tp.organization_id = $2 end)
    order by course.ends_on desc, tp.id) nested)) as "trainings",
    array_to_json(array(select row_to_json(nested) from (select e.id as "id",
    e.record_id as "recordId",
    q.seq as "sequence",
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "at",
    e.actor_id as "actorId",
    e.actor as "actor",
    e.request_id as "requestId",
    e.action as "action",
    e.reason as "reason",
    e.source_document_id as "sourceDocumentId",
    e.table_name as "table",
    (
      select coalesce(json_agg(json_build_object('field', registry.api_name(k.key), 'before', i.before -> k.key, 'after', i.after -> k.key) order by k.key), '[]')
      from (select e.before, e.after) i
      cross join lateral (select jsonb_object_keys(coalesce(i.before, '{}') || coalesce(i.after, '{}')) as key) k
      where i.before -> k.key is distinct from i.after -> k.key
        and k.key not in ('version', 'created_at', 'updated_at', 'folded', 'folded_in_full') and not exists (select from audit.formerly_plain f where f.table_name = e.table_name and f.key = k.key)) as "changes",
    (select coalesce(json_agg(c -> 'field'), '[]') from json_array_elements((
      select coalesce(json_agg(json_build_object('field', registry.api_name(k.key), 'before', case when k.key = 'identity_number' then to_jsonb('********' || right((i.before -> k.key) #>> '{}', 4)) else i.before -> k.key end, 'after', case when k.key = 'identity_number' then to_jsonb('********' || right((i.after -> k.key) #>> '{}', 4)) else i.after -> k.key end) order by k.key), '[]')
      from (select case when e.before is not null then coalesce((select jsonb_object_agg(f.key, e.before -> f.key) from audit.formerly_plain f where f.table_name = e.table_name and e.before ? f.key), '{}') || coalesce(p.before, '{}') end as before,
            case when e.after is not null then coalesce((select jsonb_object_agg(f.key, e.after -> f.key) from audit.formerly_plain f where f.table_name = e.table_name and e.after ? f.key), '{}') || coalesce(p.after, '{}') end as after
          from (select) one left join audit.personal p on p.event_id = e.id offset 0) i
      cross join lateral (select jsonb_object_keys(coalesce(i.before, '{}') || coalesce(i.after, '{}')) as key) k
      where i.before -> k.key is distinct from i.after -> k.key
        and k.key not in ('version', 'created_at', 'updated_at', 'folded', 'folded_in_full') and k.key not in ('given_name', 'family_name', 'middle_name'))) c) as "personalFields",
    null as "personalChanges"
    from audit.events e left join audit.sequence q on q.event_id = e.id
    where (true) and ((e.table_name in ('people', 'positions', 'delegates', 'delegate_substitutions', 'awards', 'award_revocations', 'training_participations')
        and e.record_id in (select pe.id
        union all select x.id from positions x where x.person_id = pe.id
        union all select x.id from delegates x where x.person_id = pe.id
        union all select s.id from delegate_substitutions s join delegates x on x.id in (s.delegate_id, s.alternate_id)
          where x.person_id = pe.id
        union all select x.id from awards x where x.person_id = pe.id
        union all select r.id from award_revocations r join awards x on x.id = r.award_id where x.person_id = pe.id
        union all select x.id from training_participations x where x.person_id = pe.id) or e.action = 'erase' and e.record_id = pe.id
          or e.table_name = 'awards' and pe.id::text in (e.before ->> 'person_id', e.after ->> 'person_id'))
        and e.alliance_id = any($3) and ((select nullif(current_setting('registry.known_seq', true), '')::bigint) is null or q.seq <= (select nullif(current_setting('registry.known_seq', true), '')::bigint)))
    order by e.id) nested)) as "history",
    array_to_json(array(select row_to_json(nested) from (select e.id as "id",
    q.seq as "sequence",
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "at",
    e.actor_id as "actorId",
    e.actor as "actor",
    e.request_id as "requestId",
    e.action as "action",
    e.detail ->> 'request' as "request",
    e.detail ->> 'view' as "view"
    from audit.events e left join audit.sequence q on q.event_id = e.id
    where (true) and (e.detail ? 'records' and e.detail -> 'records' @> to_jsonb(pe.id::text)
        and e.alliance_id = any($3) and ((select nullif(current_setting('registry.known_seq', true), '')::bigint) is null or q.seq <= (select nullif(current_setting('registry.known_seq', true), '')::bigint)))
    order by e.id) nested)) as "seenBy") fields) as item,
  json_build_array((pe.id)::text)::text as keys
from people pe
    where (exists (select from positions po where po.person_id = pe.id and po.voided_at is null
      and po.organization_id = $2))
order by pe.id asc
limit $5 + 1;

-- page, everywhere, with every filter ($1 ownOrganizationId, $2 asOf, $3 ownAllianceIds, $4 entitledAt, $5 allianceId, $6 sex, $7 warning, $8 after0, $9 limit)
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
    pe.identity_number as "identityNumber",
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
    pe.version as "version",
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
        and n.valid_from <= $2 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = dn.sending_alliance_id and n.voided_at is null
        order by n.valid_from limit 1)),
        coalesce(
      (select n.name from organization_names n where n.organization_id = dn.organization_id and n.voided_at is null
        and n.valid_from <= $2 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = dn.organization_id and n.voided_at is null
        order by n.valid_from limit 1))) from delegations dn where dn.id = dg.delegation_id) as "sentBy",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $2 order by n.valid_from desc limit 1),
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
    ((dg.voided_at is null and dg.named_on <= $2
      and (dg.kind = 'official' or exists (select from delegate_substitutions s
        where s.alternate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($4::timestamptz + interval '1 microsecond', ($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = dg.id and s.voided_at is null and s.substituted_at < coalesce($4::timestamptz + interval '1 microsecond', ($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'))) and (dg.named_on < $2 or dg.kind = 'alternate'
      or not exists (select from delegate_substitutions s where s.delegation_id = dg.delegation_id and s.voided_at is null
        and s.alternate_id is null and s.substituted_at >= coalesce($4::timestamptz + interval '1 microsecond', ($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') and s.substituted_at < ($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
      or (select count(*) from delegates earlier
      where earlier.delegation_id = dg.delegation_id and (earlier.voided_at is null and earlier.named_on <= $2
      and (earlier.kind = 'official' or exists (select from delegate_substitutions s
        where s.alternate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($4::timestamptz + interval '1 microsecond', ($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
      and not exists (select from delegate_substitutions s
        where s.delegate_id = earlier.id and s.voided_at is null and s.substituted_at < coalesce($4::timestamptz + interval '1 microsecond', ($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')))
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
      case when dg.voided_at is null and ($1::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from delegate_substitutions call join delegates first on first.delegation_id = dg.delegation_id
        where call.alternate_id = dg.id and call.voided_at is null and call.substituted_at < ($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' and first.kind = 'alternate' and first.voided_at is null
        and first.alternate_rank < dg.alternate_rank
        and first.named_on <= (call.substituted_at at time zone 'Asia/Ho_Chi_Minh')::date
        and not exists (select from delegate_substitutions s
        where s.alternate_id = first.id and s.voided_at is null and s.substituted_at < (call.substituted_at + interval '1 microsecond')) and not exists (select from delegate_substitutions s
        where s.delegate_id = first.id and s.voided_at is null and s.substituted_at < (call.substituted_at + interval '1 microsecond'))) then 'called_out_of_order' end], null)) as "warnings"
    from delegates dg join congresses c on c.id = dg.congress_id
    where (dg.voided_at is null and dg.named_on <= $2) and (dg.person_id = pe.id and case when $1::uuid is null then dg.alliance_id = any($3)
        else dg.organization_id = $1 end)
    order by c.starts_on desc, dg.id) nested)) as "mandates",
    array_to_json(array(select row_to_json(nested) from (select a.id as "id",
    (select row_to_json(nested) from (select af.id as "id",
    af.code as "code",
    af.class as "class",
    af.name_vi as "nameVi",
    af.name_en as "nameEn"
    from award_forms af
    where (true) and (af.id = a.form_id) limit 1) nested) as "form",
    a.recipient_kind as "recipientKind",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $2 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = a.organization_id) limit 1) nested) as "organization",
    a.unit_name as "unitName",
    a.kind as "kind",
    coalesce(a.posthumous, false) as "posthumous",
    a.achievement_from as "achievementFrom",
    a.achievement_to as "achievementTo",
    a.movement as "movement",
    a.occasion as "occasion",
    a.presented_on as "presentedOn",
    case
      when a.voided_at is not null then 'voided'
      when ad.decided_on > $2 then 'future'
      when exists (select from award_revocations r where r.award_id = a.id and r.voided_at is null and r.decided_on <= $2) then 'revoked'
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
    where (r.voided_at is null) and (r.award_id = a.id and r.decided_on <= $2) limit 1) nested) as "revocation",
    to_json(array_remove(array[
      case when a.voided_at is null and a.achievement_from is not null and case a.recipient_kind
        when 'individual' then exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $2 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $2)
        and ($1::uuid is null or x.organization_id = $1) and x.achievement_from < a.achievement_to and a.achievement_from < x.achievement_to
        and case when x.form_id = a.form_id or x.achievement_from = a.achievement_from and x.achievement_to = a.achievement_to
          and not exists (select from award_forms f where f.id in (a.form_id, x.form_id) and f.class <> 'form')
          then coalesce(x.kind = a.kind, true) and coalesce(x.movement = a.movement or fold(x.movement) = fold(a.movement), true)
          else false end and x.person_id = a.person_id)
        else exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $2 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $2)
        and ($1::uuid is null or x.organization_id = $1) and x.achievement_from < a.achievement_to and a.achievement_from < x.achievement_to
        and case when x.form_id = a.form_id or x.achievement_from = a.achievement_from and x.achievement_to = a.achievement_to
          and not exists (select from award_forms f where f.id in (a.form_id, x.form_id) and f.class <> 'form')
          then coalesce(x.kind = a.kind, true) and coalesce(x.movement = a.movement or fold(x.movement) = fold(a.movement), true)
          else false end and x.organization_id = a.organization_id and x.recipient_kind = a.recipient_kind
        and fold(x.unit_name) is not distinct from fold(a.unit_name)) end then 'achievement_awarded_before' end,
      case when a.voided_at is null and case a.recipient_kind
        when 'individual' then exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $2 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $2)
        and ($1::uuid is null or x.organization_id = $1) and x.form_id = a.form_id and x.decision_id = a.decision_id and x.person_id = a.person_id)
        else exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $2 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $2)
        and ($1::uuid is null or x.organization_id = $1) and x.form_id = a.form_id and x.decision_id = a.decision_id and x.organization_id = a.organization_id and x.recipient_kind = a.recipient_kind
        and fold(x.unit_name) is not distinct from fold(a.unit_name)) end then 'repeated_in_decision' end,
      case when a.presented_on < ad.decided_on then 'presented_before_decision' end,
      case when a.recipient_kind = 'collective' and a.kind in ('service', 'seniority') then 'kind_for_individuals' end,
      case when a.achievement_from > ad.decided_on then 'achievement_after_decision' end,
      case when exists (select from award_forms f join issuing_bodies b on b.id = ad.issuing_body_id
      where f.id = a.form_id and b.level <> f.issuer_level) then 'issuer_of_other_level' end,
      case when exists (select from award_revocations r where r.award_id = a.id and r.voided_at is null
      and r.decided_on <= $2 and r.document_id is null) then 'revoked_without_decision' end,
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
        and n.valid_from <= $2 order by n.valid_from desc limit 1),
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
    where (a.voided_at is null and ad.decided_on <= $2) and (a.person_id = pe.id and case when $1::uuid is null then a.alliance_id = any($3)
        else a.organization_id = $1 end)
    order by ad.decided_on desc, a.id) nested)) as "awards",
    array_to_json(array(select row_to_json(nested) from (select tp.id as "id",
    (select row_to_json(nested) from (select c.id as "id",
    c.name as "name",
    c.starts_on as "startsOn",
    c.ends_on as "endsOn"
    from training_courses c
    where (true) and (c.id = tp.course_id) limit 1) nested) as "course",
    course.ends_on as "endsOn",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $2 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = tp.organization_id) limit 1) nested) as "organization",
    case when course.ends_on <= $2 then tp.result else 'attending' end as "result",
    case when course.ends_on <= $2 then tp.certificate_number end as "certificateNumber",
    to_json(array_remove(array[
      case when tp.voided_at is null and course.ends_on <= $2 and ($1::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '')
        and exists (select from training_participations x join training_courses taken on taken.id = x.course_id
        where x.certificate_number collate any_case = tp.certificate_number and x.person_id <> tp.person_id
        and x.alliance_id = tp.alliance_id and x.voided_at is null and taken.ends_on <= $2) then 'certificate_of_another' end,
      case when tp.voided_at is null
        and exists (select from organizations o where o.id = tp.organization_id and o.founded_on > course.ends_on) then 'organization_not_founded' end,
      case when tp.voided_at is null and (select s.status from organization_statuses s where s.organization_id = tp.organization_id and s.voided_at is null
      and s.valid_from <= course.starts_on order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end], null)) as "warnings"
    from training_participations tp join training_courses course on course.id = tp.course_id
    join people participant on participant.id = tp.person_id
    where (tp.voided_at is null and course.starts_on <= $2) and (tp.person_id = pe.id and case when $1::uuid is null then tp.alliance_id = any($3)
        else tp.organization_id = $1 end)
    order by course.ends_on desc, tp.id) nested)) as "trainings",
    array_to_json(array(select row_to_json(nested) from (select e.id as "id",
    e.record_id as "recordId",
    q.seq as "sequence",
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "at",
    e.actor_id as "actorId",
    e.actor as "actor",
    e.request_id as "requestId",
    e.action as "action",
    e.reason as "reason",
    e.source_document_id as "sourceDocumentId",
    e.table_name as "table",
    (
      select coalesce(json_agg(json_build_object('field', registry.api_name(k.key), 'before', i.before -> k.key, 'after', i.after -> k.key) order by k.key), '[]')
      from (select e.before, e.after) i
      cross join lateral (select jsonb_object_keys(coalesce(i.before, '{}') || coalesce(i.after, '{}')) as key) k
      where i.before -> k.key is distinct from i.after -> k.key
        and k.key not in ('version', 'created_at', 'updated_at', 'folded', 'folded_in_full') and not exists (select from audit.formerly_plain f where f.table_name = e.table_name and f.key = k.key)) as "changes",
    (select coalesce(json_agg(c -> 'field'), '[]') from json_array_elements((
      select coalesce(json_agg(json_build_object('field', registry.api_name(k.key), 'before', case when k.key = 'identity_number' then to_jsonb('********' || right((i.before -> k.key) #>> '{}', 4)) else i.before -> k.key end, 'after', case when k.key = 'identity_number' then to_jsonb('********' || right((i.after -> k.key) #>> '{}', 4)) else i.after -> k.key end) order by k.key), '[]')
      from (select case when e.before is not null then coalesce((select jsonb_object_agg(f.key, e.before -> f.key) from audit.formerly_plain f where f.table_name = e.table_name and e.before ? f.key), '{}') || coalesce(p.before, '{}') end as before,
            case when e.after is not null then coalesce((select jsonb_object_agg(f.key, e.after -> f.key) from audit.formerly_plain f where f.table_name = e.table_name and e.after ? f.key), '{}') || coalesce(p.after, '{}') end as after
          from (select) one left join audit.personal p on p.event_id = e.id offset 0) i
      cross join lateral (select jsonb_object_keys(coalesce(i.before, '{}') || coalesce(i.after, '{}')) as key) k
      where i.before -> k.key is distinct from i.after -> k.key
        and k.key not in ('version', 'created_at', 'updated_at', 'folded', 'folded_in_full') and k.key not in ('given_name', 'family_name', 'middle_name'))) c) as "personalFields",
    case when e.table_name = 'delegate_substitutions'
      and not exists (select from delegates x where x.id = e.owner_id and x.person_id = pe.id) then '[]'::json else (
      select coalesce(json_agg(json_build_object('field', registry.api_name(k.key), 'before', i.before -> k.key, 'after', i.after -> k.key) order by k.key), '[]')
      from (select case when e.before is not null then coalesce((select jsonb_object_agg(f.key, e.before -> f.key) from audit.formerly_plain f where f.table_name = e.table_name and e.before ? f.key), '{}') || coalesce(p.before, '{}') end as before,
            case when e.after is not null then coalesce((select jsonb_object_agg(f.key, e.after -> f.key) from audit.formerly_plain f where f.table_name = e.table_name and e.after ? f.key), '{}') || coalesce(p.after, '{}') end as after
          from (select) one left join audit.personal p on p.event_id = e.id offset 0) i
      cross join lateral (select jsonb_object_keys(coalesce(i.before, '{}') || coalesce(i.after, '{}')) as key) k
      where i.before -> k.key is distinct from i.after -> k.key
        and k.key not in ('version', 'created_at', 'updated_at', 'folded', 'folded_in_full') and k.key not in ('given_name', 'family_name', 'middle_name')) end as "personalChanges"
    from audit.events e left join audit.sequence q on q.event_id = e.id
    where (true) and ((e.table_name in ('people', 'positions', 'delegates', 'delegate_substitutions', 'awards', 'award_revocations', 'training_participations')
        and e.record_id in (select pe.id
        union all select x.id from positions x where x.person_id = pe.id
        union all select x.id from delegates x where x.person_id = pe.id
        union all select s.id from delegate_substitutions s join delegates x on x.id in (s.delegate_id, s.alternate_id)
          where x.person_id = pe.id
        union all select x.id from awards x where x.person_id = pe.id
        union all select r.id from award_revocations r join awards x on x.id = r.award_id where x.person_id = pe.id
        union all select x.id from training_participations x where x.person_id = pe.id) or e.action = 'erase' and e.record_id = pe.id
          or e.table_name = 'awards' and pe.id::text in (e.before ->> 'person_id', e.after ->> 'person_id'))
        and e.alliance_id = any($3) and ((select nullif(current_setting('registry.known_seq', true), '')::bigint) is null or q.seq <= (select nullif(current_setting('registry.known_seq', true), '')::bigint)))
    order by e.id) nested)) as "history",
    array_to_json(array(select row_to_json(nested) from (select e.id as "id",
    q.seq as "sequence",
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "at",
    e.actor_id as "actorId",
    e.actor as "actor",
    e.request_id as "requestId",
    e.action as "action",
    e.detail ->> 'request' as "request",
    e.detail ->> 'view' as "view"
    from audit.events e left join audit.sequence q on q.event_id = e.id
    where (true) and (e.detail ? 'records' and e.detail -> 'records' @> to_jsonb(pe.id::text)
        and e.alliance_id = any($3) and ((select nullif(current_setting('registry.known_seq', true), '')::bigint) is null or q.seq <= (select nullif(current_setting('registry.known_seq', true), '')::bigint)))
    order by e.id) nested)) as "seenBy") fields) as item,
  json_build_array((pe.id)::text)::text as keys,
  (select count(*) from people pe where (pe.alliance_id = $5)
    and (pe.sex = $6)
    and (case $7 when 'identity_conflicts_with_birth_year' then identity_birth_year(pe.identity_number) <> extract(year from pe.birth_date)
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
          where tp.person_id = pe.id and tp.voided_at is null and c.starts_on < pe.birth_date) end)) as total
from people pe
    where (pe.alliance_id = $5)
    and (pe.sex = $6)
    and (case $7 when 'identity_conflicts_with_birth_year' then identity_birth_year(pe.identity_number) <> extract(year from pe.birth_date)
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
    and (pe.id) > ($8)
order by pe.id asc
limit $9 + 1;

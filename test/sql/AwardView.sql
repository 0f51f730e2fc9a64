-- record, everywhere ($1 asOf, $2 ownOrganizationId, $3 id)
select (select row_to_json(fields)::text from (select a.id as "id",
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
    a.alliance_id as "allianceId",
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
    where (true) and (dn.id = a.decision_id) limit 1) nested) as "decision",
    to_char(a.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    a.void_reason as "voidReason",
    a.version as "version") fields) as body, a.version as version
from awards a join award_decisions ad on ad.id = a.decision_id
where a.id = $3 and (true) and (true);

-- page, everywhere ($1 asOf, $2 ownOrganizationId, $3 limit)
select (select row_to_json(fields)::text from (select a.id as "id",
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
    a.alliance_id as "allianceId",
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
    where (true) and (dn.id = a.decision_id) limit 1) nested) as "decision",
    to_char(a.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    a.void_reason as "voidReason",
    a.version as "version") fields) as item,
  json_build_array((ad.decided_on)::text, (a.id)::text)::text as keys
from awards a join award_decisions ad on ad.id = a.decision_id
    where (a.voided_at is null and ad.decided_on <= $1 and not exists (select from award_revocations r where r.award_id = a.id and r.voided_at is null and r.decided_on <= $1))
order by ad.decided_on desc, a.id desc
limit $3 + 1;

-- record, within alliance ($1 asOf, $2 ownOrganizationId, $3 id, $4 ownAllianceIds)
select (select row_to_json(fields)::text from (select a.id as "id",
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
    a.alliance_id as "allianceId",
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
    where (true) and (dn.id = a.decision_id) limit 1) nested) as "decision",
    to_char(a.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    a.void_reason as "voidReason",
    a.version as "version") fields) as body, a.version as version
from awards a join award_decisions ad on ad.id = a.decision_id
where a.id = $3 and (true) and (a.alliance_id = any($4));

-- page, within alliance ($1 asOf, $2 ownOrganizationId, $3 ownAllianceIds, $4 limit)
select (select row_to_json(fields)::text from (select a.id as "id",
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
    a.alliance_id as "allianceId",
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
    where (true) and (dn.id = a.decision_id) limit 1) nested) as "decision",
    to_char(a.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    a.void_reason as "voidReason",
    a.version as "version") fields) as item,
  json_build_array((ad.decided_on)::text, (a.id)::text)::text as keys
from awards a join award_decisions ad on ad.id = a.decision_id
    where (a.voided_at is null and ad.decided_on <= $1 and not exists (select from award_revocations r where r.award_id = a.id and r.voided_at is null and r.decided_on <= $1))
    and (a.alliance_id = any($3))
order by ad.decided_on desc, a.id desc
limit $4 + 1;

-- record, within organization ($1 asOf, $2 ownOrganizationId, $3 id)
select (select row_to_json(fields)::text from (select a.id as "id",
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
    a.alliance_id as "allianceId",
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
    where (true) and (dn.id = a.decision_id) limit 1) nested) as "decision",
    to_char(a.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    a.void_reason as "voidReason",
    a.version as "version") fields) as body, a.version as version
from awards a join award_decisions ad on ad.id = a.decision_id
where a.id = $3 and (true) and (a.organization_id = $2);

-- page, within organization ($1 asOf, $2 ownOrganizationId, $3 limit)
select (select row_to_json(fields)::text from (select a.id as "id",
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
    a.alliance_id as "allianceId",
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
    where (true) and (dn.id = a.decision_id) limit 1) nested) as "decision",
    to_char(a.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    a.void_reason as "voidReason",
    a.version as "version") fields) as item,
  json_build_array((ad.decided_on)::text, (a.id)::text)::text as keys
from awards a join award_decisions ad on ad.id = a.decision_id
    where (a.voided_at is null and ad.decided_on <= $1 and not exists (select from award_revocations r where r.award_id = a.id and r.voided_at is null and r.decided_on <= $1))
    and (a.organization_id = $2)
order by ad.decided_on desc, a.id desc
limit $3 + 1;

-- page, everywhere, with every filter ($1 asOf, $2 ownOrganizationId, $3 recipientKind, $4 kind, $5 posthumous, $6 achievementFromFrom, $7 achievementFromTo, $8 achievementToFrom, $9 achievementToTo, $10 presentedOnFrom, $11 presentedOnTo, $12 status, $13 warning, $14 allianceId, $15 decidedOnFrom, $16 decidedOnTo, $17 documentId, $18 organizationId, $19 movement, $20 sex, $21 personId, $22 decisionId, $23 issuingBodyId, $24 issuingBodyLevel, $25 formId, $26 formCode, $27 q, $28 updatedSince, $29 after0, $30 after1, $31 limit)
select (select row_to_json(fields)::text from (select a.id as "id",
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
    a.alliance_id as "allianceId",
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
    where (true) and (dn.id = a.decision_id) limit 1) nested) as "decision",
    to_char(a.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    a.void_reason as "voidReason",
    a.version as "version") fields) as item,
  json_build_array((ad.decided_on)::text, (a.id)::text)::text as keys,
  (select count(*) from awards a join award_decisions ad on ad.id = a.decision_id where (a.recipient_kind = $3)
    and (a.kind = $4)
    and (coalesce(a.posthumous, false) = $5)
    and (a.achievement_from >= $6)
    and (a.achievement_from <= $7)
    and (a.achievement_to >= $8)
    and (a.achievement_to <= $9)
    and (a.presented_on >= $10)
    and (a.presented_on <= $11)
    and (case
      when a.voided_at is not null then 'voided'
      when ad.decided_on > $1 then 'future'
      when exists (select from award_revocations r where r.award_id = a.id and r.voided_at is null and r.decided_on <= $1) then 'revoked'
      else 'standing' end = $12)
    and (case $13 when 'achievement_awarded_before' then a.voided_at is null and a.achievement_from is not null and case a.recipient_kind
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
        and fold(x.unit_name) is not distinct from fold(a.unit_name)) end
      when 'repeated_in_decision' then a.voided_at is null and case a.recipient_kind
        when 'individual' then exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $1 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $1)
        and ($2::uuid is null or x.organization_id = $2) and x.form_id = a.form_id and x.decision_id = a.decision_id and x.person_id = a.person_id)
        else exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $1 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $1)
        and ($2::uuid is null or x.organization_id = $2) and x.form_id = a.form_id and x.decision_id = a.decision_id and x.organization_id = a.organization_id and x.recipient_kind = a.recipient_kind
        and fold(x.unit_name) is not distinct from fold(a.unit_name)) end
      when 'presented_before_decision' then a.presented_on < ad.decided_on
      when 'kind_for_individuals' then a.recipient_kind = 'collective' and a.kind in ('service', 'seniority')
      when 'achievement_after_decision' then a.achievement_from > ad.decided_on
      when 'issuer_of_other_level' then exists (select from award_forms f join issuing_bodies b on b.id = ad.issuing_body_id
      where f.id = a.form_id and b.level <> f.issuer_level)
      when 'revoked_without_decision' then exists (select from award_revocations r where r.award_id = a.id and r.voided_at is null
      and r.decided_on <= $1 and r.document_id is null)
      when 'recipient_not_founded' then a.voided_at is null and a.recipient_kind = 'collective'
        and exists (select from organizations o where o.id = a.organization_id and o.founded_on > ad.decided_on)
      when 'paper_of_another_day' then a.voided_at is null and exists (select from documents d where d.id = ad.document_id and d.issued_on <> ad.decided_on)
      when 'paper_of_another_number' then a.voided_at is null and exists (select from documents d where d.id = ad.document_id and replace(fold(d.number), ' ', '') <> replace(fold(ad.number), ' ', ''))
      when 'paper_of_another_body' then a.voided_at is null and exists (select from documents d where d.id = ad.document_id and d.issuing_body_id <> ad.issuing_body_id)
      when 'recipient_ended' then a.voided_at is null and a.recipient_kind = 'collective' and (select s.status from organization_statuses s where s.organization_id = a.organization_id and s.voided_at is null
      and s.valid_from <= ad.decided_on order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted')
      when 'issuer_of_another_time' then a.voided_at is null and exists (select from issuing_bodies b where b.id = ad.issuing_body_id
        and exists (select from codes_issuing_body_level code where code.code = b.level and (code.valid_from > ad.decided_on or code.valid_to <= ad.decided_on))) end)
    and (a.alliance_id = $14)
    and (ad.decided_on >= $15)
    and (ad.decided_on <= $16)
    and (ad.document_id = $17 or exists (select from award_revocations r where r.award_id = a.id and r.document_id = $17 and r.voided_at is null))
    and (a.organization_id = $18)
    and (fold(a.movement) = fold($19))
    and (exists (select from people whose where whose.id = a.person_id and whose.sex = $20))
    and (a.person_id = $21)
    and (a.decision_id = $22)
    and (ad.issuing_body_id = $23)
    and (exists (select from issuing_bodies b where b.id = ad.issuing_body_id and b.level = $24))
    and (a.form_id = $25)
    and (exists (select from award_forms af where af.id = a.form_id and af.code = $26))
    and (a.id = any(array(
      select x.id from organization_names n join awards x on x.organization_id = n.organization_id
        where n.voided_at is null and (n.folded like $27 or n.short_name is not null and fold(n.short_name) like $27) and x.recipient_kind = 'collective'
      union all select x.id from people pe join awards x on x.person_id = pe.id where fold(pe.full_name) like $27
      union all select x.id from awards x where x.unit_name is not null and fold(x.unit_name) like $27)))
    and (greatest(ad.updated_at, greatest(a.updated_at, (select max(part.updated_at) from award_revocations part where part.award_id = a.id and part.voided_at is null), (select max(part.updated_at) from award_revocations part where part.award_id = a.id and part.voided_at is not null))) >= $28)) as total
from awards a join award_decisions ad on ad.id = a.decision_id
    where (a.recipient_kind = $3)
    and (a.kind = $4)
    and (coalesce(a.posthumous, false) = $5)
    and (a.achievement_from >= $6)
    and (a.achievement_from <= $7)
    and (a.achievement_to >= $8)
    and (a.achievement_to <= $9)
    and (a.presented_on >= $10)
    and (a.presented_on <= $11)
    and (case
      when a.voided_at is not null then 'voided'
      when ad.decided_on > $1 then 'future'
      when exists (select from award_revocations r where r.award_id = a.id and r.voided_at is null and r.decided_on <= $1) then 'revoked'
      else 'standing' end = $12)
    and (case $13 when 'achievement_awarded_before' then a.voided_at is null and a.achievement_from is not null and case a.recipient_kind
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
        and fold(x.unit_name) is not distinct from fold(a.unit_name)) end
      when 'repeated_in_decision' then a.voided_at is null and case a.recipient_kind
        when 'individual' then exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $1 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $1)
        and ($2::uuid is null or x.organization_id = $2) and x.form_id = a.form_id and x.decision_id = a.decision_id and x.person_id = a.person_id)
        else exists (select from awards x join award_decisions xd on xd.id = x.decision_id
        where x.id <> a.id and x.voided_at is null and xd.decided_on <= $1 and not exists (select from award_revocations r where r.award_id = x.id and r.voided_at is null and r.decided_on <= $1)
        and ($2::uuid is null or x.organization_id = $2) and x.form_id = a.form_id and x.decision_id = a.decision_id and x.organization_id = a.organization_id and x.recipient_kind = a.recipient_kind
        and fold(x.unit_name) is not distinct from fold(a.unit_name)) end
      when 'presented_before_decision' then a.presented_on < ad.decided_on
      when 'kind_for_individuals' then a.recipient_kind = 'collective' and a.kind in ('service', 'seniority')
      when 'achievement_after_decision' then a.achievement_from > ad.decided_on
      when 'issuer_of_other_level' then exists (select from award_forms f join issuing_bodies b on b.id = ad.issuing_body_id
      where f.id = a.form_id and b.level <> f.issuer_level)
      when 'revoked_without_decision' then exists (select from award_revocations r where r.award_id = a.id and r.voided_at is null
      and r.decided_on <= $1 and r.document_id is null)
      when 'recipient_not_founded' then a.voided_at is null and a.recipient_kind = 'collective'
        and exists (select from organizations o where o.id = a.organization_id and o.founded_on > ad.decided_on)
      when 'paper_of_another_day' then a.voided_at is null and exists (select from documents d where d.id = ad.document_id and d.issued_on <> ad.decided_on)
      when 'paper_of_another_number' then a.voided_at is null and exists (select from documents d where d.id = ad.document_id and replace(fold(d.number), ' ', '') <> replace(fold(ad.number), ' ', ''))
      when 'paper_of_another_body' then a.voided_at is null and exists (select from documents d where d.id = ad.document_id and d.issuing_body_id <> ad.issuing_body_id)
      when 'recipient_ended' then a.voided_at is null and a.recipient_kind = 'collective' and (select s.status from organization_statuses s where s.organization_id = a.organization_id and s.voided_at is null
      and s.valid_from <= ad.decided_on order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted')
      when 'issuer_of_another_time' then a.voided_at is null and exists (select from issuing_bodies b where b.id = ad.issuing_body_id
        and exists (select from codes_issuing_body_level code where code.code = b.level and (code.valid_from > ad.decided_on or code.valid_to <= ad.decided_on))) end)
    and (a.alliance_id = $14)
    and (ad.decided_on >= $15)
    and (ad.decided_on <= $16)
    and (ad.document_id = $17 or exists (select from award_revocations r where r.award_id = a.id and r.document_id = $17 and r.voided_at is null))
    and (a.organization_id = $18)
    and (fold(a.movement) = fold($19))
    and (exists (select from people whose where whose.id = a.person_id and whose.sex = $20))
    and (a.person_id = $21)
    and (a.decision_id = $22)
    and (ad.issuing_body_id = $23)
    and (exists (select from issuing_bodies b where b.id = ad.issuing_body_id and b.level = $24))
    and (a.form_id = $25)
    and (exists (select from award_forms af where af.id = a.form_id and af.code = $26))
    and (a.id = any(array(
      select x.id from organization_names n join awards x on x.organization_id = n.organization_id
        where n.voided_at is null and (n.folded like $27 or n.short_name is not null and fold(n.short_name) like $27) and x.recipient_kind = 'collective'
      union all select x.id from people pe join awards x on x.person_id = pe.id where fold(pe.full_name) like $27
      union all select x.id from awards x where x.unit_name is not null and fold(x.unit_name) like $27)))
    and (greatest(ad.updated_at, greatest(a.updated_at, (select max(part.updated_at) from award_revocations part where part.award_id = a.id and part.voided_at is null), (select max(part.updated_at) from award_revocations part where part.award_id = a.id and part.voided_at is not null))) >= $28)
    and (ad.decided_on, a.id) < ($29, $30)
order by ad.decided_on desc, a.id desc
limit $31 + 1;

-- record, everywhere ($1 asOf, $2 ownOrganizationId, $3 id)
select (select row_to_json(fields)::text from (select de.id as "id",
    de.alliance_id as "allianceId",
    de.number as "number",
    de.decided_on as "decidedOn",
    (select row_to_json(nested) from (select b.id as "id",
    b.level as "level",
    coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from issuing_bodies b
    where (true) and (b.id = de.issuing_body_id) limit 1) nested) as "issuingBody",
    de.signer as "signer",
    de.signer_office as "signerOffice",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = de.document_id) limit 1) nested) as "document",
    (select count(*) from awards a where a.decision_id = de.id and a.voided_at is null) as "awardCount",
    to_char(de.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    de.void_reason as "voidReason",
    de.version as "version",
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
        and exists (select from codes_issuing_body_level code where code.code = b.level and (code.valid_from > ad.decided_on or code.valid_to <= ad.decided_on))) then 'issuer_of_another_time' end], null)) as "warnings"
    from awards a join award_decisions ad on ad.id = a.decision_id
    where (a.voided_at is null) and (a.decision_id = de.id)
    order by a.id) nested)) as "awards") fields) as body, de.version as version
from award_decisions de
where de.id = $3 and (true) and (true);

-- page, everywhere ($1 asOf, $2 ownOrganizationId, $3 limit)
select (select row_to_json(fields)::text from (select de.id as "id",
    de.alliance_id as "allianceId",
    de.number as "number",
    de.decided_on as "decidedOn",
    (select row_to_json(nested) from (select b.id as "id",
    b.level as "level",
    coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from issuing_bodies b
    where (true) and (b.id = de.issuing_body_id) limit 1) nested) as "issuingBody",
    de.signer as "signer",
    de.signer_office as "signerOffice",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = de.document_id) limit 1) nested) as "document",
    (select count(*) from awards a where a.decision_id = de.id and a.voided_at is null) as "awardCount",
    to_char(de.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    de.void_reason as "voidReason",
    de.version as "version",
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
        and exists (select from codes_issuing_body_level code where code.code = b.level and (code.valid_from > ad.decided_on or code.valid_to <= ad.decided_on))) then 'issuer_of_another_time' end], null)) as "warnings"
    from awards a join award_decisions ad on ad.id = a.decision_id
    where (a.voided_at is null) and (a.decision_id = de.id)
    order by a.id) nested)) as "awards") fields) as item,
  json_build_array((de.decided_on)::text, (de.id)::text)::text as keys
from award_decisions de
    where (de.voided_at is null and de.decided_on <= $1)
order by de.decided_on desc, de.id desc
limit $3 + 1;

-- record, within alliance ($1 asOf, $2 ownOrganizationId, $3 id, $4 ownAllianceIds)
select (select row_to_json(fields)::text from (select de.id as "id",
    de.alliance_id as "allianceId",
    de.number as "number",
    de.decided_on as "decidedOn",
    (select row_to_json(nested) from (select b.id as "id",
    b.level as "level",
    coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from issuing_bodies b
    where (true) and (b.id = de.issuing_body_id) limit 1) nested) as "issuingBody",
    de.signer as "signer",
    de.signer_office as "signerOffice",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = de.document_id) limit 1) nested) as "document",
    (select count(*) from awards a where a.decision_id = de.id and a.voided_at is null) as "awardCount",
    to_char(de.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    de.void_reason as "voidReason",
    de.version as "version",
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
        and exists (select from codes_issuing_body_level code where code.code = b.level and (code.valid_from > ad.decided_on or code.valid_to <= ad.decided_on))) then 'issuer_of_another_time' end], null)) as "warnings"
    from awards a join award_decisions ad on ad.id = a.decision_id
    where (a.voided_at is null) and (a.decision_id = de.id)
    order by a.id) nested)) as "awards") fields) as body, de.version as version
from award_decisions de
where de.id = $3 and (true) and (de.alliance_id = any($4));

-- page, within alliance ($1 asOf, $2 ownOrganizationId, $3 ownAllianceIds, $4 limit)
select (select row_to_json(fields)::text from (select de.id as "id",
    de.alliance_id as "allianceId",
    de.number as "number",
    de.decided_on as "decidedOn",
    (select row_to_json(nested) from (select b.id as "id",
    b.level as "level",
    coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from issuing_bodies b
    where (true) and (b.id = de.issuing_body_id) limit 1) nested) as "issuingBody",
    de.signer as "signer",
    de.signer_office as "signerOffice",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = de.document_id) limit 1) nested) as "document",
    (select count(*) from awards a where a.decision_id = de.id and a.voided_at is null) as "awardCount",
    to_char(de.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    de.void_reason as "voidReason",
    de.version as "version",
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
        and exists (select from codes_issuing_body_level code where code.code = b.level and (code.valid_from > ad.decided_on or code.valid_to <= ad.decided_on))) then 'issuer_of_another_time' end], null)) as "warnings"
    from awards a join award_decisions ad on ad.id = a.decision_id
    where (a.voided_at is null) and (a.decision_id = de.id)
    order by a.id) nested)) as "awards") fields) as item,
  json_build_array((de.decided_on)::text, (de.id)::text)::text as keys
from award_decisions de
    where (de.voided_at is null and de.decided_on <= $1)
    and (de.alliance_id = any($3))
order by de.decided_on desc, de.id desc
limit $4 + 1;

-- page, everywhere, with every filter ($1 asOf, $2 ownOrganizationId, $3 allianceId, $4 decidedOnFrom, $5 decidedOnTo, $6 documentId, $7 number, $8 issuingBodyId, $9 q, $10 updatedSince, $11 after0, $12 after1, $13 limit)
select (select row_to_json(fields)::text from (select de.id as "id",
    de.alliance_id as "allianceId",
    de.number as "number",
    de.decided_on as "decidedOn",
    (select row_to_json(nested) from (select b.id as "id",
    b.level as "level",
    coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from issuing_bodies b
    where (true) and (b.id = de.issuing_body_id) limit 1) nested) as "issuingBody",
    de.signer as "signer",
    de.signer_office as "signerOffice",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = de.document_id) limit 1) nested) as "document",
    (select count(*) from awards a where a.decision_id = de.id and a.voided_at is null) as "awardCount",
    to_char(de.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    de.void_reason as "voidReason",
    de.version as "version",
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
        and exists (select from codes_issuing_body_level code where code.code = b.level and (code.valid_from > ad.decided_on or code.valid_to <= ad.decided_on))) then 'issuer_of_another_time' end], null)) as "warnings"
    from awards a join award_decisions ad on ad.id = a.decision_id
    where (a.voided_at is null) and (a.decision_id = de.id)
    order by a.id) nested)) as "awards") fields) as item,
  json_build_array((de.decided_on)::text, (de.id)::text)::text as keys,
  (select count(*) from award_decisions de where (de.voided_at is null and de.decided_on <= $1)
    and (de.alliance_id = $3)
    and (de.decided_on >= $4)
    and (de.decided_on <= $5)
    and (de.document_id = $6)
    and (number_key(de.number) = number_key($7))
    and (de.issuing_body_id = $8)
    and (fold(de.number || ' ' || coalesce(de.signer, '')) like $9)
    and (greatest(greatest(de.updated_at, (select max(part.updated_at) from awards part where part.decision_id = de.id and part.voided_at is null), (select max(part.updated_at) from awards part where part.decision_id = de.id and part.voided_at is not null)), (select max(revocation.updated_at)
    from awards award join award_revocations revocation on revocation.award_id = award.id where award.decision_id = de.id)) >= $10)) as total
from award_decisions de
    where (de.voided_at is null and de.decided_on <= $1)
    and (de.alliance_id = $3)
    and (de.decided_on >= $4)
    and (de.decided_on <= $5)
    and (de.document_id = $6)
    and (number_key(de.number) = number_key($7))
    and (de.issuing_body_id = $8)
    and (fold(de.number || ' ' || coalesce(de.signer, '')) like $9)
    and (greatest(greatest(de.updated_at, (select max(part.updated_at) from awards part where part.decision_id = de.id and part.voided_at is null), (select max(part.updated_at) from awards part where part.decision_id = de.id and part.voided_at is not null)), (select max(revocation.updated_at)
    from awards award join award_revocations revocation on revocation.award_id = award.id where award.decision_id = de.id)) >= $10)
    and (de.decided_on, de.id) < ($11, $12)
order by de.decided_on desc, de.id desc
limit $13 + 1;

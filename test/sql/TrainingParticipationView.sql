-- record, everywhere ($1 asOf, $2 ownOrganizationId, $3 id)
select (select row_to_json(fields)::text from (select tp.id as "id",
    tp.alliance_id as "allianceId",
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
      and s.valid_from <= course.starts_on order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end], null)) as "warnings",
    to_char(tp.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    tp.void_reason as "voidReason",
    tp.version as "version") fields) as body, tp.version as version
from training_participations tp join training_courses course on course.id = tp.course_id
    join people participant on participant.id = tp.person_id
where tp.id = $3 and (true) and (true);

-- page, everywhere ($1 asOf, $2 ownOrganizationId, $3 limit)
select (select row_to_json(fields)::text from (select tp.id as "id",
    tp.alliance_id as "allianceId",
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
      and s.valid_from <= course.starts_on order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end], null)) as "warnings",
    to_char(tp.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    tp.void_reason as "voidReason",
    tp.version as "version") fields) as item,
  json_build_array((course.ends_on)::text, (tp.id)::text)::text as keys
from training_participations tp join training_courses course on course.id = tp.course_id
    join people participant on participant.id = tp.person_id
    where (tp.voided_at is null and course.starts_on <= $1)
order by course.ends_on desc, tp.id desc
limit $3 + 1;

-- record, within alliance ($1 asOf, $2 ownOrganizationId, $3 id, $4 ownAllianceIds)
select (select row_to_json(fields)::text from (select tp.id as "id",
    tp.alliance_id as "allianceId",
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
      and s.valid_from <= course.starts_on order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end], null)) as "warnings",
    to_char(tp.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    tp.void_reason as "voidReason",
    tp.version as "version") fields) as body, tp.version as version
from training_participations tp join training_courses course on course.id = tp.course_id
    join people participant on participant.id = tp.person_id
where tp.id = $3 and (true) and (tp.alliance_id = any($4));

-- page, within alliance ($1 asOf, $2 ownOrganizationId, $3 ownAllianceIds, $4 limit)
select (select row_to_json(fields)::text from (select tp.id as "id",
    tp.alliance_id as "allianceId",
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
      and s.valid_from <= course.starts_on order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end], null)) as "warnings",
    to_char(tp.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    tp.void_reason as "voidReason",
    tp.version as "version") fields) as item,
  json_build_array((course.ends_on)::text, (tp.id)::text)::text as keys
from training_participations tp join training_courses course on course.id = tp.course_id
    join people participant on participant.id = tp.person_id
    where (tp.voided_at is null and course.starts_on <= $1)
    and (tp.alliance_id = any($3))
order by course.ends_on desc, tp.id desc
limit $4 + 1;

-- record, within organization ($1 asOf, $2 ownOrganizationId, $3 id)
select (select row_to_json(fields)::text from (select tp.id as "id",
    tp.alliance_id as "allianceId",
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
      and s.valid_from <= course.starts_on order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end], null)) as "warnings",
    to_char(tp.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    tp.void_reason as "voidReason",
    tp.version as "version") fields) as body, tp.version as version
from training_participations tp join training_courses course on course.id = tp.course_id
    join people participant on participant.id = tp.person_id
where tp.id = $3 and (true) and (tp.organization_id = $2);

-- page, within organization ($1 asOf, $2 ownOrganizationId, $3 limit)
select (select row_to_json(fields)::text from (select tp.id as "id",
    tp.alliance_id as "allianceId",
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
      and s.valid_from <= course.starts_on order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end], null)) as "warnings",
    to_char(tp.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    tp.void_reason as "voidReason",
    tp.version as "version") fields) as item,
  json_build_array((course.ends_on)::text, (tp.id)::text)::text as keys
from training_participations tp join training_courses course on course.id = tp.course_id
    join people participant on participant.id = tp.person_id
    where (tp.voided_at is null and course.starts_on <= $1)
    and (tp.organization_id = $2)
order by course.ends_on desc, tp.id desc
limit $3 + 1;

-- page, everywhere, with every filter ($1 asOf, $2 ownOrganizationId, $3 allianceId, $4 endsOnFrom, $5 endsOnTo, $6 result, $7 warning, $8 sex, $9 certificateNumber, $10 courseId, $11 personId, $12 organizationId, $13 q, $14 updatedSince, $15 after0, $16 after1, $17 limit)
select (select row_to_json(fields)::text from (select tp.id as "id",
    tp.alliance_id as "allianceId",
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
      and s.valid_from <= course.starts_on order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end], null)) as "warnings",
    to_char(tp.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    tp.void_reason as "voidReason",
    tp.version as "version") fields) as item,
  json_build_array((course.ends_on)::text, (tp.id)::text)::text as keys,
  (select count(*) from training_participations tp join training_courses course on course.id = tp.course_id
    join people participant on participant.id = tp.person_id where (tp.voided_at is null and course.starts_on <= $1)
    and (tp.alliance_id = $3)
    and (course.ends_on >= $4)
    and (course.ends_on <= $5)
    and (case when course.ends_on <= $1 then tp.result else 'attending' end = $6)
    and (case $7 when 'certificate_of_another' then tp.voided_at is null and course.ends_on <= $1 and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '')
        and exists (select from training_participations x join training_courses taken on taken.id = x.course_id
        where x.certificate_number collate any_case = tp.certificate_number and x.person_id <> tp.person_id
        and x.alliance_id = tp.alliance_id and x.voided_at is null and taken.ends_on <= $1)
      when 'organization_not_founded' then tp.voided_at is null
        and exists (select from organizations o where o.id = tp.organization_id and o.founded_on > course.ends_on)
      when 'organization_ended' then tp.voided_at is null and (select s.status from organization_statuses s where s.organization_id = tp.organization_id and s.voided_at is null
      and s.valid_from <= course.starts_on order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') end)
    and (exists (select from people whose where whose.id = tp.person_id and whose.sex = $8))
    and (tp.certificate_number collate any_case = $9 and course.ends_on <= $1)
    and (tp.course_id = $10)
    and (tp.person_id = $11)
    and (tp.organization_id = $12)
    and (tp.person_id = any(array(select named.id from people named where fold(named.full_name) like (select $13))))
    and (greatest(tp.updated_at, course.updated_at) >= $14)) as total
from training_participations tp join training_courses course on course.id = tp.course_id
    join people participant on participant.id = tp.person_id
    where (tp.voided_at is null and course.starts_on <= $1)
    and (tp.alliance_id = $3)
    and (course.ends_on >= $4)
    and (course.ends_on <= $5)
    and (case when course.ends_on <= $1 then tp.result else 'attending' end = $6)
    and (case $7 when 'certificate_of_another' then tp.voided_at is null and course.ends_on <= $1 and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '')
        and exists (select from training_participations x join training_courses taken on taken.id = x.course_id
        where x.certificate_number collate any_case = tp.certificate_number and x.person_id <> tp.person_id
        and x.alliance_id = tp.alliance_id and x.voided_at is null and taken.ends_on <= $1)
      when 'organization_not_founded' then tp.voided_at is null
        and exists (select from organizations o where o.id = tp.organization_id and o.founded_on > course.ends_on)
      when 'organization_ended' then tp.voided_at is null and (select s.status from organization_statuses s where s.organization_id = tp.organization_id and s.voided_at is null
      and s.valid_from <= course.starts_on order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') end)
    and (exists (select from people whose where whose.id = tp.person_id and whose.sex = $8))
    and (tp.certificate_number collate any_case = $9 and course.ends_on <= $1)
    and (tp.course_id = $10)
    and (tp.person_id = $11)
    and (tp.organization_id = $12)
    and (tp.person_id = any(array(select named.id from people named where fold(named.full_name) like (select $13))))
    and (greatest(tp.updated_at, course.updated_at) >= $14)
    and (course.ends_on, tp.id) < ($15, $16)
order by course.ends_on desc, tp.id desc
limit $17 + 1;

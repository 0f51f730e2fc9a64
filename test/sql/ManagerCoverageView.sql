-- record, everywhere ($1 asOf, $2 ownAllianceIds, $3 from, $4 to, $5 id)
select (select row_to_json(fields)::text from (select pe.id as "id",
    pe.alliance_id as "allianceId",
    pe.full_name as "fullName",
    case when pe.erased_at is null and pe.full_name <> '(đã xóa)'
      then json_build_object('family', pe.family_name, 'middle', pe.middle_name, 'given', pe.given_name)
      else json_build_object('family', '', 'middle', '', 'given', pe.full_name) end as "name",
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
    po.position as "position"
    from positions po
    where (po.voided_at is null and po.alliance_id = any($2) and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from manager_positions mp where mp.position_code = po.position and mp.voided_at is null
      and (mp.alliance_id is null or mp.alliance_id = po.alliance_id)
      and mp.valid_from <= $1 and (mp.valid_to is null or mp.valid_to > $1))) and (po.person_id = pe.id)
    order by po.valid_from, po.id) nested)) as "positions",
    exists (select from training_participations tp join training_courses c on c.id = tp.course_id
      where tp.person_id = pe.id and tp.voided_at is null and tp.alliance_id = any($2) and c.voided_at is null and tp.result in ('completed', 'excellent')
      and c.ends_on between $3 and least($4::date, $1::date)) as "trained",
    array_to_json(array(select row_to_json(nested) from (select c.id as "id",
    c.name as "name",
    c.ends_on as "endsOn",
    tp.result as "result"
    from training_participations tp join training_courses c on c.id = tp.course_id
    where (tp.voided_at is null and tp.alliance_id = any($2) and c.voided_at is null and tp.result in ('completed', 'excellent')
      and c.ends_on between $3 and least($4::date, $1::date)) and (tp.person_id = pe.id)
    order by c.ends_on, c.id) nested)) as "courses") fields) as body, null::integer as version
from people pe
where pe.id = $5 and (pe.voided_at is null and (exists (select po.person_id from positions po join organizations o on o.id = po.organization_id
      where po.voided_at is null and po.alliance_id = any($2) and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from manager_positions mp where mp.position_code = po.position and mp.voided_at is null
      and (mp.alliance_id is null or mp.alliance_id = po.alliance_id)
      and mp.valid_from <= $1 and (mp.valid_to is null or mp.valid_to > $1)) and (o.founded_on is null or o.founded_on <= $1) and o.id not in (select ended.organization_id from organization_statuses ended
      where ended.voided_at is null and ended.valid_from <= $1 and ended.status in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted')
      and not exists (select from organization_statuses later where later.organization_id = ended.organization_id
        and later.voided_at is null and later.valid_from <= $1 and later.valid_from > ended.valid_from)) and po.person_id = pe.id and true)) is true) and (true);

-- page, everywhere ($1 asOf, $2 ownAllianceIds, $3 from, $4 to, $5 limit)
select (select row_to_json(fields)::text from (select pe.id as "id",
    pe.alliance_id as "allianceId",
    pe.full_name as "fullName",
    case when pe.erased_at is null and pe.full_name <> '(đã xóa)'
      then json_build_object('family', pe.family_name, 'middle', pe.middle_name, 'given', pe.given_name)
      else json_build_object('family', '', 'middle', '', 'given', pe.full_name) end as "name",
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
    po.position as "position"
    from positions po
    where (po.voided_at is null and po.alliance_id = any($2) and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from manager_positions mp where mp.position_code = po.position and mp.voided_at is null
      and (mp.alliance_id is null or mp.alliance_id = po.alliance_id)
      and mp.valid_from <= $1 and (mp.valid_to is null or mp.valid_to > $1))) and (po.person_id = pe.id)
    order by po.valid_from, po.id) nested)) as "positions",
    exists (select from training_participations tp join training_courses c on c.id = tp.course_id
      where tp.person_id = pe.id and tp.voided_at is null and tp.alliance_id = any($2) and c.voided_at is null and tp.result in ('completed', 'excellent')
      and c.ends_on between $3 and least($4::date, $1::date)) as "trained",
    array_to_json(array(select row_to_json(nested) from (select c.id as "id",
    c.name as "name",
    c.ends_on as "endsOn",
    tp.result as "result"
    from training_participations tp join training_courses c on c.id = tp.course_id
    where (tp.voided_at is null and tp.alliance_id = any($2) and c.voided_at is null and tp.result in ('completed', 'excellent')
      and c.ends_on between $3 and least($4::date, $1::date)) and (tp.person_id = pe.id)
    order by c.ends_on, c.id) nested)) as "courses") fields) as item,
  json_build_array((array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu")::text, (pe.id)::text)::text as keys
from people pe
    where (pe.voided_at is null and (exists (select po.person_id from positions po join organizations o on o.id = po.organization_id
      where po.voided_at is null and po.alliance_id = any($2) and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from manager_positions mp where mp.position_code = po.position and mp.voided_at is null
      and (mp.alliance_id is null or mp.alliance_id = po.alliance_id)
      and mp.valid_from <= $1 and (mp.valid_to is null or mp.valid_to > $1)) and (o.founded_on is null or o.founded_on <= $1) and o.id not in (select ended.organization_id from organization_statuses ended
      where ended.voided_at is null and ended.valid_from <= $1 and ended.status in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted')
      and not exists (select from organization_statuses later where later.organization_id = ended.organization_id
        and later.voided_at is null and later.valid_from <= $1 and later.valid_from > ended.valid_from)) and po.person_id = pe.id and true)) is true)
order by array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu" asc, pe.id asc
limit $5 + 1;

-- record, within alliance ($1 asOf, $2 ownAllianceIds, $3 from, $4 to, $5 id)
select (select row_to_json(fields)::text from (select pe.id as "id",
    pe.alliance_id as "allianceId",
    pe.full_name as "fullName",
    case when pe.erased_at is null and pe.full_name <> '(đã xóa)'
      then json_build_object('family', pe.family_name, 'middle', pe.middle_name, 'given', pe.given_name)
      else json_build_object('family', '', 'middle', '', 'given', pe.full_name) end as "name",
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
    po.position as "position"
    from positions po
    where (po.voided_at is null and po.alliance_id = any($2) and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from manager_positions mp where mp.position_code = po.position and mp.voided_at is null
      and (mp.alliance_id is null or mp.alliance_id = po.alliance_id)
      and mp.valid_from <= $1 and (mp.valid_to is null or mp.valid_to > $1))) and (po.person_id = pe.id)
    order by po.valid_from, po.id) nested)) as "positions",
    exists (select from training_participations tp join training_courses c on c.id = tp.course_id
      where tp.person_id = pe.id and tp.voided_at is null and tp.alliance_id = any($2) and c.voided_at is null and tp.result in ('completed', 'excellent')
      and c.ends_on between $3 and least($4::date, $1::date)) as "trained",
    array_to_json(array(select row_to_json(nested) from (select c.id as "id",
    c.name as "name",
    c.ends_on as "endsOn",
    tp.result as "result"
    from training_participations tp join training_courses c on c.id = tp.course_id
    where (tp.voided_at is null and tp.alliance_id = any($2) and c.voided_at is null and tp.result in ('completed', 'excellent')
      and c.ends_on between $3 and least($4::date, $1::date)) and (tp.person_id = pe.id)
    order by c.ends_on, c.id) nested)) as "courses") fields) as body, null::integer as version
from people pe
where pe.id = $5 and (pe.voided_at is null and (exists (select po.person_id from positions po join organizations o on o.id = po.organization_id
      where po.voided_at is null and po.alliance_id = any($2) and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from manager_positions mp where mp.position_code = po.position and mp.voided_at is null
      and (mp.alliance_id is null or mp.alliance_id = po.alliance_id)
      and mp.valid_from <= $1 and (mp.valid_to is null or mp.valid_to > $1)) and (o.founded_on is null or o.founded_on <= $1) and o.id not in (select ended.organization_id from organization_statuses ended
      where ended.voided_at is null and ended.valid_from <= $1 and ended.status in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted')
      and not exists (select from organization_statuses later where later.organization_id = ended.organization_id
        and later.voided_at is null and later.valid_from <= $1 and later.valid_from > ended.valid_from)) and po.person_id = pe.id and true)) is true) and (pe.alliance_id = any($2));

-- page, within alliance ($1 asOf, $2 ownAllianceIds, $3 from, $4 to, $5 limit)
select (select row_to_json(fields)::text from (select pe.id as "id",
    pe.alliance_id as "allianceId",
    pe.full_name as "fullName",
    case when pe.erased_at is null and pe.full_name <> '(đã xóa)'
      then json_build_object('family', pe.family_name, 'middle', pe.middle_name, 'given', pe.given_name)
      else json_build_object('family', '', 'middle', '', 'given', pe.full_name) end as "name",
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
    po.position as "position"
    from positions po
    where (po.voided_at is null and po.alliance_id = any($2) and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from manager_positions mp where mp.position_code = po.position and mp.voided_at is null
      and (mp.alliance_id is null or mp.alliance_id = po.alliance_id)
      and mp.valid_from <= $1 and (mp.valid_to is null or mp.valid_to > $1))) and (po.person_id = pe.id)
    order by po.valid_from, po.id) nested)) as "positions",
    exists (select from training_participations tp join training_courses c on c.id = tp.course_id
      where tp.person_id = pe.id and tp.voided_at is null and tp.alliance_id = any($2) and c.voided_at is null and tp.result in ('completed', 'excellent')
      and c.ends_on between $3 and least($4::date, $1::date)) as "trained",
    array_to_json(array(select row_to_json(nested) from (select c.id as "id",
    c.name as "name",
    c.ends_on as "endsOn",
    tp.result as "result"
    from training_participations tp join training_courses c on c.id = tp.course_id
    where (tp.voided_at is null and tp.alliance_id = any($2) and c.voided_at is null and tp.result in ('completed', 'excellent')
      and c.ends_on between $3 and least($4::date, $1::date)) and (tp.person_id = pe.id)
    order by c.ends_on, c.id) nested)) as "courses") fields) as item,
  json_build_array((array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu")::text, (pe.id)::text)::text as keys
from people pe
    where (pe.voided_at is null and (exists (select po.person_id from positions po join organizations o on o.id = po.organization_id
      where po.voided_at is null and po.alliance_id = any($2) and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from manager_positions mp where mp.position_code = po.position and mp.voided_at is null
      and (mp.alliance_id is null or mp.alliance_id = po.alliance_id)
      and mp.valid_from <= $1 and (mp.valid_to is null or mp.valid_to > $1)) and (o.founded_on is null or o.founded_on <= $1) and o.id not in (select ended.organization_id from organization_statuses ended
      where ended.voided_at is null and ended.valid_from <= $1 and ended.status in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted')
      and not exists (select from organization_statuses later where later.organization_id = ended.organization_id
        and later.voided_at is null and later.valid_from <= $1 and later.valid_from > ended.valid_from)) and po.person_id = pe.id and true)) is true)
    and (pe.alliance_id = any($2))
order by array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu" asc, pe.id asc
limit $5 + 1;

-- page, everywhere, with every filter ($1 asOf, $2 ownAllianceIds, $3 from, $4 to, $5 allianceId, $6 trained, $7 kind, $8 organizationId, $9 q, $10 after0, $11 after1, $12 limit)
select (select row_to_json(fields)::text from (select pe.id as "id",
    pe.alliance_id as "allianceId",
    pe.full_name as "fullName",
    case when pe.erased_at is null and pe.full_name <> '(đã xóa)'
      then json_build_object('family', pe.family_name, 'middle', pe.middle_name, 'given', pe.given_name)
      else json_build_object('family', '', 'middle', '', 'given', pe.full_name) end as "name",
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
    po.position as "position"
    from positions po
    where (po.voided_at is null and po.alliance_id = any($2) and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from manager_positions mp where mp.position_code = po.position and mp.voided_at is null
      and (mp.alliance_id is null or mp.alliance_id = po.alliance_id)
      and mp.valid_from <= $1 and (mp.valid_to is null or mp.valid_to > $1))) and (po.person_id = pe.id)
    order by po.valid_from, po.id) nested)) as "positions",
    exists (select from training_participations tp join training_courses c on c.id = tp.course_id
      where tp.person_id = pe.id and tp.voided_at is null and tp.alliance_id = any($2) and c.voided_at is null and tp.result in ('completed', 'excellent')
      and c.ends_on between $3 and least($4::date, $1::date)) as "trained",
    array_to_json(array(select row_to_json(nested) from (select c.id as "id",
    c.name as "name",
    c.ends_on as "endsOn",
    tp.result as "result"
    from training_participations tp join training_courses c on c.id = tp.course_id
    where (tp.voided_at is null and tp.alliance_id = any($2) and c.voided_at is null and tp.result in ('completed', 'excellent')
      and c.ends_on between $3 and least($4::date, $1::date)) and (tp.person_id = pe.id)
    order by c.ends_on, c.id) nested)) as "courses") fields) as item,
  json_build_array((array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu")::text, (pe.id)::text)::text as keys,
  (select count(*) from people pe where (pe.voided_at is null and (exists (select po.person_id from positions po join organizations o on o.id = po.organization_id
      where po.voided_at is null and po.alliance_id = any($2) and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from manager_positions mp where mp.position_code = po.position and mp.voided_at is null
      and (mp.alliance_id is null or mp.alliance_id = po.alliance_id)
      and mp.valid_from <= $1 and (mp.valid_to is null or mp.valid_to > $1)) and (o.founded_on is null or o.founded_on <= $1) and o.id not in (select ended.organization_id from organization_statuses ended
      where ended.voided_at is null and ended.valid_from <= $1 and ended.status in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted')
      and not exists (select from organization_statuses later where later.organization_id = ended.organization_id
        and later.voided_at is null and later.valid_from <= $1 and later.valid_from > ended.valid_from)) and po.person_id = pe.id and true)) is true)
    and (pe.alliance_id = $5)
    and (exists (select from training_participations tp join training_courses c on c.id = tp.course_id
      where tp.person_id = pe.id and tp.voided_at is null and tp.alliance_id = any($2) and c.voided_at is null and tp.result in ('completed', 'excellent')
      and c.ends_on between $3 and least($4::date, $1::date)) = $6)
    and ((exists (select po.person_id from positions po join organizations o on o.id = po.organization_id
      where po.voided_at is null and po.alliance_id = any($2) and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from manager_positions mp where mp.position_code = po.position and mp.voided_at is null
      and (mp.alliance_id is null or mp.alliance_id = po.alliance_id)
      and mp.valid_from <= $1 and (mp.valid_to is null or mp.valid_to > $1)) and (o.founded_on is null or o.founded_on <= $1) and o.id not in (select ended.organization_id from organization_statuses ended
      where ended.voided_at is null and ended.valid_from <= $1 and ended.status in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted')
      and not exists (select from organization_statuses later where later.organization_id = ended.organization_id
        and later.voided_at is null and later.valid_from <= $1 and later.valid_from > ended.valid_from)) and po.person_id = pe.id and o.kind = $7)) is true)
    and (pe.id = any(array(select po.person_id from positions po join organizations o on o.id = po.organization_id
      where po.voided_at is null and po.alliance_id = any($2) and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from manager_positions mp where mp.position_code = po.position and mp.voided_at is null
      and (mp.alliance_id is null or mp.alliance_id = po.alliance_id)
      and mp.valid_from <= $1 and (mp.valid_to is null or mp.valid_to > $1)) and (o.founded_on is null or o.founded_on <= $1) and o.id not in (select ended.organization_id from organization_statuses ended
      where ended.voided_at is null and ended.valid_from <= $1 and ended.status in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted')
      and not exists (select from organization_statuses later where later.organization_id = ended.organization_id
        and later.voided_at is null and later.valid_from <= $1 and later.valid_from > ended.valid_from)) and po.organization_id = $8)))
    and (pe.id = any(array(select named.id from people named where fold(named.full_name) like (select $9))))) as total
from people pe
    where (pe.voided_at is null and (exists (select po.person_id from positions po join organizations o on o.id = po.organization_id
      where po.voided_at is null and po.alliance_id = any($2) and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from manager_positions mp where mp.position_code = po.position and mp.voided_at is null
      and (mp.alliance_id is null or mp.alliance_id = po.alliance_id)
      and mp.valid_from <= $1 and (mp.valid_to is null or mp.valid_to > $1)) and (o.founded_on is null or o.founded_on <= $1) and o.id not in (select ended.organization_id from organization_statuses ended
      where ended.voided_at is null and ended.valid_from <= $1 and ended.status in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted')
      and not exists (select from organization_statuses later where later.organization_id = ended.organization_id
        and later.voided_at is null and later.valid_from <= $1 and later.valid_from > ended.valid_from)) and po.person_id = pe.id and true)) is true)
    and (pe.alliance_id = $5)
    and (exists (select from training_participations tp join training_courses c on c.id = tp.course_id
      where tp.person_id = pe.id and tp.voided_at is null and tp.alliance_id = any($2) and c.voided_at is null and tp.result in ('completed', 'excellent')
      and c.ends_on between $3 and least($4::date, $1::date)) = $6)
    and ((exists (select po.person_id from positions po join organizations o on o.id = po.organization_id
      where po.voided_at is null and po.alliance_id = any($2) and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from manager_positions mp where mp.position_code = po.position and mp.voided_at is null
      and (mp.alliance_id is null or mp.alliance_id = po.alliance_id)
      and mp.valid_from <= $1 and (mp.valid_to is null or mp.valid_to > $1)) and (o.founded_on is null or o.founded_on <= $1) and o.id not in (select ended.organization_id from organization_statuses ended
      where ended.voided_at is null and ended.valid_from <= $1 and ended.status in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted')
      and not exists (select from organization_statuses later where later.organization_id = ended.organization_id
        and later.voided_at is null and later.valid_from <= $1 and later.valid_from > ended.valid_from)) and po.person_id = pe.id and o.kind = $7)) is true)
    and (pe.id = any(array(select po.person_id from positions po join organizations o on o.id = po.organization_id
      where po.voided_at is null and po.alliance_id = any($2) and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from manager_positions mp where mp.position_code = po.position and mp.voided_at is null
      and (mp.alliance_id is null or mp.alliance_id = po.alliance_id)
      and mp.valid_from <= $1 and (mp.valid_to is null or mp.valid_to > $1)) and (o.founded_on is null or o.founded_on <= $1) and o.id not in (select ended.organization_id from organization_statuses ended
      where ended.voided_at is null and ended.valid_from <= $1 and ended.status in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted')
      and not exists (select from organization_statuses later where later.organization_id = ended.organization_id
        and later.voided_at is null and later.valid_from <= $1 and later.valid_from > ended.valid_from)) and po.organization_id = $8)))
    and (pe.id = any(array(select named.id from people named where fold(named.full_name) like (select $9))))
    and (array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu", pe.id) > ($10, $11)
order by array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu" asc, pe.id asc
limit $12 + 1;

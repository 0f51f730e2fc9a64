-- record, everywhere ($1 ownAllianceIds, $2 from, $3 to, $4 id)
select (select row_to_json(fields)::text from (select pe.id as "id",
    pe.alliance_id as "allianceId",
    pe.full_name as "fullName",
    case when pe.erased_at is null and pe.full_name <> '(đã xóa)'
      then json_build_object('family', pe.family_name, 'middle', pe.middle_name, 'given', pe.given_name)
      else json_build_object('family', '', 'middle', '', 'given', pe.full_name) end as "name",
    array_to_json(array(select row_to_json(nested) from (select c.id as "id",
    c.name as "name",
    c.ends_on as "endsOn",
    tp.result as "result"
    from training_participations tp join training_courses c on c.id = tp.course_id
    where (tp.voided_at is null and tp.alliance_id = any($1) and c.voided_at is null and tp.result in ('completed', 'excellent')
      and c.ends_on between $2 and $3) and (tp.person_id = pe.id)
    order by c.ends_on, c.id) nested)) as "courses") fields) as body, null::integer as version
from people pe
where pe.id = $4 and (pe.voided_at is null and (exists (select from training_participations tp join training_courses c on c.id = tp.course_id
      where tp.person_id = pe.id and tp.voided_at is null and tp.alliance_id = any($1) and c.voided_at is null and tp.result in ('completed', 'excellent')
      and c.ends_on between $2 and $3)) is true) and (true);

-- page, everywhere ($1 ownAllianceIds, $2 from, $3 to, $4 limit)
select (select row_to_json(fields)::text from (select pe.id as "id",
    pe.alliance_id as "allianceId",
    pe.full_name as "fullName",
    case when pe.erased_at is null and pe.full_name <> '(đã xóa)'
      then json_build_object('family', pe.family_name, 'middle', pe.middle_name, 'given', pe.given_name)
      else json_build_object('family', '', 'middle', '', 'given', pe.full_name) end as "name",
    array_to_json(array(select row_to_json(nested) from (select c.id as "id",
    c.name as "name",
    c.ends_on as "endsOn",
    tp.result as "result"
    from training_participations tp join training_courses c on c.id = tp.course_id
    where (tp.voided_at is null and tp.alliance_id = any($1) and c.voided_at is null and tp.result in ('completed', 'excellent')
      and c.ends_on between $2 and $3) and (tp.person_id = pe.id)
    order by c.ends_on, c.id) nested)) as "courses") fields) as item,
  json_build_array((array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu")::text, (pe.id)::text)::text as keys
from people pe
    where (pe.voided_at is null and (exists (select from training_participations tp join training_courses c on c.id = tp.course_id
      where tp.person_id = pe.id and tp.voided_at is null and tp.alliance_id = any($1) and c.voided_at is null and tp.result in ('completed', 'excellent')
      and c.ends_on between $2 and $3)) is true)
order by array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu" asc, pe.id asc
limit $4 + 1;

-- record, within alliance ($1 ownAllianceIds, $2 from, $3 to, $4 id)
select (select row_to_json(fields)::text from (select pe.id as "id",
    pe.alliance_id as "allianceId",
    pe.full_name as "fullName",
    case when pe.erased_at is null and pe.full_name <> '(đã xóa)'
      then json_build_object('family', pe.family_name, 'middle', pe.middle_name, 'given', pe.given_name)
      else json_build_object('family', '', 'middle', '', 'given', pe.full_name) end as "name",
    array_to_json(array(select row_to_json(nested) from (select c.id as "id",
    c.name as "name",
    c.ends_on as "endsOn",
    tp.result as "result"
    from training_participations tp join training_courses c on c.id = tp.course_id
    where (tp.voided_at is null and tp.alliance_id = any($1) and c.voided_at is null and tp.result in ('completed', 'excellent')
      and c.ends_on between $2 and $3) and (tp.person_id = pe.id)
    order by c.ends_on, c.id) nested)) as "courses") fields) as body, null::integer as version
from people pe
where pe.id = $4 and (pe.voided_at is null and (exists (select from training_participations tp join training_courses c on c.id = tp.course_id
      where tp.person_id = pe.id and tp.voided_at is null and tp.alliance_id = any($1) and c.voided_at is null and tp.result in ('completed', 'excellent')
      and c.ends_on between $2 and $3)) is true) and (pe.alliance_id = any($1));

-- page, within alliance ($1 ownAllianceIds, $2 from, $3 to, $4 limit)
select (select row_to_json(fields)::text from (select pe.id as "id",
    pe.alliance_id as "allianceId",
    pe.full_name as "fullName",
    case when pe.erased_at is null and pe.full_name <> '(đã xóa)'
      then json_build_object('family', pe.family_name, 'middle', pe.middle_name, 'given', pe.given_name)
      else json_build_object('family', '', 'middle', '', 'given', pe.full_name) end as "name",
    array_to_json(array(select row_to_json(nested) from (select c.id as "id",
    c.name as "name",
    c.ends_on as "endsOn",
    tp.result as "result"
    from training_participations tp join training_courses c on c.id = tp.course_id
    where (tp.voided_at is null and tp.alliance_id = any($1) and c.voided_at is null and tp.result in ('completed', 'excellent')
      and c.ends_on between $2 and $3) and (tp.person_id = pe.id)
    order by c.ends_on, c.id) nested)) as "courses") fields) as item,
  json_build_array((array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu")::text, (pe.id)::text)::text as keys
from people pe
    where (pe.voided_at is null and (exists (select from training_participations tp join training_courses c on c.id = tp.course_id
      where tp.person_id = pe.id and tp.voided_at is null and tp.alliance_id = any($1) and c.voided_at is null and tp.result in ('completed', 'excellent')
      and c.ends_on between $2 and $3)) is true)
    and (pe.alliance_id = any($1))
order by array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu" asc, pe.id asc
limit $4 + 1;

-- page, everywhere, with every filter ($1 ownAllianceIds, $2 from, $3 to, $4 allianceId, $5 q, $6 after0, $7 after1, $8 limit)
select (select row_to_json(fields)::text from (select pe.id as "id",
    pe.alliance_id as "allianceId",
    pe.full_name as "fullName",
    case when pe.erased_at is null and pe.full_name <> '(đã xóa)'
      then json_build_object('family', pe.family_name, 'middle', pe.middle_name, 'given', pe.given_name)
      else json_build_object('family', '', 'middle', '', 'given', pe.full_name) end as "name",
    array_to_json(array(select row_to_json(nested) from (select c.id as "id",
    c.name as "name",
    c.ends_on as "endsOn",
    tp.result as "result"
    from training_participations tp join training_courses c on c.id = tp.course_id
    where (tp.voided_at is null and tp.alliance_id = any($1) and c.voided_at is null and tp.result in ('completed', 'excellent')
      and c.ends_on between $2 and $3) and (tp.person_id = pe.id)
    order by c.ends_on, c.id) nested)) as "courses") fields) as item,
  json_build_array((array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu")::text, (pe.id)::text)::text as keys,
  (select count(*) from people pe where (pe.voided_at is null and (exists (select from training_participations tp join training_courses c on c.id = tp.course_id
      where tp.person_id = pe.id and tp.voided_at is null and tp.alliance_id = any($1) and c.voided_at is null and tp.result in ('completed', 'excellent')
      and c.ends_on between $2 and $3)) is true)
    and (pe.alliance_id = $4)
    and (pe.id = any(array(select named.id from people named where fold(named.full_name) like (select $5))))) as total
from people pe
    where (pe.voided_at is null and (exists (select from training_participations tp join training_courses c on c.id = tp.course_id
      where tp.person_id = pe.id and tp.voided_at is null and tp.alliance_id = any($1) and c.voided_at is null and tp.result in ('completed', 'excellent')
      and c.ends_on between $2 and $3)) is true)
    and (pe.alliance_id = $4)
    and (pe.id = any(array(select named.id from people named where fold(named.full_name) like (select $5))))
    and (array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu", pe.id) > ($6, $7)
order by array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu" asc, pe.id asc
limit $8 + 1;

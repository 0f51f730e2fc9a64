-- record, everywhere ($1 ownAllianceIds, $2 from, $3 to, $4 asOf, $5 id)
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
      and c.ends_on between $2 and least($3::date, $4::date)) and (tp.person_id = pe.id)
    order by c.ends_on, c.id) nested)) as "courses") fields) as body, null::integer as version
from people pe
where pe.id = $5 and (pe.voided_at is null and (exists (select from training_participations tp join training_courses c on c.id = tp.course_id
      where tp.person_id = pe.id and tp.voided_at is null and tp.alliance_id = any($1) and c.voided_at is null and tp.result in ('completed', 'excellent')
      and c.ends_on between $2 and least($3::date, $4::date))) is true) and (true);

-- page, everywhere ($1 ownAllianceIds, $2 from, $3 to, $4 asOf, $5 limit)
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
      and c.ends_on between $2 and least($3::date, $4::date)) and (tp.person_id = pe.id)
    order by c.ends_on, c.id) nested)) as "courses") fields) as item,
  json_build_array((array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu")::text, (pe.id)::text)::text as keys
from people pe
    where (pe.voided_at is null and (exists (select from training_participations tp join training_courses c on c.id = tp.course_id
      where tp.person_id = pe.id and tp.voided_at is null and tp.alliance_id = any($1) and c.voided_at is null and tp.result in ('completed', 'excellent')
      and c.ends_on between $2 and least($3::date, $4::date))) is true)
order by array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu" asc, pe.id asc
limit $5 + 1;

-- record, within alliance ($1 ownAllianceIds, $2 from, $3 to, $4 asOf, $5 id)
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
      and c.ends_on between $2 and least($3::date, $4::date)) and (tp.person_id = pe.id)
    order by c.ends_on, c.id) nested)) as "courses") fields) as body, null::integer as version
from people pe
where pe.id = $5 and (pe.voided_at is null and (exists (select from training_participations tp join training_courses c on c.id = tp.course_id
      where tp.person_id = pe.id and tp.voided_at is null and tp.alliance_id = any($1) and c.voided_at is null and tp.result in ('completed', 'excellent')
      and c.ends_on between $2 and least($3::date, $4::date))) is true) and (pe.alliance_id = any($1));

-- page, within alliance ($1 ownAllianceIds, $2 from, $3 to, $4 asOf, $5 limit)
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
      and c.ends_on between $2 and least($3::date, $4::date)) and (tp.person_id = pe.id)
    order by c.ends_on, c.id) nested)) as "courses") fields) as item,
  json_build_array((array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu")::text, (pe.id)::text)::text as keys
from people pe
    where (pe.voided_at is null and (exists (select from training_participations tp join training_courses c on c.id = tp.course_id
      where tp.person_id = pe.id and tp.voided_at is null and tp.alliance_id = any($1) and c.voided_at is null and tp.result in ('completed', 'excellent')
      and c.ends_on between $2 and least($3::date, $4::date))) is true)
    and (pe.alliance_id = any($1))
order by array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu" asc, pe.id asc
limit $5 + 1;

-- page, everywhere, with every filter ($1 ownAllianceIds, $2 from, $3 to, $4 asOf, $5 allianceId, $6 q, $7 after0, $8 after1, $9 limit)
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
      and c.ends_on between $2 and least($3::date, $4::date)) and (tp.person_id = pe.id)
    order by c.ends_on, c.id) nested)) as "courses") fields) as item,
  json_build_array((array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu")::text, (pe.id)::text)::text as keys,
  (select count(*) from people pe where (pe.voided_at is null and (exists (select from training_participations tp join training_courses c on c.id = tp.course_id
      where tp.person_id = pe.id and tp.voided_at is null and tp.alliance_id = any($1) and c.voided_at is null and tp.result in ('completed', 'excellent')
      and c.ends_on between $2 and least($3::date, $4::date))) is true)
    and (pe.alliance_id = $5)
    and (pe.id = any(array(select named.id from people named where fold(named.full_name) like (select $6))))) as total
from people pe
    where (pe.voided_at is null and (exists (select from training_participations tp join training_courses c on c.id = tp.course_id
      where tp.person_id = pe.id and tp.voided_at is null and tp.alliance_id = any($1) and c.voided_at is null and tp.result in ('completed', 'excellent')
      and c.ends_on between $2 and least($3::date, $4::date))) is true)
    and (pe.alliance_id = $5)
    and (pe.id = any(array(select named.id from people named where fold(named.full_name) like (select $6))))
    and (array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu", pe.id) > ($7, $8)
order by array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu" asc, pe.id asc
limit $9 + 1;

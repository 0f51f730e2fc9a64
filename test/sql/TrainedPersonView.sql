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

-- page, everywhere ($1 limit, $2 ownAllianceIds, $3 from, $4 to)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more
from (
  select row_number() over () as n, item, keys from (
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
    where (tp.voided_at is null and tp.alliance_id = any($2) and c.voided_at is null and tp.result in ('completed', 'excellent')
      and c.ends_on between $3 and $4) and (tp.person_id = pe.id)
    order by c.ends_on, c.id) nested)) as "courses") fields) as item,
    json_build_array((array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu")::text, (pe.id)::text)::text as keys
    from people pe
    where (pe.voided_at is null and (exists (select from training_participations tp join training_courses c on c.id = tp.course_id
      where tp.person_id = pe.id and tp.voided_at is null and tp.alliance_id = any($2) and c.voided_at is null and tp.result in ('completed', 'excellent')
      and c.ends_on between $3 and $4)) is true)
    order by array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu" asc, pe.id asc
    limit $1 + 1
  ) page
) numbered;

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

-- page, within alliance ($1 limit, $2 ownAllianceIds, $3 from, $4 to)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more
from (
  select row_number() over () as n, item, keys from (
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
    where (tp.voided_at is null and tp.alliance_id = any($2) and c.voided_at is null and tp.result in ('completed', 'excellent')
      and c.ends_on between $3 and $4) and (tp.person_id = pe.id)
    order by c.ends_on, c.id) nested)) as "courses") fields) as item,
    json_build_array((array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu")::text, (pe.id)::text)::text as keys
    from people pe
    where (pe.voided_at is null and (exists (select from training_participations tp join training_courses c on c.id = tp.course_id
      where tp.person_id = pe.id and tp.voided_at is null and tp.alliance_id = any($2) and c.voided_at is null and tp.result in ('completed', 'excellent')
      and c.ends_on between $3 and $4)) is true)
    and (pe.alliance_id = any($2))
    order by array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu" asc, pe.id asc
    limit $1 + 1
  ) page
) numbered;

-- page, everywhere, with every filter ($1 limit, $2 ownAllianceIds, $3 from, $4 to, $5 allianceId, $6 q, $7 after0, $8 after1)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more,
  (select count(*) from people pe where (pe.voided_at is null and (exists (select from training_participations tp join training_courses c on c.id = tp.course_id
      where tp.person_id = pe.id and tp.voided_at is null and tp.alliance_id = any($2) and c.voided_at is null and tp.result in ('completed', 'excellent')
      and c.ends_on between $3 and $4)) is true)
    and (pe.alliance_id = $5)
    and (pe.id = any(array(select named.id from people named where fold(named.full_name) like (select $6))))) as total
from (
  select row_number() over () as n, item, keys from (
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
    where (tp.voided_at is null and tp.alliance_id = any($2) and c.voided_at is null and tp.result in ('completed', 'excellent')
      and c.ends_on between $3 and $4) and (tp.person_id = pe.id)
    order by c.ends_on, c.id) nested)) as "courses") fields) as item,
    json_build_array((array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu")::text, (pe.id)::text)::text as keys
    from people pe
    where (pe.voided_at is null and (exists (select from training_participations tp join training_courses c on c.id = tp.course_id
      where tp.person_id = pe.id and tp.voided_at is null and tp.alliance_id = any($2) and c.voided_at is null and tp.result in ('completed', 'excellent')
      and c.ends_on between $3 and $4)) is true)
    and (pe.alliance_id = $5)
    and (pe.id = any(array(select named.id from people named where fold(named.full_name) like (select $6))))
    and (array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu", pe.id) > ($7, $8)
    order by array[pe.given_name, pe.family_name, pe.middle_name] collate "vi-x-icu" asc, pe.id asc
    limit $1 + 1
  ) page
) numbered;

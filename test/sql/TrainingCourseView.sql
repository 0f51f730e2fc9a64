-- record, everywhere ($1 asOf, $2 id)
select (select row_to_json(fields)::text from (select c.id as "id",
    c.name as "name",
    c.starts_on as "startsOn",
    c.ends_on as "endsOn",
    c.alliance_id as "allianceId",
    (select row_to_json(nested) from (select g.id as "id",
    g.name as "name",
    g.kind as "kind"
    from training_programmes g
    where (true) and (g.id = c.programme_id) limit 1) nested) as "programme",
    coalesce(c.audience, programme.audience) as "audience",
    coalesce(c.funding, programme.funding) as "funding",
    c.place as "place",
    c.organiser as "organiser",
    c.hours as "hours",
    (select count(*) from course_results tp
      where tp.course_id = c.id and tp.voided_at is null) as "participants",
    case when c.ends_on <= $1 then (select count(*) from course_results tp
      where tp.course_id = c.id and tp.voided_at is null and tp.result in ('completed', 'excellent')) else 0 end as "completed",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = c.document_id) limit 1) nested) as "document",
    to_char(c.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    c.void_reason as "voidReason",
    c.version as "version") fields) as body, c.version as version
from training_courses c left join training_programmes programme on programme.id = c.programme_id
where c.id = $2 and (true) and (true);

-- page, everywhere ($1 asOf, $2 limit)
select (select row_to_json(fields)::text from (select c.id as "id",
    c.name as "name",
    c.starts_on as "startsOn",
    c.ends_on as "endsOn",
    c.alliance_id as "allianceId",
    (select row_to_json(nested) from (select g.id as "id",
    g.name as "name",
    g.kind as "kind"
    from training_programmes g
    where (true) and (g.id = c.programme_id) limit 1) nested) as "programme",
    coalesce(c.audience, programme.audience) as "audience",
    coalesce(c.funding, programme.funding) as "funding",
    c.place as "place",
    c.organiser as "organiser",
    c.hours as "hours",
    (select count(*) from course_results tp
      where tp.course_id = c.id and tp.voided_at is null) as "participants",
    case when c.ends_on <= $1 then (select count(*) from course_results tp
      where tp.course_id = c.id and tp.voided_at is null and tp.result in ('completed', 'excellent')) else 0 end as "completed",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = c.document_id) limit 1) nested) as "document",
    to_char(c.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    c.void_reason as "voidReason",
    c.version as "version") fields) as item,
  json_build_array((c.starts_on)::text, (c.id)::text)::text as keys
from training_courses c left join training_programmes programme on programme.id = c.programme_id
    where (c.voided_at is null and c.starts_on <= $1)
order by c.starts_on desc, c.id desc
limit $2 + 1;

-- record, within alliance ($1 asOf, $2 id, $3 ownAllianceIds)
select (select row_to_json(fields)::text from (select c.id as "id",
    c.name as "name",
    c.starts_on as "startsOn",
    c.ends_on as "endsOn",
    c.alliance_id as "allianceId",
    (select row_to_json(nested) from (select g.id as "id",
    g.name as "name",
    g.kind as "kind"
    from training_programmes g
    where (true) and (g.id = c.programme_id) limit 1) nested) as "programme",
    coalesce(c.audience, programme.audience) as "audience",
    coalesce(c.funding, programme.funding) as "funding",
    c.place as "place",
    c.organiser as "organiser",
    c.hours as "hours",
    (select count(*) from course_results tp
      where tp.course_id = c.id and tp.voided_at is null) as "participants",
    case when c.ends_on <= $1 then (select count(*) from course_results tp
      where tp.course_id = c.id and tp.voided_at is null and tp.result in ('completed', 'excellent')) else 0 end as "completed",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = c.document_id) limit 1) nested) as "document",
    to_char(c.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    c.void_reason as "voidReason",
    c.version as "version") fields) as body, c.version as version
from training_courses c left join training_programmes programme on programme.id = c.programme_id
where c.id = $2 and (true) and (c.alliance_id = any($3));

-- page, within alliance ($1 asOf, $2 ownAllianceIds, $3 limit)
select (select row_to_json(fields)::text from (select c.id as "id",
    c.name as "name",
    c.starts_on as "startsOn",
    c.ends_on as "endsOn",
    c.alliance_id as "allianceId",
    (select row_to_json(nested) from (select g.id as "id",
    g.name as "name",
    g.kind as "kind"
    from training_programmes g
    where (true) and (g.id = c.programme_id) limit 1) nested) as "programme",
    coalesce(c.audience, programme.audience) as "audience",
    coalesce(c.funding, programme.funding) as "funding",
    c.place as "place",
    c.organiser as "organiser",
    c.hours as "hours",
    (select count(*) from course_results tp
      where tp.course_id = c.id and tp.voided_at is null) as "participants",
    case when c.ends_on <= $1 then (select count(*) from course_results tp
      where tp.course_id = c.id and tp.voided_at is null and tp.result in ('completed', 'excellent')) else 0 end as "completed",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = c.document_id) limit 1) nested) as "document",
    to_char(c.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    c.void_reason as "voidReason",
    c.version as "version") fields) as item,
  json_build_array((c.starts_on)::text, (c.id)::text)::text as keys
from training_courses c left join training_programmes programme on programme.id = c.programme_id
    where (c.voided_at is null and c.starts_on <= $1)
    and (c.alliance_id = any($2))
order by c.starts_on desc, c.id desc
limit $3 + 1;

-- page, everywhere, with every filter ($1 asOf, $2 startsOnFrom, $3 startsOnTo, $4 endsOnFrom, $5 endsOnTo, $6 allianceId, $7 audience, $8 funding, $9 documentId, $10 programmeId, $11 q, $12 updatedSince, $13 after0, $14 after1, $15 limit)
select (select row_to_json(fields)::text from (select c.id as "id",
    c.name as "name",
    c.starts_on as "startsOn",
    c.ends_on as "endsOn",
    c.alliance_id as "allianceId",
    (select row_to_json(nested) from (select g.id as "id",
    g.name as "name",
    g.kind as "kind"
    from training_programmes g
    where (true) and (g.id = c.programme_id) limit 1) nested) as "programme",
    coalesce(c.audience, programme.audience) as "audience",
    coalesce(c.funding, programme.funding) as "funding",
    c.place as "place",
    c.organiser as "organiser",
    c.hours as "hours",
    (select count(*) from course_results tp
      where tp.course_id = c.id and tp.voided_at is null) as "participants",
    case when c.ends_on <= $1 then (select count(*) from course_results tp
      where tp.course_id = c.id and tp.voided_at is null and tp.result in ('completed', 'excellent')) else 0 end as "completed",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = c.document_id) limit 1) nested) as "document",
    to_char(c.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    c.void_reason as "voidReason",
    c.version as "version") fields) as item,
  json_build_array((c.starts_on)::text, (c.id)::text)::text as keys,
  (select count(*) from training_courses c left join training_programmes programme on programme.id = c.programme_id where (c.voided_at is null and c.starts_on <= $1)
    and (c.starts_on >= $2)
    and (c.starts_on <= $3)
    and (c.ends_on >= $4)
    and (c.ends_on <= $5)
    and (c.alliance_id = $6)
    and (coalesce(c.audience, programme.audience) = $7)
    and (coalesce(c.funding, programme.funding) = $8)
    and (c.document_id = $9)
    and (c.programme_id = $10)
    and (fold(c.name) like $11)
    and (greatest(greatest(c.updated_at, (select max(part.updated_at) from course_results part where part.course_id = c.id and part.voided_at is null), (select max(part.updated_at) from course_results part where part.course_id = c.id and part.voided_at is not null)), programme.updated_at) >= $12)) as total
from training_courses c left join training_programmes programme on programme.id = c.programme_id
    where (c.voided_at is null and c.starts_on <= $1)
    and (c.starts_on >= $2)
    and (c.starts_on <= $3)
    and (c.ends_on >= $4)
    and (c.ends_on <= $5)
    and (c.alliance_id = $6)
    and (coalesce(c.audience, programme.audience) = $7)
    and (coalesce(c.funding, programme.funding) = $8)
    and (c.document_id = $9)
    and (c.programme_id = $10)
    and (fold(c.name) like $11)
    and (greatest(greatest(c.updated_at, (select max(part.updated_at) from course_results part where part.course_id = c.id and part.voided_at is null), (select max(part.updated_at) from course_results part where part.course_id = c.id and part.voided_at is not null)), programme.updated_at) >= $12)
    and (c.starts_on, c.id) < ($13, $14)
order by c.starts_on desc, c.id desc
limit $15 + 1;

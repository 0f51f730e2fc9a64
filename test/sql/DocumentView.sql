-- record, everywhere ($1 asOf, $2 ownOrganizationId, $3 id)
select (select row_to_json(fields)::text from (select d.id as "id",
    d.alliance_id as "allianceId",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    (select row_to_json(nested) from (select b.id as "id",
    b.level as "level",
    coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from issuing_bodies b
    where (true) and (b.id = d.issuing_body_id) limit 1) nested) as "issuingBody",
    d.title as "title",
    d.url as "url",
    array_to_json(array(select row_to_json(nested) from (select df.id as "id",
    df.code as "code",
    df.relation as "relation",
    df.value as "value",
    df.value_to as "valueTo",
    df.wording as "wording",
    df.unit as "unit",
    df.as_of as "asOf",
    df.note as "note"
    from declared_figures df
    where (df.voided_at is null) and (df.document_id = d.id)
    order by df.rank, df.code) nested)) as "figures",
    to_json(array_remove(array[
      case when d.voided_at is null and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from documents other
      where other.alliance_id = d.alliance_id and other.issued_on = d.issued_on and other.id <> d.id and other.voided_at is null
      and other.issuing_body_id is not distinct from d.issuing_body_id
      and coalesce(upper(other.number) = upper(d.number), other.number is null and d.number is null and fold(other.title) = fold(d.title))) then 'recorded_twice' end], null)) as "warnings",
    to_char(d.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    d.void_reason as "voidReason",
    d.version as "version") fields) as body, d.version as version
from documents d
where d.id = $3 and (true) and (true);

-- page, everywhere ($1 asOf, $2 ownOrganizationId, $3 limit)
select (select row_to_json(fields)::text from (select d.id as "id",
    d.alliance_id as "allianceId",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    (select row_to_json(nested) from (select b.id as "id",
    b.level as "level",
    coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from issuing_bodies b
    where (true) and (b.id = d.issuing_body_id) limit 1) nested) as "issuingBody",
    d.title as "title",
    d.url as "url",
    array_to_json(array(select row_to_json(nested) from (select df.id as "id",
    df.code as "code",
    df.relation as "relation",
    df.value as "value",
    df.value_to as "valueTo",
    df.wording as "wording",
    df.unit as "unit",
    df.as_of as "asOf",
    df.note as "note"
    from declared_figures df
    where (df.voided_at is null) and (df.document_id = d.id)
    order by df.rank, df.code) nested)) as "figures",
    to_json(array_remove(array[
      case when d.voided_at is null and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from documents other
      where other.alliance_id = d.alliance_id and other.issued_on = d.issued_on and other.id <> d.id and other.voided_at is null
      and other.issuing_body_id is not distinct from d.issuing_body_id
      and coalesce(upper(other.number) = upper(d.number), other.number is null and d.number is null and fold(other.title) = fold(d.title))) then 'recorded_twice' end], null)) as "warnings",
    to_char(d.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    d.void_reason as "voidReason",
    d.version as "version") fields) as item,
  json_build_array((d.issued_on)::text, (d.id)::text)::text as keys
from documents d
    where (d.voided_at is null and d.issued_on <= $1)
order by d.issued_on desc, d.id desc
limit $3 + 1;

-- record, within alliance ($1 asOf, $2 ownOrganizationId, $3 id, $4 ownAllianceIds)
select (select row_to_json(fields)::text from (select d.id as "id",
    d.alliance_id as "allianceId",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    (select row_to_json(nested) from (select b.id as "id",
    b.level as "level",
    coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from issuing_bodies b
    where (true) and (b.id = d.issuing_body_id) limit 1) nested) as "issuingBody",
    d.title as "title",
    d.url as "url",
    array_to_json(array(select row_to_json(nested) from (select df.id as "id",
    df.code as "code",
    df.relation as "relation",
    df.value as "value",
    df.value_to as "valueTo",
    df.wording as "wording",
    df.unit as "unit",
    df.as_of as "asOf",
    df.note as "note"
    from declared_figures df
    where (df.voided_at is null) and (df.document_id = d.id)
    order by df.rank, df.code) nested)) as "figures",
    to_json(array_remove(array[
      case when d.voided_at is null and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from documents other
      where other.alliance_id = d.alliance_id and other.issued_on = d.issued_on and other.id <> d.id and other.voided_at is null
      and other.issuing_body_id is not distinct from d.issuing_body_id
      and coalesce(upper(other.number) = upper(d.number), other.number is null and d.number is null and fold(other.title) = fold(d.title))) then 'recorded_twice' end], null)) as "warnings",
    to_char(d.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    d.void_reason as "voidReason",
    d.version as "version") fields) as body, d.version as version
from documents d
where d.id = $3 and (true) and (d.alliance_id = any($4));

-- page, within alliance ($1 asOf, $2 ownOrganizationId, $3 ownAllianceIds, $4 limit)
select (select row_to_json(fields)::text from (select d.id as "id",
    d.alliance_id as "allianceId",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    (select row_to_json(nested) from (select b.id as "id",
    b.level as "level",
    coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from issuing_bodies b
    where (true) and (b.id = d.issuing_body_id) limit 1) nested) as "issuingBody",
    d.title as "title",
    d.url as "url",
    array_to_json(array(select row_to_json(nested) from (select df.id as "id",
    df.code as "code",
    df.relation as "relation",
    df.value as "value",
    df.value_to as "valueTo",
    df.wording as "wording",
    df.unit as "unit",
    df.as_of as "asOf",
    df.note as "note"
    from declared_figures df
    where (df.voided_at is null) and (df.document_id = d.id)
    order by df.rank, df.code) nested)) as "figures",
    to_json(array_remove(array[
      case when d.voided_at is null and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from documents other
      where other.alliance_id = d.alliance_id and other.issued_on = d.issued_on and other.id <> d.id and other.voided_at is null
      and other.issuing_body_id is not distinct from d.issuing_body_id
      and coalesce(upper(other.number) = upper(d.number), other.number is null and d.number is null and fold(other.title) = fold(d.title))) then 'recorded_twice' end], null)) as "warnings",
    to_char(d.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    d.void_reason as "voidReason",
    d.version as "version") fields) as item,
  json_build_array((d.issued_on)::text, (d.id)::text)::text as keys
from documents d
    where (d.voided_at is null and d.issued_on <= $1)
    and (d.alliance_id = any($3))
order by d.issued_on desc, d.id desc
limit $4 + 1;

-- page, everywhere, with every filter ($1 asOf, $2 ownOrganizationId, $3 allianceId, $4 code, $5 kind, $6 number, $7 issuedOnFrom, $8 issuedOnTo, $9 warning, $10 issuingBodyId, $11 q, $12 updatedSince, $13 after0, $14 after1, $15 limit)
select (select row_to_json(fields)::text from (select d.id as "id",
    d.alliance_id as "allianceId",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    (select row_to_json(nested) from (select b.id as "id",
    b.level as "level",
    coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from issuing_bodies b
    where (true) and (b.id = d.issuing_body_id) limit 1) nested) as "issuingBody",
    d.title as "title",
    d.url as "url",
    array_to_json(array(select row_to_json(nested) from (select df.id as "id",
    df.code as "code",
    df.relation as "relation",
    df.value as "value",
    df.value_to as "valueTo",
    df.wording as "wording",
    df.unit as "unit",
    df.as_of as "asOf",
    df.note as "note"
    from declared_figures df
    where (df.voided_at is null) and (df.document_id = d.id)
    order by df.rank, df.code) nested)) as "figures",
    to_json(array_remove(array[
      case when d.voided_at is null and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from documents other
      where other.alliance_id = d.alliance_id and other.issued_on = d.issued_on and other.id <> d.id and other.voided_at is null
      and other.issuing_body_id is not distinct from d.issuing_body_id
      and coalesce(upper(other.number) = upper(d.number), other.number is null and d.number is null and fold(other.title) = fold(d.title))) then 'recorded_twice' end], null)) as "warnings",
    to_char(d.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    d.void_reason as "voidReason",
    d.version as "version") fields) as item,
  json_build_array((d.issued_on)::text, (d.id)::text)::text as keys,
  (select count(*) from documents d where (d.voided_at is null and d.issued_on <= $1)
    and (d.alliance_id = $3)
    and (d.code = $4)
    and (d.kind = $5)
    and (d.number = $6)
    and (d.issued_on >= $7)
    and (d.issued_on <= $8)
    and (case $9 when 'recorded_twice' then d.voided_at is null and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from documents other
      where other.alliance_id = d.alliance_id and other.issued_on = d.issued_on and other.id <> d.id and other.voided_at is null
      and other.issuing_body_id is not distinct from d.issuing_body_id
      and coalesce(upper(other.number) = upper(d.number), other.number is null and d.number is null and fold(other.title) = fold(d.title))) end)
    and (d.issuing_body_id = $10)
    and (fold(d.code || ' ' || coalesce(d.number, '') || ' ' || d.title) like $11)
    and (greatest(d.updated_at, (select max(part.updated_at) from declared_figures part where part.document_id = d.id and part.voided_at is null), (select max(part.updated_at) from declared_figures part where part.document_id = d.id and part.voided_at is not null)) >= $12)) as total
from documents d
    where (d.voided_at is null and d.issued_on <= $1)
    and (d.alliance_id = $3)
    and (d.code = $4)
    and (d.kind = $5)
    and (d.number = $6)
    and (d.issued_on >= $7)
    and (d.issued_on <= $8)
    and (case $9 when 'recorded_twice' then d.voided_at is null and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from documents other
      where other.alliance_id = d.alliance_id and other.issued_on = d.issued_on and other.id <> d.id and other.voided_at is null
      and other.issuing_body_id is not distinct from d.issuing_body_id
      and coalesce(upper(other.number) = upper(d.number), other.number is null and d.number is null and fold(other.title) = fold(d.title))) end)
    and (d.issuing_body_id = $10)
    and (fold(d.code || ' ' || coalesce(d.number, '') || ' ' || d.title) like $11)
    and (greatest(d.updated_at, (select max(part.updated_at) from declared_figures part where part.document_id = d.id and part.voided_at is null), (select max(part.updated_at) from declared_figures part where part.document_id = d.id and part.voided_at is not null)) >= $12)
    and (d.issued_on, d.id) < ($13, $14)
order by d.issued_on desc, d.id desc
limit $15 + 1;

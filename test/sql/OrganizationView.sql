-- record, everywhere ($1 asOf, $2 id)
select (select row_to_json(fields)::text from (select o.id as "id",
    o.code as "code",
    o.alliance_id as "allianceId",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name",
    (select s.status from organization_statuses s where s.organization_id = o.id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) as "status",
    o.tax_code as "taxCode",
    o.registration_number as "registrationNumber",
    o.field as "field",
    o.sector as "sector",
    o.founded_on as "foundedOn",
    o.founded_precision as "foundedPrecision",
    case when not exists (select from organization_obligations ob where ob.organization_id = o.id
      and ob.kind = 'conversion' and ob.law = o.organizing_law and ob.done_on > $1 and ob.voided_at is null)
      and not exists (select from codes_organizing_law code where code.code = o.organizing_law and code.valid_from > $1)
      then o.organizing_law end as "organizingLaw",
    (select row_to_json(nested) from (select m.id as "id",
    m.alliance_id as "allianceId",
    m.number as "number",
    m.admitted_on as "admittedOn"
    from memberships m
    where (true) and (m.organization_id = o.id and m.alliance_id = o.alliance_id and m.voided_at is null and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1)) limit 1) nested) as "membership",
    (select row_to_json(nested) from (select a.id as "id",
    a.line as "line",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = a.place_id and f.occurred_on <= $1
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), a.place_id)) limit 1) nested) as "place"
    from organization_addresses a
    where (a.voided_at is null and a.valid_from <= $1) and (a.organization_id = o.id)
    order by a.valid_from desc limit 1) nested) as "seat",
    array_to_json(array(select row_to_json(nested) from (select n.id as "id",
    n.name as "name",
    n.short_name as "shortName",
    n.valid_from as "validFrom"
    from organization_names n
    where (n.voided_at is null) and (n.organization_id = o.id)
    order by n.valid_from) nested)) as "names",
    array_to_json(array(select row_to_json(nested) from (select a.id as "id",
    a.line as "line",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = a.place_id) limit 1) nested) as "place",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = a.place_id and f.occurred_on <= 'infinity'
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), a.place_id)) limit 1) nested) as "placeToday",
    a.valid_from as "validFrom"
    from organization_addresses a
    where (a.voided_at is null) and (a.organization_id = o.id)
    order by a.valid_from) nested)) as "addresses",
    array_to_json(array(select row_to_json(nested) from (select s.id as "id",
    s.status as "status",
    s.valid_from as "validFrom",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document"
    from organization_statuses s
    where (s.voided_at is null) and (s.organization_id = o.id)
    order by s.valid_from) nested)) as "statuses",
    array_to_json(array(select row_to_json(nested) from (select ob.id as "id",
    ob.law as "law",
    ob.kind as "kind",
    ob.due_on as "dueOn",
    ob.done_on as "doneOn",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = ob.document_id) limit 1) nested) as "document"
    from organization_obligations ob
    where (ob.voided_at is null) and (ob.organization_id = o.id)
    order by ob.law, ob.kind) nested)) as "obligations",
    array_to_json(array(select row_to_json(nested) from (select f.id as "id",
    f.year as "year",
    f.measure as "measure",
    f.value as "value",
    f.producer as "producer",
    f.checked as "checked"
    from organization_figures f
    where (f.voided_at is null) and (f.organization_id = o.id)
    order by f.year, f.measure) nested)) as "figures",
    to_char(o.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    o.void_reason as "voidReason",
    o.version as "version") fields) as body, o.version as version
from organizations o
where o.id = $2 and (true) and (true);

-- page, everywhere ($1 asOf, $2 limit)
select (select row_to_json(fields)::text from (select o.id as "id",
    o.code as "code",
    o.alliance_id as "allianceId",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name",
    (select s.status from organization_statuses s where s.organization_id = o.id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) as "status",
    o.tax_code as "taxCode",
    o.registration_number as "registrationNumber",
    o.field as "field",
    o.sector as "sector",
    o.founded_on as "foundedOn",
    o.founded_precision as "foundedPrecision",
    case when not exists (select from organization_obligations ob where ob.organization_id = o.id
      and ob.kind = 'conversion' and ob.law = o.organizing_law and ob.done_on > $1 and ob.voided_at is null)
      and not exists (select from codes_organizing_law code where code.code = o.organizing_law and code.valid_from > $1)
      then o.organizing_law end as "organizingLaw",
    (select row_to_json(nested) from (select m.id as "id",
    m.alliance_id as "allianceId",
    m.number as "number",
    m.admitted_on as "admittedOn"
    from memberships m
    where (true) and (m.organization_id = o.id and m.alliance_id = o.alliance_id and m.voided_at is null and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1)) limit 1) nested) as "membership",
    (select row_to_json(nested) from (select a.id as "id",
    a.line as "line",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = a.place_id and f.occurred_on <= $1
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), a.place_id)) limit 1) nested) as "place"
    from organization_addresses a
    where (a.voided_at is null and a.valid_from <= $1) and (a.organization_id = o.id)
    order by a.valid_from desc limit 1) nested) as "seat",
    array_to_json(array(select row_to_json(nested) from (select n.id as "id",
    n.name as "name",
    n.short_name as "shortName",
    n.valid_from as "validFrom"
    from organization_names n
    where (n.voided_at is null) and (n.organization_id = o.id)
    order by n.valid_from) nested)) as "names",
    array_to_json(array(select row_to_json(nested) from (select a.id as "id",
    a.line as "line",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = a.place_id) limit 1) nested) as "place",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = a.place_id and f.occurred_on <= 'infinity'
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), a.place_id)) limit 1) nested) as "placeToday",
    a.valid_from as "validFrom"
    from organization_addresses a
    where (a.voided_at is null) and (a.organization_id = o.id)
    order by a.valid_from) nested)) as "addresses",
    array_to_json(array(select row_to_json(nested) from (select s.id as "id",
    s.status as "status",
    s.valid_from as "validFrom",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document"
    from organization_statuses s
    where (s.voided_at is null) and (s.organization_id = o.id)
    order by s.valid_from) nested)) as "statuses",
    array_to_json(array(select row_to_json(nested) from (select ob.id as "id",
    ob.law as "law",
    ob.kind as "kind",
    ob.due_on as "dueOn",
    ob.done_on as "doneOn",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = ob.document_id) limit 1) nested) as "document"
    from organization_obligations ob
    where (ob.voided_at is null) and (ob.organization_id = o.id)
    order by ob.law, ob.kind) nested)) as "obligations",
    array_to_json(array(select row_to_json(nested) from (select f.id as "id",
    f.year as "year",
    f.measure as "measure",
    f.value as "value",
    f.producer as "producer",
    f.checked as "checked"
    from organization_figures f
    where (f.voided_at is null) and (f.organization_id = o.id)
    order by f.year, f.measure) nested)) as "figures",
    to_char(o.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    o.void_reason as "voidReason",
    o.version as "version") fields) as item,
  json_build_array((o.code)::text, (o.id)::text)::text as keys
from organizations o
    where (o.voided_at is null and (o.founded_on is null or o.founded_on <= $1))
order by o.code asc, o.id asc
limit $2 + 1;

-- record, within alliance ($1 asOf, $2 id, $3 ownAllianceIds)
select (select row_to_json(fields)::text from (select o.id as "id",
    o.code as "code",
    o.alliance_id as "allianceId",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name",
    (select s.status from organization_statuses s where s.organization_id = o.id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) as "status",
    o.tax_code as "taxCode",
    o.registration_number as "registrationNumber",
    o.field as "field",
    o.sector as "sector",
    o.founded_on as "foundedOn",
    o.founded_precision as "foundedPrecision",
    case when not exists (select from organization_obligations ob where ob.organization_id = o.id
      and ob.kind = 'conversion' and ob.law = o.organizing_law and ob.done_on > $1 and ob.voided_at is null)
      and not exists (select from codes_organizing_law code where code.code = o.organizing_law and code.valid_from > $1)
      then o.organizing_law end as "organizingLaw",
    (select row_to_json(nested) from (select m.id as "id",
    m.alliance_id as "allianceId",
    m.number as "number",
    m.admitted_on as "admittedOn"
    from memberships m
    where (true) and (m.organization_id = o.id and m.alliance_id = o.alliance_id and m.voided_at is null and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1)) limit 1) nested) as "membership",
    (select row_to_json(nested) from (select a.id as "id",
    a.line as "line",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = a.place_id and f.occurred_on <= $1
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), a.place_id)) limit 1) nested) as "place"
    from organization_addresses a
    where (a.voided_at is null and a.valid_from <= $1) and (a.organization_id = o.id)
    order by a.valid_from desc limit 1) nested) as "seat",
    array_to_json(array(select row_to_json(nested) from (select n.id as "id",
    n.name as "name",
    n.short_name as "shortName",
    n.valid_from as "validFrom"
    from organization_names n
    where (n.voided_at is null) and (n.organization_id = o.id)
    order by n.valid_from) nested)) as "names",
    array_to_json(array(select row_to_json(nested) from (select a.id as "id",
    a.line as "line",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = a.place_id) limit 1) nested) as "place",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = a.place_id and f.occurred_on <= 'infinity'
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), a.place_id)) limit 1) nested) as "placeToday",
    a.valid_from as "validFrom"
    from organization_addresses a
    where (a.voided_at is null) and (a.organization_id = o.id)
    order by a.valid_from) nested)) as "addresses",
    array_to_json(array(select row_to_json(nested) from (select s.id as "id",
    s.status as "status",
    s.valid_from as "validFrom",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document"
    from organization_statuses s
    where (s.voided_at is null) and (s.organization_id = o.id)
    order by s.valid_from) nested)) as "statuses",
    array_to_json(array(select row_to_json(nested) from (select ob.id as "id",
    ob.law as "law",
    ob.kind as "kind",
    ob.due_on as "dueOn",
    ob.done_on as "doneOn",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = ob.document_id) limit 1) nested) as "document"
    from organization_obligations ob
    where (ob.voided_at is null) and (ob.organization_id = o.id)
    order by ob.law, ob.kind) nested)) as "obligations",
    array_to_json(array(select row_to_json(nested) from (select f.id as "id",
    f.year as "year",
    f.measure as "measure",
    f.value as "value",
    f.producer as "producer",
    f.checked as "checked"
    from organization_figures f
    where (f.voided_at is null) and (f.organization_id = o.id)
    order by f.year, f.measure) nested)) as "figures",
    to_char(o.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    o.void_reason as "voidReason",
    o.version as "version") fields) as body, o.version as version
from organizations o
where o.id = $2 and (true) and (o.alliance_id = any($3));

-- page, within alliance ($1 asOf, $2 ownAllianceIds, $3 limit)
select (select row_to_json(fields)::text from (select o.id as "id",
    o.code as "code",
    o.alliance_id as "allianceId",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name",
    (select s.status from organization_statuses s where s.organization_id = o.id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) as "status",
    o.tax_code as "taxCode",
    o.registration_number as "registrationNumber",
    o.field as "field",
    o.sector as "sector",
    o.founded_on as "foundedOn",
    o.founded_precision as "foundedPrecision",
    case when not exists (select from organization_obligations ob where ob.organization_id = o.id
      and ob.kind = 'conversion' and ob.law = o.organizing_law and ob.done_on > $1 and ob.voided_at is null)
      and not exists (select from codes_organizing_law code where code.code = o.organizing_law and code.valid_from > $1)
      then o.organizing_law end as "organizingLaw",
    (select row_to_json(nested) from (select m.id as "id",
    m.alliance_id as "allianceId",
    m.number as "number",
    m.admitted_on as "admittedOn"
    from memberships m
    where (true) and (m.organization_id = o.id and m.alliance_id = o.alliance_id and m.voided_at is null and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1)) limit 1) nested) as "membership",
    (select row_to_json(nested) from (select a.id as "id",
    a.line as "line",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = a.place_id and f.occurred_on <= $1
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), a.place_id)) limit 1) nested) as "place"
    from organization_addresses a
    where (a.voided_at is null and a.valid_from <= $1) and (a.organization_id = o.id)
    order by a.valid_from desc limit 1) nested) as "seat",
    array_to_json(array(select row_to_json(nested) from (select n.id as "id",
    n.name as "name",
    n.short_name as "shortName",
    n.valid_from as "validFrom"
    from organization_names n
    where (n.voided_at is null) and (n.organization_id = o.id)
    order by n.valid_from) nested)) as "names",
    array_to_json(array(select row_to_json(nested) from (select a.id as "id",
    a.line as "line",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = a.place_id) limit 1) nested) as "place",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = a.place_id and f.occurred_on <= 'infinity'
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), a.place_id)) limit 1) nested) as "placeToday",
    a.valid_from as "validFrom"
    from organization_addresses a
    where (a.voided_at is null) and (a.organization_id = o.id)
    order by a.valid_from) nested)) as "addresses",
    array_to_json(array(select row_to_json(nested) from (select s.id as "id",
    s.status as "status",
    s.valid_from as "validFrom",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document"
    from organization_statuses s
    where (s.voided_at is null) and (s.organization_id = o.id)
    order by s.valid_from) nested)) as "statuses",
    array_to_json(array(select row_to_json(nested) from (select ob.id as "id",
    ob.law as "law",
    ob.kind as "kind",
    ob.due_on as "dueOn",
    ob.done_on as "doneOn",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = ob.document_id) limit 1) nested) as "document"
    from organization_obligations ob
    where (ob.voided_at is null) and (ob.organization_id = o.id)
    order by ob.law, ob.kind) nested)) as "obligations",
    array_to_json(array(select row_to_json(nested) from (select f.id as "id",
    f.year as "year",
    f.measure as "measure",
    f.value as "value",
    f.producer as "producer",
    f.checked as "checked"
    from organization_figures f
    where (f.voided_at is null) and (f.organization_id = o.id)
    order by f.year, f.measure) nested)) as "figures",
    to_char(o.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    o.void_reason as "voidReason",
    o.version as "version") fields) as item,
  json_build_array((o.code)::text, (o.id)::text)::text as keys
from organizations o
    where (o.voided_at is null and (o.founded_on is null or o.founded_on <= $1))
    and (o.alliance_id = any($2))
order by o.code asc, o.id asc
limit $3 + 1;

-- record, within organization ($1 asOf, $2 id, $3 ownOrganizationId)
select (select row_to_json(fields)::text from (select o.id as "id",
    o.code as "code",
    o.alliance_id as "allianceId",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name",
    (select s.status from organization_statuses s where s.organization_id = o.id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) as "status",
    o.tax_code as "taxCode",
    o.registration_number as "registrationNumber",
    o.field as "field",
    o.sector as "sector",
    o.founded_on as "foundedOn",
    o.founded_precision as "foundedPrecision",
    case when not exists (select from organization_obligations ob where ob.organization_id = o.id
      and ob.kind = 'conversion' and ob.law = o.organizing_law and ob.done_on > $1 and ob.voided_at is null)
      and not exists (select from codes_organizing_law code where code.code = o.organizing_law and code.valid_from > $1)
      then o.organizing_law end as "organizingLaw",
    (select row_to_json(nested) from (select m.id as "id",
    m.alliance_id as "allianceId",
    m.number as "number",
    m.admitted_on as "admittedOn"
    from memberships m
    where (true) and (m.organization_id = o.id and m.alliance_id = o.alliance_id and m.voided_at is null and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1)) limit 1) nested) as "membership",
    (select row_to_json(nested) from (select a.id as "id",
    a.line as "line",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = a.place_id and f.occurred_on <= $1
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), a.place_id)) limit 1) nested) as "place"
    from organization_addresses a
    where (a.voided_at is null and a.valid_from <= $1) and (a.organization_id = o.id)
    order by a.valid_from desc limit 1) nested) as "seat",
    array_to_json(array(select row_to_json(nested) from (select n.id as "id",
    n.name as "name",
    n.short_name as "shortName",
    n.valid_from as "validFrom"
    from organization_names n
    where (n.voided_at is null) and (n.organization_id = o.id)
    order by n.valid_from) nested)) as "names",
    array_to_json(array(select row_to_json(nested) from (select a.id as "id",
    a.line as "line",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = a.place_id) limit 1) nested) as "place",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = a.place_id and f.occurred_on <= 'infinity'
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), a.place_id)) limit 1) nested) as "placeToday",
    a.valid_from as "validFrom"
    from organization_addresses a
    where (a.voided_at is null) and (a.organization_id = o.id)
    order by a.valid_from) nested)) as "addresses",
    array_to_json(array(select row_to_json(nested) from (select s.id as "id",
    s.status as "status",
    s.valid_from as "validFrom",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document"
    from organization_statuses s
    where (s.voided_at is null) and (s.organization_id = o.id)
    order by s.valid_from) nested)) as "statuses",
    array_to_json(array(select row_to_json(nested) from (select ob.id as "id",
    ob.law as "law",
    ob.kind as "kind",
    ob.due_on as "dueOn",
    ob.done_on as "doneOn",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = ob.document_id) limit 1) nested) as "document"
    from organization_obligations ob
    where (ob.voided_at is null) and (ob.organization_id = o.id)
    order by ob.law, ob.kind) nested)) as "obligations",
    array_to_json(array(select row_to_json(nested) from (select f.id as "id",
    f.year as "year",
    f.measure as "measure",
    f.value as "value",
    f.producer as "producer",
    f.checked as "checked"
    from organization_figures f
    where (f.voided_at is null) and (f.organization_id = o.id)
    order by f.year, f.measure) nested)) as "figures",
    to_char(o.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    o.void_reason as "voidReason",
    o.version as "version") fields) as body, o.version as version
from organizations o
where o.id = $2 and (true) and (o.id = $3);

-- page, within organization ($1 asOf, $2 ownOrganizationId, $3 limit)
select (select row_to_json(fields)::text from (select o.id as "id",
    o.code as "code",
    o.alliance_id as "allianceId",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name",
    (select s.status from organization_statuses s where s.organization_id = o.id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) as "status",
    o.tax_code as "taxCode",
    o.registration_number as "registrationNumber",
    o.field as "field",
    o.sector as "sector",
    o.founded_on as "foundedOn",
    o.founded_precision as "foundedPrecision",
    case when not exists (select from organization_obligations ob where ob.organization_id = o.id
      and ob.kind = 'conversion' and ob.law = o.organizing_law and ob.done_on > $1 and ob.voided_at is null)
      and not exists (select from codes_organizing_law code where code.code = o.organizing_law and code.valid_from > $1)
      then o.organizing_law end as "organizingLaw",
    (select row_to_json(nested) from (select m.id as "id",
    m.alliance_id as "allianceId",
    m.number as "number",
    m.admitted_on as "admittedOn"
    from memberships m
    where (true) and (m.organization_id = o.id and m.alliance_id = o.alliance_id and m.voided_at is null and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1)) limit 1) nested) as "membership",
    (select row_to_json(nested) from (select a.id as "id",
    a.line as "line",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = a.place_id and f.occurred_on <= $1
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), a.place_id)) limit 1) nested) as "place"
    from organization_addresses a
    where (a.voided_at is null and a.valid_from <= $1) and (a.organization_id = o.id)
    order by a.valid_from desc limit 1) nested) as "seat",
    array_to_json(array(select row_to_json(nested) from (select n.id as "id",
    n.name as "name",
    n.short_name as "shortName",
    n.valid_from as "validFrom"
    from organization_names n
    where (n.voided_at is null) and (n.organization_id = o.id)
    order by n.valid_from) nested)) as "names",
    array_to_json(array(select row_to_json(nested) from (select a.id as "id",
    a.line as "line",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = a.place_id) limit 1) nested) as "place",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = a.place_id and f.occurred_on <= 'infinity'
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), a.place_id)) limit 1) nested) as "placeToday",
    a.valid_from as "validFrom"
    from organization_addresses a
    where (a.voided_at is null) and (a.organization_id = o.id)
    order by a.valid_from) nested)) as "addresses",
    array_to_json(array(select row_to_json(nested) from (select s.id as "id",
    s.status as "status",
    s.valid_from as "validFrom",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document"
    from organization_statuses s
    where (s.voided_at is null) and (s.organization_id = o.id)
    order by s.valid_from) nested)) as "statuses",
    array_to_json(array(select row_to_json(nested) from (select ob.id as "id",
    ob.law as "law",
    ob.kind as "kind",
    ob.due_on as "dueOn",
    ob.done_on as "doneOn",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = ob.document_id) limit 1) nested) as "document"
    from organization_obligations ob
    where (ob.voided_at is null) and (ob.organization_id = o.id)
    order by ob.law, ob.kind) nested)) as "obligations",
    array_to_json(array(select row_to_json(nested) from (select f.id as "id",
    f.year as "year",
    f.measure as "measure",
    f.value as "value",
    f.producer as "producer",
    f.checked as "checked"
    from organization_figures f
    where (f.voided_at is null) and (f.organization_id = o.id)
    order by f.year, f.measure) nested)) as "figures",
    to_char(o.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    o.void_reason as "voidReason",
    o.version as "version") fields) as item,
  json_build_array((o.code)::text, (o.id)::text)::text as keys
from organizations o
    where (o.voided_at is null and (o.founded_on is null or o.founded_on <= $1))
    and (o.id = $2)
order by o.code asc, o.id asc
limit $3 + 1;

-- page, everywhere, with every filter ($1 asOf, $2 code, $3 allianceId, $4 kind, $5 status, $6 taxCode, $7 registrationNumber, $8 field, $9 sector, $10 foundedOnFrom, $11 foundedOnTo, $12 organizingLaw, $13 documentId, $14 statusKnown, $15 member, $16 withoutFiguresOf, $17 placeId, $18 countedInId, $19 seatKnown, $20 q, $21 updatedSince, $22 after0, $23 after1, $24 limit)
select (select row_to_json(fields)::text from (select o.id as "id",
    o.code as "code",
    o.alliance_id as "allianceId",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name",
    (select s.status from organization_statuses s where s.organization_id = o.id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) as "status",
    o.tax_code as "taxCode",
    o.registration_number as "registrationNumber",
    o.field as "field",
    o.sector as "sector",
    o.founded_on as "foundedOn",
    o.founded_precision as "foundedPrecision",
    case when not exists (select from organization_obligations ob where ob.organization_id = o.id
      and ob.kind = 'conversion' and ob.law = o.organizing_law and ob.done_on > $1 and ob.voided_at is null)
      and not exists (select from codes_organizing_law code where code.code = o.organizing_law and code.valid_from > $1)
      then o.organizing_law end as "organizingLaw",
    (select row_to_json(nested) from (select m.id as "id",
    m.alliance_id as "allianceId",
    m.number as "number",
    m.admitted_on as "admittedOn"
    from memberships m
    where (true) and (m.organization_id = o.id and m.alliance_id = o.alliance_id and m.voided_at is null and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1)) limit 1) nested) as "membership",
    (select row_to_json(nested) from (select a.id as "id",
    a.line as "line",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = a.place_id and f.occurred_on <= $1
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), a.place_id)) limit 1) nested) as "place"
    from organization_addresses a
    where (a.voided_at is null and a.valid_from <= $1) and (a.organization_id = o.id)
    order by a.valid_from desc limit 1) nested) as "seat",
    array_to_json(array(select row_to_json(nested) from (select n.id as "id",
    n.name as "name",
    n.short_name as "shortName",
    n.valid_from as "validFrom"
    from organization_names n
    where (n.voided_at is null) and (n.organization_id = o.id)
    order by n.valid_from) nested)) as "names",
    array_to_json(array(select row_to_json(nested) from (select a.id as "id",
    a.line as "line",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = a.place_id) limit 1) nested) as "place",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = a.place_id and f.occurred_on <= 'infinity'
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), a.place_id)) limit 1) nested) as "placeToday",
    a.valid_from as "validFrom"
    from organization_addresses a
    where (a.voided_at is null) and (a.organization_id = o.id)
    order by a.valid_from) nested)) as "addresses",
    array_to_json(array(select row_to_json(nested) from (select s.id as "id",
    s.status as "status",
    s.valid_from as "validFrom",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = s.document_id) limit 1) nested) as "document"
    from organization_statuses s
    where (s.voided_at is null) and (s.organization_id = o.id)
    order by s.valid_from) nested)) as "statuses",
    array_to_json(array(select row_to_json(nested) from (select ob.id as "id",
    ob.law as "law",
    ob.kind as "kind",
    ob.due_on as "dueOn",
    ob.done_on as "doneOn",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = ob.document_id) limit 1) nested) as "document"
    from organization_obligations ob
    where (ob.voided_at is null) and (ob.organization_id = o.id)
    order by ob.law, ob.kind) nested)) as "obligations",
    array_to_json(array(select row_to_json(nested) from (select f.id as "id",
    f.year as "year",
    f.measure as "measure",
    f.value as "value",
    f.producer as "producer",
    f.checked as "checked"
    from organization_figures f
    where (f.voided_at is null) and (f.organization_id = o.id)
    order by f.year, f.measure) nested)) as "figures",
    to_char(o.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    o.void_reason as "voidReason",
    o.version as "version") fields) as item,
  json_build_array((o.code)::text, (o.id)::text)::text as keys,
  (select count(*) from organizations o where (o.voided_at is null and (o.founded_on is null or o.founded_on <= $1))
    and (o.code = $2)
    and (o.alliance_id = $3)
    and (o.kind = $4)
    and ((select s.status from organization_statuses s where s.organization_id = o.id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) = $5)
    and (o.tax_code = $6)
    and (o.registration_number = $7)
    and (o.field = $8)
    and (o.sector = $9)
    and (o.founded_on >= $10)
    and (o.founded_on <= $11)
    and (case when not exists (select from organization_obligations ob where ob.organization_id = o.id
      and ob.kind = 'conversion' and ob.law = o.organizing_law and ob.done_on > $1 and ob.voided_at is null)
      and not exists (select from codes_organizing_law code where code.code = o.organizing_law and code.valid_from > $1)
      then o.organizing_law end = $12)
    and (exists (select from organization_statuses part where part.organization_id = o.id
        and part.document_id = $13 and part.voided_at is null) or exists (select from organization_obligations part where part.organization_id = o.id
        and part.document_id = $13 and part.voided_at is null) or exists (select from organization_figures part where part.organization_id = o.id
        and part.document_id = $13 and part.voided_at is null))
    and (((select s.status from organization_statuses s where s.organization_id = o.id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) is not null) = $14)
    and (exists (select from memberships m where m.organization_id = o.id and m.alliance_id = o.alliance_id and m.voided_at is null and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1)) = $15)
    and (not exists (select from organization_figures f where f.organization_id = o.id and f.voided_at is null
        and f.year = cast($16 as bigint) and f.year <= extract(year from cast($1 as date))))
    and ((select a.place_id from organization_addresses a where a.organization_id = o.id and a.voided_at is null
      and a.valid_from <= $1 order by a.valid_from desc limit 1) = any(array(with recursive within(id) as (select p.id from places p where p.id = $17 union select part.id from within cross join lateral (
          select p.id from places p where p.parent_id = within.id
          union all select f.predecessor_id from place_successions f where f.successor_id = within.id and f.occurred_on <= $1
            and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)
          union all select f.predecessor_id from places p join place_successions f on f.successor_id = p.id
            where p.parent_id = within.id and f.occurred_on <= $1 and not exists (select from place_successions g
              join places other on other.id = g.successor_id
              where g.predecessor_id = f.predecessor_id and other.parent_id is distinct from p.parent_id)
        ) part(id)) select id from within)))
    and ((select coalesce(district.id, unit.id)
      from (select (select a.place_id from organization_addresses a where a.organization_id = o.id and a.voided_at is null
      and a.valid_from <= $1 order by a.valid_from desc limit 1) as id) seat
      join places unit on unit.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = seat.id and f.occurred_on <= $1
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), seat.id)
      left join places district on district.id = unit.parent_id and district.level = 'district'
        and (unit.valid_to is null or unit.valid_to > $1)) = $18)
    and (((select a.place_id from organization_addresses a where a.organization_id = o.id and a.voided_at is null
      and a.valid_from <= $1 order by a.valid_from desc limit 1) is not null) = $19)
    and (o.id = any(array(select n.organization_id from organization_names n where n.voided_at is null and (n.folded like (select $20) or n.short_name is not null and fold(n.short_name) like (select $20)))))
    and (greatest(o.updated_at, (select max(part.updated_at) from organization_names part where part.organization_id = o.id and part.voided_at is null), (select max(part.updated_at) from organization_names part where part.organization_id = o.id and part.voided_at is not null), (select max(part.updated_at) from organization_addresses part where part.organization_id = o.id and part.voided_at is null), (select max(part.updated_at) from organization_addresses part where part.organization_id = o.id and part.voided_at is not null), (select max(part.updated_at) from organization_statuses part where part.organization_id = o.id and part.voided_at is null), (select max(part.updated_at) from organization_statuses part where part.organization_id = o.id and part.voided_at is not null), (select max(part.updated_at) from organization_obligations part where part.organization_id = o.id and part.voided_at is null), (select max(part.updated_at) from organization_obligations part where part.organization_id = o.id and part.voided_at is not null), (select max(part.updated_at) from organization_figures part where part.organization_id = o.id and part.voided_at is null), (select max(part.updated_at) from organization_figures part where part.organization_id = o.id and part.voided_at is not null), (select max(part.updated_at) from memberships part where part.organization_id = o.id and part.voided_at is null), (select max(part.updated_at) from memberships part where part.organization_id = o.id and part.voided_at is not null)) >= $21)) as total
from (
    with near as materialized (
    select o.* from (select o.* from organizations o where (select reltuples from pg_class where oid = 'organizations'::regclass) >= 2000
    and (o.code, o.id) > ($22, $23) order by o.code asc, o.id asc limit 100) o
    where (o.voided_at is null and (o.founded_on is null or o.founded_on <= $1))
    and (o.code = $2)
    and (o.alliance_id = $3)
    and (o.kind = $4)
    and ((select s.status from organization_statuses s where s.organization_id = o.id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) = $5)
    and (o.tax_code = $6)
    and (o.registration_number = $7)
    and (o.field = $8)
    and (o.sector = $9)
    and (o.founded_on >= $10)
    and (o.founded_on <= $11)
    and (case when not exists (select from organization_obligations ob where ob.organization_id = o.id
      and ob.kind = 'conversion' and ob.law = o.organizing_law and ob.done_on > $1 and ob.voided_at is null)
      and not exists (select from codes_organizing_law code where code.code = o.organizing_law and code.valid_from > $1)
      then o.organizing_law end = $12)
    and (exists (select from organization_statuses part where part.organization_id = o.id
        and part.document_id = $13 and part.voided_at is null) or exists (select from organization_obligations part where part.organization_id = o.id
        and part.document_id = $13 and part.voided_at is null) or exists (select from organization_figures part where part.organization_id = o.id
        and part.document_id = $13 and part.voided_at is null))
    and (((select s.status from organization_statuses s where s.organization_id = o.id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) is not null) = $14)
    and (exists (select from memberships m where m.organization_id = o.id and m.alliance_id = o.alliance_id and m.voided_at is null and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1)) = $15)
    and (not exists (select from organization_figures f where f.organization_id = o.id and f.voided_at is null
        and f.year = cast($16 as bigint) and f.year <= extract(year from cast($1 as date))))
    and ((select a.place_id from organization_addresses a where a.organization_id = o.id and a.voided_at is null
      and a.valid_from <= $1 order by a.valid_from desc limit 1) = any(array(with recursive within(id) as (select p.id from places p where p.id = $17 union select part.id from within cross join lateral (
          select p.id from places p where p.parent_id = within.id
          union all select f.predecessor_id from place_successions f where f.successor_id = within.id and f.occurred_on <= $1
            and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)
          union all select f.predecessor_id from places p join place_successions f on f.successor_id = p.id
            where p.parent_id = within.id and f.occurred_on <= $1 and not exists (select from place_successions g
              join places other on other.id = g.successor_id
              where g.predecessor_id = f.predecessor_id and other.parent_id is distinct from p.parent_id)
        ) part(id)) select id from within)))
    and ((select coalesce(district.id, unit.id)
      from (select (select a.place_id from organization_addresses a where a.organization_id = o.id and a.voided_at is null
      and a.valid_from <= $1 order by a.valid_from desc limit 1) as id) seat
      join places unit on unit.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = seat.id and f.occurred_on <= $1
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), seat.id)
      left join places district on district.id = unit.parent_id and district.level = 'district'
        and (unit.valid_to is null or unit.valid_to > $1)) = $18)
    and (((select a.place_id from organization_addresses a where a.organization_id = o.id and a.voided_at is null
      and a.valid_from <= $1 order by a.valid_from desc limit 1) is not null) = $19)
    and (exists (select from organization_names n where n.organization_id = o.id and n.voided_at is null and (n.folded like $20 or n.short_name is not null and fold(n.short_name) like $20) offset 0))
    and (greatest(o.updated_at, (select max(part.updated_at) from organization_names part where part.organization_id = o.id and part.voided_at is null), (select max(part.updated_at) from organization_names part where part.organization_id = o.id and part.voided_at is not null), (select max(part.updated_at) from organization_addresses part where part.organization_id = o.id and part.voided_at is null), (select max(part.updated_at) from organization_addresses part where part.organization_id = o.id and part.voided_at is not null), (select max(part.updated_at) from organization_statuses part where part.organization_id = o.id and part.voided_at is null), (select max(part.updated_at) from organization_statuses part where part.organization_id = o.id and part.voided_at is not null), (select max(part.updated_at) from organization_obligations part where part.organization_id = o.id and part.voided_at is null), (select max(part.updated_at) from organization_obligations part where part.organization_id = o.id and part.voided_at is not null), (select max(part.updated_at) from organization_figures part where part.organization_id = o.id and part.voided_at is null), (select max(part.updated_at) from organization_figures part where part.organization_id = o.id and part.voided_at is not null), (select max(part.updated_at) from memberships part where part.organization_id = o.id and part.voided_at is null), (select max(part.updated_at) from memberships part where part.organization_id = o.id and part.voided_at is not null)) >= $21)
    limit $24 + 1
    ), walked as materialized (
    select * from near union all (
    select o.* from (select o.* from organizations o where 2 * power((select count(*) from near), 2) * (select reltuples from pg_class where oid = 'organizations'::regclass) > 10000 * ($24 + 1)
    and (o.code, o.id) > ($22, $23) order by o.code asc, o.id asc offset 100 limit 5900) o
    where (o.voided_at is null and (o.founded_on is null or o.founded_on <= $1))
    and (o.code = $2)
    and (o.alliance_id = $3)
    and (o.kind = $4)
    and ((select s.status from organization_statuses s where s.organization_id = o.id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) = $5)
    and (o.tax_code = $6)
    and (o.registration_number = $7)
    and (o.field = $8)
    and (o.sector = $9)
    and (o.founded_on >= $10)
    and (o.founded_on <= $11)
    and (case when not exists (select from organization_obligations ob where ob.organization_id = o.id
      and ob.kind = 'conversion' and ob.law = o.organizing_law and ob.done_on > $1 and ob.voided_at is null)
      and not exists (select from codes_organizing_law code where code.code = o.organizing_law and code.valid_from > $1)
      then o.organizing_law end = $12)
    and (exists (select from organization_statuses part where part.organization_id = o.id
        and part.document_id = $13 and part.voided_at is null) or exists (select from organization_obligations part where part.organization_id = o.id
        and part.document_id = $13 and part.voided_at is null) or exists (select from organization_figures part where part.organization_id = o.id
        and part.document_id = $13 and part.voided_at is null))
    and (((select s.status from organization_statuses s where s.organization_id = o.id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) is not null) = $14)
    and (exists (select from memberships m where m.organization_id = o.id and m.alliance_id = o.alliance_id and m.voided_at is null and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1)) = $15)
    and (not exists (select from organization_figures f where f.organization_id = o.id and f.voided_at is null
        and f.year = cast($16 as bigint) and f.year <= extract(year from cast($1 as date))))
    and ((select a.place_id from organization_addresses a where a.organization_id = o.id and a.voided_at is null
      and a.valid_from <= $1 order by a.valid_from desc limit 1) = any(array(with recursive within(id) as (select p.id from places p where p.id = $17 union select part.id from within cross join lateral (
          select p.id from places p where p.parent_id = within.id
          union all select f.predecessor_id from place_successions f where f.successor_id = within.id and f.occurred_on <= $1
            and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)
          union all select f.predecessor_id from places p join place_successions f on f.successor_id = p.id
            where p.parent_id = within.id and f.occurred_on <= $1 and not exists (select from place_successions g
              join places other on other.id = g.successor_id
              where g.predecessor_id = f.predecessor_id and other.parent_id is distinct from p.parent_id)
        ) part(id)) select id from within)))
    and ((select coalesce(district.id, unit.id)
      from (select (select a.place_id from organization_addresses a where a.organization_id = o.id and a.voided_at is null
      and a.valid_from <= $1 order by a.valid_from desc limit 1) as id) seat
      join places unit on unit.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = seat.id and f.occurred_on <= $1
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), seat.id)
      left join places district on district.id = unit.parent_id and district.level = 'district'
        and (unit.valid_to is null or unit.valid_to > $1)) = $18)
    and (((select a.place_id from organization_addresses a where a.organization_id = o.id and a.voided_at is null
      and a.valid_from <= $1 order by a.valid_from desc limit 1) is not null) = $19)
    and (exists (select from organization_names n where n.organization_id = o.id and n.voided_at is null and (n.folded like $20 or n.short_name is not null and fold(n.short_name) like $20) offset 0))
    and (greatest(o.updated_at, (select max(part.updated_at) from organization_names part where part.organization_id = o.id and part.voided_at is null), (select max(part.updated_at) from organization_names part where part.organization_id = o.id and part.voided_at is not null), (select max(part.updated_at) from organization_addresses part where part.organization_id = o.id and part.voided_at is null), (select max(part.updated_at) from organization_addresses part where part.organization_id = o.id and part.voided_at is not null), (select max(part.updated_at) from organization_statuses part where part.organization_id = o.id and part.voided_at is null), (select max(part.updated_at) from organization_statuses part where part.organization_id = o.id and part.voided_at is not null), (select max(part.updated_at) from organization_obligations part where part.organization_id = o.id and part.voided_at is null), (select max(part.updated_at) from organization_obligations part where part.organization_id = o.id and part.voided_at is not null), (select max(part.updated_at) from organization_figures part where part.organization_id = o.id and part.voided_at is null), (select max(part.updated_at) from organization_figures part where part.organization_id = o.id and part.voided_at is not null), (select max(part.updated_at) from memberships part where part.organization_id = o.id and part.voided_at is null), (select max(part.updated_at) from memberships part where part.organization_id = o.id and part.voided_at is not null)) >= $21)
    limit $24 + 1 - (select count(*) from near))
    )
    select * from walked where (select count(*) from walked) > $24
    union all (
    select o.* from organizations o
    where ((select count(*) from walked) <= $24)
    and (o.voided_at is null and (o.founded_on is null or o.founded_on <= $1))
    and (o.code = $2)
    and (o.alliance_id = $3)
    and (o.kind = $4)
    and ((select s.status from organization_statuses s where s.organization_id = o.id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) = $5)
    and (o.tax_code = $6)
    and (o.registration_number = $7)
    and (o.field = $8)
    and (o.sector = $9)
    and (o.founded_on >= $10)
    and (o.founded_on <= $11)
    and (case when not exists (select from organization_obligations ob where ob.organization_id = o.id
      and ob.kind = 'conversion' and ob.law = o.organizing_law and ob.done_on > $1 and ob.voided_at is null)
      and not exists (select from codes_organizing_law code where code.code = o.organizing_law and code.valid_from > $1)
      then o.organizing_law end = $12)
    and (exists (select from organization_statuses part where part.organization_id = o.id
        and part.document_id = $13 and part.voided_at is null) or exists (select from organization_obligations part where part.organization_id = o.id
        and part.document_id = $13 and part.voided_at is null) or exists (select from organization_figures part where part.organization_id = o.id
        and part.document_id = $13 and part.voided_at is null))
    and (((select s.status from organization_statuses s where s.organization_id = o.id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) is not null) = $14)
    and (exists (select from memberships m where m.organization_id = o.id and m.alliance_id = o.alliance_id and m.voided_at is null and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1)) = $15)
    and (not exists (select from organization_figures f where f.organization_id = o.id and f.voided_at is null
        and f.year = cast($16 as bigint) and f.year <= extract(year from cast($1 as date))))
    and ((select a.place_id from organization_addresses a where a.organization_id = o.id and a.voided_at is null
      and a.valid_from <= $1 order by a.valid_from desc limit 1) = any(array(with recursive within(id) as (select p.id from places p where p.id = $17 union select part.id from within cross join lateral (
          select p.id from places p where p.parent_id = within.id
          union all select f.predecessor_id from place_successions f where f.successor_id = within.id and f.occurred_on <= $1
            and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)
          union all select f.predecessor_id from places p join place_successions f on f.successor_id = p.id
            where p.parent_id = within.id and f.occurred_on <= $1 and not exists (select from place_successions g
              join places other on other.id = g.successor_id
              where g.predecessor_id = f.predecessor_id and other.parent_id is distinct from p.parent_id)
        ) part(id)) select id from within)))
    and ((select coalesce(district.id, unit.id)
      from (select (select a.place_id from organization_addresses a where a.organization_id = o.id and a.voided_at is null
      and a.valid_from <= $1 order by a.valid_from desc limit 1) as id) seat
      join places unit on unit.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = seat.id and f.occurred_on <= $1
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), seat.id)
      left join places district on district.id = unit.parent_id and district.level = 'district'
        and (unit.valid_to is null or unit.valid_to > $1)) = $18)
    and (((select a.place_id from organization_addresses a where a.organization_id = o.id and a.voided_at is null
      and a.valid_from <= $1 order by a.valid_from desc limit 1) is not null) = $19)
    and (o.id = any(array(select n.organization_id from organization_names n where n.voided_at is null and (n.folded like (select $20) or n.short_name is not null and fold(n.short_name) like (select $20)))))
    and (greatest(o.updated_at, (select max(part.updated_at) from organization_names part where part.organization_id = o.id and part.voided_at is null), (select max(part.updated_at) from organization_names part where part.organization_id = o.id and part.voided_at is not null), (select max(part.updated_at) from organization_addresses part where part.organization_id = o.id and part.voided_at is null), (select max(part.updated_at) from organization_addresses part where part.organization_id = o.id and part.voided_at is not null), (select max(part.updated_at) from organization_statuses part where part.organization_id = o.id and part.voided_at is null), (select max(part.updated_at) from organization_statuses part where part.organization_id = o.id and part.voided_at is not null), (select max(part.updated_at) from organization_obligations part where part.organization_id = o.id and part.voided_at is null), (select max(part.updated_at) from organization_obligations part where part.organization_id = o.id and part.voided_at is not null), (select max(part.updated_at) from organization_figures part where part.organization_id = o.id and part.voided_at is null), (select max(part.updated_at) from organization_figures part where part.organization_id = o.id and part.voided_at is not null), (select max(part.updated_at) from memberships part where part.organization_id = o.id and part.voided_at is null), (select max(part.updated_at) from memberships part where part.organization_id = o.id and part.voided_at is not null)) >= $21)
    and (o.code, o.id) > ($22, $23)
    order by o.code asc, o.id asc
    limit $24 + 1)
    ) o
order by o.code asc, o.id asc
limit $24 + 1;

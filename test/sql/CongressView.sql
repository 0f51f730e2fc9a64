-- record, everywhere ($1 asOf, $2 ownOrganizationId, $3 id)
select (select row_to_json(fields)::text from (select c.id as "id",
    c.alliance_id as "allianceId",
    c.level as "level",
    c.ordinal as "ordinal",
    c.term_name as "termName",
    (select row_to_json(nested) from (select t.id as "id",
    t.name as "name",
    t.valid_from as "validFrom",
    t.valid_to as "validTo",
    array_to_json(array(select row_to_json(nested) from (select y.id as "id",
    y.kind as "kind",
    y.seats as "seats"
    from alliance_bodies y
    where (y.voided_at is null) and (y.term_id = t.id)
    order by y.kind) nested)) as "bodies",
    to_json(array_remove(array[
      case when longer_than_a_term(t.valid_from, coalesce(t.valid_to, $1::date)) then 'term_too_long' end,
      case when exists (select from alliance_terms other where other.alliance_id = t.alliance_id and other.id <> t.id
      and other.name = t.name and other.voided_at is null) then 'named_like_another' end,
      case when exists (select from alliance_bodies standing
      join alliance_bodies executive on executive.term_id = standing.term_id and executive.voided_at is null
      where standing.term_id = t.id and standing.voided_at is null and standing.kind = 'standing_committee'
        and executive.kind = 'executive_committee' and standing.seats > executive.seats) then 'standing_exceeds_executive' end,
      case when t.voided_at is null and t.valid_from > (select max(coalesce(before.valid_to, 'infinity')) from alliance_terms before
      where before.alliance_id = t.alliance_id and before.voided_at is null and before.valid_from < t.valid_from) then 'after_a_gap' end], null)) as "warnings"
    from alliance_terms t
    where (t.voided_at is null) and (t.id = c.term_id) limit 1) nested) as "term",
    c.starts_on as "startsOn",
    c.ends_on as "endsOn",
    c.venue as "venue",
    c.motto as "motto",
    (select count(*) from namings_to_congresses d where d.congress_id = c.id and d.voided_at is null
      and d.kind = 'official' and d.named_on <= $1)::integer as "officials",
    (select count(*) from namings_to_congresses d where d.congress_id = c.id and d.voided_at is null
      and d.kind = 'alternate' and d.named_on <= $1)::integer as "alternates",
    to_json(array_remove(array[
      case when $2::uuid is null and c.ordinal is not null and longer_than_a_term((select max(p.starts_on) from congresses p where p.alliance_id = c.alliance_id and p.level = c.level
      and p.voided_at is null and p.ordinal is not null and p.starts_on < c.starts_on), c.starts_on) then 'congress_too_late' end,
      case when c.voided_at is null and $2::uuid is null and exists (select from congresses p where p.alliance_id = c.alliance_id
      and p.level = c.level and p.voided_at is null and p.id <> c.id
      and (p.ordinal <= c.ordinal and p.starts_on >= c.starts_on and not exists (select from congresses first where first.alliance_id = c.alliance_id and first.level = c.level
        and first.voided_at is null and first.ordinal = 1
        and first.starts_on > c.starts_on and first.starts_on <= p.starts_on)
        or p.ordinal >= c.ordinal and p.starts_on <= c.starts_on and not exists (select from congresses first where first.alliance_id = c.alliance_id and first.level = c.level
        and first.voided_at is null and first.ordinal = 1
        and first.starts_on > p.starts_on and first.starts_on <= c.starts_on))) then 'congress_out_of_order' end,
      case when c.voided_at is null and $2::uuid is null and exists (select from congresses other where other.alliance_id = c.alliance_id
      and other.level = c.level and other.voided_at is null and other.id <> c.id
      and other.starts_on <= c.ends_on and c.starts_on <= other.ends_on) then 'congress_at_once' end,
      case when exists (select from alliance_terms t where t.id = c.term_id and t.voided_at is null
      and (c.ends_on < t.valid_from or c.starts_on >= t.valid_to)) then 'congress_outside_term' end], null)) as "warnings",
    to_char(c.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    c.void_reason as "voidReason",
    c.version as "version") fields) as body, c.version as version
from congresses c
where c.id = $3 and (true) and (true);

-- page, everywhere ($1 asOf, $2 ownOrganizationId, $3 limit)
select (select row_to_json(fields)::text from (select c.id as "id",
    c.alliance_id as "allianceId",
    c.level as "level",
    c.ordinal as "ordinal",
    c.term_name as "termName",
    (select row_to_json(nested) from (select t.id as "id",
    t.name as "name",
    t.valid_from as "validFrom",
    t.valid_to as "validTo",
    array_to_json(array(select row_to_json(nested) from (select y.id as "id",
    y.kind as "kind",
    y.seats as "seats"
    from alliance_bodies y
    where (y.voided_at is null) and (y.term_id = t.id)
    order by y.kind) nested)) as "bodies",
    to_json(array_remove(array[
      case when longer_than_a_term(t.valid_from, coalesce(t.valid_to, $1::date)) then 'term_too_long' end,
      case when exists (select from alliance_terms other where other.alliance_id = t.alliance_id and other.id <> t.id
      and other.name = t.name and other.voided_at is null) then 'named_like_another' end,
      case when exists (select from alliance_bodies standing
      join alliance_bodies executive on executive.term_id = standing.term_id and executive.voided_at is null
      where standing.term_id = t.id and standing.voided_at is null and standing.kind = 'standing_committee'
        and executive.kind = 'executive_committee' and standing.seats > executive.seats) then 'standing_exceeds_executive' end,
      case when t.voided_at is null and t.valid_from > (select max(coalesce(before.valid_to, 'infinity')) from alliance_terms before
      where before.alliance_id = t.alliance_id and before.voided_at is null and before.valid_from < t.valid_from) then 'after_a_gap' end], null)) as "warnings"
    from alliance_terms t
    where (t.voided_at is null) and (t.id = c.term_id) limit 1) nested) as "term",
    c.starts_on as "startsOn",
    c.ends_on as "endsOn",
    c.venue as "venue",
    c.motto as "motto",
    (select count(*) from namings_to_congresses d where d.congress_id = c.id and d.voided_at is null
      and d.kind = 'official' and d.named_on <= $1)::integer as "officials",
    (select count(*) from namings_to_congresses d where d.congress_id = c.id and d.voided_at is null
      and d.kind = 'alternate' and d.named_on <= $1)::integer as "alternates",
    to_json(array_remove(array[
      case when $2::uuid is null and c.ordinal is not null and longer_than_a_term((select max(p.starts_on) from congresses p where p.alliance_id = c.alliance_id and p.level = c.level
      and p.voided_at is null and p.ordinal is not null and p.starts_on < c.starts_on), c.starts_on) then 'congress_too_late' end,
      case when c.voided_at is null and $2::uuid is null and exists (select from congresses p where p.alliance_id = c.alliance_id
      and p.level = c.level and p.voided_at is null and p.id <> c.id
      and (p.ordinal <= c.ordinal and p.starts_on >= c.starts_on and not exists (select from congresses first where first.alliance_id = c.alliance_id and first.level = c.level
        and first.voided_at is null and first.ordinal = 1
        and first.starts_on > c.starts_on and first.starts_on <= p.starts_on)
        or p.ordinal >= c.ordinal and p.starts_on <= c.starts_on and not exists (select from congresses first where first.alliance_id = c.alliance_id and first.level = c.level
        and first.voided_at is null and first.ordinal = 1
        and first.starts_on > p.starts_on and first.starts_on <= c.starts_on))) then 'congress_out_of_order' end,
      case when c.voided_at is null and $2::uuid is null and exists (select from congresses other where other.alliance_id = c.alliance_id
      and other.level = c.level and other.voided_at is null and other.id <> c.id
      and other.starts_on <= c.ends_on and c.starts_on <= other.ends_on) then 'congress_at_once' end,
      case when exists (select from alliance_terms t where t.id = c.term_id and t.voided_at is null
      and (c.ends_on < t.valid_from or c.starts_on >= t.valid_to)) then 'congress_outside_term' end], null)) as "warnings",
    to_char(c.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    c.void_reason as "voidReason",
    c.version as "version") fields) as item,
  json_build_array((c.starts_on)::text, (c.id)::text)::text as keys
from congresses c
    where (c.voided_at is null)
order by c.starts_on desc, c.id desc
limit $3 + 1;

-- record, within alliance ($1 asOf, $2 ownOrganizationId, $3 id, $4 ownAllianceIds)
select (select row_to_json(fields)::text from (select c.id as "id",
    c.alliance_id as "allianceId",
    c.level as "level",
    c.ordinal as "ordinal",
    c.term_name as "termName",
    (select row_to_json(nested) from (select t.id as "id",
    t.name as "name",
    t.valid_from as "validFrom",
    t.valid_to as "validTo",
    array_to_json(array(select row_to_json(nested) from (select y.id as "id",
    y.kind as "kind",
    y.seats as "seats"
    from alliance_bodies y
    where (y.voided_at is null) and (y.term_id = t.id)
    order by y.kind) nested)) as "bodies",
    to_json(array_remove(array[
      case when longer_than_a_term(t.valid_from, coalesce(t.valid_to, $1::date)) then 'term_too_long' end,
      case when exists (select from alliance_terms other where other.alliance_id = t.alliance_id and other.id <> t.id
      and other.name = t.name and other.voided_at is null) then 'named_like_another' end,
      case when exists (select from alliance_bodies standing
      join alliance_bodies executive on executive.term_id = standing.term_id and executive.voided_at is null
      where standing.term_id = t.id and standing.voided_at is null and standing.kind = 'standing_committee'
        and executive.kind = 'executive_committee' and standing.seats > executive.seats) then 'standing_exceeds_executive' end,
      case when t.voided_at is null and t.valid_from > (select max(coalesce(before.valid_to, 'infinity')) from alliance_terms before
      where before.alliance_id = t.alliance_id and before.voided_at is null and before.valid_from < t.valid_from) then 'after_a_gap' end], null)) as "warnings"
    from alliance_terms t
    where (t.voided_at is null) and (t.id = c.term_id) limit 1) nested) as "term",
    c.starts_on as "startsOn",
    c.ends_on as "endsOn",
    c.venue as "venue",
    c.motto as "motto",
    (select count(*) from namings_to_congresses d where d.congress_id = c.id and d.voided_at is null
      and d.kind = 'official' and d.named_on <= $1)::integer as "officials",
    (select count(*) from namings_to_congresses d where d.congress_id = c.id and d.voided_at is null
      and d.kind = 'alternate' and d.named_on <= $1)::integer as "alternates",
    to_json(array_remove(array[
      case when $2::uuid is null and c.ordinal is not null and longer_than_a_term((select max(p.starts_on) from congresses p where p.alliance_id = c.alliance_id and p.level = c.level
      and p.voided_at is null and p.ordinal is not null and p.starts_on < c.starts_on), c.starts_on) then 'congress_too_late' end,
      case when c.voided_at is null and $2::uuid is null and exists (select from congresses p where p.alliance_id = c.alliance_id
      and p.level = c.level and p.voided_at is null and p.id <> c.id
      and (p.ordinal <= c.ordinal and p.starts_on >= c.starts_on and not exists (select from congresses first where first.alliance_id = c.alliance_id and first.level = c.level
        and first.voided_at is null and first.ordinal = 1
        and first.starts_on > c.starts_on and first.starts_on <= p.starts_on)
        or p.ordinal >= c.ordinal and p.starts_on <= c.starts_on and not exists (select from congresses first where first.alliance_id = c.alliance_id and first.level = c.level
        and first.voided_at is null and first.ordinal = 1
        and first.starts_on > p.starts_on and first.starts_on <= c.starts_on))) then 'congress_out_of_order' end,
      case when c.voided_at is null and $2::uuid is null and exists (select from congresses other where other.alliance_id = c.alliance_id
      and other.level = c.level and other.voided_at is null and other.id <> c.id
      and other.starts_on <= c.ends_on and c.starts_on <= other.ends_on) then 'congress_at_once' end,
      case when exists (select from alliance_terms t where t.id = c.term_id and t.voided_at is null
      and (c.ends_on < t.valid_from or c.starts_on >= t.valid_to)) then 'congress_outside_term' end], null)) as "warnings",
    to_char(c.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    c.void_reason as "voidReason",
    c.version as "version") fields) as body, c.version as version
from congresses c
where c.id = $3 and (true) and (c.alliance_id = any($4));

-- page, within alliance ($1 asOf, $2 ownOrganizationId, $3 ownAllianceIds, $4 limit)
select (select row_to_json(fields)::text from (select c.id as "id",
    c.alliance_id as "allianceId",
    c.level as "level",
    c.ordinal as "ordinal",
    c.term_name as "termName",
    (select row_to_json(nested) from (select t.id as "id",
    t.name as "name",
    t.valid_from as "validFrom",
    t.valid_to as "validTo",
    array_to_json(array(select row_to_json(nested) from (select y.id as "id",
    y.kind as "kind",
    y.seats as "seats"
    from alliance_bodies y
    where (y.voided_at is null) and (y.term_id = t.id)
    order by y.kind) nested)) as "bodies",
    to_json(array_remove(array[
      case when longer_than_a_term(t.valid_from, coalesce(t.valid_to, $1::date)) then 'term_too_long' end,
      case when exists (select from alliance_terms other where other.alliance_id = t.alliance_id and other.id <> t.id
      and other.name = t.name and other.voided_at is null) then 'named_like_another' end,
      case when exists (select from alliance_bodies standing
      join alliance_bodies executive on executive.term_id = standing.term_id and executive.voided_at is null
      where standing.term_id = t.id and standing.voided_at is null and standing.kind = 'standing_committee'
        and executive.kind = 'executive_committee' and standing.seats > executive.seats) then 'standing_exceeds_executive' end,
      case when t.voided_at is null and t.valid_from > (select max(coalesce(before.valid_to, 'infinity')) from alliance_terms before
      where before.alliance_id = t.alliance_id and before.voided_at is null and before.valid_from < t.valid_from) then 'after_a_gap' end], null)) as "warnings"
    from alliance_terms t
    where (t.voided_at is null) and (t.id = c.term_id) limit 1) nested) as "term",
    c.starts_on as "startsOn",
    c.ends_on as "endsOn",
    c.venue as "venue",
    c.motto as "motto",
    (select count(*) from namings_to_congresses d where d.congress_id = c.id and d.voided_at is null
      and d.kind = 'official' and d.named_on <= $1)::integer as "officials",
    (select count(*) from namings_to_congresses d where d.congress_id = c.id and d.voided_at is null
      and d.kind = 'alternate' and d.named_on <= $1)::integer as "alternates",
    to_json(array_remove(array[
      case when $2::uuid is null and c.ordinal is not null and longer_than_a_term((select max(p.starts_on) from congresses p where p.alliance_id = c.alliance_id and p.level = c.level
      and p.voided_at is null and p.ordinal is not null and p.starts_on < c.starts_on), c.starts_on) then 'congress_too_late' end,
      case when c.voided_at is null and $2::uuid is null and exists (select from congresses p where p.alliance_id = c.alliance_id
      and p.level = c.level and p.voided_at is null and p.id <> c.id
      and (p.ordinal <= c.ordinal and p.starts_on >= c.starts_on and not exists (select from congresses first where first.alliance_id = c.alliance_id and first.level = c.level
        and first.voided_at is null and first.ordinal = 1
        and first.starts_on > c.starts_on and first.starts_on <= p.starts_on)
        or p.ordinal >= c.ordinal and p.starts_on <= c.starts_on and not exists (select from congresses first where first.alliance_id = c.alliance_id and first.level = c.level
        and first.voided_at is null and first.ordinal = 1
        and first.starts_on > p.starts_on and first.starts_on <= c.starts_on))) then 'congress_out_of_order' end,
      case when c.voided_at is null and $2::uuid is null and exists (select from congresses other where other.alliance_id = c.alliance_id
      and other.level = c.level and other.voided_at is null and other.id <> c.id
      and other.starts_on <= c.ends_on and c.starts_on <= other.ends_on) then 'congress_at_once' end,
      case when exists (select from alliance_terms t where t.id = c.term_id and t.voided_at is null
      and (c.ends_on < t.valid_from or c.starts_on >= t.valid_to)) then 'congress_outside_term' end], null)) as "warnings",
    to_char(c.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    c.void_reason as "voidReason",
    c.version as "version") fields) as item,
  json_build_array((c.starts_on)::text, (c.id)::text)::text as keys
from congresses c
    where (c.voided_at is null)
    and (c.alliance_id = any($3))
order by c.starts_on desc, c.id desc
limit $4 + 1;

-- record, within organization ($1 asOf, $2 ownOrganizationId, $3 id)
select (select row_to_json(fields)::text from (select c.id as "id",
    c.alliance_id as "allianceId",
    c.level as "level",
    c.ordinal as "ordinal",
    c.term_name as "termName",
    (select row_to_json(nested) from (select t.id as "id",
    t.name as "name",
    t.valid_from as "validFrom",
    t.valid_to as "validTo",
    array_to_json(array(select row_to_json(nested) from (select y.id as "id",
    y.kind as "kind",
    y.seats as "seats"
    from alliance_bodies y
    where (y.voided_at is null) and (y.term_id = t.id)
    order by y.kind) nested)) as "bodies",
    to_json(array_remove(array[
      case when longer_than_a_term(t.valid_from, coalesce(t.valid_to, $1::date)) then 'term_too_long' end,
      case when exists (select from alliance_terms other where other.alliance_id = t.alliance_id and other.id <> t.id
      and other.name = t.name and other.voided_at is null) then 'named_like_another' end,
      case when exists (select from alliance_bodies standing
      join alliance_bodies executive on executive.term_id = standing.term_id and executive.voided_at is null
      where standing.term_id = t.id and standing.voided_at is null and standing.kind = 'standing_committee'
        and executive.kind = 'executive_committee' and standing.seats > executive.seats) then 'standing_exceeds_executive' end,
      case when t.voided_at is null and t.valid_from > (select max(coalesce(before.valid_to, 'infinity')) from alliance_terms before
      where before.alliance_id = t.alliance_id and before.voided_at is null and before.valid_from < t.valid_from) then 'after_a_gap' end], null)) as "warnings"
    from alliance_terms t
    where (t.voided_at is null) and (t.id = c.term_id) limit 1) nested) as "term",
    c.starts_on as "startsOn",
    c.ends_on as "endsOn",
    c.venue as "venue",
    c.motto as "motto",
    (select count(*) from namings_to_congresses d where d.congress_id = c.id and d.voided_at is null
      and d.kind = 'official' and d.named_on <= $1)::integer as "officials",
    (select count(*) from namings_to_congresses d where d.congress_id = c.id and d.voided_at is null
      and d.kind = 'alternate' and d.named_on <= $1)::integer as "alternates",
    to_json(array_remove(array[
      case when $2::uuid is null and c.ordinal is not null and longer_than_a_term((select max(p.starts_on) from congresses p where p.alliance_id = c.alliance_id and p.level = c.level
      and p.voided_at is null and p.ordinal is not null and p.starts_on < c.starts_on), c.starts_on) then 'congress_too_late' end,
      case when c.voided_at is null and $2::uuid is null and exists (select from congresses p where p.alliance_id = c.alliance_id
      and p.level = c.level and p.voided_at is null and p.id <> c.id
      and (p.ordinal <= c.ordinal and p.starts_on >= c.starts_on and not exists (select from congresses first where first.alliance_id = c.alliance_id and first.level = c.level
        and first.voided_at is null and first.ordinal = 1
        and first.starts_on > c.starts_on and first.starts_on <= p.starts_on)
        or p.ordinal >= c.ordinal and p.starts_on <= c.starts_on and not exists (select from congresses first where first.alliance_id = c.alliance_id and first.level = c.level
        and first.voided_at is null and first.ordinal = 1
        and first.starts_on > p.starts_on and first.starts_on <= c.starts_on))) then 'congress_out_of_order' end,
      case when c.voided_at is null and $2::uuid is null and exists (select from congresses other where other.alliance_id = c.alliance_id
      and other.level = c.level and other.voided_at is null and other.id <> c.id
      and other.starts_on <= c.ends_on and c.starts_on <= other.ends_on) then 'congress_at_once' end,
      case when exists (select from alliance_terms t where t.id = c.term_id and t.voided_at is null
      and (c.ends_on < t.valid_from or c.starts_on >= t.valid_to)) then 'congress_outside_term' end], null)) as "warnings",
    to_char(c.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    c.void_reason as "voidReason",
    c.version as "version") fields) as body, c.version as version
from congresses c
where c.id = $3 and (true) and ((exists (select from delegations dn where dn.congress_id = c.id and dn.voided_at is null
      and dn.organization_id = $2)
      or exists (select from delegates d where d.congress_id = c.id and d.voided_at is null
      and d.organization_id = $2)));

-- page, within organization ($1 asOf, $2 ownOrganizationId, $3 limit)
select (select row_to_json(fields)::text from (select c.id as "id",
    c.alliance_id as "allianceId",
    c.level as "level",
    c.ordinal as "ordinal",
    c.term_name as "termName",
    (select row_to_json(nested) from (select t.id as "id",
    t.name as "name",
    t.valid_from as "validFrom",
    t.valid_to as "validTo",
    array_to_json(array(select row_to_json(nested) from (select y.id as "id",
    y.kind as "kind",
    y.seats as "seats"
    from alliance_bodies y
    where (y.voided_at is null) and (y.term_id = t.id)
    order by y.kind) nested)) as "bodies",
    to_json(array_remove(array[
      case when longer_than_a_term(t.valid_from, coalesce(t.valid_to, $1::date)) then 'term_too_long' end,
      case when exists (select from alliance_terms other where other.alliance_id = t.alliance_id and other.id <> t.id
      and other.name = t.name and other.voided_at is null) then 'named_like_another' end,
      case when exists (select from alliance_bodies standing
      join alliance_bodies executive on executive.term_id = standing.term_id and executive.voided_at is null
      where standing.term_id = t.id and standing.voided_at is null and standing.kind = 'standing_committee'
        and executive.kind = 'executive_committee' and standing.seats > executive.seats) then 'standing_exceeds_executive' end,
      case when t.voided_at is null and t.valid_from > (select max(coalesce(before.valid_to, 'infinity')) from alliance_terms before
      where before.alliance_id = t.alliance_id and before.voided_at is null and before.valid_from < t.valid_from) then 'after_a_gap' end], null)) as "warnings"
    from alliance_terms t
    where (t.voided_at is null) and (t.id = c.term_id) limit 1) nested) as "term",
    c.starts_on as "startsOn",
    c.ends_on as "endsOn",
    c.venue as "venue",
    c.motto as "motto",
    (select count(*) from namings_to_congresses d where d.congress_id = c.id and d.voided_at is null
      and d.kind = 'official' and d.named_on <= $1)::integer as "officials",
    (select count(*) from namings_to_congresses d where d.congress_id = c.id and d.voided_at is null
      and d.kind = 'alternate' and d.named_on <= $1)::integer as "alternates",
    to_json(array_remove(array[
      case when $2::uuid is null and c.ordinal is not null and longer_than_a_term((select max(p.starts_on) from congresses p where p.alliance_id = c.alliance_id and p.level = c.level
      and p.voided_at is null and p.ordinal is not null and p.starts_on < c.starts_on), c.starts_on) then 'congress_too_late' end,
      case when c.voided_at is null and $2::uuid is null and exists (select from congresses p where p.alliance_id = c.alliance_id
      and p.level = c.level and p.voided_at is null and p.id <> c.id
      and (p.ordinal <= c.ordinal and p.starts_on >= c.starts_on and not exists (select from congresses first where first.alliance_id = c.alliance_id and first.level = c.level
        and first.voided_at is null and first.ordinal = 1
        and first.starts_on > c.starts_on and first.starts_on <= p.starts_on)
        or p.ordinal >= c.ordinal and p.starts_on <= c.starts_on and not exists (select from congresses first where first.alliance_id = c.alliance_id and first.level = c.level
        and first.voided_at is null and first.ordinal = 1
        and first.starts_on > p.starts_on and first.starts_on <= c.starts_on))) then 'congress_out_of_order' end,
      case when c.voided_at is null and $2::uuid is null and exists (select from congresses other where other.alliance_id = c.alliance_id
      and other.level = c.level and other.voided_at is null and other.id <> c.id
      and other.starts_on <= c.ends_on and c.starts_on <= other.ends_on) then 'congress_at_once' end,
      case when exists (select from alliance_terms t where t.id = c.term_id and t.voided_at is null
      and (c.ends_on < t.valid_from or c.starts_on >= t.valid_to)) then 'congress_outside_term' end], null)) as "warnings",
    to_char(c.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    c.void_reason as "voidReason",
    c.version as "version") fields) as item,
  json_build_array((c.starts_on)::text, (c.id)::text)::text as keys
from congresses c
    where (c.voided_at is null)
    and ((exists (select from delegations dn where dn.congress_id = c.id and dn.voided_at is null
      and dn.organization_id = $2)
      or exists (select from delegates d where d.congress_id = c.id and d.voided_at is null
      and d.organization_id = $2)))
order by c.starts_on desc, c.id desc
limit $3 + 1;

-- page, everywhere, with every filter ($1 asOf, $2 ownOrganizationId, $3 allianceId, $4 level, $5 ordinal, $6 startsOnFrom, $7 startsOnTo, $8 endsOnFrom, $9 endsOnTo, $10 warning, $11 motto, $12 q, $13 updatedSince, $14 after0, $15 after1, $16 limit)
select (select row_to_json(fields)::text from (select c.id as "id",
    c.alliance_id as "allianceId",
    c.level as "level",
    c.ordinal as "ordinal",
    c.term_name as "termName",
    (select row_to_json(nested) from (select t.id as "id",
    t.name as "name",
    t.valid_from as "validFrom",
    t.valid_to as "validTo",
    array_to_json(array(select row_to_json(nested) from (select y.id as "id",
    y.kind as "kind",
    y.seats as "seats"
    from alliance_bodies y
    where (y.voided_at is null) and (y.term_id = t.id)
    order by y.kind) nested)) as "bodies",
    to_json(array_remove(array[
      case when longer_than_a_term(t.valid_from, coalesce(t.valid_to, $1::date)) then 'term_too_long' end,
      case when exists (select from alliance_terms other where other.alliance_id = t.alliance_id and other.id <> t.id
      and other.name = t.name and other.voided_at is null) then 'named_like_another' end,
      case when exists (select from alliance_bodies standing
      join alliance_bodies executive on executive.term_id = standing.term_id and executive.voided_at is null
      where standing.term_id = t.id and standing.voided_at is null and standing.kind = 'standing_committee'
        and executive.kind = 'executive_committee' and standing.seats > executive.seats) then 'standing_exceeds_executive' end,
      case when t.voided_at is null and t.valid_from > (select max(coalesce(before.valid_to, 'infinity')) from alliance_terms before
      where before.alliance_id = t.alliance_id and before.voided_at is null and before.valid_from < t.valid_from) then 'after_a_gap' end], null)) as "warnings"
    from alliance_terms t
    where (t.voided_at is null) and (t.id = c.term_id) limit 1) nested) as "term",
    c.starts_on as "startsOn",
    c.ends_on as "endsOn",
    c.venue as "venue",
    c.motto as "motto",
    (select count(*) from namings_to_congresses d where d.congress_id = c.id and d.voided_at is null
      and d.kind = 'official' and d.named_on <= $1)::integer as "officials",
    (select count(*) from namings_to_congresses d where d.congress_id = c.id and d.voided_at is null
      and d.kind = 'alternate' and d.named_on <= $1)::integer as "alternates",
    to_json(array_remove(array[
      case when $2::uuid is null and c.ordinal is not null and longer_than_a_term((select max(p.starts_on) from congresses p where p.alliance_id = c.alliance_id and p.level = c.level
      and p.voided_at is null and p.ordinal is not null and p.starts_on < c.starts_on), c.starts_on) then 'congress_too_late' end,
      case when c.voided_at is null and $2::uuid is null and exists (select from congresses p where p.alliance_id = c.alliance_id
      and p.level = c.level and p.voided_at is null and p.id <> c.id
      and (p.ordinal <= c.ordinal and p.starts_on >= c.starts_on and not exists (select from congresses first where first.alliance_id = c.alliance_id and first.level = c.level
        and first.voided_at is null and first.ordinal = 1
        and first.starts_on > c.starts_on and first.starts_on <= p.starts_on)
        or p.ordinal >= c.ordinal and p.starts_on <= c.starts_on and not exists (select from congresses first where first.alliance_id = c.alliance_id and first.level = c.level
        and first.voided_at is null and first.ordinal = 1
        and first.starts_on > p.starts_on and first.starts_on <= c.starts_on))) then 'congress_out_of_order' end,
      case when c.voided_at is null and $2::uuid is null and exists (select from congresses other where other.alliance_id = c.alliance_id
      and other.level = c.level and other.voided_at is null and other.id <> c.id
      and other.starts_on <= c.ends_on and c.starts_on <= other.ends_on) then 'congress_at_once' end,
      case when exists (select from alliance_terms t where t.id = c.term_id and t.voided_at is null
      and (c.ends_on < t.valid_from or c.starts_on >= t.valid_to)) then 'congress_outside_term' end], null)) as "warnings",
    to_char(c.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    c.void_reason as "voidReason",
    c.version as "version") fields) as item,
  json_build_array((c.starts_on)::text, (c.id)::text)::text as keys,
  (select count(*) from congresses c where (c.voided_at is null)
    and (c.alliance_id = $3)
    and (c.level = $4)
    and (c.ordinal = $5)
    and (c.starts_on >= $6)
    and (c.starts_on <= $7)
    and (c.ends_on >= $8)
    and (c.ends_on <= $9)
    and (case $10 when 'congress_too_late' then $2::uuid is null and c.ordinal is not null and longer_than_a_term((select max(p.starts_on) from congresses p where p.alliance_id = c.alliance_id and p.level = c.level
      and p.voided_at is null and p.ordinal is not null and p.starts_on < c.starts_on), c.starts_on)
      when 'congress_out_of_order' then c.voided_at is null and $2::uuid is null and exists (select from congresses p where p.alliance_id = c.alliance_id
      and p.level = c.level and p.voided_at is null and p.id <> c.id
      and (p.ordinal <= c.ordinal and p.starts_on >= c.starts_on and not exists (select from congresses first where first.alliance_id = c.alliance_id and first.level = c.level
        and first.voided_at is null and first.ordinal = 1
        and first.starts_on > c.starts_on and first.starts_on <= p.starts_on)
        or p.ordinal >= c.ordinal and p.starts_on <= c.starts_on and not exists (select from congresses first where first.alliance_id = c.alliance_id and first.level = c.level
        and first.voided_at is null and first.ordinal = 1
        and first.starts_on > p.starts_on and first.starts_on <= c.starts_on)))
      when 'congress_at_once' then c.voided_at is null and $2::uuid is null and exists (select from congresses other where other.alliance_id = c.alliance_id
      and other.level = c.level and other.voided_at is null and other.id <> c.id
      and other.starts_on <= c.ends_on and c.starts_on <= other.ends_on)
      when 'congress_outside_term' then exists (select from alliance_terms t where t.id = c.term_id and t.voided_at is null
      and (c.ends_on < t.valid_from or c.starts_on >= t.valid_to)) end)
    and (fold(c.motto) = fold($11))
    and (fold(coalesce(c.motto, '') || ' ' || coalesce(c.venue, '')) like $12)
    and (greatest(c.updated_at, (select max(part.updated_at) from namings_to_congresses part where part.congress_id = c.id and part.voided_at is null), (select max(part.updated_at) from namings_to_congresses part where part.congress_id = c.id and part.voided_at is not null)) >= $13)) as total
from congresses c
    where (c.voided_at is null)
    and (c.alliance_id = $3)
    and (c.level = $4)
    and (c.ordinal = $5)
    and (c.starts_on >= $6)
    and (c.starts_on <= $7)
    and (c.ends_on >= $8)
    and (c.ends_on <= $9)
    and (case $10 when 'congress_too_late' then $2::uuid is null and c.ordinal is not null and longer_than_a_term((select max(p.starts_on) from congresses p where p.alliance_id = c.alliance_id and p.level = c.level
      and p.voided_at is null and p.ordinal is not null and p.starts_on < c.starts_on), c.starts_on)
      when 'congress_out_of_order' then c.voided_at is null and $2::uuid is null and exists (select from congresses p where p.alliance_id = c.alliance_id
      and p.level = c.level and p.voided_at is null and p.id <> c.id
      and (p.ordinal <= c.ordinal and p.starts_on >= c.starts_on and not exists (select from congresses first where first.alliance_id = c.alliance_id and first.level = c.level
        and first.voided_at is null and first.ordinal = 1
        and first.starts_on > c.starts_on and first.starts_on <= p.starts_on)
        or p.ordinal >= c.ordinal and p.starts_on <= c.starts_on and not exists (select from congresses first where first.alliance_id = c.alliance_id and first.level = c.level
        and first.voided_at is null and first.ordinal = 1
        and first.starts_on > p.starts_on and first.starts_on <= c.starts_on)))
      when 'congress_at_once' then c.voided_at is null and $2::uuid is null and exists (select from congresses other where other.alliance_id = c.alliance_id
      and other.level = c.level and other.voided_at is null and other.id <> c.id
      and other.starts_on <= c.ends_on and c.starts_on <= other.ends_on)
      when 'congress_outside_term' then exists (select from alliance_terms t where t.id = c.term_id and t.voided_at is null
      and (c.ends_on < t.valid_from or c.starts_on >= t.valid_to)) end)
    and (fold(c.motto) = fold($11))
    and (fold(coalesce(c.motto, '') || ' ' || coalesce(c.venue, '')) like $12)
    and (greatest(c.updated_at, (select max(part.updated_at) from namings_to_congresses part where part.congress_id = c.id and part.voided_at is null), (select max(part.updated_at) from namings_to_congresses part where part.congress_id = c.id and part.voided_at is not null)) >= $13)
    and (c.starts_on, c.id) < ($14, $15)
order by c.starts_on desc, c.id desc
limit $16 + 1;

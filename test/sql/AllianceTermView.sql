-- record, everywhere ($1 asOf, $2 id)
select (select row_to_json(fields)::text from (select t.id as "id",
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
      where before.alliance_id = t.alliance_id and before.voided_at is null and before.valid_from < t.valid_from) then 'after_a_gap' end], null)) as "warnings",
    t.alliance_id as "allianceId",
    to_char(t.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    t.void_reason as "voidReason",
    t.version as "version") fields) as body, t.version as version
from alliance_terms t
where t.id = $2 and (true) and (true);

-- page, everywhere ($1 asOf, $2 limit)
select (select row_to_json(fields)::text from (select t.id as "id",
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
      where before.alliance_id = t.alliance_id and before.voided_at is null and before.valid_from < t.valid_from) then 'after_a_gap' end], null)) as "warnings",
    t.alliance_id as "allianceId",
    to_char(t.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    t.void_reason as "voidReason",
    t.version as "version") fields) as item,
  json_build_array((t.id)::text)::text as keys
from alliance_terms t
    where true
order by t.id asc
limit $2 + 1;

-- record, within alliance ($1 asOf, $2 id, $3 ownAllianceIds)
select (select row_to_json(fields)::text from (select t.id as "id",
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
      where before.alliance_id = t.alliance_id and before.voided_at is null and before.valid_from < t.valid_from) then 'after_a_gap' end], null)) as "warnings",
    t.alliance_id as "allianceId",
    to_char(t.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    t.void_reason as "voidReason",
    t.version as "version") fields) as body, t.version as version
from alliance_terms t
where t.id = $2 and (true) and (t.alliance_id = any($3));

-- page, within alliance ($1 asOf, $2 ownAllianceIds, $3 limit)
select (select row_to_json(fields)::text from (select t.id as "id",
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
      where before.alliance_id = t.alliance_id and before.voided_at is null and before.valid_from < t.valid_from) then 'after_a_gap' end], null)) as "warnings",
    t.alliance_id as "allianceId",
    to_char(t.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    t.void_reason as "voidReason",
    t.version as "version") fields) as item,
  json_build_array((t.id)::text)::text as keys
from alliance_terms t
    where (t.alliance_id = any($2))
order by t.id asc
limit $3 + 1;

-- page, everywhere, with every filter ($1 asOf, $2 warning, $3 after0, $4 limit)
select (select row_to_json(fields)::text from (select t.id as "id",
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
      where before.alliance_id = t.alliance_id and before.voided_at is null and before.valid_from < t.valid_from) then 'after_a_gap' end], null)) as "warnings",
    t.alliance_id as "allianceId",
    to_char(t.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    t.void_reason as "voidReason",
    t.version as "version") fields) as item,
  json_build_array((t.id)::text)::text as keys,
  (select count(*) from alliance_terms t where (case $2 when 'term_too_long' then longer_than_a_term(t.valid_from, coalesce(t.valid_to, $1::date))
      when 'named_like_another' then exists (select from alliance_terms other where other.alliance_id = t.alliance_id and other.id <> t.id
      and other.name = t.name and other.voided_at is null)
      when 'standing_exceeds_executive' then exists (select from alliance_bodies standing
      join alliance_bodies executive on executive.term_id = standing.term_id and executive.voided_at is null
      where standing.term_id = t.id and standing.voided_at is null and standing.kind = 'standing_committee'
        and executive.kind = 'executive_committee' and standing.seats > executive.seats)
      when 'after_a_gap' then t.voided_at is null and t.valid_from > (select max(coalesce(before.valid_to, 'infinity')) from alliance_terms before
      where before.alliance_id = t.alliance_id and before.voided_at is null and before.valid_from < t.valid_from) end)) as total
from alliance_terms t
    where (case $2 when 'term_too_long' then longer_than_a_term(t.valid_from, coalesce(t.valid_to, $1::date))
      when 'named_like_another' then exists (select from alliance_terms other where other.alliance_id = t.alliance_id and other.id <> t.id
      and other.name = t.name and other.voided_at is null)
      when 'standing_exceeds_executive' then exists (select from alliance_bodies standing
      join alliance_bodies executive on executive.term_id = standing.term_id and executive.voided_at is null
      where standing.term_id = t.id and standing.voided_at is null and standing.kind = 'standing_committee'
        and executive.kind = 'executive_committee' and standing.seats > executive.seats)
      when 'after_a_gap' then t.voided_at is null and t.valid_from > (select max(coalesce(before.valid_to, 'infinity')) from alliance_terms before
      where before.alliance_id = t.alliance_id and before.voided_at is null and before.valid_from < t.valid_from) end)
    and (t.id) > ($3)
order by t.id asc
limit $4 + 1;

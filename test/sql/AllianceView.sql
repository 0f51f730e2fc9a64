-- record, everywhere ($1 asOf, $2 id)
select (select row_to_json(fields)::text from (select alliance.id as "id",
    alliance.code as "code",
    alliance.level as "level",
    coalesce(coalesce(
      (select n.name from alliance_names n where n.alliance_id = alliance.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = alliance.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name",
    (select row_to_json(nested) from (select l.id as "id",
    l.code as "code",
    l.level as "level",
    coalesce(coalesce(
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from alliances l
    where (true) and (l.id = alliance.parent_id) limit 1) nested) as "parent",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = alliance.place_id and f.occurred_on <= $1
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), alliance.place_id)) limit 1) nested) as "place",
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
    where (t.voided_at is null) and (t.alliance_id = alliance.id and t.valid_from <= $1 and (t.valid_to is null or t.valid_to > $1)) limit 1) nested) as "term",
    array_to_json(array(select row_to_json(nested) from (select n.id as "id",
    n.name as "name",
    n.valid_from as "validFrom"
    from alliance_names n
    where (n.voided_at is null) and (n.alliance_id = alliance.id)
    order by n.valid_from) nested)) as "names",
    array_to_json(array(select row_to_json(nested) from (select t.id as "id",
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
    where (t.voided_at is null) and (t.alliance_id = alliance.id)
    order by t.valid_from) nested)) as "terms",
    to_char(alliance.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    alliance.void_reason as "voidReason",
    alliance.version as "version") fields) as body, alliance.version as version
from alliances alliance
where alliance.id = $2 and (true) and (true);

-- page, everywhere ($1 asOf, $2 limit)
select (select row_to_json(fields)::text from (select alliance.id as "id",
    alliance.code as "code",
    alliance.level as "level",
    coalesce(coalesce(
      (select n.name from alliance_names n where n.alliance_id = alliance.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = alliance.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name",
    (select row_to_json(nested) from (select l.id as "id",
    l.code as "code",
    l.level as "level",
    coalesce(coalesce(
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from alliances l
    where (true) and (l.id = alliance.parent_id) limit 1) nested) as "parent",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = alliance.place_id and f.occurred_on <= $1
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), alliance.place_id)) limit 1) nested) as "place",
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
    where (t.voided_at is null) and (t.alliance_id = alliance.id and t.valid_from <= $1 and (t.valid_to is null or t.valid_to > $1)) limit 1) nested) as "term",
    array_to_json(array(select row_to_json(nested) from (select n.id as "id",
    n.name as "name",
    n.valid_from as "validFrom"
    from alliance_names n
    where (n.voided_at is null) and (n.alliance_id = alliance.id)
    order by n.valid_from) nested)) as "names",
    array_to_json(array(select row_to_json(nested) from (select t.id as "id",
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
    where (t.voided_at is null) and (t.alliance_id = alliance.id)
    order by t.valid_from) nested)) as "terms",
    to_char(alliance.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    alliance.void_reason as "voidReason",
    alliance.version as "version") fields) as item,
  json_build_array((alliance.code)::text, (alliance.id)::text)::text as keys
from alliances alliance
    where (alliance.voided_at is null)
order by alliance.code asc, alliance.id asc
limit $2 + 1;

-- record, within alliance ($1 asOf, $2 id, $3 ownAllianceIds)
select (select row_to_json(fields)::text from (select alliance.id as "id",
    alliance.code as "code",
    alliance.level as "level",
    coalesce(coalesce(
      (select n.name from alliance_names n where n.alliance_id = alliance.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = alliance.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name",
    (select row_to_json(nested) from (select l.id as "id",
    l.code as "code",
    l.level as "level",
    coalesce(coalesce(
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from alliances l
    where (true) and (l.id = alliance.parent_id) limit 1) nested) as "parent",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = alliance.place_id and f.occurred_on <= $1
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), alliance.place_id)) limit 1) nested) as "place",
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
    where (t.voided_at is null) and (t.alliance_id = alliance.id and t.valid_from <= $1 and (t.valid_to is null or t.valid_to > $1)) limit 1) nested) as "term",
    array_to_json(array(select row_to_json(nested) from (select n.id as "id",
    n.name as "name",
    n.valid_from as "validFrom"
    from alliance_names n
    where (n.voided_at is null) and (n.alliance_id = alliance.id)
    order by n.valid_from) nested)) as "names",
    array_to_json(array(select row_to_json(nested) from (select t.id as "id",
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
    where (t.voided_at is null) and (t.alliance_id = alliance.id)
    order by t.valid_from) nested)) as "terms",
    to_char(alliance.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    alliance.void_reason as "voidReason",
    alliance.version as "version") fields) as body, alliance.version as version
from alliances alliance
where alliance.id = $2 and (true) and (alliance.id = any($3) or alliance.parent_id = any($3));

-- page, within alliance ($1 asOf, $2 ownAllianceIds, $3 limit)
select (select row_to_json(fields)::text from (select alliance.id as "id",
    alliance.code as "code",
    alliance.level as "level",
    coalesce(coalesce(
      (select n.name from alliance_names n where n.alliance_id = alliance.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = alliance.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name",
    (select row_to_json(nested) from (select l.id as "id",
    l.code as "code",
    l.level as "level",
    coalesce(coalesce(
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from alliances l
    where (true) and (l.id = alliance.parent_id) limit 1) nested) as "parent",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = alliance.place_id and f.occurred_on <= $1
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), alliance.place_id)) limit 1) nested) as "place",
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
    where (t.voided_at is null) and (t.alliance_id = alliance.id and t.valid_from <= $1 and (t.valid_to is null or t.valid_to > $1)) limit 1) nested) as "term",
    array_to_json(array(select row_to_json(nested) from (select n.id as "id",
    n.name as "name",
    n.valid_from as "validFrom"
    from alliance_names n
    where (n.voided_at is null) and (n.alliance_id = alliance.id)
    order by n.valid_from) nested)) as "names",
    array_to_json(array(select row_to_json(nested) from (select t.id as "id",
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
    where (t.voided_at is null) and (t.alliance_id = alliance.id)
    order by t.valid_from) nested)) as "terms",
    to_char(alliance.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    alliance.void_reason as "voidReason",
    alliance.version as "version") fields) as item,
  json_build_array((alliance.code)::text, (alliance.id)::text)::text as keys
from alliances alliance
    where (alliance.voided_at is null)
    and (alliance.id = any($2) or alliance.parent_id = any($2))
order by alliance.code asc, alliance.id asc
limit $3 + 1;

-- page, everywhere, with every filter ($1 asOf, $2 code, $3 level, $4 parentId, $5 q, $6 updatedSince, $7 after0, $8 after1, $9 limit)
select (select row_to_json(fields)::text from (select alliance.id as "id",
    alliance.code as "code",
    alliance.level as "level",
    coalesce(coalesce(
      (select n.name from alliance_names n where n.alliance_id = alliance.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = alliance.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name",
    (select row_to_json(nested) from (select l.id as "id",
    l.code as "code",
    l.level as "level",
    coalesce(coalesce(
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from alliance_names n where n.alliance_id = l.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name"
    from alliances l
    where (true) and (l.id = alliance.parent_id) limit 1) nested) as "parent",
    (select row_to_json(nested) from (select p.id as "id",
    p.code as "code",
    p.level as "level",
    p.full_name as "fullName",
    p.valid_to as "validTo"
    from places p
    where (true) and (p.id = coalesce((select f.successor_id from place_successions f where f.predecessor_id = alliance.place_id and f.occurred_on <= $1
        and not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)), alliance.place_id)) limit 1) nested) as "place",
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
    where (t.voided_at is null) and (t.alliance_id = alliance.id and t.valid_from <= $1 and (t.valid_to is null or t.valid_to > $1)) limit 1) nested) as "term",
    array_to_json(array(select row_to_json(nested) from (select n.id as "id",
    n.name as "name",
    n.valid_from as "validFrom"
    from alliance_names n
    where (n.voided_at is null) and (n.alliance_id = alliance.id)
    order by n.valid_from) nested)) as "names",
    array_to_json(array(select row_to_json(nested) from (select t.id as "id",
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
    where (t.voided_at is null) and (t.alliance_id = alliance.id)
    order by t.valid_from) nested)) as "terms",
    to_char(alliance.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    alliance.void_reason as "voidReason",
    alliance.version as "version") fields) as item,
  json_build_array((alliance.code)::text, (alliance.id)::text)::text as keys,
  (select count(*) from alliances alliance where (alliance.voided_at is null)
    and (alliance.code = $2)
    and (alliance.level = $3)
    and (alliance.parent_id = $4)
    and (exists (select from alliance_names n where n.alliance_id = alliance.id and n.voided_at is null and fold(n.name) like $5))
    and (greatest(alliance.updated_at, (select max(part.updated_at) from alliance_names part where part.alliance_id = alliance.id and part.voided_at is null), (select max(part.updated_at) from alliance_names part where part.alliance_id = alliance.id and part.voided_at is not null), (select max(part.updated_at) from alliance_terms part where part.alliance_id = alliance.id and part.voided_at is null), (select max(part.updated_at) from alliance_terms part where part.alliance_id = alliance.id and part.voided_at is not null), (select max(part.updated_at) from alliance_bodies part where part.alliance_id = alliance.id and part.voided_at is null), (select max(part.updated_at) from alliance_bodies part where part.alliance_id = alliance.id and part.voided_at is not null)) >= $6)) as total
from alliances alliance
    where (alliance.voided_at is null)
    and (alliance.code = $2)
    and (alliance.level = $3)
    and (alliance.parent_id = $4)
    and (exists (select from alliance_names n where n.alliance_id = alliance.id and n.voided_at is null and fold(n.name) like $5))
    and (greatest(alliance.updated_at, (select max(part.updated_at) from alliance_names part where part.alliance_id = alliance.id and part.voided_at is null), (select max(part.updated_at) from alliance_names part where part.alliance_id = alliance.id and part.voided_at is not null), (select max(part.updated_at) from alliance_terms part where part.alliance_id = alliance.id and part.voided_at is null), (select max(part.updated_at) from alliance_terms part where part.alliance_id = alliance.id and part.voided_at is not null), (select max(part.updated_at) from alliance_bodies part where part.alliance_id = alliance.id and part.voided_at is null), (select max(part.updated_at) from alliance_bodies part where part.alliance_id = alliance.id and part.voided_at is not null)) >= $6)
    and (alliance.code, alliance.id) > ($7, $8)
order by alliance.code asc, alliance.id asc
limit $9 + 1;

-- record, everywhere ($1 id, $2 organization, $3 asOf)
select (select row_to_json(fields)::text from (select t.id as "id",
    t.on_day as "on",
    t.event as "event",
    t.detail as "detail") fields) as body, null::integer as version
from (
    select id, organization_id, valid_from as on_day, 'named' as event, name as detail from organization_names where voided_at is null
    union all select id, organization_id, valid_from, 'status', status from organization_statuses where voided_at is null
    union all select a.id, a.organization_id, a.valid_from, 'seated', p.full_name
      from organization_addresses a join places p on p.id = a.place_id where a.voided_at is null
    union all select id, organization_id, done_on, 'obligation_done', law from organization_obligations
      where voided_at is null and done_on is not null
    union all select id, organization_id, admitted_on, 'admitted', number from memberships where voided_at is null
    union all select x.id, m.organization_id, x.ended_on, 'left', x.kind
      from membership_exits x join memberships m on m.id = x.membership_id where x.voided_at is null and m.voided_at is null
    union all select s.id, m.organization_id, s.suspended_on, 'suspended', s.ground
      from membership_suspensions s join memberships m on m.id = s.membership_id where s.voided_at is null and m.voided_at is null
    union all select s.id, m.organization_id, s.resumed_on, 'resumed', null
      from membership_suspensions s join memberships m on m.id = s.membership_id
      where s.voided_at is null and m.voided_at is null and s.resumed_on is not null
  ) t
where t.id = $1 and (t.organization_id = $2 and t.on_day <= $3) and (true);

-- page, everywhere ($1 limit, $2 organization, $3 asOf)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select t.id as "id",
    t.on_day as "on",
    t.event as "event",
    t.detail as "detail") fields) as item,
    json_build_array((t.on_day)::text, (t.id)::text)::text as keys
    from (
    select id, organization_id, valid_from as on_day, 'named' as event, name as detail from organization_names where voided_at is null
    union all select id, organization_id, valid_from, 'status', status from organization_statuses where voided_at is null
    union all select a.id, a.organization_id, a.valid_from, 'seated', p.full_name
      from organization_addresses a join places p on p.id = a.place_id where a.voided_at is null
    union all select id, organization_id, done_on, 'obligation_done', law from organization_obligations
      where voided_at is null and done_on is not null
    union all select id, organization_id, admitted_on, 'admitted', number from memberships where voided_at is null
    union all select x.id, m.organization_id, x.ended_on, 'left', x.kind
      from membership_exits x join memberships m on m.id = x.membership_id where x.voided_at is null and m.voided_at is null
    union all select s.id, m.organization_id, s.suspended_on, 'suspended', s.ground
      from membership_suspensions s join memberships m on m.id = s.membership_id where s.voided_at is null and m.voided_at is null
    union all select s.id, m.organization_id, s.resumed_on, 'resumed', null
      from membership_suspensions s join memberships m on m.id = s.membership_id
      where s.voided_at is null and m.voided_at is null and s.resumed_on is not null
  ) t
    where (t.organization_id = $2 and t.on_day <= $3)
    order by t.on_day asc, t.id asc
    limit $1 + 1
  ) page
) numbered;

-- page, everywhere, with every filter ($1 limit, $2 organization, $3 asOf, $4 onFrom, $5 onTo, $6 event, $7 after0, $8 after1)
select coalesce(string_agg(item, ',' order by n) filter (where n <= $1), '') as items,
  max(keys) filter (where n = $1) as last,
  count(*) > $1 as more,
  (select count(*) from (
    select id, organization_id, valid_from as on_day, 'named' as event, name as detail from organization_names where voided_at is null
    union all select id, organization_id, valid_from, 'status', status from organization_statuses where voided_at is null
    union all select a.id, a.organization_id, a.valid_from, 'seated', p.full_name
      from organization_addresses a join places p on p.id = a.place_id where a.voided_at is null
    union all select id, organization_id, done_on, 'obligation_done', law from organization_obligations
      where voided_at is null and done_on is not null
    union all select id, organization_id, admitted_on, 'admitted', number from memberships where voided_at is null
    union all select x.id, m.organization_id, x.ended_on, 'left', x.kind
      from membership_exits x join memberships m on m.id = x.membership_id where x.voided_at is null and m.voided_at is null
    union all select s.id, m.organization_id, s.suspended_on, 'suspended', s.ground
      from membership_suspensions s join memberships m on m.id = s.membership_id where s.voided_at is null and m.voided_at is null
    union all select s.id, m.organization_id, s.resumed_on, 'resumed', null
      from membership_suspensions s join memberships m on m.id = s.membership_id
      where s.voided_at is null and m.voided_at is null and s.resumed_on is not null
  ) t where (t.organization_id = $2 and t.on_day <= $3)
    and (t.on_day >= $4)
    and (t.on_day <= $5)
    and (t.event = $6)) as total
from (
  select row_number() over () as n, item, keys from (
    select (select row_to_json(fields)::text from (select t.id as "id",
    t.on_day as "on",
    t.event as "event",
    t.detail as "detail") fields) as item,
    json_build_array((t.on_day)::text, (t.id)::text)::text as keys
    from (
    select id, organization_id, valid_from as on_day, 'named' as event, name as detail from organization_names where voided_at is null
    union all select id, organization_id, valid_from, 'status', status from organization_statuses where voided_at is null
    union all select a.id, a.organization_id, a.valid_from, 'seated', p.full_name
      from organization_addresses a join places p on p.id = a.place_id where a.voided_at is null
    union all select id, organization_id, done_on, 'obligation_done', law from organization_obligations
      where voided_at is null and done_on is not null
    union all select id, organization_id, admitted_on, 'admitted', number from memberships where voided_at is null
    union all select x.id, m.organization_id, x.ended_on, 'left', x.kind
      from membership_exits x join memberships m on m.id = x.membership_id where x.voided_at is null and m.voided_at is null
    union all select s.id, m.organization_id, s.suspended_on, 'suspended', s.ground
      from membership_suspensions s join memberships m on m.id = s.membership_id where s.voided_at is null and m.voided_at is null
    union all select s.id, m.organization_id, s.resumed_on, 'resumed', null
      from membership_suspensions s join memberships m on m.id = s.membership_id
      where s.voided_at is null and m.voided_at is null and s.resumed_on is not null
  ) t
    where (t.organization_id = $2 and t.on_day <= $3)
    and (t.on_day >= $4)
    and (t.on_day <= $5)
    and (t.event = $6)
    and (t.on_day, t.id) > ($7, $8)
    order by t.on_day asc, t.id asc
    limit $1 + 1
  ) page
) numbered;

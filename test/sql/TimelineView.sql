-- record, everywhere ($1 ownAllianceIds, $2 ownOrganizationId, $3 id, $4 organization, $5 asOf)
select (select row_to_json(fields)::text from (select t.id as "id",
    t.on_day as "on",
    t.event as "event",
    t.detail as "detail",
    t.status as "status",
    t.law as "law",
    t.exit_kind as "exit",
    t.category as "category",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = t.document_id) limit 1) nested) as "document",
    t.alliance_id as "allianceId") fields) as body, null::integer as version
from (
    select id, alliance_id, id as organization_id, founded_on as on_day, '0' as turn, 'founded' as event,
        case founded_precision when 'year' then to_char(founded_on, 'YYYY') when 'month' then to_char(founded_on, 'MM/YYYY') end as detail,
        null as status, null as law, null as exit_kind, null as category, null::uuid as document_id
      from organizations where founded_on is not null
    union all select id, alliance_id, organization_id, valid_from, '00', 'named', name, null, null, null, null, null
      from organization_names where voided_at is null
    union all select a.id, a.alliance_id, a.organization_id, a.valid_from, '01', 'seated', p.full_name, null, null, null, null, null
      from organization_addresses a join places p on p.id = a.place_id where a.voided_at is null
    union all select id, alliance_id, organization_id, valid_from, '02', 'status', null, status, null, null, null, document_id
      from organization_statuses where voided_at is null
    union all select id, alliance_id, organization_id, done_on, '03', 'obligation_done', null, null, law, null, null, document_id
      from organization_obligations where voided_at is null and done_on is not null
    union all select m.id, m.alliance_id, m.organization_id, m.admitted_on, case when m.admitted_on < m.admitted_on then '1' when m.ended_on = m.admitted_on then '2' || m.id else '3' end || '0', 'admitted', m.number,
        null, null, null, m.category, case when m.alliance_id = any($1) or m.organization_id = $2 then m.admitted_by_document_id end
      from memberships m where m.voided_at is null
    union all select x.id, m.alliance_id, m.organization_id, x.ended_on, case when m.admitted_on < x.ended_on then '1' when m.ended_on = x.ended_on then '2' || m.id else '3' end || '4', 'left', case when m.alliance_id = any($1) or m.organization_id = $2 then x.ground end,
        null, null, x.kind, null, case when m.alliance_id = any($1) or m.organization_id = $2 then x.document_id end
      from membership_exits x join memberships m on m.id = x.membership_id where x.voided_at is null and m.voided_at is null
    union all select s.id, m.alliance_id, m.organization_id, s.suspended_on, case when m.admitted_on < s.suspended_on then '1' when m.ended_on = s.suspended_on then '2' || m.id else '3' end || case when s.resumed_on = s.suspended_on then '2' || s.id || 'a' else '3' end, 'suspended', case when m.alliance_id = any($1) or m.organization_id = $2 then s.ground end,
        null, null, null, null, case when m.alliance_id = any($1) or m.organization_id = $2 then s.document_id end
      from membership_suspensions s join memberships m on m.id = s.membership_id where s.voided_at is null and m.voided_at is null
    union all select s.id, m.alliance_id, m.organization_id, s.resumed_on, case when m.admitted_on < s.resumed_on then '1' when m.ended_on = s.resumed_on then '2' || m.id else '3' end || case when s.resumed_on = s.suspended_on then '2' || s.id || 'b' else '1' end, 'resumed', null, null, null, null, null, null
      from membership_suspensions s join memberships m on m.id = s.membership_id
      where s.voided_at is null and m.voided_at is null and s.resumed_on is not null
    union all select cc.id, m.alliance_id, m.organization_id, cc.valid_from, case when m.admitted_on < cc.valid_from then '1' when m.ended_on = cc.valid_from then '2' || m.id else '3' end || '3c', 'category_changed',
        null, null, null, null, cc.category, case when m.alliance_id = any($1) or m.organization_id = $2 then cc.document_id end
      from membership_category_changes cc join memberships m on m.id = cc.membership_id
      where cc.voided_at is null and m.voided_at is null
  ) t
where t.id = $3 and (t.organization_id = $4 and t.on_day <= $5) and (true);

-- page, everywhere ($1 ownAllianceIds, $2 ownOrganizationId, $3 organization, $4 asOf, $5 limit)
select (select row_to_json(fields)::text from (select t.id as "id",
    t.on_day as "on",
    t.event as "event",
    t.detail as "detail",
    t.status as "status",
    t.law as "law",
    t.exit_kind as "exit",
    t.category as "category",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = t.document_id) limit 1) nested) as "document",
    t.alliance_id as "allianceId") fields) as item,
  json_build_array(((to_char(t.on_day, 'YYYY-MM-DD ') || t.turn) collate "C")::text, (t.id)::text)::text as keys
from (
    select id, alliance_id, id as organization_id, founded_on as on_day, '0' as turn, 'founded' as event,
        case founded_precision when 'year' then to_char(founded_on, 'YYYY') when 'month' then to_char(founded_on, 'MM/YYYY') end as detail,
        null as status, null as law, null as exit_kind, null as category, null::uuid as document_id
      from organizations where founded_on is not null
    union all select id, alliance_id, organization_id, valid_from, '00', 'named', name, null, null, null, null, null
      from organization_names where voided_at is null
    union all select a.id, a.alliance_id, a.organization_id, a.valid_from, '01', 'seated', p.full_name, null, null, null, null, null
      from organization_addresses a join places p on p.id = a.place_id where a.voided_at is null
    union all select id, alliance_id, organization_id, valid_from, '02', 'status', null, status, null, null, null, document_id
      from organization_statuses where voided_at is null
    union all select id, alliance_id, organization_id, done_on, '03', 'obligation_done', null, null, law, null, null, document_id
      from organization_obligations where voided_at is null and done_on is not null
    union all select m.id, m.alliance_id, m.organization_id, m.admitted_on, case when m.admitted_on < m.admitted_on then '1' when m.ended_on = m.admitted_on then '2' || m.id else '3' end || '0', 'admitted', m.number,
        null, null, null, m.category, case when m.alliance_id = any($1) or m.organization_id = $2 then m.admitted_by_document_id end
      from memberships m where m.voided_at is null
    union all select x.id, m.alliance_id, m.organization_id, x.ended_on, case when m.admitted_on < x.ended_on then '1' when m.ended_on = x.ended_on then '2' || m.id else '3' end || '4', 'left', case when m.alliance_id = any($1) or m.organization_id = $2 then x.ground end,
        null, null, x.kind, null, case when m.alliance_id = any($1) or m.organization_id = $2 then x.document_id end
      from membership_exits x join memberships m on m.id = x.membership_id where x.voided_at is null and m.voided_at is null
    union all select s.id, m.alliance_id, m.organization_id, s.suspended_on, case when m.admitted_on < s.suspended_on then '1' when m.ended_on = s.suspended_on then '2' || m.id else '3' end || case when s.resumed_on = s.suspended_on then '2' || s.id || 'a' else '3' end, 'suspended', case when m.alliance_id = any($1) or m.organization_id = $2 then s.ground end,
        null, null, null, null, case when m.alliance_id = any($1) or m.organization_id = $2 then s.document_id end
      from membership_suspensions s join memberships m on m.id = s.membership_id where s.voided_at is null and m.voided_at is null
    union all select s.id, m.alliance_id, m.organization_id, s.resumed_on, case when m.admitted_on < s.resumed_on then '1' when m.ended_on = s.resumed_on then '2' || m.id else '3' end || case when s.resumed_on = s.suspended_on then '2' || s.id || 'b' else '1' end, 'resumed', null, null, null, null, null, null
      from membership_suspensions s join memberships m on m.id = s.membership_id
      where s.voided_at is null and m.voided_at is null and s.resumed_on is not null
    union all select cc.id, m.alliance_id, m.organization_id, cc.valid_from, case when m.admitted_on < cc.valid_from then '1' when m.ended_on = cc.valid_from then '2' || m.id else '3' end || '3c', 'category_changed',
        null, null, null, null, cc.category, case when m.alliance_id = any($1) or m.organization_id = $2 then cc.document_id end
      from membership_category_changes cc join memberships m on m.id = cc.membership_id
      where cc.voided_at is null and m.voided_at is null
  ) t
    where (t.organization_id = $3 and t.on_day <= $4)
order by (to_char(t.on_day, 'YYYY-MM-DD ') || t.turn) collate "C" asc, t.id asc
limit $5 + 1;

-- page, everywhere, with every filter ($1 ownAllianceIds, $2 ownOrganizationId, $3 organization, $4 asOf, $5 onFrom, $6 onTo, $7 event, $8 after0, $9 after1, $10 limit)
select (select row_to_json(fields)::text from (select t.id as "id",
    t.on_day as "on",
    t.event as "event",
    t.detail as "detail",
    t.status as "status",
    t.law as "law",
    t.exit_kind as "exit",
    t.category as "category",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = t.document_id) limit 1) nested) as "document",
    t.alliance_id as "allianceId") fields) as item,
  json_build_array(((to_char(t.on_day, 'YYYY-MM-DD ') || t.turn) collate "C")::text, (t.id)::text)::text as keys,
  (select count(*) from (
    select id, alliance_id, id as organization_id, founded_on as on_day, '0' as turn, 'founded' as event,
        case founded_precision when 'year' then to_char(founded_on, 'YYYY') when 'month' then to_char(founded_on, 'MM/YYYY') end as detail,
        null as status, null as law, null as exit_kind, null as category, null::uuid as document_id
      from organizations where founded_on is not null
    union all select id, alliance_id, organization_id, valid_from, '00', 'named', name, null, null, null, null, null
      from organization_names where voided_at is null
    union all select a.id, a.alliance_id, a.organization_id, a.valid_from, '01', 'seated', p.full_name, null, null, null, null, null
      from organization_addresses a join places p on p.id = a.place_id where a.voided_at is null
    union all select id, alliance_id, organization_id, valid_from, '02', 'status', null, status, null, null, null, document_id
      from organization_statuses where voided_at is null
    union all select id, alliance_id, organization_id, done_on, '03', 'obligation_done', null, null, law, null, null, document_id
      from organization_obligations where voided_at is null and done_on is not null
    union all select m.id, m.alliance_id, m.organization_id, m.admitted_on, case when m.admitted_on < m.admitted_on then '1' when m.ended_on = m.admitted_on then '2' || m.id else '3' end || '0', 'admitted', m.number,
        null, null, null, m.category, case when m.alliance_id = any($1) or m.organization_id = $2 then m.admitted_by_document_id end
      from memberships m where m.voided_at is null
    union all select x.id, m.alliance_id, m.organization_id, x.ended_on, case when m.admitted_on < x.ended_on then '1' when m.ended_on = x.ended_on then '2' || m.id else '3' end || '4', 'left', case when m.alliance_id = any($1) or m.organization_id = $2 then x.ground end,
        null, null, x.kind, null, case when m.alliance_id = any($1) or m.organization_id = $2 then x.document_id end
      from membership_exits x join memberships m on m.id = x.membership_id where x.voided_at is null and m.voided_at is null
    union all select s.id, m.alliance_id, m.organization_id, s.suspended_on, case when m.admitted_on < s.suspended_on then '1' when m.ended_on = s.suspended_on then '2' || m.id else '3' end || case when s.resumed_on = s.suspended_on then '2' || s.id || 'a' else '3' end, 'suspended', case when m.alliance_id = any($1) or m.organization_id = $2 then s.ground end,
        null, null, null, null, case when m.alliance_id = any($1) or m.organization_id = $2 then s.document_id end
      from membership_suspensions s join memberships m on m.id = s.membership_id where s.voided_at is null and m.voided_at is null
    union all select s.id, m.alliance_id, m.organization_id, s.resumed_on, case when m.admitted_on < s.resumed_on then '1' when m.ended_on = s.resumed_on then '2' || m.id else '3' end || case when s.resumed_on = s.suspended_on then '2' || s.id || 'b' else '1' end, 'resumed', null, null, null, null, null, null
      from membership_suspensions s join memberships m on m.id = s.membership_id
      where s.voided_at is null and m.voided_at is null and s.resumed_on is not null
    union all select cc.id, m.alliance_id, m.organization_id, cc.valid_from, case when m.admitted_on < cc.valid_from then '1' when m.ended_on = cc.valid_from then '2' || m.id else '3' end || '3c', 'category_changed',
        null, null, null, null, cc.category, case when m.alliance_id = any($1) or m.organization_id = $2 then cc.document_id end
      from membership_category_changes cc join memberships m on m.id = cc.membership_id
      where cc.voided_at is null and m.voided_at is null
  ) t where (t.organization_id = $3 and t.on_day <= $4)
    and (t.on_day >= $5)
    and (t.on_day <= $6)
    and (t.event = $7)) as total
from (
    select id, alliance_id, id as organization_id, founded_on as on_day, '0' as turn, 'founded' as event,
        case founded_precision when 'year' then to_char(founded_on, 'YYYY') when 'month' then to_char(founded_on, 'MM/YYYY') end as detail,
        null as status, null as law, null as exit_kind, null as category, null::uuid as document_id
      from organizations where founded_on is not null
    union all select id, alliance_id, organization_id, valid_from, '00', 'named', name, null, null, null, null, null
      from organization_names where voided_at is null
    union all select a.id, a.alliance_id, a.organization_id, a.valid_from, '01', 'seated', p.full_name, null, null, null, null, null
      from organization_addresses a join places p on p.id = a.place_id where a.voided_at is null
    union all select id, alliance_id, organization_id, valid_from, '02', 'status', null, status, null, null, null, document_id
      from organization_statuses where voided_at is null
    union all select id, alliance_id, organization_id, done_on, '03', 'obligation_done', null, null, law, null, null, document_id
      from organization_obligations where voided_at is null and done_on is not null
    union all select m.id, m.alliance_id, m.organization_id, m.admitted_on, case when m.admitted_on < m.admitted_on then '1' when m.ended_on = m.admitted_on then '2' || m.id else '3' end || '0', 'admitted', m.number,
        null, null, null, m.category, case when m.alliance_id = any($1) or m.organization_id = $2 then m.admitted_by_document_id end
      from memberships m where m.voided_at is null
    union all select x.id, m.alliance_id, m.organization_id, x.ended_on, case when m.admitted_on < x.ended_on then '1' when m.ended_on = x.ended_on then '2' || m.id else '3' end || '4', 'left', case when m.alliance_id = any($1) or m.organization_id = $2 then x.ground end,
        null, null, x.kind, null, case when m.alliance_id = any($1) or m.organization_id = $2 then x.document_id end
      from membership_exits x join memberships m on m.id = x.membership_id where x.voided_at is null and m.voided_at is null
    union all select s.id, m.alliance_id, m.organization_id, s.suspended_on, case when m.admitted_on < s.suspended_on then '1' when m.ended_on = s.suspended_on then '2' || m.id else '3' end || case when s.resumed_on = s.suspended_on then '2' || s.id || 'a' else '3' end, 'suspended', case when m.alliance_id = any($1) or m.organization_id = $2 then s.ground end,
        null, null, null, null, case when m.alliance_id = any($1) or m.organization_id = $2 then s.document_id end
      from membership_suspensions s join memberships m on m.id = s.membership_id where s.voided_at is null and m.voided_at is null
    union all select s.id, m.alliance_id, m.organization_id, s.resumed_on, case when m.admitted_on < s.resumed_on then '1' when m.ended_on = s.resumed_on then '2' || m.id else '3' end || case when s.resumed_on = s.suspended_on then '2' || s.id || 'b' else '1' end, 'resumed', null, null, null, null, null, null
      from membership_suspensions s join memberships m on m.id = s.membership_id
      where s.voided_at is null and m.voided_at is null and s.resumed_on is not null
    union all select cc.id, m.alliance_id, m.organization_id, cc.valid_from, case when m.admitted_on < cc.valid_from then '1' when m.ended_on = cc.valid_from then '2' || m.id else '3' end || '3c', 'category_changed',
        null, null, null, null, cc.category, case when m.alliance_id = any($1) or m.organization_id = $2 then cc.document_id end
      from membership_category_changes cc join memberships m on m.id = cc.membership_id
      where cc.voided_at is null and m.voided_at is null
  ) t
    where (t.organization_id = $3 and t.on_day <= $4)
    and (t.on_day >= $5)
    and (t.on_day <= $6)
    and (t.event = $7)
    and ((to_char(t.on_day, 'YYYY-MM-DD ') || t.turn) collate "C", t.id) > ($8, $9)
order by (to_char(t.on_day, 'YYYY-MM-DD ') || t.turn) collate "C" asc, t.id asc
limit $10 + 1;

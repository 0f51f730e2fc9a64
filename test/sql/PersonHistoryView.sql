-- record, everywhere ($1 id, $2 record, $3 ownAllianceIds)
select (select row_to_json(fields)::text from (select e.id as "id",
    e.record_id as "recordId",
    q.seq as "sequence",
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "at",
    e.actor_id as "actorId",
    e.actor as "actor",
    e.request_id as "requestId",
    e.action as "action",
    e.reason as "reason",
    e.source_document_id as "sourceDocumentId",
    e.table_name as "table",
    (
      select coalesce(json_agg(json_build_object('field', registry.api_name(k.key), 'before', i.before -> k.key, 'after', i.after -> k.key) order by k.key), '[]')
      from (select e.before, e.after) i
      cross join lateral (select jsonb_object_keys(coalesce(i.before, '{}') || coalesce(i.after, '{}')) as key) k
      where i.before -> k.key is distinct from i.after -> k.key
        and k.key not in ('version', 'created_at', 'updated_at', 'folded', 'folded_in_full') and not exists (select from audit.formerly_plain f where f.table_name = e.table_name and f.key = k.key)) as "changes",
    (select coalesce(json_agg(c -> 'field'), '[]') from json_array_elements((
      select coalesce(json_agg(json_build_object('field', registry.api_name(k.key), 'before', case when k.key = 'identity_number' then to_jsonb('********' || right((i.before -> k.key) #>> '{}', 4)) else i.before -> k.key end, 'after', case when k.key = 'identity_number' then to_jsonb('********' || right((i.after -> k.key) #>> '{}', 4)) else i.after -> k.key end) order by k.key), '[]')
      from (select case when e.before is not null then coalesce((select jsonb_object_agg(f.key, e.before -> f.key) from audit.formerly_plain f where f.table_name = e.table_name and e.before ? f.key), '{}') || coalesce(p.before, '{}') end as before,
            case when e.after is not null then coalesce((select jsonb_object_agg(f.key, e.after -> f.key) from audit.formerly_plain f where f.table_name = e.table_name and e.after ? f.key), '{}') || coalesce(p.after, '{}') end as after
          from (select) one left join audit.personal p on p.event_id = e.id offset 0) i
      cross join lateral (select jsonb_object_keys(coalesce(i.before, '{}') || coalesce(i.after, '{}')) as key) k
      where i.before -> k.key is distinct from i.after -> k.key
        and k.key not in ('version', 'created_at', 'updated_at', 'folded', 'folded_in_full') and k.key not in ('given_name', 'family_name', 'middle_name'))) c) as "personalFields",
    (
      select coalesce(json_agg(json_build_object('field', registry.api_name(k.key), 'before', case when k.key = 'identity_number' then to_jsonb('********' || right((i.before -> k.key) #>> '{}', 4)) else i.before -> k.key end, 'after', case when k.key = 'identity_number' then to_jsonb('********' || right((i.after -> k.key) #>> '{}', 4)) else i.after -> k.key end) order by k.key), '[]')
      from (select case when e.before is not null then coalesce((select jsonb_object_agg(f.key, e.before -> f.key) from audit.formerly_plain f where f.table_name = e.table_name and e.before ? f.key), '{}') || coalesce(p.before, '{}') end as before,
            case when e.after is not null then coalesce((select jsonb_object_agg(f.key, e.after -> f.key) from audit.formerly_plain f where f.table_name = e.table_name and e.after ? f.key), '{}') || coalesce(p.after, '{}') end as after
          from (select) one left join audit.personal p on p.event_id = e.id offset 0) i
      cross join lateral (select jsonb_object_keys(coalesce(i.before, '{}') || coalesce(i.after, '{}')) as key) k
      where i.before -> k.key is distinct from i.after -> k.key
        and k.key not in ('version', 'created_at', 'updated_at', 'folded', 'folded_in_full') and k.key not in ('given_name', 'family_name', 'middle_name')) as "personalChanges") fields) as body, null::integer as version
from audit.events e left join audit.sequence q on q.event_id = e.id
where e.id = $1 and ((e.record_id = $2 or (e.owner_id = $2 or false) and (e.alliance_id = any($3) or e.alliance_id is not distinct from
      (select own.alliance_id from audit.events own where own.record_id = $2 and own.table_name is not null order by own.id limit 1))) and (e.table_name is not null or e.action = 'erase')
    and ((select nullif(current_setting('registry.known_seq', true), '')::bigint) is null or q.seq <= (select nullif(current_setting('registry.known_seq', true), '')::bigint))) and (true);

-- page, everywhere ($1 record, $2 ownAllianceIds, $3 limit)
select (select row_to_json(fields)::text from (select e.id as "id",
    e.record_id as "recordId",
    q.seq as "sequence",
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "at",
    e.actor_id as "actorId",
    e.actor as "actor",
    e.request_id as "requestId",
    e.action as "action",
    e.reason as "reason",
    e.source_document_id as "sourceDocumentId",
    e.table_name as "table",
    (
      select coalesce(json_agg(json_build_object('field', registry.api_name(k.key), 'before', i.before -> k.key, 'after', i.after -> k.key) order by k.key), '[]')
      from (select e.before, e.after) i
      cross join lateral (select jsonb_object_keys(coalesce(i.before, '{}') || coalesce(i.after, '{}')) as key) k
      where i.before -> k.key is distinct from i.after -> k.key
        and k.key not in ('version', 'created_at', 'updated_at', 'folded', 'folded_in_full') and not exists (select from audit.formerly_plain f where f.table_name = e.table_name and f.key = k.key)) as "changes",
    (select coalesce(json_agg(c -> 'field'), '[]') from json_array_elements((
      select coalesce(json_agg(json_build_object('field', registry.api_name(k.key), 'before', case when k.key = 'identity_number' then to_jsonb('********' || right((i.before -> k.key) #>> '{}', 4)) else i.before -> k.key end, 'after', case when k.key = 'identity_number' then to_jsonb('********' || right((i.after -> k.key) #>> '{}', 4)) else i.after -> k.key end) order by k.key), '[]')
      from (select case when e.before is not null then coalesce((select jsonb_object_agg(f.key, e.before -> f.key) from audit.formerly_plain f where f.table_name = e.table_name and e.before ? f.key), '{}') || coalesce(p.before, '{}') end as before,
            case when e.after is not null then coalesce((select jsonb_object_agg(f.key, e.after -> f.key) from audit.formerly_plain f where f.table_name = e.table_name and e.after ? f.key), '{}') || coalesce(p.after, '{}') end as after
          from (select) one left join audit.personal p on p.event_id = e.id offset 0) i
      cross join lateral (select jsonb_object_keys(coalesce(i.before, '{}') || coalesce(i.after, '{}')) as key) k
      where i.before -> k.key is distinct from i.after -> k.key
        and k.key not in ('version', 'created_at', 'updated_at', 'folded', 'folded_in_full') and k.key not in ('given_name', 'family_name', 'middle_name'))) c) as "personalFields",
    (
      select coalesce(json_agg(json_build_object('field', registry.api_name(k.key), 'before', case when k.key = 'identity_number' then to_jsonb('********' || right((i.before -> k.key) #>> '{}', 4)) else i.before -> k.key end, 'after', case when k.key = 'identity_number' then to_jsonb('********' || right((i.after -> k.key) #>> '{}', 4)) else i.after -> k.key end) order by k.key), '[]')
      from (select case when e.before is not null then coalesce((select jsonb_object_agg(f.key, e.before -> f.key) from audit.formerly_plain f where f.table_name = e.table_name and e.before ? f.key), '{}') || coalesce(p.before, '{}') end as before,
            case when e.after is not null then coalesce((select jsonb_object_agg(f.key, e.after -> f.key) from audit.formerly_plain f where f.table_name = e.table_name and e.after ? f.key), '{}') || coalesce(p.after, '{}') end as after
          from (select) one left join audit.personal p on p.event_id = e.id offset 0) i
      cross join lateral (select jsonb_object_keys(coalesce(i.before, '{}') || coalesce(i.after, '{}')) as key) k
      where i.before -> k.key is distinct from i.after -> k.key
        and k.key not in ('version', 'created_at', 'updated_at', 'folded', 'folded_in_full') and k.key not in ('given_name', 'family_name', 'middle_name')) as "personalChanges") fields) as item,
  json_build_array((e.id)::text, (e.id)::text)::text as keys
from audit.events e left join audit.sequence q on q.event_id = e.id
    where ((e.record_id = $1 or (e.owner_id = $1 or false) and (e.alliance_id = any($2) or e.alliance_id is not distinct from
      (select own.alliance_id from audit.events own where own.record_id = $1 and own.table_name is not null order by own.id limit 1))) and (e.table_name is not null or e.action = 'erase')
    and ((select nullif(current_setting('registry.known_seq', true), '')::bigint) is null or q.seq <= (select nullif(current_setting('registry.known_seq', true), '')::bigint)))
order by e.id asc, e.id asc
limit $3 + 1;

-- page, everywhere, with every filter ($1 record, $2 ownAllianceIds, $3 recordId, $4 atFrom, $5 atTo, $6 actorId, $7 requestId, $8 action, $9 sourceDocumentId, $10 table, $11 after0, $12 after1, $13 limit)
select (select row_to_json(fields)::text from (select e.id as "id",
    e.record_id as "recordId",
    q.seq as "sequence",
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "at",
    e.actor_id as "actorId",
    e.actor as "actor",
    e.request_id as "requestId",
    e.action as "action",
    e.reason as "reason",
    e.source_document_id as "sourceDocumentId",
    e.table_name as "table",
    (
      select coalesce(json_agg(json_build_object('field', registry.api_name(k.key), 'before', i.before -> k.key, 'after', i.after -> k.key) order by k.key), '[]')
      from (select e.before, e.after) i
      cross join lateral (select jsonb_object_keys(coalesce(i.before, '{}') || coalesce(i.after, '{}')) as key) k
      where i.before -> k.key is distinct from i.after -> k.key
        and k.key not in ('version', 'created_at', 'updated_at', 'folded', 'folded_in_full') and not exists (select from audit.formerly_plain f where f.table_name = e.table_name and f.key = k.key)) as "changes",
    (select coalesce(json_agg(c -> 'field'), '[]') from json_array_elements((
      select coalesce(json_agg(json_build_object('field', registry.api_name(k.key), 'before', case when k.key = 'identity_number' then to_jsonb('********' || right((i.before -> k.key) #>> '{}', 4)) else i.before -> k.key end, 'after', case when k.key = 'identity_number' then to_jsonb('********' || right((i.after -> k.key) #>> '{}', 4)) else i.after -> k.key end) order by k.key), '[]')
      from (select case when e.before is not null then coalesce((select jsonb_object_agg(f.key, e.before -> f.key) from audit.formerly_plain f where f.table_name = e.table_name and e.before ? f.key), '{}') || coalesce(p.before, '{}') end as before,
            case when e.after is not null then coalesce((select jsonb_object_agg(f.key, e.after -> f.key) from audit.formerly_plain f where f.table_name = e.table_name and e.after ? f.key), '{}') || coalesce(p.after, '{}') end as after
          from (select) one left join audit.personal p on p.event_id = e.id offset 0) i
      cross join lateral (select jsonb_object_keys(coalesce(i.before, '{}') || coalesce(i.after, '{}')) as key) k
      where i.before -> k.key is distinct from i.after -> k.key
        and k.key not in ('version', 'created_at', 'updated_at', 'folded', 'folded_in_full') and k.key not in ('given_name', 'family_name', 'middle_name'))) c) as "personalFields",
    (
      select coalesce(json_agg(json_build_object('field', registry.api_name(k.key), 'before', case when k.key = 'identity_number' then to_jsonb('********' || right((i.before -> k.key) #>> '{}', 4)) else i.before -> k.key end, 'after', case when k.key = 'identity_number' then to_jsonb('********' || right((i.after -> k.key) #>> '{}', 4)) else i.after -> k.key end) order by k.key), '[]')
      from (select case when e.before is not null then coalesce((select jsonb_object_agg(f.key, e.before -> f.key) from audit.formerly_plain f where f.table_name = e.table_name and e.before ? f.key), '{}') || coalesce(p.before, '{}') end as before,
            case when e.after is not null then coalesce((select jsonb_object_agg(f.key, e.after -> f.key) from audit.formerly_plain f where f.table_name = e.table_name and e.after ? f.key), '{}') || coalesce(p.after, '{}') end as after
          from (select) one left join audit.personal p on p.event_id = e.id offset 0) i
      cross join lateral (select jsonb_object_keys(coalesce(i.before, '{}') || coalesce(i.after, '{}')) as key) k
      where i.before -> k.key is distinct from i.after -> k.key
        and k.key not in ('version', 'created_at', 'updated_at', 'folded', 'folded_in_full') and k.key not in ('given_name', 'family_name', 'middle_name')) as "personalChanges") fields) as item,
  json_build_array((e.id)::text, (e.id)::text)::text as keys,
  (select count(*) from audit.events e left join audit.sequence q on q.event_id = e.id where ((e.record_id = $1 or (e.owner_id = $1 or false) and (e.alliance_id = any($2) or e.alliance_id is not distinct from
      (select own.alliance_id from audit.events own where own.record_id = $1 and own.table_name is not null order by own.id limit 1))) and (e.table_name is not null or e.action = 'erase')
    and ((select nullif(current_setting('registry.known_seq', true), '')::bigint) is null or q.seq <= (select nullif(current_setting('registry.known_seq', true), '')::bigint)))
    and (e.record_id = $3)
    and (e.at >= $4)
    and (e.at <= $5)
    and (e.actor_id = $6)
    and (e.request_id = $7)
    and (e.action = $8)
    and (e.source_document_id = $9)
    and (e.table_name = $10)) as total
from audit.events e left join audit.sequence q on q.event_id = e.id
    where ((e.record_id = $1 or (e.owner_id = $1 or false) and (e.alliance_id = any($2) or e.alliance_id is not distinct from
      (select own.alliance_id from audit.events own where own.record_id = $1 and own.table_name is not null order by own.id limit 1))) and (e.table_name is not null or e.action = 'erase')
    and ((select nullif(current_setting('registry.known_seq', true), '')::bigint) is null or q.seq <= (select nullif(current_setting('registry.known_seq', true), '')::bigint)))
    and (e.record_id = $3)
    and (e.at >= $4)
    and (e.at <= $5)
    and (e.actor_id = $6)
    and (e.request_id = $7)
    and (e.action = $8)
    and (e.source_document_id = $9)
    and (e.table_name = $10)
    and (e.id, e.id) > ($11, $12)
order by e.id asc, e.id asc
limit $13 + 1;

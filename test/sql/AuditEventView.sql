-- record, everywhere ($1 id)
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
    e.detail as "detail") fields) as body, null::integer as version
from audit.events e left join audit.sequence q on q.event_id = e.id
where e.id = $1 and (((select nullif(current_setting('registry.known_seq', true), '')::bigint) is null or q.seq <= (select nullif(current_setting('registry.known_seq', true), '')::bigint))) and (true);

-- page, everywhere ($1 limit)
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
    e.detail as "detail") fields) as item,
  json_build_array((e.id)::text, (e.id)::text)::text as keys
from audit.events e left join audit.sequence q on q.event_id = e.id
    where (((select nullif(current_setting('registry.known_seq', true), '')::bigint) is null or q.seq <= (select nullif(current_setting('registry.known_seq', true), '')::bigint)))
order by e.id desc, e.id desc
limit $1 + 1;

-- record, within alliance ($1 id, $2 ownAllianceIds)
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
    e.detail as "detail") fields) as body, null::integer as version
from audit.events e left join audit.sequence q on q.event_id = e.id
where e.id = $1 and (((select nullif(current_setting('registry.known_seq', true), '')::bigint) is null or q.seq <= (select nullif(current_setting('registry.known_seq', true), '')::bigint))) and ((e.alliance_id = any($2) or e.alliance_id is null and e.action in ('sign_in_refused', 'password_reset', 'refusal')));

-- page, within alliance ($1 ownAllianceIds, $2 limit)
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
    e.detail as "detail") fields) as item,
  json_build_array((e.id)::text, (e.id)::text)::text as keys
from audit.events e left join audit.sequence q on q.event_id = e.id
    where (((select nullif(current_setting('registry.known_seq', true), '')::bigint) is null or q.seq <= (select nullif(current_setting('registry.known_seq', true), '')::bigint)))
    and ((e.alliance_id = any($1) or e.alliance_id is null and e.action in ('sign_in_refused', 'password_reset', 'refusal')))
order by e.id desc, e.id desc
limit $2 + 1;

-- page, everywhere, with every filter ($1 recordId, $2 atFrom, $3 atTo, $4 actorId, $5 requestId, $6 action, $7 sourceDocumentId, $8 table, $9 seq, $10 seqFrom, $11 seqTo, $12 seen, $13 after0, $14 after1, $15 limit)
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
    e.detail as "detail") fields) as item,
  json_build_array((e.id)::text, (e.id)::text)::text as keys,
  (select count(*) from audit.events e left join audit.sequence q on q.event_id = e.id where (((select nullif(current_setting('registry.known_seq', true), '')::bigint) is null or q.seq <= (select nullif(current_setting('registry.known_seq', true), '')::bigint)))
    and (e.record_id = $1)
    and (e.at >= $2)
    and (e.at <= $3)
    and (e.actor_id = $4)
    and (e.request_id = $5)
    and (e.action = $6)
    and (e.source_document_id = $7)
    and (e.table_name = $8)
    and (q.seq = $9)
    and (q.seq >= $10)
    and (q.seq <= $11)
    and (e.detail ? 'records' and e.detail -> 'records' @> to_jsonb($12::text))) as total
from audit.events e left join audit.sequence q on q.event_id = e.id
    where (((select nullif(current_setting('registry.known_seq', true), '')::bigint) is null or q.seq <= (select nullif(current_setting('registry.known_seq', true), '')::bigint)))
    and (e.record_id = $1)
    and (e.at >= $2)
    and (e.at <= $3)
    and (e.actor_id = $4)
    and (e.request_id = $5)
    and (e.action = $6)
    and (e.source_document_id = $7)
    and (e.table_name = $8)
    and (q.seq = $9)
    and (q.seq >= $10)
    and (q.seq <= $11)
    and (e.detail ? 'records' and e.detail -> 'records' @> to_jsonb($12::text))
    and (e.id, e.id) < ($13, $14)
order by e.id desc, e.id desc
limit $15 + 1;

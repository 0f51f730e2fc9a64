-- What the audit takes from a write: the rules of an event in one check, a leaner trigger, and less work in sealing what
-- was written.

-- Whether an event is whole. A check's expression is read and planned anew by each statement that writes, a function of
-- plpgsql once a connection.
create function audit.is_whole(action text, table_name text, record_id uuid, owner_id uuid, before jsonb, after jsonb, detail jsonb)
returns boolean language plpgsql immutable as $$
begin
  return case
    when action in ('insert', 'update', 'void', 'delete')
      then table_name is not null and record_id is not null and detail is null
    when action in ('read', 'export', 'sign_in', 'sign_in_refused', 'session_reuse', 'sign_out', 'refusal', 'erase')
      then num_nonnulls(table_name, owner_id, before, after) = 0 and detail is not null
    else false end;
end $$;
revoke execute on function audit.is_whole(text, text, uuid, uuid, jsonb, jsonb, jsonb) from public;

alter table audit.events
  drop constraint events_action_check,
  drop constraint events_whole_check,
  add constraint events_whole_check check (audit.is_whole(action, table_name, record_id, owner_id, before, after, detail));

-- As in 0020; only what the operation needs is made.
create or replace function audit.record_change() returns trigger language plpgsql
security definer set search_path = audit, pg_temp as $$
declare
  personal constant text[] := tg_argv[0];
  hidden constant text[] := personal || tg_argv[1]::text[];
  old_row jsonb;
  new_row jsonb;
  present jsonb;
  action text;
  personal_before jsonb;
  personal_after jsonb;
  salt bytea;
  event bigint;
begin
  if tg_op = 'INSERT' then
    new_row := to_jsonb(new);
    present := new_row;
    action := 'insert';
  elsif tg_op = 'DELETE' then
    old_row := to_jsonb(old);
    present := old_row;
    action := 'delete';
  else
    old_row := to_jsonb(old);
    new_row := to_jsonb(new);
    present := new_row;
    action := case when old_row ->> 'voided_at' is null and new_row ->> 'voided_at' is not null then 'void' else 'update' end;
    if old_row -> 'id' <> new_row -> 'id' then
      raise exception 'a record keeps its id' using errcode = 'check_violation', constraint = 'record_id_kept', table = tg_table_name;
    end if;
  end if;
  if personal <> '{}' then
    salt := public.gen_random_bytes(16);
    if old_row is not null then
      select jsonb_object_agg(key, old_row -> key) into personal_before from unnest(personal) key;
    end if;
    if new_row is not null then
      select jsonb_object_agg(key, new_row -> key) into personal_after from unnest(personal) key;
    end if;
  end if;
  insert into audit.events (actor_id, actor, request_id, reason, source_document_id, action, table_name, record_id,
    owner_id, alliance_id, before, after, personal_digest)
  values (
    audit.setting('actor_id')::uuid,
    coalesce(audit.setting('actor'), 'database:' || session_user),
    audit.setting('request_id'),
    audit.setting('reason'),
    audit.setting('source_document_id')::uuid,
    action,
    tg_table_name,
    (present ->> 'id')::uuid,
    (present ->> tg_argv[2])::uuid,
    (present ->> 'alliance_id')::uuid,
    old_row - hidden,
    new_row - hidden,
    case when salt is not null then audit.personal_digest(salt, personal_before, personal_after) end)
  returning id into event;
  if salt is not null then
    insert into audit.personal (event_id, before, after, salt) values (event, personal_before, personal_after, salt);
  end if;
  return null;
end $$;

-- Only the sealer writes audit.sequence, out of audit.events, from which nothing is ever deleted: what the foreign key
-- found was never wrong, and it locked, that is wrote, each event once more. (Who switches the walls off could delete an
-- event that has a number; the tree shows it.)
alter table audit.sequence drop constraint sequence_event_id_fk;

-- Said to be immutable, these were not put into the statements that use them, as they call what is only stable.
alter function audit.personal_digest(bytea, jsonb, jsonb) stable;
alter function audit.instant_text(timestamptz) stable;

-- What an event says, as in 0020 and byte by byte the same: the text that jsonb would write, with its order of keys and its
-- spacing, put together from its parts. Building the object first took nearly twice as long.
create or replace function audit.leaf_event(event audit.events) returns text language sql stable
return concat(
  '{"at": "', audit.instant_text(event.at),
  '", "id": ', event.id,
  ', "actor": ', coalesce(to_json(event.actor)::text, 'null'),
  ', "after": ', coalesce(event.after::text, 'null'),
  ', "table": ', coalesce(to_json(event.table_name)::text, 'null'),
  ', "action": ', coalesce(to_json(event.action)::text, 'null'),
  ', "before": ', coalesce(event.before::text, 'null'),
  ', "detail": ', coalesce(event.detail::text, 'null'),
  ', "reason": ', coalesce(to_json(event.reason)::text, 'null'),
  ', "actorId": ', coalesce(to_json(event.actor_id)::text, 'null'),
  ', "ownerId": ', coalesce(to_json(event.owner_id)::text, 'null'),
  ', "recordId": ', coalesce(to_json(event.record_id)::text, 'null'),
  ', "requestId": ', coalesce(to_json(event.request_id)::text, 'null'),
  ', "allianceId": ', coalesce(to_json(event.alliance_id)::text, 'null'),
  ', "personalDigest": ', coalesce(to_json(encode(event.personal_digest, 'base64'))::text, 'null'),
  ', "sourceDocumentId": ', coalesce(to_json(event.source_document_id)::text, 'null'),
  '}');

-- As in 0020; an inner node looks for one child instead of two.
create or replace function audit.grow_tree(most bigint, out size bigint, out root bytea, out signed bigint, out behind boolean)
language plpgsql security definer set search_path = audit, pg_temp set enable_seqscan = off as $$
declare
  height smallint := 0;
  first bigint;
  beyond bigint;
begin
  perform require_fresh_snapshots();
  if pg_try_advisory_xact_lock(sealing_lock()) then
    first := tree_size();
    insert into nodes (level, index, hash)
    select 0, s.seq - 1, (select leaf_hash(e, s.seq, s.sealed_at) from events e where e.id = s.event_id)
    from sequence s where s.seq > first and s.seq <= first + most order by s.seq;
    beyond := tree_size();
    while first / 2 < beyond / 2 loop
      insert into nodes (level, index, hash)
      select height + 1, l.index / 2, sha256('\x01'::bytea || l.hash
        || (select r.hash from nodes r where r.level = height and r.index = l.index + 1))
      from nodes l where l.level = height and l.index >= first / 2 * 2 and l.index < beyond / 2 * 2 and l.index % 2 = 0;
      height := height + 1;
      first := first / 2;
      beyond := beyond / 2;
    end loop;
  end if;
  size := tree_size();
  root := range_hash(0, size);
  signed := coalesce((select max(c.size) from checkpoints c), 0);
  behind := size < coalesce((select max(s.seq) from sequence s), 0);
end $$;

-- What the audit takes from a write, as instructions were counted: a statement prepares its expressions anew each time, a
-- function of plpgsql once a transaction. So they are as few as they can be.

-- As in 0028c, of the whole row: seven columns of a check's expression are read one by one by each statement that writes.
alter table audit.events drop constraint events_whole_check;
drop function audit.is_whole(text, text, uuid, uuid, jsonb, jsonb, jsonb);
create function audit.is_whole(event audit.events) returns boolean language plpgsql immutable as $$
begin
  return case
    when event.action in ('insert', 'update', 'void', 'delete')
      then event.table_name is not null and event.record_id is not null and event.detail is null
    when event.action in
      ('read', 'export', 'sign_in', 'sign_in_refused', 'password_reset', 'session_reuse', 'sign_out', 'refusal', 'erase')
      then num_nonnulls(event.table_name, event.owner_id, event.before, event.after) = 0 and event.detail is not null
    else false end;
end $$;
revoke execute on function audit.is_whole(audit.events) from public;
alter table audit.events add constraint events_whole_check check (audit.is_whole(events));

-- As in 0022; a table that hides no column pays for none.
create or replace function audit.record_change() returns trigger language plpgsql
security definer set search_path = audit, pg_temp as $$
declare
  old_row jsonb;
  new_row jsonb;
  voided text;
  personal text[];
  personal_before jsonb;
  personal_after jsonb;
  salt bytea;
begin
  if tg_op = 'INSERT' then
    new_row := to_jsonb(new);
  else
    old_row := to_jsonb(old);
    if tg_op = 'UPDATE' then
      new_row := to_jsonb(new);
      if old.id <> new.id then
        raise exception 'a record keeps its id' using errcode = 'check_violation', constraint = 'record_id_kept', table = tg_table_name;
      end if;
      if old_row ->> 'voided_at' is null and new_row ->> 'voided_at' is not null then
        voided := 'void';
      end if;
    end if;
  end if;
  if tg_argv[0] <> '{}' or tg_argv[1] <> '{}' then
    personal := tg_argv[0];
    if personal <> '{}' then
      salt := public.gen_random_bytes(16);
      if old_row is not null then
        select jsonb_object_agg(key, old_row -> key) into personal_before from unnest(personal) key;
      end if;
      if new_row is not null then
        select jsonb_object_agg(key, new_row -> key) into personal_after from unnest(personal) key;
      end if;
    end if;
    old_row := old_row - (personal || tg_argv[1]::text[]);
    new_row := new_row - (personal || tg_argv[1]::text[]);
  end if;
  insert into audit.events (actor_id, actor, request_id, reason, source_document_id, action, table_name, record_id,
    owner_id, alliance_id, before, after, personal_digest)
  values (
    audit.setting('actor_id')::uuid,
    coalesce(audit.setting('actor'), 'database:' || session_user),
    audit.setting('request_id'),
    audit.setting('reason'),
    audit.setting('source_document_id')::uuid,
    coalesce(voided, lower(tg_op)),
    tg_table_name,
    coalesce(new.id, old.id),
    (coalesce(new_row, old_row) ->> tg_argv[2])::uuid,
    (coalesce(new_row, old_row) ->> 'alliance_id')::uuid,
    old_row,
    new_row,
    case when salt is not null then audit.personal_digest(salt, personal_before, personal_after) end);
  if salt is not null then
    insert into audit.personal (event_id, before, after, salt)
    values (currval('audit.events_id_seq'), personal_before, personal_after, salt);
  end if;
  return null;
end $$;

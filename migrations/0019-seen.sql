-- What is seen is recorded, and what is personal can be erased: the log also has an event for each reading of personal
-- values, each export, sign-in and refusal; names and whatever else is personal stand beside the events, and leave them
-- when the law asks for it.

-- Events of access -----------------------------------------------------------------------------------------------

-- A write names its table, any other event none: so no view of what was known, and no history, takes it for an image.
alter table audit.events
  add column detail jsonb,
  alter column table_name drop not null,
  alter column record_id drop not null,
  drop constraint events_action_check,
  add constraint events_action_check check (action in ('insert', 'update', 'void', 'delete', 'read', 'export', 'sign_in',
    'sign_in_refused', 'session_reuse', 'sign_out', 'refusal', 'erase')),
  add constraint events_whole_check check (case when action in ('insert', 'update', 'void', 'delete')
    then table_name is not null and record_id is not null and detail is null
    else num_nonnulls(table_name, owner_id, before, after) = 0 and detail is not null end);
comment on table audit.events is 'What was written, seen, taken away and refused, to or by whom, when and why. Images hold neither personal nor secret columns.';
comment on column audit.events.detail is 'Of an event that is no write: the request, what was asked for, and which records were shown (`records`). No personal values.';

-- Who has seen a record.
create index events_seen on audit.events using gin ((detail -> 'records') jsonb_path_ops) where detail ? 'records';

-- Appends events of access, all or none. Writes are the trigger's, and an erasure is its function's.
create function audit.note(noted jsonb) returns void language plpgsql security definer set search_path = audit, pg_temp as $$
begin
  if exists (select from jsonb_to_recordset(noted) n (action text) where n.action = 'erase') then
    raise exception 'an erasure is recorded by what erases' using errcode = 'insufficient_privilege';
  end if;
  insert into audit.events (actor_id, actor, request_id, action, record_id, alliance_id, detail)
  select n."actorId", n.actor, n."requestId", n.action, n."recordId", n."allianceId", n.detail
  from rows from (jsonb_to_recordset(noted) as (
    "actorId" uuid, actor text, "requestId" text, action text, "recordId" uuid, "allianceId" uuid, detail jsonb))
    with ordinality n order by n.ordinality;
end $$;
revoke execute on function audit.note(jsonb) from public;
grant execute on function audit.note(jsonb) to registry_server;

-- What is personal -----------------------------------------------------------------------------------------------

alter table people
  add column erased_at timestamptz,
  add constraint people_erased_check check (erased_at is null or full_name = '(đã xóa)'
    and num_nonnulls(sex, birth_date, phone, email, identity_number, public_office) = 0);
comment on column people.erased_at is 'When the personal values were erased; the record never has any again.';

-- What images of earlier times hold stays in them (docs/privacy.md); a history masks it all the same. A migration that makes
-- a column personal names it here.
create table audit.formerly_plain (table_name text, key text, primary key (table_name, key));
insert into audit.formerly_plain
select 'people', unnest(array['full_name', 'given_name', 'family_name', 'middle_name', 'sex', 'public_office'])
union all values ('delegate_substitutions', 'ground'), ('training_participations', 'certificate_number');
grant select on audit.formerly_plain to registry_server;

select audit.watch('people', personal => array['full_name', 'given_name', 'family_name', 'middle_name', 'sex', 'birth_date',
  'phone', 'email', 'identity_number', 'public_office']);
select audit.watch('delegate_substitutions', personal => array['ground'], owner => 'delegate_id');
select audit.watch('training_participations', personal => array['certificate_number'], owner => 'course_id');

-- Erasure --------------------------------------------------------------------------------------------------------

alter table audit.personal alter column salt drop not null;
comment on column audit.personal.salt is 'Null when the values were erased: what stands in their place is no longer what was written. The event `erase` names the records.';

-- Personal values change only where an event of this very transaction says that they are erased, and lose their salt.
create function audit.refuse_unless_erased() returns trigger language plpgsql set search_path = audit, pg_temp as $$
begin
  if new.salt is null and new.event_id = old.event_id and exists (
    select from audit.events e
    where e.id = audit.setting('erasure')::bigint and e.action = 'erase' and e.xid = pg_current_xact_id()
  ) then
    return new;
  end if;
  raise exception 'update of audit.personal is refused: its past stays'
    using errcode = 'insufficient_privilege', constraint = 'audit_append_only', table = tg_table_name;
end $$;
drop trigger append_only on audit.personal;
create trigger append_only before delete or truncate on audit.personal execute function audit.refuse();
create trigger only_erased before update on audit.personal for each row execute function audit.refuse_unless_erased();
alter table audit.personal enable always trigger append_only, enable always trigger only_erased;

-- In all images of these records, the personal values that their rows have now take the place of those they had.
create function audit.forget(erasure bigint, relation regclass, records uuid[]) returns void language plpgsql
set search_path = audit, pg_temp as $$
declare
  watched audit.watched_tables;
begin
  select * into strict watched from audit.watched_tables w where w.relation = forget.relation;
  perform set_config('registry.erasure', erasure::text, true);
  execute format($forget$
    insert into audit.personal (event_id, before, after, salt)
    select e.id, case when e.before is not null then left_over.image end, case when e.after is not null then left_over.image end, null
    from audit.events e
    join %s r on r.id = e.record_id
    cross join lateral (select jsonb_object_agg(key, to_jsonb(r) -> key) as image from unnest(%L::text[]) key) left_over
    where e.table_name = %L and e.record_id = any($1)
    on conflict (event_id) do update set before = excluded.before, after = excluded.after, salt = null$forget$,
    relation, watched.personal, watched.table_name) using records;
end $$;

-- Erases what is personal of one person, everywhere, for ever. Awards, mandates, positions and courses stay, without the
-- name. The caller says whether an office stands against it (`forced`); an operator calls it, never the server.
-- Returns how many images of the time before 0019 still hold personal values.
create function erase_person(person uuid, why text, document uuid, who text, forced boolean) returns bigint
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
  subject people;
  erasure bigint;
  taught constant uuid[] := array(select id from training_participations where person_id = person order by id for update);
  replaced constant uuid[] := array(select s.id from delegate_substitutions s join delegates d on d.id = s.delegate_id
    where d.person_id = person order by s.id);
  emptied constant uuid[] := array[person] || taught || replaced;
begin
  select * into subject from people where id = person for update;
  if not found then
    raise exception 'there is no such person' using errcode = 'no_data_found', constraint = 'erase_unknown';
  elsif subject.erased_at is not null then
    raise exception 'the person was erased already' using errcode = 'object_not_in_prerequisite_state', constraint = 'erase_again';
  elsif char_length(coalesce(why, '')) < 3 then
    raise exception 'an erasure has a reason' using errcode = 'object_not_in_prerequisite_state', constraint = 'erase_reason';
  elsif document is not null and not exists (select from documents d where d.id = document and d.voided_at is null) then
    raise exception 'there is no such document' using errcode = 'no_data_found', constraint = 'erase_document';
  elsif not forced and exists (select from positions po where po.person_id = person and po.voided_at is null
    and po.valid_from <= current_date and (po.valid_to is null or po.valid_to > current_date)) then
    raise exception 'the person is in office' using errcode = 'object_not_in_prerequisite_state', constraint = 'erase_in_office';
  elsif not forced and exists (select from delegates d join congresses c on c.id = d.congress_id
    where d.person_id = person and d.voided_at is null and c.ends_on >= current_date) then
    raise exception 'the person is a delegate' using errcode = 'object_not_in_prerequisite_state', constraint = 'erase_delegate';
  end if;
  perform set_config('registry.actor_id', '', true), set_config('registry.actor', who, true),
    set_config('registry.reason', why, true), set_config('registry.source_document_id', coalesce(document::text, ''), true);
  insert into audit.events (actor, action, record_id, alliance_id, reason, source_document_id, detail)
  values (who, 'erase', person, subject.alliance_id, why, document,
    jsonb_build_object('forced', forced, 'erased', to_jsonb(emptied)))
  returning id into erasure;

  update people set full_name = '(đã xóa)', sex = null, birth_date = null, phone = null, email = null, identity_number = null,
    public_office = null, erased_at = now(), version = version + 1 where id = person;
  update training_participations set certificate_number = null, version = version + 1
  where id = any(taught) and certificate_number is not null;
  update delegate_substitutions set ground = '(đã xóa)', version = version + 1 where id = any(replaced);
  perform audit.forget(erasure, 'people', array[person]), audit.forget(erasure, 'training_participations', taught),
    audit.forget(erasure, 'delegate_substitutions', replaced);
  delete from stored_answers where position(person::text in body) > 0;

  return (select count(*) from audit.events e where e.record_id = any(emptied) and exists (
    select from audit.formerly_plain f where f.table_name = e.table_name and (e.before ? f.key or e.after ? f.key)));
end $$;
revoke execute on function audit.forget(bigint, regclass, uuid[]), audit.refuse_unless_erased(),
  erase_person(uuid, text, uuid, text, boolean) from public;

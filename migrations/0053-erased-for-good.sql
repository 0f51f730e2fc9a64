-- A request that is repeated by its key keeps its answer, which may hold a name that was read before an erasure and is kept
-- after it: such requests hold this lock, together; an erasure holds it alone.
create function erasure_lock() returns bigint language sql immutable parallel safe return hashtextextended('erasure', 0);

-- A text as its words alone, with a space before and after each: H'Hen Niê is h, hen, nie.
create function words_of(said text) returns text language sql immutable parallel safe
return ' ' || trim(regexp_replace(fold(said), '[^[:alnum:]]+', ' ', 'g')) || ' ';
create function digits_of(said text) returns text language sql immutable parallel safe
return regexp_replace(said, '[^0-9]', '', 'g');

-- Whether a text holds a name, as whole words, with marks or without.
create function says_name(said text, name text) returns boolean language sql immutable parallel safe
return position(words_of(name) in words_of(said)) > 0;

-- As in 0042. No answer is kept beside it, nor a digest by which what was sent could be guessed; and it says what it could
-- not empty: titles with the name, records that may be the same person's, accounts with the e-mail address.
drop function erase_person(uuid, text, uuid, text, boolean);
create function erase_person(person uuid, why text, document uuid, who text, forced boolean) returns jsonb
language plpgsql security definer set search_path = registry, pg_temp set lock_timeout = '5s' as $$
declare
  subject people;
  erasure bigint;
  taught uuid[];
  replaced uuid[];
  emptied uuid[];
  told jsonb;
begin
  -- Tried, not waited for: nobody who writes with a key should wait behind it.
  if not pg_try_advisory_xact_lock(erasure_lock()) then
    raise exception 'requests with keys are under way' using errcode = 'lock_not_available';
  end if;
  select * into subject from people where id = person for update;
  if not found then
    raise exception 'there is no such person' using errcode = 'no_data_found', constraint = 'erase_unknown';
  elsif subject.erased_at is not null then
    raise exception 'the person was erased already' using errcode = 'object_not_in_prerequisite_state', constraint = 'erase_again';
  elsif char_length(coalesce(why, '')) < 3 then
    raise exception 'an erasure has a reason' using errcode = 'object_not_in_prerequisite_state', constraint = 'erase_reason';
  elsif says_name(why, subject.full_name) or exists (
    select from unnest(array[subject.identity_number, right(digits_of(subject.phone), 9)]) digits where position(digits in digits_of(why)) > 0)
    or position(lower(subject.email) in lower(why)) > 0 then
    raise exception 'the reason names the person' using errcode = 'object_not_in_prerequisite_state', constraint = 'erase_reason_names';
  elsif document is not null and not exists (select from documents d where d.id = document and d.voided_at is null) then
    raise exception 'there is no such document' using errcode = 'no_data_found', constraint = 'erase_document';
  elsif not forced and exists (select from positions po where po.person_id = person and po.voided_at is null
    and (po.valid_to is null or po.valid_to > today())) then
    raise exception 'the person is in office' using errcode = 'object_not_in_prerequisite_state', constraint = 'erase_in_office';
  elsif not forced and exists (select from delegates d join congresses c on c.id = d.congress_id
    where d.person_id = person and d.voided_at is null and c.ends_on >= today()) then
    raise exception 'the person is a delegate' using errcode = 'object_not_in_prerequisite_state', constraint = 'erase_delegate';
  end if;
  -- Whoever writes of the person holds him until he is done (refuse_of_erased): what he wrote is seen by now.
  taught := array(select id from training_participations where person_id = person order by id for update);
  replaced := array(select s.id from delegate_substitutions s join delegates d on d.id = s.delegate_id
    where d.person_id = person order by s.id);
  emptied := array[person] || taught || replaced;
  told := jsonb_build_object(
    'titles', array(select d.code from documents d where says_name(d.title, subject.full_name) order by d.code),
    'alike', array(select x.id from people x where x.id <> person and x.erased_at is null and (x.identity_number = subject.identity_number
      or x.phone = subject.phone or x.email = subject.email
      or (x.birth_date = subject.birth_date and fold(x.full_name) = fold(subject.full_name))) order by x.id),
    'accounts', array(select a.id from accounts a where lower(a.email) = lower(subject.email) order by a.id));
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
  -- A request that is repeated is not done again: of its answer the ids stay.
  update stored_answers set request_hash = '', body = (select coalesce(json_object_agg(key, value), '{}') from json_each(body::json)
    where key in ('id', 'ids'))
  where exists (select from unnest(emptied) one where position(one::text in body) > 0);

  return told || jsonb_build_object('left', (select count(*) from audit.events e where e.record_id = any(emptied) and exists (
    select from audit.formerly_plain f where f.table_name = e.table_name and (e.before ? f.key or e.after ? f.key))));
end $$;
revoke execute on function erase_person(uuid, text, uuid, text, boolean) from public;

-- What the planner gathers of a column are its values. An emptied table keeps what was gathered; to name the type anew drops it.
alter table stored_answers alter column body type text, alter column body set statistics 0;

-- Whoever was erased can leave his seat: why, is kept of him no more.
create function keep_no_ground_of_erased() returns trigger language plpgsql security definer
set search_path = registry, pg_temp as $$
begin
  perform from delegates d join people p on p.id = d.person_id where d.id = new.delegate_id for share of p;
  if exists (select from delegates d join people p on p.id = d.person_id
    where d.id = new.delegate_id and p.erased_at is not null) then
    new.ground := '(đã xóa)';
  end if;
  return new;
end $$;
drop trigger refuse_of_erased_entered on delegate_substitutions;
create trigger keep_no_ground_of_erased before insert on delegate_substitutions for each row
  execute function keep_no_ground_of_erased();

-- Nobody without a name takes a seat or an office that is still to come.
create function refuse_erased_to_come() returns trigger language plpgsql security definer
set search_path = registry, pg_temp as $$
declare
  erased constant timestamptz := (select p.erased_at from people p where p.id = case tg_table_name
    when 'delegate_substitutions' then (select d.person_id from delegates d where d.id = (to_jsonb(new) ->> 'alternate_id')::uuid)
    else (to_jsonb(new) ->> 'person_id')::uuid end);
begin
  if erased is not null and (case tg_table_name
    when 'positions' then (to_jsonb(new) ->> 'valid_from')::date > (erased at time zone 'Asia/Ho_Chi_Minh')::date
    when 'delegates' then exists (select from congresses c where c.id = (to_jsonb(new) ->> 'congress_id')::uuid and c.ends_on >= today())
    else true end) then
    raise exception 'the person was erased' using errcode = 'check_violation', constraint = 'people_erased_check', table = tg_table_name;
  end if;
  return null;
end $$;
create trigger refuse_erased_to_come after insert or update of person_id, valid_from on positions for each row
  when (new.voided_at is null) execute function refuse_erased_to_come();
create trigger refuse_erased_to_come after insert or update of person_id on delegates for each row
  when (new.voided_at is null) execute function refuse_erased_to_come();
create trigger refuse_erased_to_come after insert on delegate_substitutions for each row
  when (new.alternate_id is not null) execute function refuse_erased_to_come();

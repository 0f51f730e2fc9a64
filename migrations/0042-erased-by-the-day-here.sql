-- The day it is in Vietnam, whatever the time zone of the session.
create function today() returns date language sql stable return (now() at time zone 'Asia/Ho_Chi_Minh')::date;

-- As in 0035c, but who is in office or a delegate is asked by that day, and a repeated request stays one.
create or replace function erase_person(person uuid, why text, document uuid, who text, forced boolean) returns bigint
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
  subject people;
  erasure bigint;
  taught uuid[];
  replaced uuid[];
  emptied uuid[];
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
    and po.valid_from <= today() and (po.valid_to is null or po.valid_to > today())) then
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
  update stored_answers set body = (select coalesce(json_object_agg(key, value), '{}') from json_each(body::json)
    where key in ('id', 'ids'))
  where position(person::text in body) > 0;

  return (select count(*) from audit.events e where e.record_id = any(emptied) and exists (
    select from audit.formerly_plain f where f.table_name = e.table_name and (e.before ? f.key or e.after ? f.key)));
end $$;

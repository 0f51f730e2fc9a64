-- As in 0059, but nobody without a name takes an office that lasts beyond the erasure either, whenever it began. One that was held
-- when the law demanded the erasure all the same may be ended.
create or replace function refuse_erased_to_come() returns trigger language plpgsql security definer
set search_path = registry, pg_temp as $$
declare
  person uuid;
  erased date;
begin
  if tg_table_name = 'delegate_substitutions' then
    select d.person_id into person from delegates d where d.id = new.alternate_id;
  else
    person := new.person_id;
  end if;
  select (p.erased_at at time zone 'Asia/Ho_Chi_Minh')::date into erased from people p where p.id = person;
  if erased is not null and (case tg_table_name
    when 'positions' then office_beyond(to_jsonb(new), erased)
      and (tg_op = 'INSERT' or not office_beyond(to_jsonb(old), erased) or (to_jsonb(new) ->> 'valid_from')::date > erased)
    when 'delegates' then exists (select from congresses c where c.id = (to_jsonb(new) ->> 'congress_id')::uuid and c.ends_on >= today())
    else true end) then
    raise exception 'the person was erased' using errcode = 'check_violation', constraint = 'people_erased_check', table = tg_table_name;
  end if;
  return null;
end $$;

create function office_beyond(office jsonb, day date) returns boolean language sql immutable
return coalesce((office ->> 'valid_to')::date, 'infinity') > day;

drop trigger refuse_erased_to_come on positions;
create trigger refuse_erased_to_come after insert or update of person_id, valid_from, valid_to on positions for each row
  when (new.voided_at is null) execute function refuse_erased_to_come();

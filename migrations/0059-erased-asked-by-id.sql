-- As in 0053. The person's id was worked out anew for each row of people that a scan came by, so that a delegation of
-- five hundred, sent to a registry that PostgreSQL knew as small, took seconds.
create or replace function refuse_erased_to_come() returns trigger language plpgsql security definer
set search_path = registry, pg_temp as $$
declare
  person uuid;
  erased timestamptz;
begin
  if tg_table_name = 'delegate_substitutions' then
    select d.person_id into person from delegates d where d.id = new.alternate_id;
  else
    person := new.person_id;
  end if;
  select p.erased_at into erased from people p where p.id = person;
  if erased is not null and (case tg_table_name
    when 'positions' then (to_jsonb(new) ->> 'valid_from')::date > (erased at time zone 'Asia/Ho_Chi_Minh')::date
    when 'delegates' then exists (select from congresses c where c.id = (to_jsonb(new) ->> 'congress_id')::uuid and c.ends_on >= today())
    else true end) then
    raise exception 'the person was erased' using errcode = 'check_violation', constraint = 'people_erased_check', table = tg_table_name;
  end if;
  return null;
end $$;

-- As in 0066: nor does a congress that was over when the person was erased become one to come, by a day that is corrected.
create function refuse_erased_to_come_again() returns trigger language plpgsql security definer
set search_path = registry, pg_temp as $$
begin
  if exists (select from delegates d join people p on p.id = d.person_id
    where d.congress_id = new.id and d.voided_at is null and p.erased_at is not null) then
    raise exception 'the person was erased' using errcode = 'check_violation', constraint = 'people_erased_check', table = 'congresses';
  end if;
  return null;
end $$;
create trigger refuse_erased_to_come after update of ends_on on congresses for each row
  when (new.voided_at is null and old.ends_on < today() and new.ends_on >= today()) execute function refuse_erased_to_come_again();

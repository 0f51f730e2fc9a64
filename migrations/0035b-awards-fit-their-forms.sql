-- An award is of a form that was in force on the day of its decision, and that is given to such recipients: whoever writes any of
-- the three, whatever others write at the same time, and whether or not he sees the rows of other alliances.

-- Awards that do not fit, of which the first of the three arguments are given. What they rest on is held.
create function refuse_unfit_awards(awarded uuid[], decision uuid, form uuid) returns void language plpgsql
security definer set search_path = registry, pg_temp as $$
declare
  fault text;
begin
  perform from award_forms f
  where f.id in (select a.form_id from awards a where a.id = any (awarded) or a.decision_id = decision) order by f.id for share;
  select case
      when form is not null then 'in use'
      when case a.recipient_kind when 'collective' then f.to_collective else f.to_individual end then 'in force'
      else 'recipient' end
  into fault
  from awards a join award_forms f on f.id = a.form_id join award_decisions d on d.id = a.decision_id
  where (a.id = any (awarded) or a.decision_id = decision or a.form_id = form) and a.voided_at is null
    and not (case a.recipient_kind when 'collective' then f.to_collective else f.to_individual end
      and f.valid_from <= d.decided_on and (f.valid_to is null or d.decided_on < f.valid_to))
  limit 1;
  if fault = 'in use' then
    raise exception 'awards of the form would not fit it' using errcode = 'check_violation', constraint = 'award_forms_in_use';
  elsif fault = 'in force' then
    raise exception 'the form is not in force' using errcode = 'check_violation', constraint = 'awards_form_in_force';
  elsif fault = 'recipient' then
    raise exception 'the form is not for such recipients' using errcode = 'check_violation', constraint = 'awards_form_recipient';
  end if;
end $$;
revoke execute on function refuse_unfit_awards(uuid[], uuid, uuid) from public;

create function refuse_unfit_entered() returns trigger language plpgsql security definer set search_path = registry, pg_temp as $$
begin
  perform refuse_unfit_awards(array(select id from entered), null, null);
  return null;
end $$;
create function refuse_unfit_award() returns trigger language plpgsql security definer set search_path = registry, pg_temp as $$
begin
  perform refuse_unfit_awards(array[new.id], null, null);
  return null;
end $$;
create function refuse_unfit_decision() returns trigger language plpgsql security definer set search_path = registry, pg_temp as $$
begin
  perform refuse_unfit_awards('{}', new.id, null);
  return null;
end $$;
create function refuse_unfit_form() returns trigger language plpgsql security definer set search_path = registry, pg_temp as $$
begin
  perform refuse_unfit_awards('{}', null, new.id);
  return null;
end $$;

-- After those that count, which hold the decision.
create trigger fits_form_entered after insert on awards referencing new table as entered
  for each statement execute function refuse_unfit_entered();
create trigger fits_form after update on awards for each row
  when ((old.decision_id, old.form_id, old.recipient_kind, old.voided_at is null)
    is distinct from (new.decision_id, new.form_id, new.recipient_kind, new.voided_at is null))
  execute function refuse_unfit_award();
create trigger fits_form after update on award_decisions for each row
  when (old.decided_on <> new.decided_on) execute function refuse_unfit_decision();
create trigger fits_form after update on award_forms for each row
  when ((old.to_collective, old.to_individual, old.valid_from, old.valid_to)
    is distinct from (new.to_collective, new.to_individual, new.valid_from, new.valid_to))
  execute function refuse_unfit_form();

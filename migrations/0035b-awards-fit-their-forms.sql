-- An award is of a form that was in force on the day of its decision, and that is given to such recipients: whoever writes any of
-- the three, whatever others write at the same time, and whether or not he sees the rows of other alliances.

-- Of the awards entered or corrected, of a decision that moves to another day, or of a form that is narrowed: none may be unfit.
-- The forms are held first, in one order; a decision is held by the trigger that counts, or is the row that is written.
create function refuse_unfit_awards() returns trigger language plpgsql security definer set search_path = registry, pg_temp as $$
declare
  awarded uuid[];
  decision uuid;
  form uuid;
  fault text;
begin
  if tg_table_name = 'award_decisions' then
    decision := new.id;
  elsif tg_table_name = 'award_forms' then
    form := new.id;
  elsif tg_op = 'INSERT' then
    awarded := array(select id from entered);
  else
    awarded := array[new.id];
  end if;
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
  return null;
end $$;

-- After those that count, which hold the decision.
create trigger fits_form_entered after insert on awards referencing new table as entered
  for each statement execute function refuse_unfit_awards();
create trigger fits_form after update on awards for each row
  when ((old.decision_id, old.form_id, old.recipient_kind, old.voided_at is null)
    is distinct from (new.decision_id, new.form_id, new.recipient_kind, new.voided_at is null))
  execute function refuse_unfit_awards();
create trigger fits_form after update on award_decisions for each row
  when (old.decided_on <> new.decided_on) execute function refuse_unfit_awards();
create trigger fits_form after update on award_forms for each row
  when ((old.to_collective, old.to_individual, old.valid_from, old.valid_to)
    is distinct from (new.to_collective, new.to_individual, new.valid_from, new.valid_to))
  execute function refuse_unfit_awards();

-- A membership rests only while it lasts, whichever of the two is written; who writes one holds the membership meanwhile.
create function registry.refuse_suspensions_outside() returns trigger language plpgsql as $$
declare
  membership constant uuid := to_jsonb(new) ->> tg_argv[0];
  lasting record;
begin
  select admitted_on, ended_on into lasting from memberships where id = membership for update;
  if exists (
    select from membership_suspensions s where s.membership_id = membership and s.voided_at is null
      and (s.suspended_on < lasting.admitted_on or s.suspended_on > lasting.ended_on or s.resumed_on > lasting.ended_on)
  ) then
    raise exception 'a suspension outside the membership' using errcode = 'check_violation',
      constraint = 'membership_suspensions_within_membership', table = tg_table_name;
  end if;
  return null;
end $$;
create trigger within after insert or update on membership_suspensions
  for each row execute function refuse_suspensions_outside('membership_id');
create trigger within after update on memberships for each row execute function refuse_suspensions_outside('id');

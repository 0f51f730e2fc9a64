-- A delegate dies or withdraws, and no alternate is left to call: a substitution by nobody, from when on the seat is empty.
-- An alternate named later may still be called up for it.
alter table delegate_substitutions alter column alternate_id drop not null;
drop index delegate_substitutions_delegate_unique;
create unique index delegate_substitutions_delegate_unique on delegate_substitutions (delegate_id)
  where voided_at is null and alternate_id is not null;
create unique index delegate_substitutions_empty_unique on delegate_substitutions (delegate_id)
  where voided_at is null and alternate_id is null;

create function refuse_calls_out_of_order() returns trigger language plpgsql security definer
set search_path = registry, pg_temp as $$
begin
  perform from delegations dn where dn.id = new.delegation_id for no key update;
  if exists (select from delegate_substitutions gone join delegate_substitutions called on called.delegate_id = gone.delegate_id
    where gone.delegate_id = new.delegate_id and gone.alternate_id is null and called.alternate_id is not null
      and gone.voided_at is null and called.voided_at is null and called.substituted_at < gone.substituted_at) then
    raise exception 'called up before the seat was empty' using errcode = 'check_violation',
      constraint = 'delegate_substitutions_empty_check', table = tg_table_name;
  elsif exists (select from delegate_substitutions gone join delegate_substitutions called on called.alternate_id = gone.delegate_id
    where new.id in (gone.id, called.id) and gone.alternate_id is null
      and gone.voided_at is null and called.voided_at is null and called.substituted_at >= gone.substituted_at) then
    raise exception 'the alternate has left' using errcode = 'check_violation',
      constraint = 'delegate_substitutions_left_check', table = tg_table_name;
  end if;
  return null;
end $$;
create trigger calls after insert or update of substituted_at, voided_at on delegate_substitutions for each row
  when (new.voided_at is null) execute function refuse_calls_out_of_order();

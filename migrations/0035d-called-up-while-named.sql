-- As in 0026; whoever calls up an alternate holds the naming of both, so that neither is corrected to a later day meanwhile.
create or replace function refuse_days_out_of_order() returns trigger language plpgsql security definer
set search_path = registry, pg_temp as $$
declare
  named_late boolean;
  called_late boolean;
  called_early boolean;
begin
  if tg_argv[0] <> 'congress' then
    perform from congresses c join delegations dn on dn.congress_id = c.id where dn.id = new.delegation_id for share of c;
  end if;
  if tg_argv[0] = 'substitution' then
    perform from delegates d where d.id in (new.delegate_id, new.alternate_id) order by d.id for share;
  end if;
  execute format('
    select bool_or(delegate.named_on > congress.ends_on), bool_or(called.day > congress.ends_on), bool_or(called.day < delegate.named_on)
    from congresses congress
    join delegates delegate on delegate.congress_id = congress.id and delegate.voided_at is null
    left join delegate_substitutions substitution on delegate.id in (substitution.delegate_id, substitution.alternate_id)
      and substitution.voided_at is null
    cross join lateral (select (substitution.substituted_at at time zone ''Asia/Ho_Chi_Minh'')::date as day) called
    where %I.id = $1', tg_argv[0]) into named_late, called_late, called_early using new.id;
  if named_late then
    raise exception 'named after the congress' using errcode = 'check_violation',
      constraint = 'delegates_congress_check', table = tg_table_name;
  elsif called_late then
    raise exception 'called up after the congress' using errcode = 'check_violation',
      constraint = 'delegate_substitutions_congress_check', table = tg_table_name;
  elsif called_early then
    raise exception 'called up before the naming' using errcode = 'check_violation',
      constraint = 'delegate_substitutions_naming_check', table = tg_table_name;
  end if;
  return null;
end $$;

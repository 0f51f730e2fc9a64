-- Who left with nobody called up leaves the seat to be filled: another may be named to it from that day on. So on no day are there
-- more delegates than seats, and the day that counts is that of a naming. Whoever is called up for the one who left later takes it again.
create or replace function refuse_more_than_seats() returns trigger language plpgsql security definer
set search_path = registry, pg_temp as $$
declare
  delegation constant uuid := to_jsonb(new) ->> tg_argv[0];
  seats record;
begin
  select official_seats, alternate_seats into seats from delegations where id = delegation for update;
  if not exists (
    select from delegates d where d.delegation_id = delegation and d.voided_at is null
    group by d.kind having count(*) > case d.kind when 'official' then seats.official_seats else seats.alternate_seats end
  ) then
    return null;
  end if;
  if exists (
    with named as (
      select d.kind, d.named_on, (
        select (gone.substituted_at at time zone 'Asia/Ho_Chi_Minh')::date from delegate_substitutions gone
        where gone.delegate_id = d.id and gone.alternate_id is null and gone.voided_at is null and not exists (
          select from delegate_substitutions called
          where called.delegate_id = d.id and called.alternate_id is not null and called.voided_at is null)) as left_on
      from delegates d where d.delegation_id = delegation and d.voided_at is null)
    select from (select distinct kind, named_on as day from named) naming
    join named n on n.kind = naming.kind and n.named_on <= naming.day and (n.left_on is null or n.left_on > naming.day)
    group by naming.kind, naming.day
    having count(*) > case naming.kind when 'official' then seats.official_seats else seats.alternate_seats end
  ) then
    raise exception 'more delegates than seats' using errcode = 'check_violation',
      constraint = 'delegates_seats_check', table = tg_table_name;
  end if;
  return null;
end $$;
create trigger seats after insert or update on delegate_substitutions for each row execute function refuse_more_than_seats('delegation_id');

comment on table codes is 'no row-level security: labels of what rows say; whose own codes one is told is asked by every list of them';

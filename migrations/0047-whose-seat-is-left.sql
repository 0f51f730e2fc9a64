-- Who was called up sits on an official's seat: when they leave it to nobody, that one is to be filled, and no alternate's.
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
    with recursive holders as (
      select d.kind, d.named_on, d.id as holder from delegates d where d.delegation_id = delegation and d.voided_at is null
      union all
      select h.kind, h.named_on, called.alternate_id from holders h
      join delegate_substitutions called on called.delegate_id = h.holder and called.alternate_id is not null and called.voided_at is null
      where h.kind = 'official'
    ), named as (
      select h.kind, h.named_on, (
        select (gone.substituted_at at time zone 'Asia/Ho_Chi_Minh')::date from delegate_substitutions gone
        where gone.delegate_id = h.holder and gone.alternate_id is null and gone.voided_at is null
        and (h.kind = 'official' or not exists (
          select from delegate_substitutions called where called.alternate_id = h.holder and called.voided_at is null))) as left_on
      from holders h where not exists (
        select from delegate_substitutions called where h.kind = 'official'
        and called.delegate_id = h.holder and called.alternate_id is not null and called.voided_at is null))
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

-- The body above another is corrected too, and stands neither below it nor for it.
create function refuse_body_below_itself() returns trigger language plpgsql security definer
set search_path = registry, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('issuing_bodies ' || new.alliance_id, 0)); -- two at once would make a circle
  if new.id in (with recursive above (id) as (select new.parent_id
      union select b.parent_id from issuing_bodies b join above on b.id = above.id where b.parent_id is not null) select id from above) then
    raise exception 'the body would stand above itself' using errcode = 'check_violation', constraint = 'issuing_bodies_parent_check',
      table = 'issuing_bodies';
  end if;
  return null;
end $$;
create trigger refuse_body_below_itself after update of parent_id on issuing_bodies for each row
  when (new.parent_id is not null) execute function refuse_body_below_itself();

-- Whoever added a position of 0062 before has its own words for it. What the law says of who holds it goes for all that see the code.
select set_config('registry.actor', 'migration', true), set_config('registry.reason', 'Who manages, by the laws of 1996 and 2003', true);
insert into manager_positions (id, position_code, valid_from)
select md5('manager-position/' || code)::uuid, code, '1900-01-01'
from codes_position c where code in ('management_board_head', 'deputy_board_chair', 'cooperative_head')
  and not exists (select from manager_positions own where own.position_code = c.code and own.voided_at is null);

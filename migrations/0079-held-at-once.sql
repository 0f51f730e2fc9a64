-- What two sessions at once, or a slip in a statement of the server's role, could still get past.

-- As in 0076: nor is an account or a key made for an alliance that was taken back.
create trigger refuse_entering_for_voided after insert or update of alliance_id on accounts for each row
  when (new.disabled_at is null and new.voided_at is null) execute function refuse_enabling_for_voided();
create trigger refuse_entering_for_voided after insert or update of alliance_id on api_keys for each row
  when (new.revoked_at is null and new.voided_at is null) execute function refuse_enabling_for_voided();

-- As in 0027, but a code of one's own becomes no other: under the name of a common one it had changed that for everybody.
create or replace function show_own_code() returns trigger language plpgsql
security definer set search_path = registry, pg_temp as $$
begin
  if not (select open from code_lists where list = new.list) then
    raise exception 'the list % is closed', new.list using errcode = 'check_violation', constraint = 'own_codes_open_check', table = tg_table_name;
  end if;
  if tg_op = 'INSERT' then
    insert into codes (list, code, vi, en, rank, valid_from, valid_to, alliance_id)
    values (new.list, new.code, new.vi, new.en, new.rank, new.valid_from, new.valid_to, new.alliance_id);
  elsif (old.list, old.code, old.alliance_id) is distinct from (new.list, new.code, new.alliance_id) then
    raise exception 'a code keeps its list, its name and its alliance' using errcode = 'insufficient_privilege';
  else
    update codes set vi = new.vi, en = new.en, rank = new.rank, valid_from = new.valid_from, valid_to = new.valid_to
    where list = new.list and code = new.code and alliance_id = new.alliance_id;
  end if;
  return null;
end $$;

-- As in 0066 and 0072, but the person is held meanwhile: an erasure at the same time did not see the office that was just prolonged,
-- or the congress that was just put off, nor they the erasure.
create or replace function refuse_erased_to_come() returns trigger language plpgsql security definer
set search_path = registry, pg_temp as $$
declare
  person uuid;
  erased date;
begin
  if tg_table_name = 'delegate_substitutions' then
    select d.person_id into person from delegates d where d.id = new.alternate_id;
  else
    person := new.person_id;
  end if;
  select (p.erased_at at time zone 'Asia/Ho_Chi_Minh')::date into erased from people p where p.id = person for share;
  if erased is not null and (case tg_table_name
    when 'positions' then office_beyond(to_jsonb(new), erased)
      and (tg_op = 'INSERT' or not office_beyond(to_jsonb(old), erased) or (to_jsonb(new) ->> 'valid_from')::date > erased)
    when 'delegates' then exists (select from congresses c where c.id = (to_jsonb(new) ->> 'congress_id')::uuid and c.ends_on >= today())
    else true end) then
    raise exception 'the person was erased' using errcode = 'check_violation', constraint = 'people_erased_check', table = tg_table_name;
  end if;
  return null;
end $$;
create or replace function refuse_erased_to_come_again() returns trigger language plpgsql security definer
set search_path = registry, pg_temp as $$
begin
  perform from people p where p.id in (select d.person_id from delegates d where d.congress_id = new.id and d.voided_at is null)
    order by p.id for share;
  if exists (select from delegates d join people p on p.id = d.person_id
    where d.congress_id = new.id and d.voided_at is null and p.erased_at is not null) then
    raise exception 'the person was erased' using errcode = 'check_violation', constraint = 'people_erased_check', table = 'congresses';
  end if;
  return null;
end $$;

-- As in 0073, but one lock for all alliances: each may stand above the other's body.
create or replace function refuse_body_below_itself() returns trigger language plpgsql security definer
set search_path = registry, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('issuing_bodies', 0)); -- two at once would make a circle
  if new.id in (with recursive above (id) as (select new.parent_id
      union select b.parent_id from issuing_bodies b join above on b.id = above.id where b.parent_id is not null) select id from above) then
    raise exception 'the body would stand above itself' using errcode = 'check_violation', constraint = 'issuing_bodies_parent_check',
      table = 'issuing_bodies';
  end if;
  return null;
end $$;

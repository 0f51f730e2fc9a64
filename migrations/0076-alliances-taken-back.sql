-- An alliance entered by mistake is taken back while nothing is kept in it: what it kept would be nobody's.
create function refuse_voiding_keeper() returns trigger language plpgsql security definer
set search_path = registry, pg_temp as $$
declare
  kept name;
  keeps boolean;
begin
  for kept in
    select c.relname from pg_class c join pg_attribute owner on owner.attrelid = c.oid and owner.attname = 'alliance_id'
      join pg_attribute voided on voided.attrelid = c.oid and voided.attname = 'voided_at'
    where c.relnamespace = 'registry'::regnamespace and c.relkind in ('r', 'p') and c.relname not in ('alliances', 'alliance_names', 'second_factors', 'account_identities')
    order by c.relname
  loop
    execute format('select exists (select from %I where alliance_id = $1 and voided_at is null%s)', kept,
      case kept when 'accounts' then ' and disabled_at is null' when 'api_keys' then ' and revoked_at is null and expires_at > now()' else '' end)
      into keeps using new.id;
    if keeps then
      raise exception 'rows of % are kept in the alliance', kept using errcode = 'check_violation', constraint = 'alliances_void_check',
        table = 'alliances';
    end if;
  end loop;
  return null;
end $$;
create trigger refuse_voiding_keeper after update of voided_at on alliances for each row
  when (new.voided_at is not null and old.voided_at is null) execute function refuse_voiding_keeper();

-- Nor does anybody sign in for it later; whoever takes it back holds its row meanwhile.
create function refuse_enabling_for_voided() returns trigger language plpgsql security definer
set search_path = registry, pg_temp as $$
begin
  perform from alliances where id = new.alliance_id and voided_at is null for key share;
  if not found then
    raise exception 'the alliance of the account was taken back' using errcode = 'check_violation', constraint = 'accounts_alliance_check',
      table = 'accounts';
  end if;
  return null;
end $$;
create trigger refuse_enabling_for_voided after update of disabled_at on accounts for each row
  when (new.disabled_at is null and old.disabled_at is not null) execute function refuse_enabling_for_voided();

insert into codes (list, code, vi, en, rank) values
  ('membership_warning', 'member_of_another_alliance', 'Cùng lúc là thành viên của Liên minh tỉnh, thành phố khác', 'A member of another provincial alliance at once', 10);

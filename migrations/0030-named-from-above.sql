-- Whoever takes a record back does not see every row that names it: a secretariat below sees nothing of an alliance above but
-- what is about its own organisations. The database sees all, and refuses. Rows of the record's own alliance are not asked for:
-- some go along with it, and the program, which knows which, sees them.

create function refuse_void_of_named() returns trigger language plpgsql
security definer set search_path = registry, pg_temp as $$
declare
  named record;
  found boolean;
begin
  for named in
    select k.conrelid::regclass as relation, a.attname as name
    from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'f' and k.confrelid = tg_relid and cardinality(k.conkey) = 1
      and 2 = (select count(*) from pg_attribute o where o.attrelid = k.conrelid and o.attname in ('alliance_id', 'voided_at'))
  loop
    execute format('select exists (select from %s where %I = $1 and voided_at is null and alliance_id <> $2)',
      named.relation, named.name) into found using old.id, old.alliance_id;
    if found then
      raise exception 'another alliance has a row that names it' using
        errcode = 'restrict_violation', constraint = 'named_by_another_alliance', table = tg_table_name;
    end if;
  end loop;
  return new;
end $$;

-- Of every table whose records other records may name. One that comes later gets its trigger by its own migration.
do $$
declare
  named regclass;
begin
  for named in
    select distinct k.confrelid::regclass from pg_constraint k
    where k.contype = 'f' and k.connamespace = 'registry'::regnamespace and cardinality(k.conkey) = 1
      and k.confrelid not in ('alliances'::regclass, 'accounts'::regclass)
      and 2 = (select count(*) from pg_attribute a where a.attrelid = k.confrelid and a.attname in ('alliance_id', 'voided_at'))
  loop
    execute format('create trigger refuse_void_of_named before update of voided_at on %s for each row
      when (old.voided_at is null and new.voided_at is not null) execute function refuse_void_of_named()', named);
  end loop;
end $$;

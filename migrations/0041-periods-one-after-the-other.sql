-- Whoever enters a period waits for who is entering another of the same owner: rows that an exclusion compares while both are
-- being written wait for each other, and of eight at once most waited until they were told to come back. Who corrects one holds its
-- row, and one of two meets the other's as written. A lock is kept until its transaction ends: one that enters tens of thousands of
-- owners' periods by hand needs more `max_locks_per_transaction`.
create function one_after_the_other() returns trigger language plpgsql set search_path = registry, pg_temp as $$
declare
  owner text;
begin
  select string_agg(coalesce(to_jsonb(new) ->> name, ''), ' ') into owner from unnest(tg_argv) as name;
  perform pg_advisory_xact_lock(hashtextextended(tg_table_name || ' ' || owner, 0));
  return new;
end $$;

create trigger one_after_the_other before insert on alliance_terms for each row execute function one_after_the_other('alliance_id');
create trigger one_after_the_other before insert on award_forms for each row execute function one_after_the_other('alliance_id', 'code');
create trigger one_after_the_other before insert on manager_positions for each row
  execute function one_after_the_other('alliance_id', 'position_code');
create trigger one_after_the_other before insert on memberships for each row execute function one_after_the_other('organization_id');
create trigger one_after_the_other before insert on positions for each row execute function one_after_the_other('person_id');
create trigger one_after_the_other before insert on supported_models for each row execute function one_after_the_other('organization_id');

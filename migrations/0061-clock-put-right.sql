-- What a clock that was ahead has left when it is put right again: failures of a time still to come kept people out until that
-- time, though nobody waits for longer than a quarter of an hour. As in 0028b.
create or replace function begin_sign_in(attempt uuid, account text, host inet) returns integer language plpgsql
security definer set search_path = registry, pg_temp as $$
declare
  -- An IPv6 customer has a whole /64.
  home constant inet := case when family(host) = 6 then network(set_masklen(host, 64)) else host end;
  since constant timestamptz := now() - interval '15 minutes';
  wait integer;
begin
  perform pg_advisory_xact_lock(8001, hashtext(account));
  perform pg_advisory_xact_lock(8002, hashtext(home::text));
  -- Who waited for these locks began before those whose failures he sees.
  delete from sign_in_failures f where f.at < now() - interval '1 hour' or f.at > clock_timestamp() + interval '1 minute';
  select greatest(
    (select sign_in_wait(count(*), 10, max(at)) from sign_in_failures f
      where f.account_key = account and f.address is not distinct from home and f.at > since and f.withdrawn_at is null),
    (select sign_in_wait(count(*), 100, max(at)) from sign_in_failures f
      where f.account_key = account and f.at > since and f.withdrawn_at is null),
    (select sign_in_wait(count(*), 30, max(at)) from sign_in_failures f
      where f.address = home and f.at > since and f.withdrawn_at is null)) into wait;
  if wait = 0 then
    insert into sign_in_failures (id, account_key, address) values (attempt, account, home);
  end if;
  return wait;
end $$;

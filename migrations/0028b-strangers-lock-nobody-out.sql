-- Failures count for who tried from where: somebody who knows an e-mail address keeps its owner from signing in at the
-- address that he tries from, and nowhere else, unless he has ten addresses or more.

alter table sign_in_failures alter column address drop not null;
comment on column sign_in_failures.address is 'Where the attempt came from; null where only a session could make it.';

-- As in 0008. Without a host only the account counts: that is how somebody who is signed in is counted, by his session.
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
  select greatest(
    (select sign_in_wait(count(*), 10, max(at)) from sign_in_failures f
      where f.account_key = account and f.address is not distinct from home and f.at > since and f.withdrawn_at is null),
    (select sign_in_wait(count(*), 100, max(at)) from sign_in_failures f
      where f.account_key = account and f.at > since and f.withdrawn_at is null),
    (select sign_in_wait(count(*), 30, max(at)) from sign_in_failures f
      where f.address = home and f.at > since and f.withdrawn_at is null)) into wait;
  if wait = 0 then
    delete from sign_in_failures f where f.at < now() - interval '1 hour';
    insert into sign_in_failures (id, account_key, address) values (attempt, account, home);
  end if;
  return wait;
end $$;

-- What is kept for a while goes when that is over, also where nobody sends what used to let it go: answers for repeated requests after
-- 72 hours, links a month after they were made, but the newest of an account, which tells how to write to it. Some at a time: nobody waits for it who signs in.
create function forget_what_is_over() returns void language sql security definer set search_path = registry, pg_temp
begin atomic
  delete from registry.sessions where refresh_expires_at < now() - interval '30 days';
  delete from registry.stored_answers where key in (
    select key from registry.stored_answers where stored_at < now() - interval '72 hours' limit 1000 for update skip locked);
  delete from registry.password_links where id in (
    select l.id from registry.password_links l where l.made_at < now() - interval '30 days'
      and exists (select from registry.password_links newer where newer.account_id = l.account_id and newer.made_at > l.made_at)
    limit 1000 for update skip locked);
end;
revoke execute on function forget_what_is_over() from public;
grant execute on function forget_what_is_over() to registry_server;
drop function forget_old_sessions();

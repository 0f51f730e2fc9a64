-- What was looked at before a transaction is looked at again in it: whoever was signed in, or knew a password, may have
-- lost that while he waited.

-- Whether an account, or a key, is still what it acts as; held until the transaction ends, so that it stays so. Administrators
-- hold one another first, always in one order.
create function hold_actor(actor uuid, acts_as text) returns boolean language plpgsql
security definer set search_path = registry, pg_temp as $$
begin
  if acts_as = 'administrator' then
    perform hold_administrators();
  end if;
  perform from accounts a where a.id = actor for share;
  return exists (select from accounts a
      where a.id = actor and a.role = acts_as and a.disabled_at is null and a.voided_at is null)
    or exists (select from api_keys k where k.id = actor and k.role = acts_as and k.revoked_at is null and k.voided_at is null);
end $$;
revoke execute on function hold_actor(uuid, text) from public;
grant execute on function hold_actor(uuid, text) to registry_server, registry_visitor;

-- A link for who forgot his password, three an hour at most however many ask at once; the account is held while they are counted.
create function ask_for_link(link uuid, of_email text) returns void language plpgsql as $$
begin
  perform from accounts a where a.email = of_email for update;
  insert into password_links (id, account_id, kind, mail_due_at)
  select link, a.id, 'reset', now() from accounts a
  where a.email = of_email and a.disabled_at is null and a.voided_at is null
    and (select count(*) from password_links l where l.account_id = a.id and l.made_at > now() - interval '1 hour') < 3;
end $$;
revoke execute on function ask_for_link(uuid, text) from public;
grant execute on function ask_for_link(uuid, text) to registry_server;

-- Who knows a password and not the code leaves an event too.
insert into codes (list, code, vi, en, rank)
values ('audit_action', 'second_factor_asked', 'Đúng mật khẩu, chờ mã', 'Password right, code asked for', 14);

-- As in 0032b.
create or replace function audit.is_whole(event audit.events) returns boolean language plpgsql immutable as $$
begin
  return case
    when event.action in ('insert', 'update', 'void', 'delete')
      then event.table_name is not null and event.record_id is not null and event.detail is null
    when event.action in ('read', 'export', 'sign_in', 'sign_in_refused', 'second_factor_asked', 'password_reset',
      'session_reuse', 'sign_out', 'refusal', 'erase')
      then num_nonnulls(event.table_name, event.owner_id, event.before, event.after) = 0 and event.detail is not null
    else false end;
end $$;

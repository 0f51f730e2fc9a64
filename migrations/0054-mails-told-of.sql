-- When a mail was last refused: the last is told.
alter table password_links add column mail_failed_at timestamptz;

-- Who never had a password is still invited, however often he is sent a link.
create function link_kind(account uuid, had_password boolean) returns text language sql stable
return case when had_password then 'reset' else coalesce(
  (select l.kind from password_links l where l.account_id = account order by l.made_at desc, l.id desc limit 1), 'invitation') end;

-- As in 0035, but an invited person is invited once more.
create or replace function ask_for_link(link uuid, of_email text) returns void language plpgsql as $$
begin
  perform from accounts a where a.email = of_email for update;
  insert into password_links (id, account_id, kind, mail_due_at)
  select link, a.id, link_kind(a.id, a.password_hash is not null), now() from accounts a
  where a.email = of_email and a.disabled_at is null and a.voided_at is null
    and (select count(*) from password_links l where l.account_id = a.id and l.made_at > now() - interval '1 hour') < 3;
end $$;

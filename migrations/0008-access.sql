-- Access: who signs in (accounts), which machines may ask (keys), who is signed in now (sessions), who tried in vain.

select add_code_list('account_role', 'Vai trò', 'Role of an account');
select add_codes('account_role',
  'administrator', 'Quản trị', 'Administrator',
  'secretariat', 'Văn phòng', 'Secretariat',
  'auditor', 'Kiểm toán', 'Auditor',
  'member', 'Tổ chức thành viên', 'Member organisation');

-- No key manages accounts, and none speaks for a member.
select add_code_list('api_key_role', 'Vai trò của khóa', 'Role of a key');
select add_codes('api_key_role',
  'secretariat', 'Văn phòng', 'Secretariat',
  'auditor', 'Kiểm toán', 'Auditor');

create table accounts (
  id uuid primary key,
  alliance_id uuid not null constraint accounts_alliance_id_fk references alliances,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  email text not null,
  name text not null,
  role text not null constraint accounts_role_code references codes_account_role (code),
  organization_id uuid constraint accounts_organization_id_fk references organizations,
  password_hash text not null,
  disabled_at timestamptz,
  constraint accounts_organization_check check ((role = 'member') = (organization_id is not null))
);
create unique index accounts_email_unique on accounts (lower(email)) where voided_at is null;
create index accounts_alliance on accounts (alliance_id, role);

-- Digests are SHA-256 in base64. The secrets are 32 random bytes: nobody finds them by guessing, so no slow hash.
create table api_keys (
  id uuid primary key,
  alliance_id uuid not null constraint api_keys_alliance_id_fk references alliances,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  name text not null,
  role text not null constraint api_keys_role_code references codes_api_key_role (code),
  digest text not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create unique index api_keys_digest_unique on api_keys (digest);
create index api_keys_alliance on api_keys (alliance_id, name);

select audit.watch('accounts', personal => array['email'], secret => array['password_hash']);
select audit.watch('api_keys', secret => array['digest']);

-- Sessions -------------------------------------------------------------------------------------------------------

create table sessions (
  id uuid primary key,
  account_id uuid not null constraint sessions_account_id_fk references accounts,
  access_digest text not null constraint sessions_access_digest_unique unique,
  access_expires_at timestamptz not null,
  refresh_digest text not null constraint sessions_refresh_digest_unique unique,
  refresh_expires_at timestamptz not null,
  previous_refresh_digest text,
  rotated_at timestamptz,
  started_at timestamptz not null default now(),
  ended_at timestamptz
);
create index sessions_account on sessions (account_id) where ended_at is null;
create index sessions_previous on sessions (previous_refresh_digest);
create index sessions_expiry on sessions (refresh_expires_at);
comment on table sessions is 'not audited: no register. Each is renewed every few minutes and says nothing about the registry; what is done in a session is audited under its account.';

-- An account that is disabled, or gets another password, role or owner, is signed out everywhere, whoever writes it.
create function end_sessions_of_account() returns trigger language plpgsql set search_path = registry, pg_temp as $$
begin
  update sessions set ended_at = now() where account_id = new.id and ended_at is null;
  return null;
end $$;
create trigger end_sessions after update on accounts for each row
  when ((old.disabled_at, old.voided_at, old.password_hash, old.role, old.alliance_id, old.organization_id)
    is distinct from (new.disabled_at, new.voided_at, new.password_hash, new.role, new.alliance_id, new.organization_id))
  execute function end_sessions_of_account();

-- Servers remember who holds which token. The payload is the digest that they must forget; empty, all of them.
create function notify_access_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('access_changed', case when tg_argv[0] = '' then '' else to_jsonb(old) ->> tg_argv[0] end);
  return null;
end $$;
create trigger access_changed after update on sessions for each row
  when ((old.access_digest, old.ended_at) is distinct from (new.access_digest, new.ended_at))
  execute function notify_access_changed('access_digest');
create trigger access_changed after update on api_keys for each row execute function notify_access_changed('digest');
create trigger access_changed after update on accounts for each row execute function notify_access_changed('');
-- A new alliance below one's own is within reach at once.
create trigger access_changed after insert or update on alliances for each statement execute function notify_access_changed('');

create function forget_old_sessions() returns void language sql security definer set search_path = registry, pg_temp
begin atomic
  delete from registry.sessions where refresh_expires_at < now() - interval '30 days';
end;

-- Failures -------------------------------------------------------------------------------------------------------

create table sign_in_failures (
  id uuid primary key,
  account_key text not null,
  address inet not null,
  at timestamptz not null default now(),
  withdrawn_at timestamptz
);
create index sign_in_failures_account on sign_in_failures (account_key, at) where withdrawn_at is null;
create index sign_in_failures_address on sign_in_failures (address, at) where withdrawn_at is null;
create index sign_in_failures_at on sign_in_failures (at);
comment on table sign_in_failures is 'not audited: no register. It counts attempts for a quarter of an hour, and is then forgotten. account_key is a digest of the e-mail address that was tried, known or not.';

-- Seconds to wait after so many failures, the last of them at that instant: none below the limit, then 30 s, 60 s,
-- 120 s … up to the 15 minutes after which failures count no more.
create function sign_in_wait(failures bigint, allowed integer, last_at timestamptz) returns integer language sql stable
return case when failures < allowed then 0 else
  greatest(0, ceil(extract(epoch from last_at - now()) + least(900, 30 * 2 ^ least(failures - allowed, 10))))::integer end;

-- Counts an attempt as a failure before the password is looked at, so that attempts made at once are all seen; who
-- succeeds withdraws it. Returns the seconds to wait when there were too many (the attempt is then not counted), or 0.
create function begin_sign_in(attempt uuid, account text, host inet) returns integer language plpgsql
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
      where f.account_key = account and f.at > since and f.withdrawn_at is null),
    (select sign_in_wait(count(*), 30, max(at)) from sign_in_failures f
      where f.address = home and f.at > since and f.withdrawn_at is null)) into wait;
  if wait = 0 then
    delete from sign_in_failures f where f.at < now() - interval '1 hour';
    insert into sign_in_failures (id, account_key, address) values (attempt, account, home);
  end if;
  return wait;
end $$;

revoke execute on function forget_old_sessions(), begin_sign_in(uuid, text, inet) from public;
grant execute on function forget_old_sessions(), begin_sign_in(uuid, text, inet) to registry_server;

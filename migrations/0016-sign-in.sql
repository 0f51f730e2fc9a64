-- Signing in: sessions that recognise every token they ever spent, links with which one sets a password, the second
-- factor.

-- Sessions -------------------------------------------------------------------------------------------------------

-- A refresh token has two halves: the family, the same as long as the session lasts, and the generation. So a token of
-- any past generation is known for what it is, and none of them has to be kept. The salt makes the pair that followed the
-- last spent token again, together with that token only, which is not kept either.
alter table sessions add column family_digest text constraint sessions_family_digest_unique unique;
alter table sessions add column successor_salt text;
-- Tokens without a family cannot go on: who is signed in now signs in once more.
update sessions set ended_at = now() where ended_at is null;

-- Passwords ------------------------------------------------------------------------------------------------------

-- Who was invited has none yet.
alter table accounts alter column password_hash drop not null;

-- A link with which one person sets the password of one account, once, within the hour. Where mail is sent this table is
-- also what there is to send: its digest is that of the last mail, for the secret is made as a mail is written, and is
-- nowhere but in it.
create table password_links (
  id uuid primary key,
  account_id uuid not null constraint password_links_account_id_fk references accounts,
  kind text not null constraint password_links_kind_check check (kind in ('invitation', 'reset')),
  digest text constraint password_links_digest_unique unique,
  made_at timestamptz not null default now(),
  expires_at timestamptz,
  ended_at timestamptz,
  mail_due_at timestamptz,
  mail_attempts integer not null default 0,
  mail_failure text,
  mailed_at timestamptz
);
create index password_links_account on password_links (account_id, made_at);
create index password_links_due on password_links (mail_due_at) where mail_due_at is not null and ended_at is null;
comment on table password_links is 'not audited: no register. A link changes nothing until it is used; the password that is set with it is an event of its account.';

-- One password set, or an account disabled: its other links are good no more.
create function end_links_of_account() returns trigger language plpgsql set search_path = registry, pg_temp as $$
begin
  update password_links set ended_at = now() where account_id = new.id and ended_at is null;
  return null;
end $$;
create trigger end_links after update on accounts for each row
  when ((old.disabled_at, old.voided_at, old.password_hash) is distinct from (new.disabled_at, new.voided_at, new.password_hash))
  execute function end_links_of_account();

-- Second factor --------------------------------------------------------------------------------------------------

create table second_factors (
  id uuid primary key,
  alliance_id uuid not null constraint second_factors_alliance_id_fk references alliances,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  account_id uuid not null constraint second_factors_account_id_fk references accounts,
  secret text not null,
  confirmed_at timestamptz
);
create unique index second_factors_account_unique on second_factors (account_id) where voided_at is null;
select audit.watch('second_factors', secret => array['secret'], owner => 'account_id');

-- The last time step whose code was accepted: that code, and any before it, opens nothing any more.
create table second_factor_steps (
  second_factor_id uuid primary key constraint second_factor_steps_factor_fk references second_factors,
  last_step bigint not null
);
comment on table second_factor_steps is 'not audited: no register. It moves on with each sign-in, and says nothing about the registry.';

create table recovery_codes (
  id uuid primary key,
  second_factor_id uuid not null constraint recovery_codes_factor_fk references second_factors,
  digest text not null constraint recovery_codes_digest_unique unique,
  used_at timestamptz
);
create index recovery_codes_factor on recovery_codes (second_factor_id);
comment on table recovery_codes is 'not audited: no register. Digests of random codes, made with a second factor and each used once.';

-- What a session may do depends on the second factor: servers forget whom they knew, and a factor that is taken away
-- signs its account out.
create trigger access_changed after insert or update on second_factors for each row execute function notify_access_changed('');
create function end_sessions_of_second_factor() returns trigger language plpgsql set search_path = registry, pg_temp as $$
begin
  update sessions set ended_at = now() where account_id = new.account_id and ended_at is null;
  return null;
end $$;
create trigger end_sessions after update on second_factors for each row
  when (old.voided_at is null and new.voided_at is not null and old.confirmed_at is not null)
  execute function end_sessions_of_second_factor();

-- Doors: keys for machines that open only some things, and accounts that another provider vouches for (single sign-on).

-- Keys -----------------------------------------------------------------------------------------------------------

select add_code_list('api_key_access', 'Quyền của khóa', 'What a key may do');
select add_codes('api_key_access',
  'read', 'Chỉ đọc', 'Read only',
  'write', 'Đọc và ghi', 'Read and write');

-- Keys from before could do all that their role may, and still can.
alter table api_keys
  add column resources text[] constraint api_keys_resources_check check (cardinality(resources) > 0),
  add column access text not null default 'write' constraint api_keys_access_code references codes_api_key_access (code);
alter table api_keys alter column access drop default;

create table api_key_uses (
  api_key_id uuid primary key constraint api_key_uses_api_key_id_fk references api_keys,
  last_used_at timestamptz not null
);
comment on table api_key_uses is 'not audited: no register. When each key was last used, to the minute; what it did is audited under its name.';

-- Single sign-on -------------------------------------------------------------------------------------------------

-- Whom a provider means by a subject: an administrator says so, never the sign-in of a stranger.
create table account_identities (
  id uuid primary key,
  alliance_id uuid not null constraint account_identities_alliance_id_fk references alliances,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  account_id uuid not null constraint account_identities_account_id_fk references accounts,
  issuer text not null,
  subject text not null
);
create unique index account_identities_subject_unique on account_identities (issuer, subject) where voided_at is null;
create index account_identities_account on account_identities (account_id);
select audit.watch('account_identities', personal => array['subject'], owner => 'account_id');

-- Who loses a way in is signed out: the session may have come by it.
create function end_sessions_of_identity() returns trigger language plpgsql set search_path = registry, pg_temp as $$
begin
  update sessions set ended_at = now() where account_id = old.account_id and ended_at is null;
  return null;
end $$;
create trigger end_sessions after update on account_identities for each row
  when (old.voided_at is null and new.voided_at is not null) execute function end_sessions_of_identity();

-- Sign-ins on their way to the provider and back. The digest is that of the `state`, which only the browser can make.
create table single_sign_ons (
  digest text primary key,
  started_at timestamptz not null default now(),
  finished_at timestamptz
);
create index single_sign_ons_started on single_sign_ons (started_at);
comment on table single_sign_ons is 'not audited: no register. A sign-in on its way, good once and for ten minutes, then forgotten.';

create function begin_single_sign_on(state_digest text) returns void language sql
security definer set search_path = registry, pg_temp
begin atomic
  delete from registry.single_sign_ons where started_at < now() - interval '1 hour';
  insert into registry.single_sign_ons (digest) values (state_digest);
end;

-- Whom the provider vouched for and no account has, so that an administrator can link them: the subject and nothing else.
create table refused_identities (
  id uuid primary key,
  issuer text not null,
  subject text not null,
  first_refused_at timestamptz not null default now(),
  last_refused_at timestamptz not null default now(),
  times integer not null default 1,
  constraint refused_identities_subject_unique unique (issuer, subject)
);
create index refused_identities_last on refused_identities (last_refused_at);
comment on table refused_identities is 'not audited: no register. Strangers of the last thirty days, so that an administrator finds whom to link.';

create function note_refused_identity(new_id uuid, of_issuer text, of_subject text) returns void language sql
security definer set search_path = registry, pg_temp
begin atomic
  delete from registry.refused_identities where last_refused_at < now() - interval '30 days';
  insert into registry.refused_identities as r (id, issuer, subject) values (new_id, of_issuer, of_subject)
  on conflict on constraint refused_identities_subject_unique
  do update set times = least(r.times, 1000000) + 1, last_refused_at = now();
end;

revoke execute on function begin_single_sign_on(text), note_refused_identity(uuid, text, text) from public;
grant execute on function begin_single_sign_on(text), note_refused_identity(uuid, text, text) to registry_server;

-- Whether who was invited has come in: the hash is a secret that nothing tells of.
alter table accounts add column password_set_at timestamptz;
comment on column accounts.password_set_at is 'Kept by the database. For passwords from before it was kept, when the account was made.';
update accounts set password_set_at = created_at, version = version + 1 where password_hash is not null;
alter table accounts add constraint accounts_password_set_at_check check ((password_set_at is null) = (password_hash is null));

create function keep_password_set_at() returns trigger language plpgsql as $$
begin
  new.password_set_at := case when new.password_hash is not null then now() end;
  return new;
end $$;
create trigger keep_password_set_at before insert or update of password_hash on accounts for each row
  execute function keep_password_set_at();

-- A lost laptop asks for no other password and no disabled account: an administrator signs the account out, and says why.
alter table accounts add column signed_out_at timestamptz;
comment on column accounts.signed_out_at is 'When an administrator last ended all its sessions; the account stays as it is.';
drop trigger end_sessions on accounts;
create trigger end_sessions after update on accounts for each row
  when ((old.disabled_at, old.voided_at, old.email, old.password_hash, old.role, old.alliance_id, old.organization_id, old.signed_out_at)
    is distinct from (new.disabled_at, new.voided_at, new.email, new.password_hash, new.role, new.alliance_id, new.organization_id, new.signed_out_at))
  execute function end_sessions_of_account();

-- Another e-mail address is another way in: as another password, it ends sessions, and links that went to the old one.
drop trigger end_sessions on accounts;
create trigger end_sessions after update on accounts for each row
  when ((old.disabled_at, old.voided_at, old.email, old.password_hash, old.role, old.alliance_id, old.organization_id)
    is distinct from (new.disabled_at, new.voided_at, new.email, new.password_hash, new.role, new.alliance_id, new.organization_id))
  execute function end_sessions_of_account();
drop trigger end_links on accounts;
create trigger end_links after update on accounts for each row
  when ((old.disabled_at, old.voided_at, old.email, old.password_hash) is distinct from (new.disabled_at, new.voided_at, new.email, new.password_hash))
  execute function end_links_of_account();

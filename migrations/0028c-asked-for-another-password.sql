-- The log also has an event when somebody asks for a link to set another password.
create or replace function audit.is_whole(action text, table_name text, record_id uuid, owner_id uuid, before jsonb, after jsonb, detail jsonb)
returns boolean language plpgsql immutable as $$
begin
  return case
    when action in ('insert', 'update', 'void', 'delete')
      then table_name is not null and record_id is not null and detail is null
    when action in ('read', 'export', 'sign_in', 'sign_in_refused', 'password_reset', 'session_reuse', 'sign_out', 'refusal', 'erase')
      then num_nonnulls(table_name, owner_id, before, after) = 0 and detail is not null
    else false end;
end $$;

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

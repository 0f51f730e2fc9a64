-- Codes that an alliance adds to an open list (danh mục mở): its categories of members, its positions. They are a register
-- of their own, with history and walls; a trigger shows them in `codes`, where the columns of other registers find them. A
-- list is open when the program decides nothing by its codes.

alter table code_lists add column open boolean not null default false;
update code_lists set open = true where list in ('delegate_basis', 'document_kind', 'issuing_body_level', 'membership_category',
  'model_kind', 'organization_field', 'organization_sector', 'organizing_law', 'position', 'training_audience',
  'training_funding', 'yearly_measure');

-- Null where a code is everybody's.
alter table codes add column alliance_id uuid;

create table own_codes (
  id uuid primary key,
  alliance_id uuid not null constraint own_codes_alliance_id_fk references alliances,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  list text not null constraint own_codes_list_fk references code_lists,
  code text not null,
  vi text not null,
  en text not null,
  rank integer not null,
  valid_from date,
  valid_to date,
  constraint own_codes_code_unique unique (list, code),
  constraint own_codes_period_check check (valid_to > valid_from)
);
create index own_codes_alliance on own_codes (alliance_id, list);
select audit.watch('own_codes');
call wall('own_codes', 'alliance_id = any ((select alliances_in_line())::uuid[])');

create function show_own_code() returns trigger language plpgsql
security definer set search_path = registry, pg_temp as $$
begin
  if not (select open from code_lists where list = new.list) then
    raise exception 'the list % is closed', new.list using errcode = 'check_violation', constraint = 'own_codes_open_check', table = tg_table_name;
  end if;
  if tg_op = 'INSERT' then
    insert into codes (list, code, vi, en, rank, valid_from, valid_to, alliance_id)
    values (new.list, new.code, new.vi, new.en, new.rank, new.valid_from, new.valid_to, new.alliance_id);
  else
    update codes set vi = new.vi, en = new.en, rank = new.rank, valid_from = new.valid_from, valid_to = new.valid_to
    where list = new.list and code = new.code;
  end if;
  return null;
end $$;
create trigger show_own_code after insert or update on own_codes for each row execute function show_own_code();

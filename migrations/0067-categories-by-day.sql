-- The category of a membership is that of its admission until a decision changes it: a list of an earlier day shows what it was then.
create table membership_category_changes (
  id uuid primary key,
  alliance_id uuid not null constraint membership_category_changes_alliance_id_fk references alliances,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  membership_id uuid not null constraint membership_category_changes_membership_id_fk references memberships,
  category text not null constraint membership_category_changes_category_code references codes_membership_category (code),
  valid_from date not null,
  document_id uuid constraint membership_category_changes_document_id_fk references documents
);
create unique index membership_category_changes_day_unique on membership_category_changes (membership_id, valid_from) where voided_at is null;
create index membership_category_changes_voided on membership_category_changes (membership_id) where voided_at is not null;

select audit.watch('membership_category_changes', owner => 'membership_id');
call wall('membership_category_changes', seen_by('membership_id = any ((select own_memberships())::uuid[])', 'membership', 'membership_id'));

-- As in 0024: whichever of the two is written.
create function refuse_categories_outside() returns trigger language plpgsql set search_path = registry, pg_temp as $$
declare
  membership constant uuid := to_jsonb(new) ->> tg_argv[0];
  lasting record;
begin
  select admitted_on, ended_on into lasting from memberships where id = membership for update;
  if exists (
    select from membership_category_changes c where c.membership_id = membership and c.voided_at is null
      and (c.valid_from < lasting.admitted_on or c.valid_from >= lasting.ended_on)
  ) then
    raise exception 'a category outside the membership' using errcode = 'check_violation',
      constraint = 'membership_category_changes_within_membership', table = tg_table_name;
  end if;
  return null;
end $$;
create trigger within after insert or update on membership_category_changes
  for each row execute function refuse_categories_outside('membership_id');
create trigger within_categories after update of admitted_on, ended_on on memberships
  for each row execute function refuse_categories_outside('id');

insert into codes (list, code, vi, en, rank) values
  ('timeline_event', 'category_changed', 'Chuyển loại thành viên', 'Category changed', 9);

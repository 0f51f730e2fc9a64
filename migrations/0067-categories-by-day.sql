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

insert into codes (list, code, vi, en, rank) values
  ('timeline_event', 'category_changed', 'Chuyển loại thành viên', 'Category changed', 9);

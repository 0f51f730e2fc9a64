-- Memberships: an organisation in an alliance, from its admission to its exit. Periods never overlap.

-- Samples: the alliance's charter says which categories there are.
select add_code_list('membership_category', 'Loại thành viên', 'Category of membership');
select add_codes('membership_category',
  'official', 'Thành viên chính thức', 'Official member',
  'associate', 'Thành viên liên kết', 'Associate member',
  'honorary', 'Thành viên danh dự', 'Honorary member');

select add_code_list('membership_exit', 'Hình thức ra khỏi Liên minh', 'Kind of exit');
select add_codes('membership_exit',
  'withdrawn', 'Xin ra', 'Withdrawn',
  'expelled', 'Khai trừ', 'Expelled',
  'removed', 'Xóa tên', 'Removed',
  'dissolved', 'Chấm dứt do giải thể', 'Ended by dissolution',
  'merged', 'Chấm dứt do sáp nhập, hợp nhất', 'Ended by merger');

select add_code_list('membership_standing', 'Tư cách vào một ngày', 'Standing on a day');
select add_codes('membership_standing',
  'future', 'Chưa kết nạp', 'Not yet admitted',
  'member', 'Thành viên', 'Member',
  'suspended', 'Bị đình chỉ', 'Suspended',
  'ended', 'Đã ra khỏi Liên minh', 'Ended',
  'voided', 'Nhập nhầm', 'Entered by mistake');

create table memberships (
  id uuid primary key,
  alliance_id uuid not null constraint memberships_alliance_id_fk references alliances,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  organization_id uuid not null constraint memberships_organization_id_fk references organizations,
  number text not null,
  category text not null constraint memberships_category_code references codes_membership_category (code),
  admitted_on date not null,
  admitted_by_document_id uuid constraint memberships_admitted_by_document_id_fk references documents,
  ended_on date,
  constraint memberships_period_check check (ended_on >= admitted_on),
  constraint memberships_period_excluded exclude using gist (
    alliance_id with =, organization_id with =, daterange(admitted_on, ended_on) with &&) where (voided_at is null)
);
create unique index memberships_number_unique on memberships (alliance_id, number) where voided_at is null;
create index memberships_organization on memberships (organization_id, admitted_on desc);
create index memberships_alliance_admitted on memberships (alliance_id, admitted_on, id);

-- The exit as an event with its own author, day and document; the membership's end is the same day.
create table membership_exits (
  id uuid primary key,
  alliance_id uuid not null constraint membership_exits_alliance_id_fk references alliances,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  membership_id uuid not null constraint membership_exits_membership_id_fk references memberships,
  kind text not null constraint membership_exits_kind_code references codes_membership_exit (code),
  ended_on date not null,
  ground text,
  document_id uuid constraint membership_exits_document_id_fk references documents
);
create unique index membership_exits_membership_unique on membership_exits (membership_id) where voided_at is null;

create table membership_suspensions (
  id uuid primary key,
  alliance_id uuid not null constraint membership_suspensions_alliance_id_fk references alliances,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  membership_id uuid not null constraint membership_suspensions_membership_id_fk references memberships,
  suspended_on date not null,
  resumed_on date,
  ground text,
  document_id uuid constraint membership_suspensions_document_id_fk references documents,
  constraint membership_suspensions_period_check check (resumed_on >= suspended_on),
  constraint membership_suspensions_period_excluded exclude using gist (
    membership_id with =, daterange(suspended_on, resumed_on) with &&) where (voided_at is null)
);

select audit.watch('memberships', owner => 'organization_id');
select audit.watch('membership_exits', owner => 'membership_id');
select audit.watch('membership_suspensions', owner => 'membership_id');

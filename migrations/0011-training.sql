-- Training: programmes, the courses held under them, and who took part for which organisation.

select add_code_list('training_kind', 'Loại hình đào tạo', 'Kind of training');
select add_codes('training_kind',
  'education', 'Đào tạo', 'Education, longer and with a degree',
  'short_course', 'Bồi dưỡng', 'Short course');

select add_code_list('training_audience', 'Đối tượng đào tạo', 'Whom the training is for');
select add_codes('training_audience',
  'managers', 'Cán bộ quản lý', 'Managers',
  'supervisory_boards', 'Ban kiểm soát', 'Supervisory boards',
  'accountants', 'Kế toán', 'Accountants',
  'members', 'Thành viên', 'Members');

select add_code_list('training_funding', 'Nguồn kinh phí đào tạo', 'Who pays for the training');
select add_codes('training_funding',
  'state_programme', 'Chương trình của Nhà nước', 'State programme',
  'alliance', 'Liên minh', 'The alliance',
  'organizations', 'Tổ chức cử người học', 'The organisations of those taught',
  'others', 'Nguồn khác', 'Others');

select add_code_list('training_result', 'Kết quả học tập', 'Result of training');
select add_codes('training_result',
  'attending', 'Đang học', 'Attending',
  'completed', 'Hoàn thành', 'Completed',
  'excellent', 'Hoàn thành xuất sắc', 'Completed with distinction',
  'not_completed', 'Không hoàn thành', 'Not completed');

create table training_programmes (
  id uuid primary key,
  alliance_id uuid not null constraint training_programmes_alliance_id_fk references alliances,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  name text not null,
  kind text not null constraint training_programmes_kind_code references codes_training_kind (code),
  audience text not null constraint training_programmes_audience_code references codes_training_audience (code),
  funding text constraint training_programmes_funding_code references codes_training_funding (code),
  valid_from date,
  valid_to date,
  constraint training_programmes_period_check check (valid_to > valid_from)
);
create index training_programmes_alliance on training_programmes (alliance_id);

-- What a course leaves open, its programme says.
create table training_courses (
  id uuid primary key,
  alliance_id uuid not null constraint training_courses_alliance_id_fk references alliances,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  programme_id uuid constraint training_courses_programme_id_fk references training_programmes,
  name text not null,
  audience text constraint training_courses_audience_code references codes_training_audience (code),
  starts_on date not null,
  ends_on date not null,
  place text,
  organiser text,
  hours integer,
  funding text constraint training_courses_funding_code references codes_training_funding (code),
  document_id uuid constraint training_courses_document_id_fk references documents,
  constraint training_courses_period_check check (ends_on >= starts_on)
);
create index training_courses_alliance on training_courses (alliance_id, starts_on, id);
create index training_courses_programme on training_courses (programme_id);

-- One person in one course, for the organisation that the person represented then.
create table training_participations (
  id uuid primary key,
  alliance_id uuid not null constraint training_participations_alliance_id_fk references alliances,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  course_id uuid not null constraint training_participations_course_id_fk references training_courses,
  person_id uuid not null constraint training_participations_person_id_fk references people,
  organization_id uuid not null constraint training_participations_organization_id_fk references organizations,
  result text not null constraint training_participations_result_code references codes_training_result (code),
  certificate_number text,
  constraint training_participations_certificate_check check (
    certificate_number is null or result in ('completed', 'excellent'))
);
create unique index training_participations_person_unique on training_participations (course_id, person_id) where voided_at is null;
create index training_participations_person on training_participations (person_id);
create index training_participations_organization on training_participations (organization_id);
create index training_participations_alliance on training_participations (alliance_id);

select audit.watch('training_programmes');
select audit.watch('training_courses');
select audit.watch('training_participations', owner => 'course_id');

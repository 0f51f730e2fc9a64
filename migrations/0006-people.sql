-- People, and the positions they hold in organisations. Of a person the registry keeps what the office needs, no more.

select add_code_list('person_sex', 'Giới tính', 'Sex');
select add_codes('person_sex',
  'male', 'Nam', 'Male',
  'female', 'Nữ', 'Female');

select add_code_list('person_warning', 'Cảnh báo về nhân thân', 'Warning about a person');
select add_codes('person_warning',
  'identity_conflicts_with_birth_year', 'Số định danh không khớp năm sinh', 'The identity number does not fit the year of birth',
  'identity_conflicts_with_sex', 'Số định danh không khớp giới tính', 'The identity number does not fit the sex');

-- In the order of precedence.
select add_code_list('position', 'Chức vụ', 'Position');
select add_codes('position',
  'board_chair', 'Chủ tịch Hội đồng quản trị', 'Chair of the board',
  'board_member', 'Thành viên Hội đồng quản trị', 'Member of the board',
  'director', 'Giám đốc / Tổng giám đốc', 'Director',
  'deputy_director', 'Phó giám đốc', 'Deputy director',
  'supervisory_head', 'Trưởng Ban kiểm soát / Kiểm soát viên', 'Head of the supervisory board',
  'supervisor', 'Thành viên Ban kiểm soát', 'Member of the supervisory board',
  'chief_accountant', 'Kế toán trưởng', 'Chief accountant',
  'accountant', 'Kế toán', 'Accountant',
  'treasurer', 'Thủ quỹ', 'Treasurer',
  'group_leader', 'Tổ trưởng', 'Group leader',
  'member', 'Thành viên', 'Member');

-- The personal identity number (số định danh cá nhân, CCCD): the fourth digit tells sex and century of birth, the next two
-- the year in it. Null for what is no such number.
create function registry.identity_birth_year(number text) returns integer language sql immutable parallel safe
return case when number ~ '^[0-9]{12}$' then 1900 + 100 * (substr(number, 4, 1)::integer / 2) + substr(number, 5, 2)::integer end;
create function registry.identity_sex(number text) returns text language sql immutable parallel safe
return case when number ~ '^[0-9]{12}$' then case substr(number, 4, 1)::integer % 2 when 0 then 'male' else 'female' end end;

create table people (
  id uuid primary key,
  alliance_id uuid not null constraint people_alliance_id_fk references alliances,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  full_name text not null,
  given_name text not null generated always as (registry.given_name(full_name)) stored,
  family_name text not null generated always as (registry.family_name(full_name)) stored,
  middle_name text not null generated always as (registry.middle_name(full_name)) stored,
  sex text constraint people_sex_code references codes_person_sex (code),
  birth_date date,
  phone text,
  email text,
  identity_number text,
  public_office text
);
-- Two alliances may both keep a record of one person.
create unique index people_identity_number_unique on people (alliance_id, identity_number) where voided_at is null;
create index people_folded on people using gin (fold(full_name) public.gin_trgm_ops);
-- A list of people goes by tên, họ, đệm. As one array they are compared part by part: joined into one text, the letters of
-- the family name would come before the tones of the given name.
create index people_name on people ((array[given_name, family_name, middle_name] collate "vi-x-icu"), id);
create index people_alliance on people (alliance_id);

create table positions (
  id uuid primary key,
  alliance_id uuid not null constraint positions_alliance_id_fk references alliances,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  person_id uuid not null constraint positions_person_id_fk references people,
  organization_id uuid not null constraint positions_organization_id_fk references organizations,
  position text not null constraint positions_position_code references codes_position (code),
  valid_from date not null,
  valid_to date,
  document_id uuid constraint positions_document_id_fk references documents,
  constraint positions_period_check check (valid_to >= valid_from),
  constraint positions_period_excluded exclude using gist (
    person_id with =, organization_id with =, position with =, daterange(valid_from, valid_to) with &&) where (voided_at is null)
);
create index positions_person on positions (person_id, valid_from);
create index positions_organization on positions (organization_id, valid_from);
create index positions_from on positions (valid_from, id);

-- Which positions count as managers (cán bộ quản lý) on a day. No law says it, so it is configuration: a row without an
-- alliance holds for all of them, a row of an alliance adds to it.
create table manager_positions (
  id uuid primary key,
  alliance_id uuid constraint manager_positions_alliance_id_fk references alliances,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  position_code text not null constraint manager_positions_position_code_code references codes_position (code),
  valid_from date not null,
  valid_to date,
  constraint manager_positions_period_check check (valid_to >= valid_from),
  constraint manager_positions_period_excluded exclude using gist (
    position_code with =, (coalesce(alliance_id, '00000000-0000-0000-0000-000000000000')) with =,
    daterange(valid_from, valid_to) with &&) where (voided_at is null)
);

select audit.watch('people', personal => array['birth_date', 'phone', 'email', 'identity_number']);
select audit.watch('positions', owner => 'person_id');
select audit.watch('manager_positions');

-- The default: board, directors and deputies, supervisory board, accountants.
insert into manager_positions (id, position_code, valid_from)
select md5('manager-position/' || code)::uuid, code, '1900-01-01'
from codes_position
where code in ('board_chair', 'board_member', 'director', 'deputy_director', 'supervisory_head', 'supervisor',
  'chief_accountant', 'accountant');

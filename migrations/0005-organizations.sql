-- Organisations: cooperatives, unions, credit funds, groups and enterprises, with what changed about them in time.

select add_code_list('organization_kind', 'Loại hình tổ chức', 'Kind of organisation');
select add_codes('organization_kind',
  'cooperative', 'Hợp tác xã', 'Cooperative',
  'cooperative_union', 'Liên hiệp hợp tác xã', 'Cooperative union',
  'peoples_credit_fund', 'Quỹ tín dụng nhân dân', 'People''s credit fund',
  'cooperative_group', 'Tổ hợp tác', 'Cooperative group',
  'enterprise', 'Doanh nghiệp', 'Enterprise');

select add_code_list('organization_status', 'Tình trạng hoạt động', 'Operating status');
select add_codes('organization_status',
  'operating', 'Đang hoạt động', 'Operating',
  'suspended', 'Tạm ngừng hoạt động', 'Suspended',
  'stopped', 'Ngừng hoạt động chờ giải thể', 'Stopped, awaiting dissolution',
  'dissolved', 'Đã giải thể', 'Dissolved',
  'bankrupt', 'Phá sản', 'Bankrupt',
  'merged', 'Đã sáp nhập, hợp nhất', 'Merged',
  'divided', 'Đã chia', 'Divided',
  'struck_off', 'Bị thu hồi, xóa tên', 'Struck off');

-- Decree 113/2024, article 4.
select add_code_list('organization_field', 'Lĩnh vực', 'Field of activity');
select add_codes('organization_field',
  'agriculture', 'Nông nghiệp, lâm nghiệp, ngư nghiệp, diêm nghiệp', 'Agriculture, forestry, fishery, salt',
  'industry_construction', 'Công nghiệp, xây dựng', 'Industry and construction',
  'finance', 'Tài chính', 'Finance',
  'trade_services_other', 'Thương mại, dịch vụ và lĩnh vực khác', 'Trade, services and other');

-- The alliances' customary sectors, below the fields.
select add_code_list('organization_sector', 'Ngành nghề', 'Sector');
select add_codes('organization_sector',
  'agricultural_services', 'Dịch vụ nông nghiệp', 'Agricultural services',
  'fishery', 'Thủy sản', 'Fishery',
  'salt', 'Diêm nghiệp', 'Salt making',
  'industry_handicraft', 'Công nghiệp – tiểu thủ công nghiệp', 'Industry and handicraft',
  'construction', 'Xây dựng', 'Construction',
  'trade_services', 'Thương mại – dịch vụ', 'Trade and services',
  'transport', 'Giao thông vận tải', 'Transport',
  'peoples_credit', 'Quỹ tín dụng nhân dân', 'People''s credit',
  'electricity_services', 'Dịch vụ điện', 'Electricity services',
  'water_environment', 'Nước sạch – vệ sinh môi trường', 'Clean water and sanitation',
  'housing', 'Nhà ở', 'Housing',
  'other', 'Khác', 'Other');

select add_code_list('organizing_law', 'Luật tổ chức', 'Law it is organised under');
select add_codes('organizing_law',
  'cooperatives_2003', 'Luật Hợp tác xã 2003', 'Law on Cooperatives 2003',
  'cooperatives_2012', 'Luật Hợp tác xã 2012', 'Law on Cooperatives 2012',
  'cooperatives_2023', 'Luật Hợp tác xã 2023', 'Law on Cooperatives 2023',
  'enterprises', 'Luật Doanh nghiệp', 'Law on Enterprises',
  'civil_code', 'Bộ luật Dân sự', 'Civil Code');

select add_code_list('obligation_kind', 'Nghĩa vụ theo luật', 'Obligation under a law');
select add_codes('obligation_kind',
  'conversion', 'Chuyển đổi', 'Conversion to the model of the law',
  'charter_amendment', 'Sửa đổi điều lệ', 'Amendment of the charter');

select add_code_list('yearly_measure', 'Chỉ tiêu hằng năm', 'Yearly measure');
select add_codes('yearly_measure',
  'members', 'Thành viên', 'Members',
  'regular_workers', 'Lao động thường xuyên', 'Regular workers',
  'seasonal_workers', 'Lao động thời vụ', 'Seasonal workers',
  'charter_capital', 'Vốn điều lệ (đồng)', 'Charter capital (VND)',
  'total_capital', 'Tổng vốn (đồng)', 'Total capital (VND)',
  'revenue', 'Doanh thu (đồng)', 'Revenue (VND)',
  'profit', 'Lợi nhuận (đồng)', 'Profit (VND)',
  'income_per_worker', 'Thu nhập bình quân một lao động (đồng)', 'Income per worker (VND)');

select add_code_list('date_precision', 'Độ chính xác của ngày', 'Precision of a date');
select add_codes('date_precision',
  'day', 'Đến ngày', 'To the day',
  'month', 'Đến tháng', 'To the month',
  'year', 'Đến năm', 'To the year',
  'inferred', 'Suy ra', 'Inferred');

create sequence organization_codes;
grant usage on sequence organization_codes to registry_server;

create table organizations (
  id uuid primary key,
  alliance_id uuid not null constraint organizations_alliance_id_fk references alliances,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  code text not null default 'HTX-' || lpad(nextval('organization_codes')::text, 6, '0'),
  kind text not null constraint organizations_kind_code references codes_organization_kind (code),
  tax_code text,
  registration_number text,
  field text constraint organizations_field_code references codes_organization_field (code),
  sector text constraint organizations_sector_code references codes_organization_sector (code),
  founded_on date,
  founded_precision text not null constraint organizations_founded_precision_code references codes_date_precision (code),
  organizing_law text not null constraint organizations_organizing_law_code references codes_organizing_law (code),
  constraint organizations_code_unique unique (code)
);
create unique index organizations_tax_code_unique on organizations (tax_code) where voided_at is null;
create unique index organizations_registration_number_unique on organizations (alliance_id, registration_number) where voided_at is null;
create index organizations_alliance on organizations (alliance_id, kind);

-- In force until the next row: an organisation always has a name, an address, a status.
create table organization_names (
  id uuid primary key,
  alliance_id uuid not null constraint organization_names_alliance_id_fk references alliances,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  organization_id uuid not null constraint organization_names_organization_id_fk references organizations,
  name text not null,
  short_name text,
  folded text not null generated always as (fold(name)) stored, -- as search compares, made once a row
  valid_from date not null
);
create unique index organization_names_valid_from_unique on organization_names (organization_id, valid_from) where voided_at is null;
create index organization_names_folded on organization_names using gin (folded public.gin_trgm_ops) where voided_at is null;

create table organization_addresses (
  id uuid primary key,
  alliance_id uuid not null constraint organization_addresses_alliance_id_fk references alliances,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  organization_id uuid not null constraint organization_addresses_organization_id_fk references organizations,
  place_id uuid not null constraint organization_addresses_place_id_fk references places,
  line text,
  valid_from date not null
);
create unique index organization_addresses_valid_from_unique on organization_addresses (organization_id, valid_from) where voided_at is null;
create index organization_addresses_place on organization_addresses (place_id);

create table organization_statuses (
  id uuid primary key,
  alliance_id uuid not null constraint organization_statuses_alliance_id_fk references alliances,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  organization_id uuid not null constraint organization_statuses_organization_id_fk references organizations,
  status text not null constraint organization_statuses_status_code references codes_organization_status (code),
  document_id uuid constraint organization_statuses_document_id_fk references documents,
  valid_from date not null
);
create unique index organization_statuses_valid_from_unique on organization_statuses (organization_id, valid_from) where voided_at is null;

-- What a law asks of an organisation: Hải Phòng's conversion rate is those done among those that had to.
create table organization_obligations (
  id uuid primary key,
  alliance_id uuid not null constraint organization_obligations_alliance_id_fk references alliances,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  organization_id uuid not null constraint organization_obligations_organization_id_fk references organizations,
  law text not null constraint organization_obligations_law_code references codes_organizing_law (code),
  kind text not null constraint organization_obligations_kind_code references codes_obligation_kind (code),
  due_on date,
  done_on date,
  document_id uuid constraint organization_obligations_document_id_fk references documents
);
create unique index organization_obligations_law_unique on organization_obligations (organization_id, law, kind) where voided_at is null;

create table organization_figures (
  id uuid primary key,
  alliance_id uuid not null constraint organization_figures_alliance_id_fk references alliances,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  organization_id uuid not null constraint organization_figures_organization_id_fk references organizations,
  year integer not null constraint organization_figures_year_check check (year between 1900 and 2100),
  measure text not null constraint organization_figures_measure_code references codes_yearly_measure (code),
  value numeric not null,
  producer text,
  checked boolean not null default false,
  document_id uuid constraint organization_figures_document_id_fk references documents
);
create unique index organization_figures_year_unique on organization_figures (organization_id, measure, year) where voided_at is null;
create index organization_figures_measure on organization_figures (measure, year);

select audit.watch('organizations');
select audit.watch('organization_names', owner => 'organization_id');
select audit.watch('organization_addresses', owner => 'organization_id');
select audit.watch('organization_statuses', owner => 'organization_id');
select audit.watch('organization_obligations', owner => 'organization_id');
select audit.watch('organization_figures', owner => 'organization_id');

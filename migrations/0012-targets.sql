-- Targets of a term (chỉ tiêu nhiệm kỳ), the models that an alliance supports, and the sector's statistics.

select add_code_list('target_shape', 'Dạng chỉ tiêu', 'Shape of a target');
select add_codes('target_shape',
  'range_per_term', 'Từ … đến … trong nhiệm kỳ', 'A range over the term',
  'floor_per_year', 'Ít nhất … mỗi năm', 'At least so many a year',
  'percentage', 'Tỷ lệ phần trăm', 'A percentage');

select add_code_list('target_source', 'Nguồn số liệu của chỉ tiêu', 'What a target is measured by');
select add_codes('target_source',
  'supported_models', 'Mô hình được hỗ trợ', 'Supported models',
  'cooperatives_founded', 'Hợp tác xã thành lập mới', 'Cooperatives founded',
  'training_coverage', 'Tỷ lệ cán bộ quản lý được đào tạo', 'Managers trained',
  'statistic', 'Số liệu thống kê', 'A statistic of the sector');

select add_code_list('target_state', 'Kết quả thực hiện chỉ tiêu', 'How a target stands');
select add_codes('target_state',
  'below', 'Chưa đạt', 'Below',
  'within', 'Trong khoảng', 'Within the range',
  'met', 'Đạt', 'Met',
  'exceeded', 'Vượt', 'Exceeded');

select add_code_list('model_kind', 'Loại mô hình', 'Kind of model');
select add_codes('model_kind',
  'value_chain', 'Theo chuỗi giá trị', 'Value chain',
  'high_tech', 'Ứng dụng công nghệ cao', 'High technology');

create table targets (
  id uuid primary key,
  alliance_id uuid not null constraint targets_alliance_id_fk references alliances,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  term_id uuid not null constraint targets_term_id_fk references alliance_terms,
  code text not null,
  name text not null,
  shape text not null constraint targets_shape_code references codes_target_shape (code),
  low numeric not null,
  high numeric,
  unit text not null,
  population text,
  source text not null constraint targets_source_code references codes_target_source (code),
  statistic_figure text,
  document_id uuid constraint targets_document_id_fk references documents,
  constraint targets_bounds_check check (low >= 0 and case shape
    when 'range_per_term' then coalesce(high >= low, false)
    when 'percentage' then high is null and low <= 100
    else high is null end),
  -- A percentage says nothing without what it is a share of.
  constraint targets_population_check check (shape <> 'percentage' or population is not null),
  constraint targets_source_check check (source = 'statistic' or (shape = 'percentage') = (source = 'training_coverage')),
  constraint targets_statistic_check check ((source = 'statistic') = (statistic_figure is not null))
);
create unique index targets_code_unique on targets (term_id, code) where voided_at is null;
create index targets_alliance on targets (alliance_id);

create table supported_models (
  id uuid primary key,
  alliance_id uuid not null constraint supported_models_alliance_id_fk references alliances,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  organization_id uuid not null constraint supported_models_organization_id_fk references organizations,
  kind text not null constraint supported_models_kind_code references codes_model_kind (code),
  valid_from date not null,
  valid_to date,
  evidence text,
  document_id uuid constraint supported_models_document_id_fk references documents,
  constraint supported_models_period_check check (valid_to >= valid_from),
  constraint supported_models_period_excluded exclude using gist (
    organization_id with =, kind with =, daterange(valid_from, valid_to) with &&) where (voided_at is null)
);
create index supported_models_alliance on supported_models (alliance_id, valid_from);

-- A ledger: nothing is overwritten. What turns out otherwise is revised by another entry for the same figure and day, so
-- that each entry has at most one revision and each day at most one first entry. Published numbers stand here and are
-- never mixed with counts of rows.
create table sector_statistics (
  id uuid primary key,
  alliance_id uuid not null constraint sector_statistics_alliance_id_fk references alliances,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  figure text not null,
  relation text not null constraint sector_statistics_relation_code references codes_figure_relation (code),
  value numeric not null,
  value_to numeric,
  unit text,
  as_of date not null,
  producer text not null,
  document_id uuid constraint sector_statistics_document_id_fk references documents,
  revises_id uuid constraint sector_statistics_revises_id_fk references sector_statistics,
  constraint sector_statistics_value_check check (
    case relation when 'between' then coalesce(value_to >= value, false) else value_to is null end)
);
create unique index sector_statistics_first_unique on sector_statistics (alliance_id, figure, as_of)
  where voided_at is null and revises_id is null;
create unique index sector_statistics_revises_unique on sector_statistics (revises_id) where voided_at is null;
create index sector_statistics_figure on sector_statistics (alliance_id, figure, as_of);

select audit.watch('targets');
select audit.watch('supported_models', owner => 'organization_id');
select audit.watch('sector_statistics');

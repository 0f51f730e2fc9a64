-- Alliances with their names, terms of office and bodies; issuing bodies; documents and the figures they declare.

select add_code_list('alliance_level', 'Cấp Liên minh', 'Level of an alliance');
select add_codes('alliance_level',
  'national', 'Trung ương', 'National',
  'provincial', 'Tỉnh, thành phố', 'Provincial');

select add_code_list('alliance_body_kind', 'Cơ quan của Liên minh', 'Body of an alliance');
select add_codes('alliance_body_kind',
  'congress', 'Đại hội', 'Congress',
  'executive_committee', 'Ban Chấp hành', 'Executive committee',
  'standing_committee', 'Ban Thường vụ', 'Standing committee',
  'inspection_committee', 'Ủy ban Kiểm tra', 'Inspection committee');

select add_code_list('issuing_body_level', 'Cấp cơ quan ban hành', 'Level of an issuing body');
select add_codes('issuing_body_level',
  'state', 'Nhà nước', 'State',
  'government', 'Chính phủ', 'Government',
  'ministry', 'Bộ, ban, ngành Trung ương', 'Ministry or central organisation',
  'province', 'Tỉnh, thành phố', 'Province',
  'district', 'Quận, huyện (đến 30/6/2025)', 'District (until 30 June 2025)',
  'commune', 'Xã, phường', 'Commune',
  'alliance_national', 'Liên minh Hợp tác xã Việt Nam', 'Vietnam Cooperative Alliance',
  'alliance_provincial', 'Liên minh Hợp tác xã tỉnh, thành phố', 'Provincial cooperative alliance',
  'party', 'Tổ chức Đảng', 'Party organisation',
  'organization', 'Tổ chức khác', 'Other organisation');

select add_code_list('document_kind', 'Loại văn bản', 'Kind of document');
select add_codes('document_kind',
  'decision', 'Quyết định', 'Decision',
  'minutes', 'Biên bản', 'Minutes',
  'article', 'Bài báo', 'Article',
  'announcement', 'Thông báo', 'Announcement',
  'application', 'Đơn, tờ trình', 'Application',
  'report', 'Báo cáo', 'Report');

select add_code_list('figure_relation', 'Quan hệ của số liệu', 'Relation of a declared figure');
select add_codes('figure_relation',
  'eq', 'Bằng', 'Exactly',
  'gte', 'Ít nhất', 'At least',
  'lte', 'Nhiều nhất', 'At most',
  'approx', 'Khoảng', 'About',
  'between', 'Từ … đến …', 'From … to …');

-- Alliances ------------------------------------------------------------------------------------------------------

-- An alliance belongs to itself, so that scope and audit treat it as any other record.
create table alliances (
  id uuid primary key,
  alliance_id uuid generated always as (id) stored,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  code text not null,
  level text not null constraint alliances_level_code references codes_alliance_level (code),
  parent_id uuid constraint alliances_parent_id_fk references alliances,
  place_id uuid constraint alliances_place_id_fk references places,
  constraint alliances_parent_check check ((level = 'national') = (parent_id is null))
);
create unique index alliances_code_unique on alliances (code) where voided_at is null;
create index alliances_parent on alliances (parent_id);

-- In force until the next one.
create table alliance_names (
  id uuid primary key,
  alliance_id uuid not null constraint alliance_names_alliance_id_fk references alliances,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  name text not null,
  valid_from date not null
);
create unique index alliance_names_valid_from_unique on alliance_names (alliance_id, valid_from) where voided_at is null;

-- Terms of office (nhiệm kỳ) never overlap; the last one may be open.
create table alliance_terms (
  id uuid primary key,
  alliance_id uuid not null constraint alliance_terms_alliance_id_fk references alliances,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  name text not null,
  valid_from date not null,
  valid_to date,
  constraint alliance_terms_period_check check (valid_to > valid_from),
  constraint alliance_terms_period_excluded exclude using gist (
    alliance_id with =, daterange(valid_from, valid_to) with &&) where (voided_at is null)
);

create table alliance_bodies (
  id uuid primary key,
  alliance_id uuid not null constraint alliance_bodies_alliance_id_fk references alliances,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  kind text not null constraint alliance_bodies_kind_code references codes_alliance_body_kind (code),
  term_id uuid not null constraint alliance_bodies_term_id_fk references alliance_terms,
  seats integer not null
);
create unique index alliance_bodies_term_unique on alliance_bodies (term_id, kind) where voided_at is null;
create index alliance_bodies_alliance on alliance_bodies (alliance_id);

-- Documents ------------------------------------------------------------------------------------------------------

create table issuing_bodies (
  id uuid primary key,
  alliance_id uuid not null constraint issuing_bodies_alliance_id_fk references alliances,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  level text not null constraint issuing_bodies_level_code references codes_issuing_body_level (code),
  parent_id uuid constraint issuing_bodies_parent_id_fk references issuing_bodies
);
create index issuing_bodies_alliance on issuing_bodies (alliance_id, level);
create index issuing_bodies_parent on issuing_bodies (parent_id);

create table issuing_body_names (
  id uuid primary key,
  alliance_id uuid not null constraint issuing_body_names_alliance_id_fk references alliances,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  issuing_body_id uuid not null constraint issuing_body_names_issuing_body_id_fk references issuing_bodies,
  name text not null,
  valid_from date not null
);
create unique index issuing_body_names_valid_from_unique on issuing_body_names (issuing_body_id, valid_from) where voided_at is null;

-- The source of a fact: a decision, minutes, an article.
create table documents (
  id uuid primary key,
  alliance_id uuid not null constraint documents_alliance_id_fk references alliances,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  code text not null,
  kind text not null constraint documents_kind_code references codes_document_kind (code),
  number text,
  issued_on date not null,
  issuing_body_id uuid constraint documents_issuing_body_id_fk references issuing_bodies,
  title text not null,
  url text
);
create unique index documents_code_unique on documents (alliance_id, code) where voided_at is null;
create index documents_issued on documents (alliance_id, issued_on, id);
create index documents_issuing_body on documents (issuing_body_id);
create index documents_words on documents using gin (fold(code || ' ' || coalesce(number, '') || ' ' || title) public.gin_trgm_ops);

-- What a document says in figures, to be compared with the rows; in words where the fact is no number, such as a motto.
create table declared_figures (
  id uuid primary key,
  alliance_id uuid not null constraint declared_figures_alliance_id_fk references alliances,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  document_id uuid not null constraint declared_figures_document_id_fk references documents,
  code text not null,
  relation text not null constraint declared_figures_relation_code references codes_figure_relation (code),
  value numeric,
  value_to numeric,
  wording text,
  unit text,
  as_of date not null,
  note text,
  rank integer not null,
  constraint declared_figures_value_check check (num_nonnulls(value, wording) = 1
    and case relation when 'between' then coalesce(value_to >= value, false) else value_to is null end)
);
create unique index declared_figures_code_unique on declared_figures (document_id, code) where voided_at is null;

select audit.watch('alliances');
select audit.watch('alliance_names', owner => 'alliance_id');
select audit.watch('alliance_terms', owner => 'alliance_id');
select audit.watch('alliance_bodies', owner => 'alliance_id');
select audit.watch('issuing_bodies');
select audit.watch('issuing_body_names', owner => 'issuing_body_id');
select audit.watch('documents');
select audit.watch('declared_figures', owner => 'document_id');

-- The first alliances: who keeps the registry must be there before the first account. The ids are the same in every
-- registry. A name whose first day no source gave is dated 1900-01-01, as places are.
select set_config('registry.actor', 'migration', true), set_config('registry.reason', 'The alliances that every registry begins with', true);

insert into alliances (id, code, level, parent_id, place_id) values
  (md5('alliance/VN')::uuid, 'VN', 'national', null, null),
  (md5('alliance/HP')::uuid, 'HP', 'provincial', md5('alliance/VN')::uuid,
    (select id from places where level = 'province' and code = '31' and valid_to is null));

insert into alliance_names (id, alliance_id, name, valid_from) values
  (md5('alliance/VN/name')::uuid, md5('alliance/VN')::uuid, 'Liên minh Hợp tác xã Việt Nam', '1900-01-01'),
  (md5('alliance/HP/name')::uuid, md5('alliance/HP')::uuid, 'Liên minh Hợp tác xã và doanh nghiệp thành phố Hải Phòng', '1900-01-01');

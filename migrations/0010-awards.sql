-- Awards (thi đua, khen thưởng): the catalogue of titles, forms and honours; decisions; what they award to whom; and
-- the revocations. Voiding says that an entry was a mistake, a revocation that the award was taken away: both stay.

select add_code_list('award_form_class', 'Nhóm danh hiệu, hình thức', 'Class of an award');
select add_codes('award_form_class',
  'title', 'Danh hiệu thi đua', 'Title',
  'form', 'Hình thức khen thưởng', 'Form of commendation',
  'honour', 'Vinh danh ngoài hình thức của luật', 'Honour outside the forms of the law');

-- The law also knows households (hộ gia đình): a third kind takes a code, a column and a branch of awards_recipient_check.
select add_code_list('award_recipient_kind', 'Đối tượng khen thưởng', 'Kind of recipient');
select add_codes('award_recipient_kind',
  'collective', 'Tập thể', 'Collective',
  'individual', 'Cá nhân', 'Individual');

-- Article 8 of the law 06/2022/QH15.
select add_code_list('commendation_kind', 'Loại hình khen thưởng', 'Kind of commendation');
select add_codes('commendation_kind',
  'merit', 'Công trạng', 'Merit',
  'unexpected', 'Đột xuất', 'Unexpected achievement',
  'movement', 'Phong trào thi đua, kể cả chuyên đề', 'Movement',
  'service', 'Quá trình cống hiến', 'Years of service',
  'seniority', 'Niên hạn', 'Seniority',
  'external', 'Đối ngoại', 'External relations');

-- Article 93(2) of the law 06/2022/QH15, points a to d.
select add_code_list('award_revocation_ground', 'Căn cứ thu hồi', 'Ground of a revocation');
select add_codes('award_revocation_ground',
  'false_declaration', 'Gian dối trong kê khai thành tích', 'False declaration of merit',
  'false_information', 'Cung cấp thông tin sai, giả mạo hồ sơ', 'False information or forged file',
  'unlawful_appraisal', 'Thẩm định, xét, duyệt, đề nghị trái pháp luật', 'Appraisal or proposal contrary to law',
  'later_finding', 'Kết luận sau khi khen: vi phạm trong thời gian tính thành tích', 'Later finding of a violation in the period');

select add_code_list('award_status', 'Tình trạng khen thưởng vào một ngày', 'Status of an award on a day');
select add_codes('award_status',
  'future', 'Chưa quyết định', 'Not yet decided',
  'standing', 'Còn giá trị', 'Standing',
  'revoked', 'Đã thu hồi', 'Revoked',
  'voided', 'Nhập nhầm', 'Entered by mistake');

-- Nothing is refused for these: whether one achievement may be rewarded twice is contested (article 5(2)c).
select add_code_list('award_warning', 'Cảnh báo về khen thưởng', 'Warning about an award');
select add_codes('award_warning',
  'achievement_awarded_before', 'Cùng hình thức đã khen cho thành tích của thời gian chồng nhau', 'The same form was awarded for an overlapping period',
  'repeated_in_decision', 'Trùng người nhận và hình thức trong cùng quyết định', 'The decision awards the same form to the recipient twice',
  'presented_before_decision', 'Trao trước ngày quyết định', 'Presented before it was decided');

-- A row without an alliance holds for all of them; an alliance adds its own. `valid_to` is the first day without it.
create table award_forms (
  id uuid primary key,
  alliance_id uuid constraint award_forms_alliance_id_fk references alliances,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  code text not null,
  class text not null constraint award_forms_class_code references codes_award_form_class (code),
  name_vi text not null,
  name_en text,
  law text,
  issued_by text,
  to_collective boolean not null,
  to_individual boolean not null,
  valid_from date not null,
  valid_to date,
  constraint award_forms_recipient_check check (to_collective or to_individual),
  constraint award_forms_period_check check (valid_to > valid_from),
  constraint award_forms_code_excluded exclude using gist (
    code with =, (coalesce(alliance_id, '00000000-0000-0000-0000-000000000000')) with =,
    daterange(valid_from, valid_to) with &&) where (voided_at is null)
);
create index award_forms_alliance on award_forms (alliance_id, code);

-- The alliance keeps the decision, the issuing body issued it. Bodies number their papers anew each year.
create table award_decisions (
  id uuid primary key,
  alliance_id uuid not null constraint award_decisions_alliance_id_fk references alliances,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  number text not null,
  decided_on date not null,
  issuing_body_id uuid not null constraint award_decisions_issuing_body_id_fk references issuing_bodies,
  signer text,
  signer_office text,
  document_id uuid constraint award_decisions_document_id_fk references documents
);
create unique index award_decisions_number_unique
  on award_decisions (alliance_id, issuing_body_id, number, extract(year from decided_on)) where voided_at is null;
create index award_decisions_decided on award_decisions (decided_on, id);
create index award_decisions_alliance on award_decisions (alliance_id, decided_on);
create index award_decisions_issuing_body on award_decisions (issuing_body_id, decided_on);

-- Exactly one recipient: an organisation (or a named unit of it), or a person (perhaps of an organisation at that time).
create table awards (
  id uuid primary key,
  alliance_id uuid not null constraint awards_alliance_id_fk references alliances,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  decision_id uuid not null constraint awards_decision_id_fk references award_decisions,
  form_id uuid not null constraint awards_form_id_fk references award_forms,
  recipient_kind text not null constraint awards_recipient_kind_code references codes_award_recipient_kind (code),
  organization_id uuid constraint awards_organization_id_fk references organizations,
  unit_name text,
  person_id uuid constraint awards_person_id_fk references people,
  kind text not null constraint awards_kind_code references codes_commendation_kind (code),
  achievement_from date,
  achievement_to date,
  movement text,
  occasion text,
  presented_on date,
  constraint awards_recipient_check check (case recipient_kind
    when 'collective' then organization_id is not null and person_id is null
    when 'individual' then person_id is not null and unit_name is null
    else false end),
  constraint awards_achievement_check check (case
    when achievement_from is null then achievement_to is null
    else coalesce(achievement_to > achievement_from, false) end)
);
create index awards_decision on awards (decision_id);
create index awards_organization on awards (organization_id, form_id);
create index awards_person on awards (person_id, form_id);
create index awards_form on awards (form_id);
create index awards_movement on awards (movement) where movement is not null;
create index awards_unit on awards using gin (fold(unit_name) public.gin_trgm_ops) where unit_name is not null;

create table award_revocations (
  id uuid primary key,
  alliance_id uuid not null constraint award_revocations_alliance_id_fk references alliances,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  award_id uuid not null constraint award_revocations_award_id_fk references awards,
  ground text not null constraint award_revocations_ground_code references codes_award_revocation_ground (code),
  decided_on date not null,
  document_id uuid constraint award_revocations_document_id_fk references documents
);
create unique index award_revocations_award_unique on award_revocations (award_id) where voided_at is null;

select audit.watch('award_forms');
select audit.watch('award_decisions');
select audit.watch('awards', owner => 'decision_id');
select audit.watch('award_revocations', owner => 'award_id');

-- The catalogue as the law 06/2022/QH15 (in force 1 January 2024) knows it. Most of it is older than that law: a first
-- day that no source gave is 1900-01-01, as with places. Who decides is partly common knowledge, to be checked.
select set_config('registry.actor', 'migration', true), set_config('registry.reason', 'The catalogue that every registry begins with', true);

insert into award_forms (id, code, class, name_vi, name_en, law, issued_by, to_collective, to_individual, valid_from, valid_to)
select md5('award-form/' || code)::uuid, code, class, name_vi, name_en, law, issued_by, recipients in ('C', 'CI'),
  recipients in ('I', 'CI'), date '1900-01-01', valid_to::date
from (values
  ('cstd_tq', 'title', 'Chiến sĩ thi đua toàn quốc', 'National emulation fighter', 'Luật 06/2022/QH15, Điều 19', 'Thủ tướng Chính phủ', 'I', null),
  ('cstd_bn', 'title', 'Chiến sĩ thi đua cấp bộ, ban, ngành, tỉnh', 'Emulation fighter of ministry, branch or province', 'Luật 06/2022/QH15, Điều 19', 'Bộ trưởng, người đứng đầu ban, ngành Trung ương, Chủ tịch UBND cấp tỉnh', 'I', null),
  ('cstd_cs', 'title', 'Chiến sĩ thi đua cơ sở', 'Emulation fighter of the unit', 'Luật 06/2022/QH15, Điều 19', 'Thủ trưởng đơn vị, Giám đốc hợp tác xã', 'I', null),
  ('ldtt', 'title', 'Lao động tiên tiến', 'Advanced worker', 'Luật 06/2022/QH15, Điều 19', 'Thủ trưởng đơn vị, Giám đốc hợp tác xã, Chủ tịch UBND cấp xã', 'I', null),
  ('co_cp', 'title', 'Cờ thi đua của Chính phủ', 'Emulation flag of the Government', 'Luật 06/2022/QH15, Điều 20', 'Chính phủ', 'C', null),
  ('co_bn', 'title', 'Cờ thi đua cấp bộ, ban, ngành, tỉnh', 'Emulation flag of ministry, branch or province', 'Luật 06/2022/QH15, Điều 20', 'Bộ trưởng, người đứng đầu ban, ngành Trung ương, Chủ tịch UBND cấp tỉnh', 'C', null),
  ('ttldxs', 'title', 'Tập thể lao động xuất sắc', 'Excellent labour collective', 'Luật 06/2022/QH15, Điều 20', 'Bộ trưởng, người đứng đầu ban, ngành Trung ương, Chủ tịch UBND cấp tỉnh', 'C', null),
  ('ttldtt', 'title', 'Tập thể lao động tiên tiến', 'Advanced labour collective', 'Luật 06/2022/QH15, Điều 20', 'Thủ trưởng đơn vị, Giám đốc hợp tác xã', 'C', null),
  ('hcld_1', 'form', 'Huân chương Lao động hạng Nhất', 'Labour Order, first class', 'Luật 06/2022/QH15, Điều 9', 'Chủ tịch nước', 'CI', null),
  ('hcld_2', 'form', 'Huân chương Lao động hạng Nhì', 'Labour Order, second class', 'Luật 06/2022/QH15, Điều 9', 'Chủ tịch nước', 'CI', null),
  ('hcld_3', 'form', 'Huân chương Lao động hạng Ba', 'Labour Order, third class', 'Luật 06/2022/QH15, Điều 9', 'Chủ tịch nước', 'CI', null),
  ('bk_ttg', 'form', 'Bằng khen của Thủ tướng Chính phủ', 'Certificate of merit of the Prime Minister', 'Luật 06/2022/QH15, Điều 9', 'Thủ tướng Chính phủ', 'CI', null),
  ('bk_bn', 'form', 'Bằng khen cấp bộ, ban, ngành, tỉnh', 'Certificate of merit of ministry, branch or province', 'Luật 06/2022/QH15, Điều 9', 'Người đứng đầu bộ, ban, ngành, tỉnh (Chủ tịch UBND thành phố; Ban Chấp hành Liên minh HTX Việt Nam)', 'CI', null),
  ('knc_vca', 'form', 'Kỷ niệm chương “Vì sự nghiệp phát triển hợp tác xã”', 'Commemorative medal for the development of cooperatives', 'QĐ 599/QĐ-LMHTXVN năm 2017', 'Liên minh Hợp tác xã Việt Nam', 'I', null),
  ('gk', 'form', 'Giấy khen', 'Certificate of commendation', 'Luật 06/2022/QH15, Điều 9', 'Thủ trưởng đơn vị, Chủ tịch UBND cấp xã, Giám đốc hoặc Chủ tịch HĐQT hợp tác xã', 'CI', null),
  ('hh', 'form', 'Huy hiệu', 'Badge (old badges of provinces)', 'Các luật thi đua, khen thưởng trước năm 2024', 'Cơ quan cấp bộ, ban, ngành, tỉnh', 'I', '2024-01-01'),
  ('coopstar', 'honour', 'Ngôi sao Hợp tác xã (CoopStar)', 'Cooperative Star (CoopStar)', 'Luật 06/2022/QH15, Điều 81', 'Ban Thường vụ Liên minh HTX Việt Nam', 'C', null)
) as seed (code, class, name_vi, name_en, law, issued_by, recipients, valid_to);

-- Some titles and forms are one level's to award: a decision of another's is pointed out, never refused.
alter table award_forms add column issuer_level text
  constraint award_forms_issuer_level_code references codes_issuing_body_level (code);

select set_config('registry.actor', 'migration', true), set_config('registry.reason', 'Whose it is to award the forms of the law', true);
update award_forms set issuer_level = level, version = version + 1
from (values
  ('hcld_1', 'state'), ('hcld_2', 'state'), ('hcld_3', 'state'),
  ('cstd_tq', 'government'), ('co_cp', 'government'), ('bk_ttg', 'government'),
  ('knc_vca', 'alliance_national'), ('coopstar', 'alliance_national')
) as issuer (of_form, level)
where code = of_form and alliance_id is null;

insert into codes (list, code, vi, en, rank)
values ('award_warning', 'issuer_of_other_level', 'Cơ quan ban hành không thuộc cấp có thẩm quyền với hình thức này',
  'The issuing body is not of the level whose form it is', 6);

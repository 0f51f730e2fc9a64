-- What is perhaps on record twice, and an alternate called before another: pointed out, never refused.
select add_code_list('participation_warning', 'Cảnh báo về học viên', 'Warning about a participation');
select add_codes('participation_warning',
  'certificate_of_another', 'Số chứng chỉ trùng với của người khác', 'Another person has a certificate of this number');
insert into codes (list, code, vi, en, rank) values
  ('person_warning', 'recorded_twice', 'Có thể đã được ghi hai lần', 'Perhaps on record twice', 3),
  ('membership_warning', 'named_like_another', 'Trùng tên và trụ sở với thành viên khác', 'Another member has this name and seat', 4),
  ('delegate_warning', 'called_out_of_order', 'Được gọi trước đại biểu dự khuyết xếp trên', 'Called up before an alternate ranked higher', 5);

create index people_same_name on people (fold(full_name)) where voided_at is null and erased_at is null;
create index organization_names_same_name on organization_names (folded) where voided_at is null;

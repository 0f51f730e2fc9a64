-- What is perhaps on record twice, and an alternate called before another: pointed out, never refused.
select add_code_list('participation_warning', 'Cảnh báo về học viên', 'Warning about a participation');
select add_codes('participation_warning',
  'certificate_of_another', 'Số chứng chỉ trùng với của người khác', 'Another person has a certificate of this number');
insert into codes (list, code, vi, en, rank) values
  ('person_warning', 'recorded_twice', 'Có thể đã được ghi hai lần', 'Perhaps on record twice', 3),
  ('membership_warning', 'named_like_another', 'Trùng tên với thành viên khác, cùng trụ sở hoặc đều chưa rõ trụ sở', 'Another member has this name, and the same seat or none either', 4),
  ('delegate_warning', 'called_out_of_order', 'Được gọi trước đại biểu dự khuyết xếp trên', 'Called up before an alternate ranked higher', 5);

-- What two records of one person share: by operators that row policies let an index answer, as `fold` is none.
create index people_birth_date on people (birth_date) where birth_date is not null;
create index people_phone on people (phone) where phone is not null;
create index people_email on people (email) where email is not null;
create index organization_names_same_name on organization_names (folded) where voided_at is null;

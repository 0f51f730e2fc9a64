-- The share of managers trained, of those whom the target is about: enterprises have managers too.
insert into codes (list, code, vi, en, rank) values
  ('target_source', 'cooperative_training_coverage', 'Tỷ lệ cán bộ quản lý HTX, liên hiệp HTX, QTDND được đào tạo',
    'Managers of cooperatives, their unions and credit funds trained', 5);
alter table targets drop constraint targets_source_check;
alter table targets add constraint targets_source_check check (source = 'statistic'
  or (shape = 'percentage') = (source in ('training_coverage', 'cooperative_training_coverage')));

-- A movement is one and the same with a hyphen or a dash between its years.
drop index awards_movement;
create index awards_movement on awards (fold(movement)) where movement is not null;

-- A body that is there twice has its decisions twice: pointed out, never refused.
select add_code_list('issuing_body_warning', 'Cảnh báo về cơ quan ban hành', 'Warning about an issuing body');
select add_codes('issuing_body_warning',
  'recorded_twice', 'Có cơ quan khác cùng tên, cùng cấp', 'Another body of this level has this name');
create index issuing_body_names_folded on issuing_body_names (fold(name)) where voided_at is null;

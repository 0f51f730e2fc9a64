-- A decision and the paper of it are entered apart: where they do not say the same, one of them is wrong.
insert into codes (list, code, vi, en, rank) values
  ('award_warning', 'paper_of_another_number', 'Số quyết định khác với số của văn bản kèm theo', 'The paper of the decision has another number', 12),
  ('award_warning', 'paper_of_another_body', 'Cơ quan ban hành khác với cơ quan của văn bản kèm theo', 'The paper of the decision was issued by another body', 13);

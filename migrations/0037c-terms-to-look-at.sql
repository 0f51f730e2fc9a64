-- What contradicts a term: pointed out, never refused.
insert into codes (list, code, vi, en, rank) values
  ('term_warning', 'named_like_another', 'Trùng tên với nhiệm kỳ khác của Liên minh', 'Another term of the alliance has this name', 4),
  ('term_warning', 'standing_exceeds_executive', 'Ban Thường vụ đông hơn Ban Chấp hành', 'The standing committee has more seats than the executive committee', 5);

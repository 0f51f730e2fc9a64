-- An alliance that was merged counts its congresses anew, and an extraordinary congress has no number: a congress is named by level,
-- number and term.
drop index congresses_ordinal_unique;
alter table congresses alter column ordinal drop not null;
create unique index congresses_ordinal_unique on congresses (alliance_id, level, ordinal, replace(fold(term_name), ' ', '')) where voided_at is null;
create unique index congresses_extraordinary_unique on congresses (alliance_id, level, starts_on) where ordinal is null and voided_at is null;

insert into codes (list, code, vi, en, rank) values
  ('term_warning', 'after_a_gap', 'Giữa nhiệm kỳ này và nhiệm kỳ trước có ngày không thuộc nhiệm kỳ nào', 'Days before it belong to no term', 7);

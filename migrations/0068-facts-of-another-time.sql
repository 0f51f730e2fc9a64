-- What papers say of a time when it could not be so: pointed out, never refused.
insert into codes (list, code, vi, en, rank) values
  ('membership_warning', 'category_of_another_time', 'Loại thành viên không có trong danh mục vào ngày áp dụng', 'The category was not in the list on its first day', 8),
  ('membership_warning', 'categorized_before_decision', 'Chuyển loại trước ngày ban hành quyết định', 'The category changed before the decision was issued', 9),
  ('position_warning', 'position_of_another_time', 'Chức vụ không có trong danh mục vào ngày bắt đầu', 'The position was not in the list on its first day', 5),
  ('award_warning', 'issuer_of_another_time', 'Cấp của cơ quan ban hành không còn hoặc chưa có vào ngày quyết định', 'There was no such level of authority when it was decided', 11),
  ('term_warning', 'congress_at_once', 'Một đại hội khác cùng cấp họp cùng ngày', 'Another congress of the level met on the same days', 8);
select add_code_list('obligation_warning', 'Cảnh báo về nghĩa vụ theo luật', 'Warning about an obligation');
select add_codes('obligation_warning',
  'done_before_law', 'Hoàn thành trước ngày luật có hiệu lực', 'It was done before the law was in force',
  'done_before_founding', 'Hoàn thành trước ngày thành lập', 'It was done before the organisation was founded');
update codes set vi = 'Loại hình khen thưởng này chỉ dành cho cá nhân', en = 'This kind of commendation is for individuals alone'
where list = 'award_warning' and code = 'kind_for_individuals';

-- Districts ended with the reform of 1 July 2025, and their authorities with them.
update codes set valid_to = '2025-07-01' where list = 'issuing_body_level' and code = 'district';

-- In the order of precedence: the chair and the head of the management board before the deputy, a group's deputy before its members.
update codes c set rank = w.rank from (values
  ('board_chair', 0), ('management_board_head', 0), ('member', 12)
) as w (code, rank) where c.list = 'position' and c.code = w.code and c.alliance_id is null;

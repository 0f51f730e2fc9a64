-- Days that contradict one another are recorded as the papers have them, and pointed out.
insert into codes (list, code, vi, en, rank) values
  ('membership_warning', 'admitted_before_decision', 'Ngày kết nạp trước ngày ký quyết định', 'Admitted before the decision to admit was issued', 3),
  ('award_warning', 'recipient_not_founded', 'Tổ chức được khen thành lập sau ngày quyết định', 'The organisation was founded after the decision', 8),
  ('award_warning', 'paper_of_another_day', 'Văn bản kèm theo không ký vào ngày quyết định', 'The paper of the decision is of another day', 9),
  ('position_warning', 'held_before_founding', 'Giữ chức vụ trước ngày tổ chức thành lập', 'Held before the organisation was founded', 3),
  ('delegate_warning', 'organization_suspended', 'Tổ chức đang bị đình chỉ tư cách thành viên vào ngày đại hội', 'The membership of the organisation rests on the day of the congress', 3),
  ('delegate_warning', 'organization_ended', 'Tổ chức không còn tồn tại vào ngày đại hội', 'The organisation is no more on the day of the congress', 4);

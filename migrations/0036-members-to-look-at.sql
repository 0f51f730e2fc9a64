-- What contradicts a membership, a mandate or a congress: pointed out, never refused.
select add_code_list('membership_warning', 'Cảnh báo về tư cách thành viên', 'Warning about a membership');
select add_codes('membership_warning',
  'organization_ended', 'Tổ chức không còn tồn tại mà vẫn là thành viên', 'The organisation has ended and is still a member',
  'admitted_before_founding', 'Kết nạp trước ngày thành lập', 'Admitted before it was founded');

select add_code_list('delegate_warning', 'Cảnh báo về đại biểu', 'Warning about a delegate');
select add_codes('delegate_warning',
  'organization_not_member', 'Tổ chức không phải thành viên khi khai mạc', 'The organisation is no member when the congress begins',
  'organization_of_other_delegation', 'Tổ chức khác với đơn vị cử đoàn', 'Another organisation than the one that sends the delegation');

insert into codes (list, code, vi, en, rank)
values ('term_warning', 'congress_outside_term', 'Đại hội khai mạc ngoài nhiệm kỳ đã ghi', 'The congress begins outside its term', 3);

-- What happened and what was done are codes like any other: with labels, and a typing error in a filter is told.
select add_code_list('timeline_event', 'Sự kiện', 'Event in the life of an organisation');
select add_codes('timeline_event',
  'named', 'Mang tên', 'Named',
  'seated', 'Đặt trụ sở', 'Seated',
  'status', 'Tình trạng hoạt động', 'Operating status',
  'obligation_done', 'Hoàn thành nghĩa vụ theo luật', 'Obligation under a law fulfilled',
  'admitted', 'Kết nạp', 'Admitted',
  'suspended', 'Đình chỉ tư cách', 'Suspended',
  'resumed', 'Khôi phục tư cách', 'Resumed',
  'left', 'Ra khỏi Liên minh', 'Left');

select add_code_list('audit_action', 'Việc được ghi nhật ký', 'What the audit log tells of');
select add_codes('audit_action',
  'insert', 'Thêm', 'Entered',
  'update', 'Sửa', 'Changed',
  'void', 'Hủy', 'Voided',
  'delete', 'Xóa', 'Deleted',
  'read', 'Xem', 'Seen',
  'export', 'Xuất tệp', 'Exported',
  'sign_in', 'Đăng nhập', 'Signed in',
  'sign_in_refused', 'Đăng nhập bị từ chối', 'Sign-in refused',
  'password_reset', 'Xin đặt lại mật khẩu', 'Password reset asked for',
  'session_reuse', 'Dùng lại mã phiên cũ', 'Old session token used again',
  'sign_out', 'Đăng xuất', 'Signed out',
  'refusal', 'Bị từ chối', 'Refused',
  'erase', 'Xóa dữ liệu cá nhân', 'Personal data erased');

select add_code_list('target_period', 'Kỳ của chỉ tiêu', 'Period of a target');
select add_codes('target_period', 'term', 'Cả nhiệm kỳ', 'The whole term');

insert into codes (list, code, vi, en, rank)
values ('award_warning', 'achievement_after_decision', 'Thành tích bắt đầu sau ngày quyết định', 'The achievement begins after the decision', 5);

update codes set vi = 'Chính xác ' || lower(left(vi, 1)) || substr(vi, 2) where list = 'date_precision' and vi like 'Đến %';

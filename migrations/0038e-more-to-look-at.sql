insert into codes (list, code, vi, en, rank) values
  ('position_warning', 'organization_ended', 'Tổ chức không còn tồn tại mà vẫn giữ chức vụ', 'The organisation has ended, and the position is still held', 2);

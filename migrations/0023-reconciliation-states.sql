-- The states of a declared figure beside the rows, with words for print.
select add_code_list('reconciliation_state', 'Kết quả đối chiếu', 'How the rows stand to a declared figure');
select add_codes('reconciliation_state',
  'matched', 'Khớp', 'Matched',
  'short', 'Thiếu', 'Short',
  'over', 'Vượt', 'Over',
  'not_recorded', 'Chưa có trong sổ', 'Not recorded');

-- Labels as the laws and the secretariats have them: a decision to award is cancelled (hủy bỏ), what is taken back (thu hồi) are
-- medal and money (article 93(2) of the law 06/2022/QH15).
update codes c set vi = w.vi from (values
  ('award_status', 'revoked', 'Đã hủy bỏ quyết định khen thưởng'),
  ('award_revocation_ground', 'false_declaration', 'Gian dối trong việc kê khai công trạng, thành tích'),
  ('award_revocation_ground', 'false_information', 'Cung cấp thông tin sai sự thật hoặc làm giả hồ sơ, giấy tờ'),
  ('award_revocation_ground', 'unlawful_appraisal', 'Thẩm định, xét, duyệt, đề nghị trái quy định của pháp luật'),
  ('award_revocation_ground', 'later_finding', 'Có kết luận, quyết định, bản án về vi phạm, khuyết điểm trong thời gian tính thành tích'),
  ('award_warning', 'revoked_without_decision', 'Đã hủy bỏ khen thưởng mà chưa ghi quyết định hủy bỏ'),
  ('award_warning', 'repeated_in_decision', 'Trùng đối tượng và hình thức trong cùng quyết định'),
  ('delegate_basis', 'elected', 'Được bầu'),
  ('delegate_basis', 'appointed', 'Được chỉ định'),
  ('delegate_basis', 'nominated', 'Được cử'),
  ('delegate_basis', 'consulted', 'Được hiệp thương cử'),
  ('document_kind', 'application', 'Đơn'),
  ('issuing_body_level', 'state', 'Chủ tịch nước'),
  ('issuing_body_level', 'district', 'Quận, huyện, thị xã, thành phố (đến 30/6/2025)'),
  ('issuing_body_level', 'commune', 'Xã, phường, thị trấn, đặc khu'),
  ('membership_exit', 'withdrawn', 'Tự nguyện xin ra'),
  ('organization_status', 'struck_off', 'Bị thu hồi giấy chứng nhận đăng ký, xóa tên'),
  ('place_level', 'province', 'Tỉnh, thành phố trực thuộc trung ương'),
  ('position', 'director', 'Giám đốc (Tổng giám đốc)'),
  ('position', 'deputy_director', 'Phó giám đốc (Phó tổng giám đốc)'),
  ('reconciliation_state', 'short', 'Sổ thấp hơn'),
  ('reconciliation_state', 'over', 'Sổ cao hơn'),
  ('target_shape', 'range_per_term', 'Khoảng cho cả nhiệm kỳ'),
  ('target_shape', 'floor_per_year', 'Mức tối thiểu hằng năm'),
  ('target_state', 'within', 'Đạt (trong khoảng)'),
  ('yearly_measure', 'members', 'Số thành viên')
) as w (list, code, vi) where (c.list, c.code) = (w.list, w.code);

update code_lists l set vi = w.vi from (values
  ('award_revocation_ground', 'Căn cứ hủy bỏ quyết định khen thưởng'),
  ('delegate_basis', 'Thành phần đại biểu'),
  ('organizing_law', 'Luật áp dụng'),
  ('yearly_measure', 'Chỉ tiêu thống kê hằng năm')
) as w (list, vi) where l.list = w.list;

-- An office that missed one of these kinds may have added it: its own stays.
insert into codes (list, code, vi, en, rank) values
  ('document_kind', 'resolution', 'Nghị quyết', 'Resolution', 7),
  ('document_kind', 'proposal', 'Tờ trình', 'Proposal to a superior', 8),
  ('document_kind', 'official_letter', 'Công văn', 'Official letter', 9),
  ('document_kind', 'plan', 'Kế hoạch', 'Plan', 10),
  ('document_kind', 'charter', 'Điều lệ', 'Charter', 11),
  ('document_kind', 'legal_text', 'Văn bản quy phạm pháp luật', 'Legal text', 12)
on conflict do nothing;
insert into codes (list, code, vi, en, rank) values
  ('membership_exit', 'bankrupt', 'Chấm dứt do phá sản', 'Bankrupt', 6),
  ('membership_exit', 'struck_off', 'Chấm dứt do bị thu hồi giấy chứng nhận đăng ký', 'Certificate of registration withdrawn', 7);

select set_config('registry.actor', 'migration', true), set_config('registry.reason', 'Who decides, as the law names them', true);
update award_forms set issued_by = 'Bộ trưởng, người đứng đầu ban, ngành, tổ chức ở trung ương; Chủ tịch UBND cấp tỉnh', version = version + 1
where alliance_id is null and code = 'bk_bn';

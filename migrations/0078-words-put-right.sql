-- Words as the laws and the offices write them. "Cấp" is of the wording of 2003: the law of 2022 has a title, flag or certificate
-- "của bộ, ban, ngành, tỉnh"; without full governance a cooperative has a controller and no board of them (article 56 of the law
-- 17/2023/QH15).
update codes c set vi = w.vi from (values
  ('award_status', 'revoked', 'Đã bị hủy bỏ'),
  ('award_warning', 'issuer_of_other_level', 'Cơ quan ban hành không thuộc cấp có thẩm quyền đối với danh hiệu, hình thức này'),
  ('issuing_body_level', 'ministry', 'Bộ, ban, ngành trung ương'),
  ('issuing_body_level', 'party', 'Tổ chức đảng'),
  ('issuing_body_level', 'district', 'Quận, huyện, thị xã, thành phố cấp huyện (đến 30/6/2025)'),
  ('place_level', 'district', 'Quận, huyện, thị xã, thành phố cấp huyện (đến 30/6/2025)'),
  ('membership_warning', 'admitted_before_decision', 'Ngày kết nạp trước ngày ban hành quyết định'),
  ('membership_warning', 'certificate_of_another', 'Số giấy chứng nhận trùng với số của thành viên khác'),
  ('model_warning', 'organization_not_founded', 'Tổ chức chưa thành lập vào ngày bắt đầu là mô hình'),
  ('model_warning', 'organization_ended', 'Tổ chức không còn tồn tại vào ngày bắt đầu là mô hình'),
  ('organizing_law', 'cooperatives_1996', 'Luật Hợp tác xã năm 1996'),
  ('organizing_law', 'cooperatives_2003', 'Luật Hợp tác xã năm 2003'),
  ('organizing_law', 'cooperatives_2012', 'Luật Hợp tác xã năm 2012'),
  ('organizing_law', 'cooperatives_2023', 'Luật Hợp tác xã năm 2023'),
  ('participation_warning', 'certificate_of_another', 'Số chứng chỉ trùng với số của người khác'),
  ('participation_warning', 'organization_not_founded', 'Tổ chức thành lập sau khi lớp bế giảng'),
  ('participation_warning', 'organization_ended', 'Tổ chức không còn tồn tại khi lớp khai giảng'),
  ('position', 'deputy_director', 'Phó Giám đốc (Phó Tổng giám đốc)'),
  ('position', 'supervisory_head', 'Trưởng Ban kiểm soát (hoặc kiểm soát viên)'),
  ('position_warning', 'organization_ended', 'Tổ chức không còn tồn tại nhưng chức vụ chưa ghi kết thúc')
) as w (list, code, vi) where (c.list, c.code) = (w.list, w.code);
update codes set en = 'Head of the supervisory board, or sole controller' where list = 'position' and code = 'supervisory_head';
update codes set en = 'President of the State' where list = 'issuing_body_level' and code = 'state';

select set_config('registry.actor', 'migration', true), set_config('registry.reason', 'Tên gọi và trích dẫn như luật', true);
update award_forms set version = version + 1,
  name_vi = case code when 'cstd_bn' then 'Chiến sĩ thi đua bộ, ban, ngành, tỉnh' else replace(name_vi, ' cấp bộ, ban', ' của bộ, ban') end,
  law = regexp_replace(law, '^Luật 06/2022/QH15, (Điều \d+)', '\1 Luật Thi đua, khen thưởng số 06/2022/QH15'),
  issued_by = replace(issued_by, 'ban, ngành Trung ương', 'ban, ngành trung ương')
where alliance_id is null and (law like 'Luật 06/2022/QH15, Điều %' or name_vi like '% cấp bộ, ban%' or issued_by like '%ngành Trung ương%');

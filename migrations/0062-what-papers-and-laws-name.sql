-- What old papers and the laws name, and had no word here. An office that missed a position or a law may have added it: its own stays.
insert into codes (list, code, vi, en, rank) values
  ('membership_exit', 'divided', 'Chấm dứt do bị chia', 'Ended by division', 8),
  ('membership_exit', 'converted', 'Chấm dứt do chuyển đổi loại hình tổ chức', 'Ended by conversion into another kind of organisation', 9),
  ('organization_status', 'converted', 'Đã chuyển đổi thành loại hình tổ chức khác', 'Converted into another kind of organisation', 9);
insert into codes (list, code, vi, en, rank) values
  ('position', 'management_board_head', 'Trưởng Ban quản trị', 'Head of the management board', 1),
  ('position', 'deputy_board_chair', 'Phó Chủ tịch Hội đồng quản trị', 'Deputy chair of the board', 1),
  ('position', 'cooperative_head', 'Chủ nhiệm hợp tác xã', 'Head of the cooperative', 3),
  ('position', 'deputy_group_leader', 'Tổ phó', 'Deputy group leader', 11),
  ('organizing_law', 'cooperatives_1996', 'Luật Hợp tác xã 1996', 'Law on Cooperatives 1996', 0),
  ('issuing_body_level', 'department', 'Sở, ban, ngành cấp tỉnh và tương đương', 'Department of a province', 5)
on conflict do nothing;
update codes c set vi = w.vi from (values
  ('yearly_measure', 'income_per_worker', 'Thu nhập bình quân một lao động (đồng/năm)')
) as w (list, code, vi) where (c.list, c.code) = (w.list, w.code);

-- A law organises nothing before it is in force.
update codes c set valid_from = w.valid_from from (values
  ('cooperatives_1996', date '1997-01-01'),
  ('cooperatives_2003', date '2004-07-01'),
  ('cooperatives_2012', date '2013-07-01'),
  ('cooperatives_2023', date '2024-07-01')
) as w (code, valid_from) where c.list = 'organizing_law' and c.code = w.code and c.alliance_id is null;

select set_config('registry.actor', 'migration', true), set_config('registry.reason', 'Who manages, by the laws of 1996 and 2003', true);
insert into manager_positions (id, position_code, valid_from)
select md5('manager-position/' || code)::uuid, code, '1900-01-01'
from codes_position where code in ('management_board_head', 'deputy_board_chair', 'cooperative_head') and alliance_id is null;

-- Who manages does not control, and who controls keeps neither books nor money: the law of 2012, article 40; that of 2023 for those
-- who control.
insert into incompatible_positions (position, other_position, source, valid_from, valid_to)
select pair.*, law.source, law.valid_from, law.valid_to
from (values
  ('Luật Hợp tác xã 23/2012/QH13, Điều 40', date '2013-07-01', date '2024-07-01'),
  ('Luật Hợp tác xã 17/2023/QH15', date '2024-07-01', null)
) as law (source, valid_from, valid_to),
lateral (
  select manager, other from unnest(array['board_chair', 'deputy_board_chair', 'board_member', 'director']) manager,
    unnest(array['supervisory_head', 'supervisor']) other
  union all
  select manager, other from unnest(array['board_chair', 'deputy_board_chair', 'board_member']) manager,
    unnest(array['chief_accountant', 'treasurer']) other where law.valid_to is not null
  union all
  select control, other from unnest(array['supervisory_head', 'supervisor']) control, unnest(array['chief_accountant', 'treasurer']) other
) as excluded (one, other),
lateral (values (one, other), (other, one)) as pair
on conflict do nothing;

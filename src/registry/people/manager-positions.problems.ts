import { problem } from '../../platform/problems/problem.js';

export const ManagerPositionCounts = problem(
  'manager-position-counts',
  409,
  {
    title: { vi: 'Đã tính là cán bộ quản lý', en: 'Counted already' },
    vi: 'Chức vụ này đã được tính là cán bộ quản lý từ {from}; hai thời kỳ không được chồng nhau.',
    en: 'The position counts as a manager’s from {from} on already; periods do not overlap.',
  },
  { constraint: 'manager_positions_period_excluded' },
);
export const ManagerPositionPeriod = problem(
  'manager-position-period',
  422,
  {
    title: { vi: 'Thời hạn không hợp lệ', en: 'Period not valid' },
    vi: 'Ngày thôi tính không được trước ngày bắt đầu {validFrom}.',
    en: 'It cannot end before it begins on {validFrom}.',
  },
  { constraint: 'manager_positions_period_check' },
);
export const ManagerPositionOfAll = problem('manager-position-of-all', 409, {
  title: { vi: 'Quy định chung', en: 'Common to all' },
  vi: 'Chức vụ này được tính là cán bộ quản lý ở mọi Liên minh; một Liên minh chỉ sửa, hủy được chức vụ do mình ghi.',
  en: 'The position counts so for all alliances; an alliance corrects or takes back its own rows only.',
});

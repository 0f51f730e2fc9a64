import { problem } from '../../platform/problems/problem.js';

export const StatisticRangeUnfit = problem(
  'statistic-range-unfit',
  422,
  {
    title: { vi: 'Giá trị không hợp với quan hệ', en: 'Values do not fit the relation' },
    vi: 'Quan hệ khoảng giá trị (between) phải có giá trị đến (valueTo), không nhỏ hơn giá trị (value); các quan hệ khác không có giá trị đến.',
    en: 'The relation between needs a valueTo not below value; the others have none.',
  },
  { constraint: 'sector_statistics_value_check' },
);
export const StatisticRecorded = problem(
  'statistic-recorded',
  409,
  {
    title: { vi: 'Số liệu đã ghi', en: 'Statistic recorded already' },
    vi: 'Số liệu này tại ngày {asOf} đã ghi; hãy ghi bản điều chỉnh cho số liệu đó.',
    en: 'This figure of {asOf} is recorded; revise that entry.',
  },
  { constraint: 'sector_statistics_first_unique' },
);
export const StatisticRevised = problem(
  'statistic-revised',
  409,
  {
    title: { vi: 'Số liệu đã điều chỉnh', en: 'Statistic revised already' },
    vi: 'Số liệu này đã được điều chỉnh thành {value}; hãy điều chỉnh hoặc hủy bản điều chỉnh đó.',
    en: 'This entry was revised to {value}; revise or take back that revision.',
  },
  { constraint: 'sector_statistics_revises_unique' },
);

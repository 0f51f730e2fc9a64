import { problem } from '../../platform/problems/problem.js';

export const TargetBoundsUnfit = problem(
  'target-bounds-unfit',
  422,
  {
    title: { vi: 'Mức không hợp với dạng chỉ tiêu', en: 'Bounds do not fit the shape' },
    vi: 'Chỉ tiêu dạng khoảng phải có mức thấp (low) và mức cao (high), mức cao không nhỏ hơn mức thấp; chỉ tiêu dạng khác chỉ có một mức (low); tỷ lệ không quá 100.',
    en: 'A range needs low and a high not below it; the other shapes have low alone; a percentage is at most 100.',
  },
  { constraint: 'targets_bounds_check' },
);
export const TargetNeedsPopulation = problem(
  'target-needs-population',
  422,
  {
    title: { vi: 'Thiếu tổng thể của tỷ lệ', en: 'Percentage of what?' },
    vi: 'Chỉ tiêu tỷ lệ phải nói rõ tính trên tổng thể nào (population).',
    en: 'A percentage must say what it is a share of (population).',
  },
  { constraint: 'targets_population_check' },
);
export const TargetSourceUnfit = problem(
  'target-source-unfit',
  422,
  {
    title: { vi: 'Nguồn số liệu không hợp', en: 'Source does not fit' },
    vi: 'Nguồn số liệu này không đo được chỉ tiêu thuộc dạng đã chọn.',
    en: 'A target of this shape cannot be measured by this source.',
  },
  { constraint: 'targets_source_check' },
);
export const TargetFigureUnfit = problem(
  'target-figure-unfit',
  422,
  {
    title: { vi: 'Mã số liệu thống kê không hợp', en: 'Statistic figure does not fit' },
    vi: 'Mã số liệu thống kê (statisticFigure) phải ghi khi nguồn là số liệu thống kê (statistic); với nguồn khác thì không ghi.',
    en: 'The figure of a statistic (statisticFigure) is needed when the source is statistic, and only then.',
  },
  { constraint: 'targets_statistic_check' },
);
export const TargetCodeTaken = problem(
  'target-code-taken',
  409,
  {
    title: { vi: 'Mã chỉ tiêu đã dùng', en: 'Target code taken' },
    vi: 'Mã {code} đã dùng cho một chỉ tiêu khác của nhiệm kỳ.',
    en: 'The code {code} is used by another target of the term.',
  },
  { constraint: 'targets_code_unique' },
);

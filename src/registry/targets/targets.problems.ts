import { problem } from '../../platform/problems/problem.js';

export const TargetBoundsUnfit = problem(
  'target-bounds-unfit',
  422,
  {
    title: { vi: 'Mức không hợp với dạng chỉ tiêu', en: 'Bounds do not fit the shape' },
    vi: 'Dạng {shape}: khoảng cần low và high không nhỏ hơn low; các dạng khác chỉ có low; tỷ lệ không quá 100.',
    en: 'Shape {shape}: a range needs low and a high not below it; the other shapes have low alone; a percentage is at most 100.',
  },
  { constraint: 'targets_bounds_check' },
);
export const TargetNeedsPopulation = problem(
  'target-needs-population',
  422,
  {
    title: { vi: 'Thiếu tổng thể của tỷ lệ', en: 'Percentage of what?' },
    vi: 'Chỉ tiêu tỷ lệ phải nói rõ là tỷ lệ của tổng thể nào (population).',
    en: 'A percentage must say what it is a share of (population).',
  },
  { constraint: 'targets_population_check' },
);
export const TargetSourceUnfit = problem(
  'target-source-unfit',
  422,
  {
    title: { vi: 'Nguồn số liệu không hợp', en: 'Source does not fit' },
    vi: 'Chỉ tiêu dạng {shape} không thể đo bằng nguồn {source}.',
    en: 'A target of the shape {shape} cannot be measured by {source}.',
  },
  { constraint: 'targets_source_check' },
);
export const TargetFigureUnfit = problem(
  'target-figure-unfit',
  422,
  {
    title: { vi: 'Mã số liệu thống kê không hợp', en: 'Statistic figure does not fit' },
    vi: 'Mã số liệu thống kê phải có khi và chỉ khi nguồn là statistic; nguồn ở đây là {source}.',
    en: 'The figure of a statistic is needed when the source is statistic, and only then; the source here is {source}.',
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
export const ModelEndsTooEarly = problem(
  'model-ends-too-early',
  422,
  {
    title: { vi: 'Mô hình kết thúc quá sớm', en: 'Model ends too early' },
    vi: 'Ngày kết thúc phải sau ngày bắt đầu {validFrom}.',
    en: 'It must end after the day on which it began, {validFrom}.',
  },
  { constraint: 'supported_models_period_check' },
);
export const ModelRecorded = problem(
  'model-recorded',
  409,
  {
    title: { vi: 'Mô hình đã ghi', en: 'Model recorded already' },
    vi: 'Tổ chức này đã là mô hình loại đó từ {from}; hai thời kỳ không được chồng nhau.',
    en: 'The organisation is a model of this kind from {from}; two periods may not overlap.',
  },
  { constraint: 'supported_models_period_excluded' },
);
export const StatisticRangeUnfit = problem(
  'statistic-range-unfit',
  422,
  {
    title: { vi: 'Giá trị không hợp với quan hệ', en: 'Values do not fit the relation' },
    vi: 'Quan hệ between cần valueTo không nhỏ hơn value; các quan hệ khác không có valueTo; ở đây là {relation}.',
    en: 'The relation between needs a valueTo not below value; the others have none; it is {relation} here.',
  },
  { constraint: 'sector_statistics_value_check' },
);
export const StatisticRecorded = problem(
  'statistic-recorded',
  409,
  {
    title: { vi: 'Số liệu đã ghi', en: 'Statistic recorded already' },
    vi: 'Số liệu {figure} tại ngày {asOf} đã ghi; hãy ghi bản điều chỉnh của nó.',
    en: 'The figure {figure} of {asOf} is recorded; revise that entry.',
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

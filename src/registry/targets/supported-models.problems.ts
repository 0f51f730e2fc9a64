import { problem } from '../../platform/problems/problem.js';

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

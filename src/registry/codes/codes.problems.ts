import { problem } from '../../platform/problems/problem.js';

export const CodeListClosed = problem(
  'code-list-closed',
  409,
  {
    title: { vi: 'Danh mục đóng', en: 'List is closed' },
    vi: 'Chương trình xử lý theo các mã của danh mục này nên không thể thêm mã; chỉ danh mục có open là true mới nhận mã riêng.',
    en: 'The program decides by the codes of this list, so none can be added; a list with open true takes them.',
  },
  { constraint: 'own_codes_open_check' },
);
export const CodeTaken = problem(
  'code-taken',
  409,
  {
    title: { vi: 'Mã đã có', en: 'Code taken' },
    vi: 'Danh mục này đã có mã {code}.',
    en: 'This list has the code {code} already.',
  },
  { constraint: 'own_codes_code_unique' },
);
export const CodeEndsTooEarly = problem(
  'code-ends-too-early',
  422,
  {
    title: { vi: 'Mã hết hiệu lực quá sớm', en: 'Code ends too early' },
    vi: 'Ngày hết hiệu lực phải sau ngày bắt đầu {validFrom}.',
    en: 'A code must end after it began on {validFrom}.',
  },
  { constraint: 'own_codes_period_check' },
);

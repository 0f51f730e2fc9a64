import { problem } from '../../platform/problems/problem.js';

export const AllianceCodeTaken = problem(
  'alliance-code-taken',
  409,
  {
    title: { vi: 'Mã Liên minh đã dùng', en: 'Alliance code taken' },
    vi: 'Mã {code} đã thuộc về một Liên minh khác.',
    en: 'The code {code} belongs to another alliance.',
  },
  { constraint: 'alliances_code_unique' },
);
export const KeepsTheRegistry = problem('alliance-keeps-registry', 409, {
  title: { vi: 'Liên minh quản lý sổ', en: 'It keeps the registry' },
  vi: 'Máy chủ nhận biết Liên minh quản lý sổ bằng mã {code} (KEEPING_ALLIANCE), nên không sửa được mã này và không hủy được bản ghi Liên minh.',
  en: 'The server knows the alliance that keeps the registry by its code {code} (KEEPING_ALLIANCE), so that neither can the code be corrected nor the alliance taken back.',
});
export const AllianceKeepsRecords = problem(
  'alliance-keeps-records',
  409,
  {
    title: { vi: 'Liên minh còn bản ghi', en: 'The alliance keeps records' },
    vi: 'Liên minh còn bản ghi, tài khoản đang hoạt động hoặc khóa API còn hiệu lực: hãy hủy bản ghi, khóa tài khoản và thu hồi khóa API trước.',
    en: 'The alliance keeps records, accounts that are not disabled or keys that are good: take back or disable these first.',
  },
  { constraint: 'alliances_void_check' },
);
export const NationalStandsAlone = problem(
  'national-alliance-stands-alone',
  422,
  {
    title: { vi: 'Liên minh trung ương không có cấp trên', en: 'A national alliance has none above it' },
    vi: 'Liên minh cấp trung ương không thể thuộc một Liên minh khác.',
    en: 'A national alliance cannot stand below another one.',
  },
  { constraint: 'alliances_parent_check' },
);
export const OnlyNameOfAlliance = problem('only-name-of-alliance', 409, {
  title: { vi: 'Tên duy nhất của Liên minh', en: 'The only name of the alliance' },
  vi: 'Liên minh không có tên nào khác đang dùng: tên này sửa được, nhưng không hủy được; nếu đã ghi tên dùng về sau thì cũng không dời sang ngày sau.',
  en: 'The alliance has no other name in use: this one can be corrected, but not taken back, nor moved to a day to come where a later name is recorded.',
});
export const TermsOverlap = problem(
  'terms-overlap',
  409,
  {
    title: { vi: 'Nhiệm kỳ chồng nhau', en: 'Terms overlap' },
    vi: 'Nhiệm kỳ này chồng lên nhiệm kỳ {name} (từ {from}).',
    en: 'This term overlaps the term {name} (from {from}).',
  },
  { constraint: 'alliance_terms_period_excluded' },
);
export const TermEndsTooEarly = problem(
  'term-ends-too-early',
  422,
  {
    title: { vi: 'Nhiệm kỳ kết thúc trước khi bắt đầu', en: 'The term ends before it begins' },
    vi: 'Ngày kết thúc phải sau ngày bắt đầu {validFrom}.',
    en: 'It must end after its first day {validFrom}.',
  },
  { constraint: 'alliance_terms_period_check' },
);
export const BodyExists = problem(
  'alliance-body-exists',
  409,
  {
    title: { vi: 'Cơ quan đã có', en: 'Body exists' },
    vi: 'Nhiệm kỳ {term} đã có cơ quan này.',
    en: 'The term {term} already has this body.',
  },
  { constraint: 'alliance_bodies_term_unique' },
);

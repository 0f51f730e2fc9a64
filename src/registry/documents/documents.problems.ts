import { problem } from '../../platform/problems/problem.js';

export const DocumentCodeTaken = problem(
  'document-code-taken',
  409,
  {
    title: { vi: 'Mã văn bản đã có', en: 'Document code taken' },
    vi: 'Đã có văn bản mang mã {code}.',
    en: 'There is already a document with the code {code}.',
  },
  { constraint: 'documents_code_unique' },
);
/** Names are in force until the next one, so two cannot begin on one day. Alliances have them too. */
export const NameDayTaken = problem(
  'name-day-taken',
  409,
  {
    title: { vi: 'Ngày này đã có tên', en: 'There is a name from that day' },
    vi: 'Đã có một tên có hiệu lực từ ngày {validFrom}.',
    en: 'There is already a name in force from {validFrom}.',
  },
  { constraint: ['issuing_body_names_valid_from_unique', 'alliance_names_valid_from_unique'] },
);
export const OnlyNameOfIssuingBody = problem('only-name-of-issuing-body', 409, {
  title: { vi: 'Tên duy nhất của cơ quan ban hành', en: 'The only name of the issuing body' },
  vi: 'Cơ quan ban hành không có tên nào khác đang dùng: tên này sửa được, nhưng không hủy hay dời sang ngày sau.',
  en: 'The issuing body has no other name in use: this one can be corrected, but neither taken back nor moved to a day to come.',
});
export const FigureDeclaredTwice = problem(
  'figure-declared-twice',
  409,
  {
    title: { vi: 'Số liệu đã công bố', en: 'Figure declared twice' },
    vi: 'Văn bản này đã công bố số liệu {code} tại ngày {asOf}.',
    en: 'This document already declares the figure {code} of {asOf}.',
  },
  { constraint: 'declared_figures_code_unique' },
);
export const FigureIncomplete = problem(
  'figure-incomplete',
  422,
  {
    title: { vi: 'Số liệu chưa đủ', en: 'Figure incomplete' },
    vi: 'Số liệu {code} phải có hoặc giá trị (value), hoặc nguyên văn (wording); giá trị đến (valueTo), không nhỏ hơn giá trị, chỉ có khi quan hệ là khoảng giá trị (between).',
    en: 'The figure {code} needs exactly one of value and wording, and valueTo (not below value) exactly when its relation is between.',
  },
  { constraint: 'declared_figures_value_check' },
);
export const BodyBelowItself = problem(
  'issuing-body-below-itself',
  422,
  {
    title: { vi: 'Cơ quan trực thuộc chính mình', en: 'A body below itself' },
    vi: 'Cơ quan cấp trên không thể là chính cơ quan này, hay một cơ quan trực thuộc cơ quan này.',
    en: 'The body above cannot be this body itself, nor one that stands below it.',
  },
  { constraint: 'issuing_bodies_parent_check' },
);

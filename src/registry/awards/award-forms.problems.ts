import { problem } from '../../platform/problems/problem.js';

export const AwardFormCodeTaken = problem(
  'award-form-code-taken',
  409,
  {
    title: { vi: 'Mã danh hiệu, hình thức đã có', en: 'Code of the form taken' },
    vi: 'Mã {code} đã dùng từ {from} cho một danh hiệu, hình thức khác.',
    en: 'The code {code} stands for another title or form from {from} on.',
  },
  { constraint: 'award_forms_code_excluded' },
);
export const AwardFormPeriod = problem(
  'award-form-period',
  422,
  {
    title: { vi: 'Thời hạn hiệu lực không hợp lệ', en: 'Period not valid' },
    vi: 'Ngày hết hiệu lực phải sau ngày bắt đầu {validFrom}.',
    en: 'It must end after it began on {validFrom}.',
  },
  { constraint: 'award_forms_period_check' },
);
export const AwardFormForNobody = problem(
  'award-form-for-nobody',
  422,
  {
    title: { vi: 'Không dành cho ai', en: 'For nobody' },
    vi: 'Danh hiệu, hình thức phải dành cho tập thể, cá nhân hoặc cả hai.',
    en: 'A title or form is for collectives, for individuals or for both.',
  },
  { constraint: 'award_forms_recipient_check' },
);
export const AwardFormOfAll = problem('award-form-of-all', 409, {
  title: { vi: 'Danh mục chung', en: 'Common catalogue' },
  vi: '“{name}” thuộc danh mục chung theo pháp luật; một Liên minh chỉ sửa, hủy được danh hiệu, hình thức của mình.',
  en: '“{name}” is of the common catalogue of the law; an alliance corrects or takes back its own titles and forms only.',
});
export const AwardFormInUse = problem(
  'award-form-in-use',
  409,
  {
    title: { vi: 'Đã có khen thưởng', en: 'Form in use' },
    vi: '{count} lượt khen thưởng đã ghi sẽ không còn phù hợp với “{name}”.',
    en: '{count} recorded awards would no longer fit “{name}”.',
  },
  { constraint: 'award_forms_in_use' },
);

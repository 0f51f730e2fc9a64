import { fieldRule } from '../../platform/problems/field-rules.js';
import { problem } from '../../platform/problems/problem.js';

export const AwardRecipientUnclear = problem(
  'award-recipient-unclear',
  422,
  {
    title: { vi: 'Chưa xác định đối tượng khen thưởng', en: 'Recipient unclear' },
    vi: 'Mỗi lượt khen thưởng có đúng một đối tượng: một tập thể (organizationId, có thể kèm unitName) hoặc một cá nhân (personId); xem chi tiết trong errors.',
    en: 'An award has exactly one recipient: a collective (organizationId, perhaps with unitName) or an individual (personId); see errors.',
  },
  { constraint: 'awards_recipient_check' },
);
export const AwardAchievementUnclear = problem(
  'award-achievement-unclear',
  422,
  {
    title: { vi: 'Thời gian tính thành tích chưa rõ', en: 'Period of achievement unclear' },
    vi: 'Thời gian tính thành tích cần cả hai ngày, achievementTo sau achievementFrom, hoặc không ngày nào; xem chi tiết trong errors.',
    en: 'The period of achievement needs both days, achievementTo after achievementFrom, or neither; see errors.',
  },
  { constraint: 'awards_achievement_check' },
);
export const AwardFormNotInForce = problem(
  'award-form-not-in-force',
  422,
  {
    title: { vi: 'Danh hiệu, hình thức không có hiệu lực', en: 'Form not in force' },
    vi: 'Danh hiệu, hình thức phải có hiệu lực vào ngày quyết định {decidedOn}; xem chi tiết trong errors.',
    en: 'A title or form must be in force on the day of the decision, {decidedOn}; see errors.',
  },
  { constraint: 'awards_form_in_force' },
);
export const AwardFormNotForRecipient = problem(
  'award-form-not-for-recipient',
  422,
  {
    title: { vi: 'Không dành cho đối tượng này', en: 'Form not for this recipient' },
    vi: 'Có danh hiệu, hình thức không dành cho loại đối tượng được ghi; xem chi tiết trong errors.',
    en: 'A title or form is not for the kind of recipient that was given; see errors.',
  },
  { constraint: 'awards_form_recipient' },
);
export const AwardDecisionNumberTaken = problem(
  'award-decision-number-taken',
  409,
  {
    title: { vi: 'Quyết định đã có trong sổ', en: 'Decision already recorded' },
    vi: 'Cơ quan này đã có quyết định số {number} trong năm {year}.',
    en: 'This body already has a decision with the number {number} in {year}.',
  },
  { constraint: 'award_decisions_number_unique' },
);
export const AwardRevoked = problem(
  'award-revoked',
  409,
  {
    title: { vi: 'Khen thưởng đã bị hủy bỏ', en: 'Already revoked' },
    vi: 'Quyết định đối với lượt khen thưởng này đã bị hủy bỏ ngày {on}.',
    en: 'The award was revoked on {on}.',
  },
  { constraint: 'award_revocations_award_unique' },
);
export const RevokedBeforeAward = problem('revoked-before-award', 422, {
  title: { vi: 'Hủy bỏ trước khi khen thưởng', en: 'Revoked before it was awarded' },
  vi: 'Ngày quyết định hủy bỏ {revokedOn} trước ngày quyết định khen thưởng {decidedOn}.',
  en: 'The revocation of {revokedOn} lies before the decision of {decidedOn}.',
});

/** At the field of an award that only another kind of recipient has. */
export const NOT_FOR_RECIPIENT = fieldRule('not-for-recipient', {
  vi: 'Không dùng cho đối tượng khen thưởng đã chọn.',
  en: 'It does not belong to a recipient of this kind.',
});
/** At the form of an award. */
export const FORM_NOT_IN_FORCE = fieldRule('form-not-in-force', {
  vi: '{form} không có hiệu lực vào ngày {decidedOn}.',
  en: '{form} is not in force on {decidedOn}.',
});
export const FORM_NOT_FOR_RECIPIENT = fieldRule('form-not-for-recipient', {
  vi: '{form} không dành cho đối tượng này.',
  en: '{form} is not for this kind of recipient.',
});

/** What may stand against an award. */
export const awardingProblems = [
  AwardRecipientUnclear,
  AwardAchievementUnclear,
  AwardFormNotInForce,
  AwardFormNotForRecipient,
];

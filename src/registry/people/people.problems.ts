import { problem } from '../../platform/problems/problem.js';

export const IdentityNumberTaken = problem(
  'identity-number-taken',
  409,
  {
    title: { vi: 'Số định danh đã có', en: 'Identity number taken' },
    vi: 'Số định danh này đã ghi cho {holder}.',
    en: 'This identity number is recorded for {holder}.',
  },
  { constraint: 'people_identity_number_unique' },
);
export const PersonErased = problem(
  'person-erased',
  409,
  {
    title: { vi: 'Dữ liệu cá nhân đã xóa', en: 'The person was erased' },
    vi: 'Dữ liệu cá nhân của người này đã được xóa theo luật; hồ sơ này không nhận lại dữ liệu, chức vụ hay suất đại biểu mới.',
    en: 'The personal data of this person were erased as the law demands; this record takes none again, nor an office or a seat to come.',
  },
  { constraint: 'people_erased_check' },
);
export const PositionOverlaps = problem(
  'position-overlaps',
  409,
  {
    title: { vi: 'Chức vụ bị chồng thời gian', en: 'Position overlaps' },
    vi: 'Người này đã giữ chức vụ đó trong tổ chức từ {from}; hai thời kỳ không được chồng nhau.',
    en: 'The person holds this position in the organisation from {from}; two periods may not overlap.',
  },
  { constraint: 'positions_period_excluded' },
);
export const PositionEnded = problem('position-ended', 409, {
  title: { vi: 'Đã thôi giữ chức vụ', en: 'Position ended' },
  vi: 'Chức vụ này đã kết thúc ngày {on}.',
  en: 'The position ended on {on}.',
});
export const BeforePosition = problem(
  'before-position',
  422,
  {
    title: { vi: 'Trước ngày giữ chức vụ', en: 'Before the position began' },
    vi: 'Ngày kết thúc không được trước ngày bắt đầu {validFrom}.',
    en: 'It cannot end before it began on {validFrom}.',
  },
  { constraint: 'positions_period_check' },
);

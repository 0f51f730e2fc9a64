import { problem } from '../../platform/problems/problem.js';

export const AlreadyMember = problem(
  'already-a-member',
  409,
  {
    title: { vi: 'Đã là thành viên', en: 'Already a member' },
    vi: 'Tổ chức này đã là thành viên từ {from} (số thẻ {number}); hai thời kỳ không được chồng nhau.',
    en: 'This organisation is already a member from {from} (number {number}); two memberships may not overlap.',
  },
  { constraint: 'memberships_period_excluded' },
);
export const NumberTaken = problem(
  'membership-number-taken',
  409,
  {
    title: { vi: 'Số thẻ thành viên đã dùng', en: 'Membership number taken' },
    vi: 'Số thẻ {number} đã cấp cho một lần kết nạp khác.',
    en: 'Number {number} stands for another admission.',
  },
  { constraint: 'memberships_number_unique' },
);
export const MembershipEnded = problem(
  'membership-ended',
  409,
  {
    title: { vi: 'Tư cách thành viên đã chấm dứt', en: 'Membership ended' },
    vi: 'Tư cách thành viên chấm dứt từ ngày {on}.',
    en: 'The membership ends on {on}.',
  },
  { constraint: 'membership_exits_membership_unique' },
);
export const BeforeAdmission = problem(
  'before-admission',
  422,
  {
    title: { vi: 'Trước ngày kết nạp', en: 'Before the admission' },
    vi: 'Ngày này trước ngày kết nạp {admittedOn}.',
    en: 'That day lies before the admission on {admittedOn}.',
  },
  { constraint: 'memberships_period_check' },
);
export const AdmittedAfterExit = problem('admitted-after-exit', 422, {
  title: { vi: 'Kết nạp sau ngày ra khỏi Liên minh', en: 'Admitted after the exit' },
  vi: 'Thành viên này đã ra khỏi Liên minh ngày {endedOn}; ngày kết nạp không thể sau ngày đó.',
  en: 'The membership ended on {endedOn}; it cannot begin after that day.',
});
export const AlreadySuspended = problem(
  'membership-already-suspended',
  409,
  {
    title: { vi: 'Đã bị đình chỉ', en: 'Already suspended' },
    vi: 'Đã có một lần đình chỉ từ {from}; hai lần đình chỉ không được chồng nhau.',
    en: 'There is a suspension from {from}; two suspensions may not overlap.',
  },
  { constraint: 'membership_suspensions_period_excluded' },
);
export const NotSuspended = problem('membership-not-suspended', 409, {
  title: { vi: 'Không bị đình chỉ', en: 'Not suspended' },
  vi: 'Tư cách thành viên này không bị đình chỉ.',
  en: 'This membership is not suspended.',
});
export const BeforeSuspension = problem(
  'before-suspension',
  422,
  {
    title: { vi: 'Trước ngày đình chỉ', en: 'Before the suspension' },
    vi: 'Ngày khôi phục không được trước ngày đình chỉ {suspendedOn}.',
    en: 'It cannot be resumed before the suspension of {suspendedOn}.',
  },
  { constraint: 'membership_suspensions_period_check' },
);
export const SuspensionOutside = problem(
  'suspension-outside-membership',
  409,
  {
    title: { vi: 'Đình chỉ ngoài thời gian là thành viên', en: 'Suspension outside the membership' },
    vi: 'Thời gian đình chỉ (từ {suspendedOn} đến {until}) phải nằm trong thời gian là thành viên (từ {from} đến {to}).',
    en: 'The suspension (from {suspendedOn} to {until}) must lie within the membership (from {from} to {to}).',
  },
  { constraint: 'membership_suspensions_within_membership' },
);
export const CategoryDayTaken = problem(
  'membership-category-day-taken',
  409,
  {
    title: { vi: 'Ngày này đã có lần chuyển loại', en: 'The category changes on that day already' },
    vi: 'Đã ghi một lần chuyển loại thành viên từ ngày {validFrom}.',
    en: 'A change of category from {validFrom} is recorded already.',
  },
  { constraint: 'membership_category_changes_day_unique' },
);
export const CategoryOutside = problem(
  'category-outside-membership',
  409,
  {
    title: { vi: 'Chuyển loại ngoài thời gian là thành viên', en: 'A category outside the membership' },
    vi: 'Đã ghi một lần chuyển loại thành viên từ ngày {validFrom}; ngày đó phải nằm trong thời gian là thành viên (từ {from}, đến trước {to}).',
    en: 'A change of category from {validFrom} is recorded; that day must lie within the membership (from {from}, before {to}).',
  },
  { constraint: 'membership_category_changes_within_membership' },
);
export const CategoryAlready = problem('membership-category-already', 409, {
  title: { vi: 'Đã thuộc loại này', en: 'Of this category already' },
  vi: 'Vào ngày {validFrom}, thành viên đã thuộc loại này.',
  en: 'On {validFrom} the membership is of this category already.',
});
export const CategoryHasChanged = problem('membership-category-has-changed', 409, {
  title: { vi: 'Loại thành viên đã chuyển', en: 'The category has changed since' },
  vi: 'Loại lúc kết nạp không sửa được khi đã ghi lần chuyển loại từ ngày {validFrom}: hãy hủy lần chuyển đó trước, nếu ghi nhầm; loại thành viên thay đổi bằng một lần chuyển loại.',
  en: 'The category at the admission is not corrected while a change from {validFrom} is recorded: take that back first, if it is wrong; another category since a day is a change of category.',
});

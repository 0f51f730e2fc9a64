import { problem } from '../platform/problems/problem.js';

export const EmailTaken = problem(
  'email-taken',
  409,
  {
    title: { vi: 'Thư điện tử đã dùng', en: 'E-mail address taken' },
    vi: 'Địa chỉ này đã thuộc về một tài khoản khác.',
    en: 'Another account has this address.',
  },
  { constraint: 'accounts_email_unique' },
);
export const OrganizationOfMember = problem(
  'organization-of-member-account',
  422,
  {
    title: { vi: 'Tổ chức của tài khoản', en: 'Organisation of an account' },
    vi: 'Tài khoản của tổ chức thành viên phải có tổ chức, vai trò khác thì không.',
    en: 'An account of the role member has an organisation, one of another role has none.',
  },
  { constraint: 'accounts_organization_check' },
);
export const AllianceTakenBack = problem(
  'alliance-taken-back',
  409,
  {
    title: { vi: 'Bản ghi Liên minh đã bị hủy', en: 'The alliance was taken back' },
    vi: 'Bản ghi Liên minh này đã bị hủy do nhập nhầm, nên không ai đăng nhập cho Liên minh đó được nữa.',
    en: 'This alliance was taken back, so that nobody signs in for it any more.',
  },
  { constraint: 'accounts_alliance_check' },
);
export const LastAdministrator = problem('last-administrator', 409, {
  title: { vi: 'Quản trị viên cuối cùng', en: 'The last administrator' },
  vi: 'Không còn quản trị viên nào khác của Liên minh này hoặc của Liên minh cấp trên.',
  en: 'No other administrator of this alliance, or of one above it, would be left.',
});
export const OwnRole = problem('own-role', 409, {
  title: { vi: 'Vai trò của chính mình', en: 'One’s own role' },
  vi: 'Không ai tự đổi vai trò của mình; hãy nhờ một quản trị viên khác.',
  en: 'Nobody changes the role of his own account; ask another administrator.',
});
export const OwnWayIn = problem('own-way-in', 409, {
  title: { vi: 'Cách đăng nhập của chính mình', en: 'One’s own way in' },
  vi: 'Đổi mật khẩu của mình tại /auth/password-changes, bằng mật khẩu hiện tại; danh tính và địa chỉ thư của mình do quản trị viên khác đổi.',
  en: 'Change your own password at /auth/password-changes, by the present one; another administrator links your identity and changes your address.',
});
export const AlreadyDisabled = problem('account-already-disabled', 409, {
  title: { vi: 'Tài khoản đã bị khóa', en: 'Account disabled' },
  vi: 'Tài khoản này đã bị khóa.',
  en: 'This account is disabled.',
});
export const NotDisabled = problem('account-not-disabled', 409, {
  title: { vi: 'Tài khoản không bị khóa', en: 'Not disabled' },
  vi: 'Tài khoản này không bị khóa.',
  en: 'This account is not disabled.',
});
export const IdentityTaken = problem(
  'identity-taken',
  409,
  {
    title: { vi: 'Danh tính đã liên kết', en: 'Identity taken' },
    vi: 'Danh tính này đã được liên kết với một tài khoản.',
    en: 'An account is linked to this identity already.',
  },
  { constraint: 'account_identities_subject_unique' },
);
export const KeyBeyondMaker = problem('key-beyond-maker', 409, {
  title: { vi: 'Khóa quá quyền người tạo', en: 'A key beyond its maker' },
  vi: 'Khóa của văn phòng do văn phòng của chính Liên minh đó tạo; chỉ quản trị viên tạo khóa kiểm toán.',
  en: 'A key of the secretariat is made by the secretariat of that very alliance; only administrators make keys of auditors.',
});
export const AlreadyRevoked = problem('key-already-revoked', 409, {
  title: { vi: 'Khóa đã thu hồi', en: 'Already revoked' },
  vi: 'Khóa này đã bị thu hồi.',
  en: 'This key is revoked already.',
});

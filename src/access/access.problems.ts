import { problem } from '../platform/problems/problem.js';

export const SignInRefused = problem('sign-in-refused', 401, {
  title: { vi: 'Không đăng nhập được', en: 'Sign-in refused' },
  vi: 'Thư điện tử hoặc mật khẩu không đúng, hoặc tài khoản đã bị khóa.',
  en: 'The e-mail address or the password is wrong, or the account is disabled.',
});
export const RefreshRefused = problem('refresh-refused', 401, {
  title: { vi: 'Phiên đã kết thúc', en: 'The session is over' },
  vi: 'Mã gia hạn không còn hiệu lực; hãy đăng nhập lại.',
  en: 'This refresh token is no longer good; sign in again.',
});
export const NoSession = problem('no-session', 409, {
  title: { vi: 'Không có phiên', en: 'No session' },
  vi: 'Khóa không có phiên để kết thúc; hãy thu hồi khóa.',
  en: 'A key has no session that could end; revoke the key.',
});
export const LinkRefused = problem('password-link-refused', 401, {
  title: { vi: 'Liên kết không còn hiệu lực', en: 'The link is no longer good' },
  vi: 'Liên kết đã dùng, đã hết một giờ hoặc đã được thay; hãy xin liên kết mới.',
  en: 'The link was used, is over an hour old, or was overtaken; ask for another.',
});
export const NotAnAccount = problem('not-an-account', 409, {
  title: { vi: 'Không phải tài khoản', en: 'Not an account' },
  vi: 'Khóa không có mật khẩu và không có yếu tố thứ hai.',
  en: 'A key has neither a password nor a second factor.',
});
export const SecondFactorNeeded = problem('second-factor-needed', 401, {
  title: { vi: 'Cần mã xác thực', en: 'A code is needed' },
  vi: 'Tài khoản này dùng xác thực hai bước: hãy gửi thêm mã (code).',
  en: 'This account has a second factor: send its code too.',
});
export const EnrolmentNeeded = problem('second-factor-enrolment-needed', 403, {
  title: { vi: 'Cần bật xác thực hai bước', en: 'Enrol a second factor first' },
  vi: 'Vai trò này phải dùng xác thực hai bước: hãy đăng ký ứng dụng rồi làm tiếp.',
  en: 'This role needs a second factor: enrol an app, then go on.',
});
export const SecondFactorNotOffered = problem('second-factor-not-offered', 409, {
  title: { vi: 'Chưa có xác thực hai bước', en: 'No second factor is offered' },
  vi: 'Máy chủ chưa có khóa SECOND_FACTOR_KEY; hãy báo người vận hành.',
  en: 'The server has no SECOND_FACTOR_KEY; tell the operator.',
});
export const SecondFactorPresent = problem(
  'second-factor-present',
  409,
  {
    title: { vi: 'Đã có xác thực hai bước', en: 'There is a second factor' },
    vi: 'Tài khoản đã có xác thực hai bước; hãy gỡ bỏ trước khi đăng ký ứng dụng khác.',
    en: 'This account has a second factor; remove it before enrolling another.',
  },
  { constraint: 'second_factors_account_unique' },
);
export const NoSecondFactor = problem('no-second-factor', 409, {
  title: { vi: 'Không có xác thực hai bước', en: 'No second factor' },
  vi: 'Không có ứng dụng nào ở trạng thái mà yêu cầu này cần.',
  en: 'There is no app in the state that this asks for.',
});
export const OwnSecondFactor = problem('own-second-factor', 409, {
  title: { vi: 'Xác thực hai bước của chính mình', en: 'One’s own second factor' },
  vi: 'Hãy tự gỡ bằng mật khẩu và mã (auth/second-factor/removals).',
  en: 'Remove your own by password and code (auth/second-factor/removals).',
});
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
export const LastAdministrator = problem('last-administrator', 409, {
  title: { vi: 'Quản trị viên cuối cùng', en: 'The last administrator' },
  vi: 'Không còn quản trị viên nào khác của liên minh này hoặc của liên minh cấp trên.',
  en: 'No other administrator of this alliance, or of one above it, would be left.',
});
export const AlreadyDisabled = problem('account-already-disabled', 409, {
  title: { vi: 'Tài khoản đã bị khóa', en: 'Already disabled' },
  vi: 'Tài khoản này đã bị khóa.',
  en: 'This account is disabled already.',
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
export const SingleSignOnOff = problem('single-sign-on-off', 404, {
  title: { vi: 'Không dùng đăng nhập một lần', en: 'No single sign-on' },
  vi: 'Sổ này không dùng đăng nhập một lần; hãy đăng nhập bằng mật khẩu.',
  en: 'This registry has no single sign-on; sign in with a password.',
});
export const ProviderUnavailable = problem('provider-unavailable', 503, {
  title: { vi: 'Nhà cung cấp đăng nhập không phục vụ', en: 'The provider does not answer' },
  vi: 'Nhà cung cấp đăng nhập một lần không trả lời như cần thiết; hãy thử lại hoặc đăng nhập bằng mật khẩu.',
  en: 'The provider of single sign-on does not answer as it should; try again, or sign in with a password.',
});
export const AlreadyRevoked = problem('key-already-revoked', 409, {
  title: { vi: 'Khóa đã thu hồi', en: 'Already revoked' },
  vi: 'Khóa này đã bị thu hồi.',
  en: 'This key is revoked already.',
});

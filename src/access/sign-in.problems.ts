import { problem } from '../platform/problems/problem.js';

export const SignInRefused = problem('sign-in-refused', 401, {
  title: { vi: 'Không đăng nhập được', en: 'Sign-in refused' },
  vi: 'Thư điện tử, mật khẩu hoặc mã xác thực không đúng, hoặc tài khoản đã bị khóa.',
  en: 'The e-mail address, the password or the code is wrong, or the account is disabled.',
});
export const SignOnRefused = problem('sign-on-refused', 401, {
  title: { vi: 'Không đăng nhập được qua nhà cung cấp', en: 'Single sign-on refused' },
  vi: 'Nhà cung cấp không xác nhận bạn, chưa có tài khoản nào liên kết với bạn ở đó, tài khoản đã bị khóa, hoặc đã quá mười phút; hãy thử lại rồi hỏi quản trị viên.',
  en: 'The provider did not vouch for you, no account is linked to you there, it is disabled, or ten minutes were over: try again, then ask an administrator.',
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
  vi: 'Liên kết đã dùng, đã quá một giờ hoặc đã được thay bằng liên kết khác; hãy đề nghị cấp liên kết mới.',
  en: 'The link was used, is over an hour old, or was overtaken; ask for another.',
});
export const NotAnAccount = problem('not-an-account', 409, {
  title: { vi: 'Không phải tài khoản', en: 'Not an account' },
  vi: 'Việc này cần một tài khoản đã đăng nhập: khóa không có mật khẩu, không có xác thực hai bước, và không tạo hay thu hồi khóa khác.',
  en: 'This needs an account that is signed in: a key has neither a password nor a second factor, and makes or revokes no other key.',
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
  vi: 'Máy chủ chưa có đúng khóa SECOND_FACTOR_KEY; hãy báo người vận hành.',
  en: 'The server does not have the right SECOND_FACTOR_KEY; tell the operator.',
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
  vi: 'Chưa có ứng dụng xác thực nào đang dùng, hoặc đang chờ xác nhận, để làm việc này.',
  en: 'There is no app in use, or waiting to be confirmed, to do this with.',
});
export const OwnSecondFactor = problem('own-second-factor', 409, {
  title: { vi: 'Xác thực hai bước của chính mình', en: 'One’s own second factor' },
  vi: 'Hãy tự gỡ bằng mật khẩu và mã (auth/second-factor/removals).',
  en: 'Remove your own by password and code (auth/second-factor/removals).',
});
export const SingleSignOnOff = problem('single-sign-on-off', 404, {
  title: { vi: 'Không dùng đăng nhập một lần', en: 'No single sign-on' },
  vi: 'Sổ này không dùng đăng nhập một lần; hãy đăng nhập bằng mật khẩu.',
  en: 'This registry has no single sign-on; sign in with a password.',
});
export const ProviderUnavailable = problem('provider-unavailable', 503, {
  title: { vi: 'Nhà cung cấp đăng nhập không phục vụ', en: 'The provider does not answer' },
  vi: 'Nhà cung cấp đăng nhập một lần không phản hồi hoặc phản hồi không hợp lệ; hãy thử lại hoặc đăng nhập bằng mật khẩu.',
  en: 'The provider of single sign-on does not answer as it should; try again, or sign in with a password.',
});

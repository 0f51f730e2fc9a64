import { hash } from 'node:crypto';

const STYLE =
  'body{font:1rem/1.6 system-ui;max-width:28rem;margin:3rem auto;padding:0 1rem}input,button{font:inherit;width:100%;box-sizing:border-box;padding:.5rem;margin:.25rem 0}';

/** Sends what was typed with what stands behind the `#` of the address, and says what was answered. */
const SCRIPT = `
const form = document.querySelector('form');
const { password } = form.elements;
const button = document.querySelector('button');
const said = document.querySelector('output');
const unanswered = { detail: 'Không kết nối được; hãy thử lại. / No connection; try again.' };
const incomplete = 'Liên kết không đầy đủ: hãy mở lại từ thư, hoặc xin liên kết mới. / The link is incomplete: open it from the mail again, or ask for another.';
if (location.hash.length < 2) said.textContent = incomplete;
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  if (button.disabled || location.hash.length < 2) return;
  button.disabled = true;
  said.textContent = '';
  password.removeAttribute('aria-invalid');
  const body = JSON.stringify({ token: location.hash.slice(1), password: password.value });
  const headers = { 'Content-Type': 'application/json', 'Accept-Language': navigator.language };
  const response = await fetch('api/v1/auth/passwords', { method: 'POST', headers, body }).catch(() => null);
  const answer = (await response?.json().catch(() => null)) ?? unanswered;
  const errors = answer.errors ?? [];
  const set = response?.ok === true;
  said.textContent = set ? 'Đã đặt mật khẩu. / The password is set.' : errors.map(({ message }) => message).join(' ') || answer.detail;
  form.hidden = set;
  button.disabled = set;
  if (set) return history.replaceState(null, '', location.pathname);
  if (errors.some(({ pointer }) => pointer === '/password')) password.setAttribute('aria-invalid', 'true');
  password.focus();
});
`;

const sourceOf = (text: string): string => `'sha256-${hash('sha256', text, 'base64')}'`;

/** The page may do what its own script does, and nothing else. */
export const PASSWORD_PAGE_POLICY = [
  "default-src 'none'",
  `script-src ${sourceOf(SCRIPT)}`,
  `style-src ${sourceOf(STYLE)}`,
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Where a link leads. The same bytes for everybody: the secret is not sent to the server until the form is. */
export const PASSWORD_PAGE = `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Đặt mật khẩu</title>
<style>${STYLE}</style>
<h1>Đặt mật khẩu <small lang="en">Set a password</small></h1>
<form>
<label>Mật khẩu mới <small lang="en">New password</small>
<input name="password" type="password" autocomplete="new-password" minlength="12" required aria-describedby="rule"></label>
<p id="rule">Ít nhất 12 ký tự (quản trị viên và văn phòng: ít nhất 15). <span lang="en">At least 12 characters, 15 for administrators and the secretariat.</span></p>
<button>Đặt mật khẩu <small lang="en">Set the password</small></button>
</form>
<p><output role="alert"></output></p>
<noscript><p>Trang này cần JavaScript. <span lang="en">This page needs JavaScript.</span></p></noscript>
<script>${SCRIPT}</script>
</html>
`;

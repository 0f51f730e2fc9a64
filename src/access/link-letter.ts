import type { Settings } from '../platform/config/settings.js';
import type { Letter } from '../platform/mail/mailer.js';

export type LinkKind = 'invitation' | 'reset';

/** The secret stands behind the `#`: no server and no proxy on the way ever sees it in an address. */
export const linkWith = (
  token: string,
  { publicUrl, host, port }: Pick<Settings, 'publicUrl' | 'host' | 'port'>,
): string => `${publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`}/password#${token}`;

const words: Readonly<Record<LinkKind, { subject: string; vi: string; en: string; viElse: string; enElse: string }>> = {
  invitation: {
    subject: 'Lời mời sử dụng sổ đăng ký của Liên minh Hợp tác xã / Invitation to the registry',
    vi: 'Bạn được mời sử dụng sổ đăng ký của Liên minh Hợp tác xã. Hãy đặt mật khẩu tại:',
    en: 'You are invited to the registry of the Cooperative Alliance. Set your password at the address above.',
    viElse: 'Nếu liên kết hết hạn, vui lòng đề nghị quản trị viên đã mời bạn gửi liên kết mới.',
    enElse: 'When it is over, ask the administrator who invited you for another.',
  },
  reset: {
    subject: 'Đặt lại mật khẩu / Set another password',
    vi: 'Có yêu cầu đặt lại mật khẩu của bạn. Hãy đặt mật khẩu mới tại:',
    en: 'Another password was asked for your account. Set it at the address above.',
    viElse: 'Nếu bạn không yêu cầu, hãy bỏ qua thư này.',
    enElse: 'If you did not ask for it, ignore this mail.',
  },
};

/** The mail that brings a link. It names nobody, and has nothing in it that a caller chose. */
export function letterWith(link: string, kind: LinkKind, to: string): Letter {
  const { subject, vi, en, viElse, enElse } = words[kind];
  const text = [
    vi,
    link,
    `Liên kết chỉ dùng được một lần và có hiệu lực trong một giờ. ${viElse}`,
    `${en} It is good once, for an hour. ${enElse}`,
  ];
  return { to, subject, text: `${text.join('\n\n')}\n` };
}

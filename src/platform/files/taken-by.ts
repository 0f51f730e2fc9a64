import type { Act } from '../rights/act.js';

/** Who took a file, when, by which request: the last lines of its first sheet. */
export const takenBy = ({ actor, circumstances }: Act): [string, string][] => [
  ['Người lấy', actor.name],
  ['Lấy lúc', new Date().toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' })],
  ['Mã yêu cầu', circumstances.requestId ?? ''],
];

import { expect, test } from '@jest/globals';
import { letterWith } from '../../src/access/link-letter.js';

const link = 'https://htx.example/password#bi-mat';

test('an invitation says that it is one, in both languages, and how long its link is good', () => {
  const { to, subject, text } = letterWith(link, 'invitation', 'an@hp.test');
  expect(to).toBe('an@hp.test');
  expect(subject).toMatch(/^Lời mời .+ \/ Invitation to the registry$/);
  for (const words of ['Bạn được mời', 'You are invited', link, 'một lần', 'một giờ', 'good once, for an hour'])
    expect(text).toContain(words);
  expect(text).not.toMatch(/bỏ qua|ignore/);
});

test('whoever asked for another password is told so, and that he may leave the mail', () => {
  const { subject, text } = letterWith(link, 'reset', 'an@hp.test');
  expect(subject).toBe('Đặt lại mật khẩu / Set another password');
  for (const words of [
    'đặt lại mật khẩu của bạn',
    'Another password was asked',
    link,
    'bỏ qua thư này',
    'ignore this mail',
  ])
    expect(text).toContain(words);
  expect(text).not.toMatch(/mời|invited/);
});

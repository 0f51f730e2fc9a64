import type { FastifyInstance } from 'fastify';
import { problemWithCode, type ProblemDefinition } from '../problems/problem.js';
import { UnknownRecord } from '../problems/request.problems.js';

/** The pages that a problem's `type` points to. */
export function publishProblems(server: FastifyInstance): void {
  server.get<{ Params: { code: string } }>('/docs/problems/:code', (request, reply) => {
    const problem = problemWithCode(request.params.code);
    if (!problem) throw UnknownRecord();
    return reply.type('text/html; charset=utf-8').send(pageOf(problem));
  });
}

const styles = 'body{font:1rem/1.6 system-ui;max-width:42rem;margin:3rem auto;padding:0 1rem}code{font-size:1.1em}';

/** When each status is answered: the page's reader may meet it for the first time. */
const whenAnswered: Readonly<Record<number, { vi: string; en: string }>> = {
  400: {
    vi: 'Khi yêu cầu không đọc được, hoặc có tham số không hợp lệ.',
    en: 'When the request cannot be read, or a parameter is not valid.',
  },
  401: { vi: 'Khi chưa đăng nhập hoặc phiên đã hết.', en: 'When nobody is signed in, or the session has ended.' },
  403: { vi: 'Khi vai trò không có quyền.', en: 'When the role lacks the right.' },
  404: { vi: 'Khi không có, hoặc ngoài phạm vi của bạn.', en: 'When there is none, or none within your reach.' },
  405: { vi: 'Khi địa chỉ không nhận phương thức này.', en: 'When the address does not take the method.' },
  409: { vi: 'Khi trái với điều đã ghi.', en: 'When it contradicts what is recorded.' },
  412: { vi: 'Khi bản ghi đã đổi từ lúc bạn đọc.', en: 'When the record changed after you read it.' },
  422: { vi: 'Khi một trường trái quy tắc.', en: 'When a field breaks a rule.' },
  429: { vi: 'Khi gửi quá nhiều yêu cầu.', en: 'When requests come too fast.' },
  503: { vi: 'Khi tạm thời không phục vụ được.', en: 'When it cannot be served at the moment.' },
};

function pageOf({ code, status, title, detail, retired }: ProblemDefinition): string {
  const when = whenAnswered[status];
  return `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title.vi)} · ${code}</title>
<style>${styles}</style>
<h1>${escaped(title.vi)}</h1>
<p><code>${code}</code> · ${status}</p>
${retired ? '<p>Không còn dùng. <span lang="en">Retired: it is no longer answered.</span></p>' : ''}
<p>${withoutValues(detail.vi)}</p>
${when ? `<p>${when.vi}</p>` : ''}
<section lang="en">
<h2>${escaped(title.en)}</h2>
<p>${withoutValues(detail.en)}</p>
${when ? `<p>${when.en}</p>` : ''}
</section>
<p><a href="/docs">Tài liệu API <span lang="en">(API documentation)</span></a></p>
</html>
`;
}

/** What an answer says of its own case stands for any. */
const withoutValues = (words: string): string => escaped(words.replaceAll(/\{\w{1,40}\}/g, '…'));

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const escaped = (text: string): string => text.replace(/[&<>]/g, (character) => entities[character] ?? character);

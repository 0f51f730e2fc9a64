import type { FastifyInstance } from 'fastify';
import { problemWithCode } from '../problems/problem.js';
import { UnknownRecord } from '../problems/request.problems.js';

/** The pages that a problem's `type` points to. */
export function publishProblems(server: FastifyInstance): void {
  server.get<{ Params: { code: string } }>('/docs/problems/:code', (request, reply) => {
    const problem = problemWithCode(request.params.code);
    if (!problem) throw UnknownRecord();
    const { code, status, title, detail, retired } = problem;
    return reply.type('text/html; charset=utf-8').send(`<!doctype html><html lang="vi"><meta charset="utf-8">
<title>${code}</title><h1>${code} · ${status}</h1>${retired ? '<p>Retired: no longer answered.</p>' : ''}
<h2>${title.vi}</h2><p>${detail.vi}</p><h2 lang="en">${title.en}</h2><p lang="en">${detail.en}</p></html>`);
  });
}

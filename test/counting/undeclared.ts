import { operationFinder, type Operation } from './document.js';
import type { CountedReply } from './replies.js';

/** What was answered though the document does not say so: a status, a problem, a header; each in one sentence. */
export function undeclaredAnswers(operations: readonly Operation[], replies: readonly CountedReply[]): string[] {
  const find = operationFinder(operations);
  const found = new Set<string>();
  for (const reply of replies) {
    const operation = find(reply.method, reply.path);
    if (!operation) continue;
    for (const answered of notDeclared(operation, reply))
      found.add(`${operation.method} ${operation.template}: answered ${answered}, which is not declared`);
  }
  return [...found].sort();
}

function notDeclared({ answers }: Operation, { status, code, headers }: CountedReply): string[] {
  const declared = answers[status];
  if (!declared) return [[status, code].filter(Boolean).join(' ')];
  return [
    ...(code !== undefined && !declared.codes.includes(code) ? [`${status} ${code}`] : []),
    ...headers.filter((name) => !declared.headers.includes(name)).map((name) => `${status} with ${name}`),
  ];
}

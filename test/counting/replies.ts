import type { Reply } from '../kit/reply.js';
import { note } from '../setup/run.js';

/** What the count keeps of one answer. */
export interface CountedReply {
  method: string;
  /** Without the query. */
  path: string;
  /** The name in the cast: `secretariat`, `otherAlliance`, `anonymous` … */
  actor: string;
  status: number;
  /** The problem's code, when it was one. */
  code?: string | undefined;
  /** Where a success says that it is read. */
  location?: string;
  /** Which of the headers that the document must name it had. */
  headers: string[];
  /** The ids that a successful answer of one record names: other people's 404 for them is a refusal, not a miss. */
  ids: string[];
}

const NAMED_HEADERS = ['etag', 'idempotent-replayed', 'link', 'location', 'retry-after'];

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

let replies: CountedReply[] = [];

/** Remembers an answer for the count at the suite's end. */
export function record(actor: string, reply: Reply): void {
  const { method, path: whole } = reply.request;
  const [path = ''] = whole.split('?');
  const ok = reply.status < 300;
  const named = ok ? `${path} ${reply.location} ${'items' in reply.body ? '' : reply.text}` : '';
  replies.push({
    method,
    path,
    actor,
    status: reply.status,
    code: reply.problemCode,
    ...(ok && reply.location && { location: reply.location }),
    headers: NAMED_HEADERS.filter((name) => reply.headers.has(name)),
    ids: [...new Set(named.match(UUID))],
  });
}

/** Writes down what was remembered; each test file does so at its end. */
export function noteReplies(): void {
  if (replies.length > 0) note('replies', replies);
  replies = [];
}

import { exchange } from './exchange.js';
import { Asked, type Asker } from './asked.js';
import { Reply, type Json, type Request } from './reply.js';
import { record } from '../counting/replies.js';

export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;
type HeaderSet = Readonly<Record<string, string>>;

/** What a client signs its requests with; asked for before each. */
export type Credentials = () => Promise<HeaderSet>;

/** Somebody who talks to the server. Paths are those below `/api/v1/` (`memberships/…`), or whole ones (`/docs`). */
export class Client implements Asker {
  readonly unawaited = new Set<Asked>();

  constructor(
    readonly name: string,
    readonly server: () => string,
    readonly credentials: Credentials,
  ) {}

  get(path: string, query: Query = {}, headers: HeaderSet = {}): Asked {
    return this.ask({ method: 'GET', path: wholePath(path) + queryString(query), headers });
  }

  post(path: string, body: Json = {}, headers: HeaderSet = {}): Asked {
    return this.ask(withBody('POST', path, body, headers));
  }

  /** A merge patch; `If-Match` must be given. */
  patch(path: string, body: Json, headers: HeaderSet = {}): Asked {
    return this.ask(withBody('PATCH', path, body, headers));
  }

  /** Reads the record and patches what was read: with its ETag, and with a reason unless one is given. */
  correct(path: string, changes: Json): Asked {
    const patched = this.get(path).then((read) =>
      this.send(withBody('PATCH', path, { reason: 'ghi nhầm', ...changes }, { 'If-Match': read.etag })),
    );
    return new Asked(patched, this);
  }

  /** Sends a request exactly as given: for bodies that no client should send. */
  ask(request: Request): Asked {
    return new Asked(this.send(request), this);
  }

  async send(request: Request): Promise<Reply> {
    const headers = { 'Accept-Language': 'vi', ...(await this.credentials()), ...request.headers };
    const { method, path, body } = request;
    const answer = await exchange(this.server() + path, { method, headers, ...(body !== undefined && { body }) });
    const reply = new Reply(request, answer.status, answer.headers, answer.text);
    record(this.name, reply);
    return reply;
  }
}

const wholePath = (path: string): string => (path.startsWith('/') ? path : `/api/v1/${path}`);

const withBody = (method: string, path: string, body: Json, headers: HeaderSet): Request => ({
  method,
  path: wholePath(path),
  headers: { 'Content-Type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

function queryString(query: Query): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, String(one)]),
  );
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : '';
}

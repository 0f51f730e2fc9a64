import { expect } from '@jest/globals';

export type Json = Readonly<Record<string, unknown>>;

/** What was asked, so that an expectation can ask again. */
export interface Request {
  method: string;
  path: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
}

/** What every answer has for itself, whatever it says. */
const OF_EACH_REQUEST = /^(date|content-length|x-request-id|x-ratelimit-(remaining|reset))$/;

/** An answer of the server, read to its end. */
export class Reply {
  /** The parsed JSON; of anything else `{}`. */
  readonly body: Record<string, unknown>;

  constructor(
    readonly request: Request,
    readonly status: number,
    readonly headers: Headers,
    readonly text: string,
  ) {
    const json = /^application\/(problem\+)?json/.test(headers.get('content-type') ?? '');
    this.body = json && text ? (JSON.parse(text) as Record<string, unknown>) : {};
  }

  get etag(): string {
    return this.headers.get('etag') ?? '';
  }

  get location(): string {
    return this.headers.get('location') ?? '';
  }

  /** The headers by which two answers can be told apart. */
  get tellingHeaders(): [string, string][] {
    return [...this.headers].filter(([name]) => !OF_EACH_REQUEST.test(name));
  }

  /** The id of the record that was answered. */
  get id(): string {
    return String(this.body['id']);
  }

  /** The records of a page. */
  get items(): Record<string, unknown>[] {
    return (this.body['items'] ?? []) as Record<string, unknown>[];
  }

  get problemCode(): string | undefined {
    const problem = (this.headers.get('content-type') ?? '').startsWith('application/problem+json');
    return problem ? String(this.body['code']) : undefined;
  }

  /** What was asked, and what was answered, for messages. */
  toString(): string {
    const { method, path, body } = this.request;
    const sent = body ? ` ${body.slice(0, 500)}` : '';
    return `${method} ${path}${sent}\n→ ${this.status} ${this.text.slice(0, 2000)}`;
  }

  /** Fails with the whole exchange, at the line of the story, when an expectation does not hold. */
  expect(at: StoryLine, holds: (expectation: typeof expect) => void): void {
    try {
      holds(expect);
    } catch (error) {
      if (error instanceof Error) {
        error.message = `${this}\n\n${error.message}`;
        error.stack = `${error.message}\n${at.frames}`;
      }
      throw error;
    }
  }
}

/** Where in a story something was expected: awaiting loses the line, so it is kept when the expectation is made. */
export class StoryLine {
  readonly #error = new Error();

  get frames(): string {
    const lines = (this.#error.stack ?? '').split('\n').filter((line) => line.trim().startsWith('at '));
    return lines.filter((line) => !line.includes('/test/kit/')).join('\n');
  }
}

import { hash } from 'node:crypto';

/**
 * What a reader found, as the bytes that will leave: only reading makes one, and reading takes an act with its right.
 * The server refuses to send anything else.
 */
export class Answer {
  /** @param version of the record, or null for a list or a report. */
  private constructor(
    readonly body: string,
    readonly version: number | null,
    /** Headers besides the entity's own: `Link`, `Location`, `Content-Disposition`. */
    readonly headers: Readonly<Record<string, string>>,
    readonly contentType: string,
    /** The cursor of the page that follows, for a list. */
    readonly next: string | null = null,
    /** The bytes of a file, which leave instead of the body. */
    readonly file: Buffer | null = null,
  ) {}

  static json(body: string, version: number | null = null, headers: Readonly<Record<string, string>> = {}): Answer {
    return new Answer(body, version, headers, 'application/json; charset=utf-8');
  }

  static page(body: string, next: string | null): Answer {
    return new Answer(body, null, {}, 'application/json; charset=utf-8', next);
  }

  /** A problem: text of another type. */
  static of(contentType: string, body: string, headers: Readonly<Record<string, string>> = {}): Answer {
    return new Answer(body, null, headers, contentType);
  }

  static ofFile(contentType: string, file: Buffer, headers: Readonly<Record<string, string>>): Answer {
    return new Answer('', null, headers, contentType, null, file);
  }

  with(headers: Readonly<Record<string, string>>): Answer {
    return new Answer(this.body, this.version, { ...this.headers, ...headers }, this.contentType);
  }

  /** `"<version>-<hash of the body>"` of a record; a list or a report has none. */
  get etag(): string | null {
    return this.version === null ? null : `"${this.version}-${hash('sha1', this.body, 'base64url').slice(0, 16)}"`;
  }
}

import { hash } from 'node:crypto';

/**
 * The bytes that will leave: what a reader found, or what a use case says. The server sends nothing else, so that no record
 * leaves that was not read for an act with its right.
 */
export class Answer {
  /** @param version of the record, or null for a list or a report. */
  private constructor(
    readonly body: string,
    readonly version: number | null,
    /** Headers besides the entity's own: `Location`, `Content-Disposition`. */
    readonly headers: Readonly<Record<string, string>>,
    readonly contentType: string,
    /** The cursor of the page that follows, for a list. */
    readonly next: string | null = null,
    /** The bytes of a list, a report or a file, which leave instead of the body. */
    readonly bytes: Buffer | null = null,
  ) {}

  static json(body: string, version: number | null = null, headers: Readonly<Record<string, string>> = {}): Answer {
    return new Answer(body, version, headers, 'application/json; charset=utf-8');
  }

  /**
   * Many objects, encoded one by one: as one text they would be copied at each step, and from some hundred kilobytes on V8
   * takes fresh memory for every copy.
   * @param around what stands before the objects and after them
   * @param next the cursor of the page that follows, for a list
   */
  static ofMany(
    items: readonly string[],
    around: { before: string; after: string },
    next: string | null = null,
  ): Answer {
    const texts = [around.before, ...items.map((item, i) => (i === 0 ? item : `,${item}`)), around.after];
    const bytes = Buffer.concat(texts.map((text) => Buffer.from(text)));
    return new Answer('', null, {}, 'application/json; charset=utf-8', next, bytes);
  }

  /** Text of another type: a page, or nothing but headers. */
  static of(contentType: string, body: string, headers: Readonly<Record<string, string>> = {}): Answer {
    return new Answer(body, null, headers, contentType);
  }

  static ofFile(contentType: string, bytes: Buffer, headers: Readonly<Record<string, string>>): Answer {
    return new Answer('', null, headers, contentType, null, bytes);
  }

  with(headers: Readonly<Record<string, string>>): Answer {
    const { body, version, contentType, next, bytes } = this;
    return new Answer(body, version, { ...this.headers, ...headers }, contentType, next, bytes);
  }

  /** `"<version>-<hash of the body>"` of a record; a list or a report has none. */
  get etag(): string | null {
    return this.version === null ? null : `"${this.version}-${hash('sha1', this.body, 'base64url').slice(0, 16)}"`;
  }
}

import type { ClientBase } from 'pg';

/** Lines, hashes and notes of one statement. */
const AT_ONCE = 2_000;
const HASH_BYTES = 32;

/** Reads the sealed log as its owner, within one snapshot, whatever its length. */
export class LogReader {
  constructor(private readonly client: ClientBase) {}

  /** Opens the snapshot in which the log is read; ends with the connection. */
  async begin(): Promise<void> {
    await this.client.query(`begin isolation level repeatable read read only`);
    await this.client.query(`set local jit = off`);
  }

  /** The public keys of the log, the first one first, as those who verify are given them. */
  async keys(): Promise<string[]> {
    return this.column('select audit.verifier_key(name, public_key) from audit.signing_keys order by step');
  }

  /** The leaves in the order of their numbers; a number without an event is left out. */
  async *leaves(): AsyncGenerator<string> {
    const text = `select s.seq, (select audit.leaf(e, s.seq, s.sealed_at) from audit.events e where e.id = s.event_id)
      from audit.sequence s where s.seq > $1 order by s.seq limit ${AT_ONCE}`;
    for await (const [, line] of this.pages<[string, string | null]>(text)) if (line !== null) yield line;
  }

  /** The leaf hashes as they were kept when the log grew; one that is gone is nothing but zeros. */
  async *hashes(): AsyncGenerator<Buffer> {
    const text = `select n.index + 1, n.hash from audit.nodes n
      where n.level = 0 and n.index + 1 > $1 order by n.index limit ${AT_ONCE}`;
    let next = 1;
    for await (const [seq, hash] of this.pages<[string, Buffer]>(text)) {
      for (; next < Number(seq); next += 1) yield Buffer.alloc(HASH_BYTES);
      yield hash;
      next += 1;
    }
  }

  /** The signed checkpoints, the smallest first. */
  async *notes(): AsyncGenerator<string> {
    const text = `select size, note from audit.checkpoints where size > $1 order by size limit ${AT_ONCE}`;
    for await (const [, note] of this.pages<[string, string]>(text)) yield note;
  }

  /** The line at a place, 0 being the first. */
  async lineAt(place: number): Promise<Buffer | null> {
    const text = `select audit.leaf(e, s.seq, s.sealed_at) from audit.sequence s join audit.events e on e.id = s.event_id
      order by s.seq offset $1 limit 1`;
    const [line] = await this.column(text, [place]);
    return line === undefined ? null : Buffer.from(line);
  }

  /** The rows of a query that starts after a number and says its row's first. */
  private async *pages<Row extends [string, unknown]>(text: string): AsyncGenerator<Row> {
    for (let after = '0'; ;) {
      const { rows } = await this.client.query<Row>({ text, values: [after], rowMode: 'array' });
      yield* rows;
      const last = rows.at(-1);
      if (!last || rows.length < AT_ONCE) return;
      after = last[0];
    }
  }

  private async column(text: string, values: unknown[] = []): Promise<string[]> {
    const { rows } = await this.client.query<[string]>({ text, values, rowMode: 'array' });
    return rows.map(([value]) => value);
  }
}

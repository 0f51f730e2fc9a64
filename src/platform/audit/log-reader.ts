import type { ClientBase } from 'pg';
import { settle } from './snapshot-lanes.js';

/** Lines and notes of one statement. */
const AT_ONCE = 2_000;
/** Hashes in one piece of those that were kept. */
const HASHES_AT_ONCE = 1_000;
/** What stands for a hash that is gone. */
const NO_HASH = `'\\x${'00'.repeat(32)}'::bytea`;

/** Leaf hashes of events with numbers that follow one another, in one piece of memory; null of no events at all. */
export interface LeafHashes {
  readonly hashes: Buffer | null;
  /** The number of the first event. */
  readonly first: number | null;
  /** The place within the piece at which the numbers no longer follow one another. */
  readonly misplaced: number | null;
}

/** Reads the sealed log as its owner, within one snapshot, whatever its length. */
export class LogReader {
  constructor(private readonly client: ClientBase) {}

  /** Opens the snapshot in which the log is read; ends with the connection. */
  async begin(): Promise<void> {
    await this.client.query('begin isolation level repeatable read read only');
    await settle(this.client);
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

  /** The last number of each piece of the log of so many events, the last piece's included. */
  async ends(events: number): Promise<string[]> {
    const text = `select seq from (select seq, row_number() over (order by seq) as place, count(*) over () as all from audit.sequence) s
      where place % $1 = 0 or place = s.all order by seq`;
    return this.column(text, [events]);
  }

  /** The hashes of the events with the numbers after one up to another, as they are now. */
  async leafHashes(after: string | null, end: string): Promise<LeafHashes> {
    const text = `select string_agg(l.hash, '' order by l.seq) as hashes, min(l.seq)::float as first,
        (min(l.place) filter (where l.seq - l.place <> l.first))::float as misplaced
      from (
        select s.seq, audit.leaf_hash(e, s.seq, s.sealed_at) as hash, row_number() over inorder - 1 as place, min(s.seq) over inorder as first
        from audit.sequence s join audit.events e on e.id = s.event_id
        where ($1::bigint is null or s.seq > $1) and s.seq <= $2 window inorder as (order by s.seq)
      ) l`;
    const { rows } = await this.client.query<LeafHashes>(text, [after, end]);
    return rows[0] as LeafHashes;
  }

  /** How many leaf hashes were kept as the log grew; a place beyond all that can have been kept counts for one. */
  async kept(): Promise<number> {
    const text = `select least(max(index) + 1, count(*) + (select count(*) from audit.sequence) + 1) from audit.nodes where level = 0`;
    return Number((await this.column(text))[0] ?? 0);
  }

  /** Of the leaf hashes that were kept those from a place up to another, in one piece; one that is gone is nothing but zeros. */
  async keptHashes(first: number, beyond: number): Promise<Buffer> {
    const text = `select string_agg(case when length(n.hash) = 32 then n.hash else ${NO_HASH} end, '' order by place) as hashes
      from generate_series($1::bigint, $2::bigint - 1) place
      left join (select * from audit.nodes where level = 0 and index >= $1 and index < $2) n on n.index = place`;
    const { rows } = await this.client.query<{ hashes: Buffer }>(text, [first, beyond]);
    return rows[0]?.hashes ?? Buffer.alloc(0);
  }

  /** All leaf hashes that were kept, piece by piece. */
  async *hashes(): AsyncGenerator<Buffer> {
    const all = await this.kept();
    for (let first = 0; first < all; first += HASHES_AT_ONCE) {
      yield await this.keptHashes(first, Math.min(all, first + HASHES_AT_ONCE));
    }
  }

  /** The signed checkpoints, the smallest first. */
  async *notes(): AsyncGenerator<string> {
    const text = `select size, note from audit.checkpoints where size > $1 order by size limit ${AT_ONCE}`;
    for await (const [, note] of this.pages<[string, string]>(text)) yield note;
  }

  /** The lines from a place on, 0 being the first, at most so many. */
  async linesFrom(place: number, most: number): Promise<Buffer[]> {
    const text = `select audit.leaf(e, s.seq, s.sealed_at) from audit.sequence s join audit.events e on e.id = s.event_id
      order by s.seq offset $1 limit $2`;
    return (await this.column(text, [place, most])).map((line) => Buffer.from(line));
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

import { Injectable } from '@nestjs/common';
import { Answer } from '../reading/answer.js';
import { filled } from '../reading/named-parameters.js';
import type { QueryReader } from '../reading/query.js';
import { Reader } from '../reading/reader.js';
import type { Act } from '../rights/act.js';
import { auditRights } from './audit.rights.js';
import { AuditEventView } from './audit-event.view.js';

/** Proofs of RFC 6962 about the log, for who does not want to believe it. */
@Injectable()
export class TreeProofs {
  constructor(private readonly reader: Reader) {}

  /**
   * That an event stands in the log at `seq`, as its first `size` events were signed; the last checkpoint's by default.
   * The event's own line is given to those who may read the event.
   * @throws Problem 400 for numbers that the log does not have
   */
  async inclusion(query: QueryReader, act: Act): Promise<Answer> {
    const { most, signed } = await this.sizes(act);
    const size = query.integer('size', 1, most) ?? signed;
    const seq = query.requiredInteger('seq', 1, size);
    query.finish(['seq', 'size']);
    return this.answer(
      `select q.seq, :size::bigint as size, encode(n.hash, 'base64') as "leafHash",
  case when e.id is not null and ${this.mayRead(act)} then audit.leaf(e, q.seq, q.sealed_at) end as leaf,
  encode(audit.range_hash(0, :size), 'base64') as root, audit.inclusion_proof(:seq, :size) as hashes
from audit.sequence q
left join audit.events e on e.id = q.event_id -- which not everybody may see
join audit.nodes n on n.level = 0 and n.index = q.seq - 1
where q.seq = :seq`,
      { seq, size },
      act,
    );
  }

  /**
   * That the log of `from` events is the beginning of that of `to` events; of the last checkpoint by default.
   * @throws Problem 400 for numbers that the log does not have
   */
  async consistency(query: QueryReader, act: Act): Promise<Answer> {
    const { most, signed } = await this.sizes(act);
    const to = query.integer('to', 1, most) ?? signed;
    const from = query.requiredInteger('from', 1, to);
    query.finish(['from', 'to']);
    return this.answer(
      `select :from::bigint as "from", :to::bigint as "to", encode(audit.range_hash(0, :from), 'base64') as "fromRoot",
  encode(audit.range_hash(0, :to), 'base64') as "toRoot", audit.consistency_proof(:from, :to) as hashes`,
      { from, to },
      act,
    );
  }

  /** How many events the tree has, and how many of them the last checkpoint covers. */
  private async sizes(act: Act): Promise<{ most: number; signed: number }> {
    const [row] = await this.rows<{ most: number; signed: number }>(
      'select audit.tree_size() as most, coalesce((select max(size) from audit.checkpoints), 0) as signed',
      {},
      act,
    );
    return row ?? { most: 0, signed: 0 };
  }

  private mayRead(act: Act): string {
    return act.may(auditRights.read) ? AuditEventView.scopes.alliance : 'false';
  }

  private async answer(sql: string, values: Readonly<Record<string, number>>, act: Act): Promise<Answer> {
    const [row] = await this.rows<object>(sql, values, act);
    return Answer.json(JSON.stringify(row));
  }

  private rows<Row>(sql: string, values: Readonly<Record<string, number>>, act: Act): Promise<Row[]> {
    return this.reader.rows<Row>(filled(sql, { ...values, ...act.ownValues }), { knownAt: null }, act);
  }
}

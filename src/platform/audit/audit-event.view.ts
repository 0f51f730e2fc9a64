import { ReadModel } from '../reading/read-model.js';
import { json } from '../reading/view-fields.js';
import { events } from './history.view.js';

/**
 * The audit, for those who audit. Who was turned away at the door, unknown, belongs to no alliance: those of the alliance that
 * keeps the registry know it, and the wall hides it from the others.
 */
export class AuditEventView extends ReadModel({
  ...events,
  says: 'Something that was written, seen or refused',
  scopes: {
    alliance: `(e.alliance_id = any(:ownAllianceIds) or e.alliance_id is null and e.action in ('sign_in_refused', 'password_reset', 'refusal'))`,
  },
  order: '-id',
  fields: {
    ...events.fields,
    detail: json(
      'e.detail',
      'Of what is no write: the request, what was asked for, which records were shown',
      {
        type: 'object',
        additionalProperties: true,
      },
      { nullable: true },
    ),
  },
  filters: {
    seq: { says: 'Its place in the sealed order', kind: 'integer', sql: 'q.seq = :seq' },
    seqFrom: { says: 'Its place in the sealed order: from this one on', kind: 'integer', sql: 'q.seq >= :seqFrom' },
    seqTo: {
      says: 'Its place in the sealed order: up to and including this one',
      kind: 'integer',
      sql: 'q.seq <= :seqTo',
    },
    seen: {
      says: 'Who was shown this record with personal values',
      kind: 'id',
      sql: `e.detail ? 'records' and e.detail -> 'records' @> to_jsonb(:seen::text)`,
    },
  },
}) {}

import { ReadModel } from '../reading/read-model.js';
import { id, instant, integer, json, text } from '../reading/view-fields.js';

/** What changed, field by field, under the API's names; what is personal never stands in the images. */
const changes = `(
      select coalesce(json_agg(json_build_object('field', registry.api_name(k.key), 'before', e.before -> k.key, 'after', e.after -> k.key) order by k.key), '[]')
      from (select jsonb_object_keys(coalesce(e.before, '{}') || coalesce(e.after, '{}')) as key) k
      where e.before -> k.key is distinct from e.after -> k.key
        and k.key not in ('version', 'created_at', 'updated_at', 'folded'))`;

const eventFields = {
  id: integer('e.id', 'Its number', { sort: true }),
  recordId: id('e.record_id', 'The record', { filter: 'is' }),
  sequence: integer('q.seq', 'Its place in the sealed order; null until it is sealed', { nullable: true }),
  at: instant('e.at', 'When it was written', { filter: 'range' }),
  actorId: id('e.actor_id', 'The account that wrote', { nullable: true, filter: 'is' }),
  actor: text('e.actor', 'Who wrote'),
  requestId: text('e.request_id', 'The request', { nullable: true, filter: 'is' }),
  action: text('e.action', 'insert, update, void or delete', { filter: 'is' }),
  reason: text('e.reason', 'Why', { nullable: true }),
  sourceDocumentId: id('e.source_document_id', 'By which document', { nullable: true, filter: 'is' }),
  table: text('e.table_name', 'Kind of record', { filter: 'is' }),
  changes: json(changes, 'What changed, field by field', {
    type: 'array',
    items: {
      type: 'object',
      additionalProperties: false,
      required: ['field', 'before', 'after'],
      properties: {
        field: { type: 'string', description: 'Name of the field' },
        before: { description: 'What it was; null when it was nothing' },
        after: { description: 'What it became' },
      },
    },
  }),
};

const events = {
  from: 'audit.events e left join audit.sequence q on q.event_id = e.id',
  key: 'e.id',
  scopes: { alliance: 'e.alliance_id' },
  fields: eventFields,
} as const;

/** The audit, for those who audit. */
export class AuditEventView extends ReadModel({
  ...events,
  says: 'Something that was written',
  filters: { seq: { says: 'Its place in the sealed order', kind: 'integer', sql: 'q.seq = :seq' } },
  order: '-id',
}) {}

/** The events of one record and of the rows that belong to it; read with the right to the record itself. */
export class HistoryView extends ReadModel({
  ...events,
  says: 'Something that was written about the record',
  where: '(e.record_id = :record or e.owner_id = :record)',
  scopes: {},
  order: 'id',
}) {}

import { ReadModel } from '../reading/read-model.js';
import { code, id, instant, integer, json, text } from '../reading/view-fields.js';
import { auditActions } from './actions.js';
import { changes, changesSchema } from './changes.js';

/** The tables whose writes leave events, as the catalogue knows them: `audit.watched_tables` is closed to visitors. */
const watchedTables = `select w.relname as code from pg_trigger t join pg_class w on w.oid = t.tgrelid
    where t.tgname = 'audit_record' order by w.relname`;

const eventFields = {
  id: integer('e.id', 'Its number', { sort: true }),
  recordId: id('e.record_id', 'The record', { nullable: true, filter: 'is' }),
  sequence: integer('q.seq', 'Its place in the sealed order; null until it is sealed', { nullable: true }),
  at: instant('e.at', 'When it was', { filter: 'range' }),
  actorId: id('e.actor_id', 'The account that did it', { nullable: true, filter: 'is' }),
  actor: text('e.actor', 'Who did it'),
  requestId: text('e.request_id', 'The request', { nullable: true, filter: 'is' }),
  action: code(auditActions, 'e.action', 'What was done', { filter: 'is' }),
  reason: text('e.reason', 'Why', { nullable: true }),
  sourceDocumentId: id('e.source_document_id', 'By which document', { nullable: true, filter: 'is' }),
  table: text('e.table_name', 'Kind of record that was written', {
    nullable: true,
    filter: 'is',
    among: watchedTables,
    filed: 'record',
  }),
  changes: json(changes, 'What changed, field by field; without personal values', changesSchema, { filed: 'changes' }),
};

const KNOWN_SEQUENCE = `(select nullif(current_setting('registry.known_seq', true), '')::bigint)`;

/** A row with a place in the audit's order is known from the moment in which it was given that place. @param place its number, as SQL */
export const knownBy = (place: string): string => `(${KNOWN_SEQUENCE} is null or ${place} <= ${KNOWN_SEQUENCE})`;

/** How an event is told, whichever list it stands in. */
export const events = {
  from: 'audit.events e left join audit.sequence q on q.event_id = e.id',
  where: knownBy('q.seq'),
  key: 'e.id',
  fields: eventFields,
} as const;

/** Who wrote a row that belongs to `:record` is of the reader's alliances, or of that which keeps the record itself. */
const inReach = `(e.alliance_id = any(:ownAllianceIds) or e.alliance_id is not distinct from
      (select own.alliance_id from audit.events own where own.record_id = :record and own.table_name is not null order by own.id limit 1))`;

/** What was written about `:record`, and that personal values were erased. @param more events that are about it besides, as SQL */
export const aboutRecord = (more = 'false'): string =>
  `(e.record_id = :record or (e.owner_id = :record or ${more}) and ${inReach}) and (e.table_name is not null or e.action = 'erase')
    and ${events.where}`;

/**
 * The rows of these tables that belong to a part of `:record`, and so are two steps below it.
 * @param parts the table of the part, and its column that names the record
 */
export const ofItsParts = (tables: readonly string[], [part, column]: readonly [string, string]): string =>
  `e.table_name in (${tables.map((table) => `'${table}'`).join(', ')})
    and e.owner_id = any(array(select part.id from ${part} part where part.${column} = :record))`;

export const historyOfRecord = {
  ...events,
  says: 'Something that was written about the record',
  where: aboutRecord(),
  scopes: {},
  order: 'id',
} as const;

/** The events of one record and of the rows that belong to it; read with the right to the record itself. */
export class HistoryView extends ReadModel(historyOfRecord) {}

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { cloneDatabase, type TestDatabase } from '../setup/database.js';

let database: TestDatabase;
let owner: pg.Client;

beforeAll(async () => {
  database = await cloneDatabase();
  owner = new pg.Client(database.url);
  await owner.connect();
});

afterAll(async () => {
  await owner.end();
  await database.drop();
});

/** PostgreSQL keeps any text but the character zero. */
const text = fc.string({ unit: 'binary' }).map((words) => words.replaceAll('\0', ''));
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 3 });
const image = maybe(fc.dictionary(text, fc.oneof(text, fc.double({ noNaN: true }), fc.boolean(), fc.constant(null))));
const event = fc.record({
  id: fc.maxSafeNat(),
  at: fc.date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }),
  actor_id: maybe(fc.uuid()),
  actor: text,
  request_id: maybe(text),
  reason: maybe(text),
  source_document_id: maybe(fc.uuid()),
  action: text,
  table_name: maybe(text),
  record_id: maybe(fc.uuid()),
  owner_id: maybe(fc.uuid()),
  alliance_id: maybe(fc.uuid()),
  before: image,
  after: image,
  detail: image,
  personal_digest: maybe(fc.stringMatching(/^\\x([0-9a-f]{2}){32}$/)),
});

/** The object that the line of an event was written from at first. */
const OBJECT = `jsonb_build_object('id', e.id, 'at', audit.instant_text(e.at), 'actorId', e.actor_id, 'actor', e.actor,
  'requestId', e.request_id, 'reason', e.reason, 'sourceDocumentId', e.source_document_id, 'action', e.action,
  'table', e.table_name, 'recordId', e.record_id, 'ownerId', e.owner_id, 'allianceId', e.alliance_id, 'before', e.before,
  'after', e.after, 'detail', e.detail, 'personalDigest', encode(e.personal_digest, 'base64'))`;

test('the line of an event is byte by byte what jsonb writes of it', () =>
  fc.assert(
    fc.asyncProperty(event, async (one) => {
      const { rows } = await owner.query<{ line: string; object: string }>(
        `select audit.leaf_event(e) as line, ${OBJECT}::text as object from jsonb_populate_record(null::audit.events, $1) e`,
        [JSON.stringify(one)],
      );
      expect(rows[0]?.line).toBe(rows[0]?.object);
    }),
    { numRuns: 500 },
  ));

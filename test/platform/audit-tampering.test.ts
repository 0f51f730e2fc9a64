import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { checkpointText, signedNote } from '../../src/platform/audit/signed-note.js';
import { SealedScratch } from '../kit/sealed-scratch.js';

/**
 * Ten events of the scratch table stand after those of the template: the first three and the last three each a batch of
 * its own, four in one batch. An intruder works as a superuser; both verifiers name the first event that he touched.
 */
let sealed: SealedScratch;
/** How many events came before. */
let before: number;

beforeAll(async () => {
  sealed = await SealedScratch.open();
  before = await sealed.seal();
  for (const names of [['một'], ['hai'], ['ba'], ['bốn', 'năm', 'sáu', 'bảy'], ['tám'], ['chín'], ['mười']]) {
    for (const name of names) await sealed.enter(name);
    await sealed.seal();
  }
  await sealed.close();
}, 60_000);

afterAll(() => sealed.drop());

/** Runs on a copy, which is then gone. */
async function onCopy(body: (copy: SealedScratch) => Promise<void>): Promise<void> {
  const copy = await SealedScratch.open(sealed);
  try {
    await body(copy);
  } finally {
    await copy.drop();
  }
}

/** The number of the n-th event, 1 to 10. */
const at = (n: number): number => before + n;
const eventAt = (n: number): string => `(select event_id from audit.sequence where seq = ${at(n)})`;

test('an untouched log is what was signed, and the rows are what it says', () =>
  onCopy(async (copy) => {
    expect(await copy.verified()).toEqual([]);
    expect(await copy.exportVerified()).toEqual([]);
  }));

const event = (n: number) => eventAt(n);
const leafOf = (n: number) =>
  `(select audit.leaf_hash(e, s.seq, s.sealed_at) from audit.sequence s join audit.events e on e.id = s.event_id where s.seq = ${at(n)})`;
const moveDown = (n: number) => [
  `create temp table later as select * from audit.sequence where seq > ${at(n)}`,
  `delete from audit.sequence where seq >= ${at(n)}`,
  `delete from audit.events where id not in (select event_id from audit.sequence union select event_id from later)`,
  `insert into audit.sequence select seq - 1, event_id, sealed_at from later`,
];
const changed = (n: number) => `update audit.events set after = after || '{"name": "khác"}' where id = ${event(n)}`;

/** What the intruder does, and what both verifiers say first. */
const INTRUSIONS: Readonly<Record<string, { does: () => string[]; says: () => string }>> = {
  'an image': { does: () => [changed(5)], says: () => `event ${at(5)} was changed` },
  'an actor': {
    does: () => [`update audit.events set actor = 'ai đó' where id = ${event(2)}`],
    says: () => `event ${at(2)} was changed`,
  },
  'the instant of a number': {
    does: () => [`update audit.sequence set sealed_at = sealed_at - interval '1 day' where seq = ${at(3)}`],
    says: () => `event ${at(3)} was changed`,
  },
  'an event taken away': {
    does: () => [`delete from audit.events where id = ${event(4)}`, `delete from audit.sequence where seq = ${at(4)}`],
    says: () => `event ${at(4)} was removed`,
  },
  'an event taken away, the gap closed': { does: () => moveDown(6), says: () => `event ${at(6)} was removed` },
  'an event put in between': {
    does: () => [
      `create temp table later as select * from audit.sequence where seq >= ${at(5)}`,
      `delete from audit.sequence where seq >= ${at(5)}`,
      `with forged as (insert into audit.events (actor, action, table_name, record_id, after)
         values ('ai đó', 'insert', 'scratch', gen_random_uuid(), '{}') returning id)
       insert into audit.sequence select ${at(5)}, id, (select min(sealed_at) from later) from forged`,
      `insert into audit.sequence select seq + 1, event_id, sealed_at from later`,
    ],
    says: () => `event ${at(5)} was added: the true one comes after it, at ${at(6)}`,
  },
  'two events that change places': {
    does: () => [
      `create temp table two as select * from audit.sequence where seq in (${at(4)}, ${at(7)})`,
      `delete from audit.sequence where seq in (${at(4)}, ${at(7)})`,
      `insert into audit.sequence select ${at(4)} + ${at(7)} - seq, event_id, sealed_at from two`,
    ],
    says: () => `event ${at(4)} was moved to ${at(7)}: in its place stands event ${at(7)}`,
  },
  'an event and the hash kept for it': {
    does: () => [changed(2), `update audit.nodes set hash = ${leafOf(2)} where level = 0 and index = ${at(2) - 1}`],
    says: () => `event ${at(2)} is not the one that was signed, and the hash kept for it was changed as well`,
  },
  'an event of a batch and the hash kept for it': {
    does: () => [changed(5), `update audit.nodes set hash = ${leafOf(5)} where level = 0 and index = ${at(5) - 1}`],
    says: () =>
      `event ${at(4)} or one of those up to ${at(7)} is not the one that was signed, and the hash kept for it was changed as well`,
  },
  'the last events with all that was kept of them, but for the file elsewhere': {
    does: () => [
      `delete from audit.checkpoints where size > ${at(8)}`,
      `delete from audit.nodes where (index + 1) << level > ${at(8)}`,
      `create temp table gone as select event_id from audit.sequence where seq > ${at(8)}`,
      `delete from audit.sequence where seq > ${at(8)}`,
      `delete from registry.scratch where id in (select record_id from audit.events join gone on event_id = id)`,
      `delete from audit.personal where event_id in (table gone)`,
      `delete from audit.events where id in (table gone)`,
    ],
    says: () => `event ${at(9)} was removed: the log ends at ${at(8)}, but ${at(10)} events were signed for`,
  },
};

test.each(Object.entries(INTRUSIONS))('shown by both verifiers: %s (ASVS 16.4.2)', (_, { does, says }) =>
  onCopy(async (copy) => {
    await copy.tamper(...does());
    expect((await copy.verified())[0]).toBe(says());
    expect((await copy.exportVerified())[0]).toBe(says());
  }),
);

test('a checkpoint that another key signed is no checkpoint, whatever it is called', () =>
  onCopy(async (copy) => {
    const [name = '', , root = ''] = await noteLines(copy, at(3));
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const other = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
    const text = checkpointText(name, at(3), Buffer.from(root, 'base64'));
    const forged = signedNote(text, name, other, privateKey);
    const pretended = signedNote(
      text,
      name,
      Buffer.from(copy.key.split('+').at(-1) ?? '', 'base64').subarray(1),
      privateKey,
    );
    for (const note of [forged, pretended]) {
      await copy.tamper(`update audit.checkpoints set note = '${note}' where size = ${at(3)}`);
      const says = `the checkpoint of ${at(3)} events is not signed by a key of this log`;
      const lacked = `the checkpoint of ${at(3)} events is in CHECKPOINT_FILE and not in the database`;
      expect(await copy.verified()).toEqual([says, lacked]);
      expect(await copy.exportVerified()).toEqual([says]);
    }
  }));

const noteLines = async (copy: SealedScratch, size: number): Promise<string[]> =>
  (await copy.value<string>(`select note from audit.checkpoints where size = $1`, [size])).split('\n');

test('what stands beside the leaves is shown too: personal values, inner nodes, kept hashes', () =>
  onCopy(async (copy) => {
    await copy.tamper(
      `update audit.personal set after = '{"phone": "+84999999999"}' where event_id = ${event(6)}`,
      `update audit.nodes set hash = sha256('') where level = 1 and index = ${Math.floor(at(4) / 2)}`,
      `update audit.nodes set hash = sha256('') where level = 0 and index = ${at(9) - 1}`,
      `update audit.checkpoints set root = sha256('') where size = ${at(3)}`,
    );
    const found = await copy.verified();
    expect(found).toContain(`the checkpoint of ${at(3)} events is shown with another size or root than its note says`);
    expect(found).toContain(`the personal values of event ${at(6)} were changed`);
    expect(found[0]).toBe(`the hash kept for event ${at(9)} was changed; the event is what was signed`);
    expect(found.some((what) => /^the node of level 1 over the events from \d+ on was changed$/.test(what))).toBe(true);
  }));

test('a row that was changed, removed or entered with the triggers off is not what the log says', () =>
  onCopy(async (copy) => {
    const [first, second] = [await idOf(copy, 'một'), await idOf(copy, 'hai')];
    await copy.tamper(`update registry.scratch set phone = '+84900000000' where id = '${first}'`);
    expect(await copy.verified()).toEqual([`scratch ${first} is not what the log says, its last event is ${at(1)}`]);
    expect(await copy.exportVerified()).toEqual([]);
    await copy.tamper(
      `update registry.scratch set phone = '+84912345678' where id = '${first}'`,
      `delete from registry.scratch where id = '${second}'`,
    );
    expect(await copy.verified()).toEqual([
      `scratch ${second} is gone, and the log knows of no deletion, its last event is ${at(2)}`,
    ]);
    await copy.tamper(
      `insert into registry.scratch (id, alliance_id, name) select id, alliance_id, 'lậu' from registry.alliances limit 1`,
    );
    expect((await copy.verified())[0]).toMatch(/^scratch \S+ stands there, and the log does not know it \(and 1 more/);
  }));

test('a table whose trigger is dropped or sleeps is named, whatever was written there meanwhile', () =>
  onCopy(async (copy) => {
    const unwatched = 'the table registry.scratch is not under audit: what is written there leaves no event';
    await copy.owner.query('alter table registry.scratch enable trigger audit_record'); // no longer always
    expect(await copy.verified()).toEqual([unwatched]);
    await copy.owner.query(
      `drop trigger audit_record on registry.scratch;
       comment on table registry.scratch is 'not audited: so an intruder says'`,
    );
    const left = 'known.scratch was replaced: it does not show what the log says was known';
    expect(await copy.verified()).toEqual([unwatched, left]);
  }));

test('what stands in the place of erased values is nothing but what an erasure leaves there', () =>
  onCopy(async (copy) => {
    const invented = `update audit.personal set salt = null, after = '{"phone": "+84999999999"}' where event_id = ${event(6)}`;
    await copy.tamper(invented);
    expect(await copy.verified()).toContain(
      `the personal values of event ${at(6)} are not those that an erasure leaves`,
    );
  }));

test('a column younger than the images: empty or its default is what the log says, another value is not', () =>
  onCopy(async (copy) => {
    await copy.owner.query('call audit.drop_known_views()');
    await copy.owner.query(
      `alter table registry.scratch add column rank integer not null default 7, add column remark text,
       add column shout text generated always as (upper(name)) stored`,
    );
    await copy.owner.query('call audit.build_known_views()');
    expect(await copy.verified()).toEqual([]);
    const id = await idOf(copy, 'ba');
    await copy.tamper(`update registry.scratch set rank = 8 where id = '${id}'`);
    expect(await copy.verified()).toEqual([`scratch ${id} is not what the log says, its last event is ${at(3)}`]);
  }));

test('personal values that are gone without an erasure are named, though the tree still stands', () =>
  onCopy(async (copy) => {
    await copy.tamper(`delete from audit.personal where event_id = ${event(4)}`);
    expect(await copy.exportVerified()).toEqual([]);
    const gone = `the personal values of event ${at(4)} are gone, and no erasure names its record`;
    expect(await copy.verified()).toEqual([
      gone,
      `scratch ${await idOf(copy, 'bốn')} is not what the log says, its last event is ${at(4)}`,
    ]);
    await copy.owner.query(`update registry.scratch set phone = null, version = 2 where name = 'bốn'`);
    await copy.seal();
    expect(await copy.verified()).toEqual([gone]);
  }));

describe('an event that is kept out of the sequence', () => {
  const FAR = `update audit.frontier set xid = (pg_snapshot_xmax(pg_current_snapshot())::text::bigint + 1000000)::text::xid8`;
  const rejected = { code: '42501', constraint: 'audit_append_only' };

  test('the owner moves the frontier over none that has no number', () =>
    onCopy(async (copy) => {
      await copy.enter('mười một');
      const past = 'update audit.frontier set xid = pg_snapshot_xmax(pg_current_snapshot())';
      const elsewhere = `${past}, cluster = 0`;
      for (const move of [FAR, past, elsewhere, `set session_replication_role = replica; ${FAR}`]) {
        await expect(copy.owner.query(move)).rejects.toMatchObject(rejected);
      }
      await copy.owner.query(`reset session_replication_role; update audit.frontier set xid = '0'`);
      expect(await copy.seal()).toBe(at(11)); // it may go back: the sealer looks once more
      await copy.owner.query(past);
      expect(await copy.verified()).toEqual([]);
    }));

  test('is named when a superuser moved it, also where the event is older than a minute; going back mends it', () =>
    onCopy(async (copy) => {
      await copy.tamper(FAR);
      const ahead = expect.stringMatching(
        /^the sealer was told to look beyond transaction \d+, which is still to come/,
      );
      expect(await copy.verified()).toEqual([ahead]);
      await copy.enter('mười một');
      await copy.enter('mười hai');
      const id = await copy.value<string>(
        `select min(id)::text from audit.events where id not in (select event_id from audit.sequence)`,
      );
      const passedOver = `the event with the id ${id} was passed over: it has no number, and gets none (and 1 more)`;
      expect(await copy.verified()).toEqual([ahead, passedOver]);
      await copy.tamper('update audit.frontier set xid = pg_snapshot_xmax(pg_current_snapshot())');
      expect(await copy.verified()).toEqual([passedOver]);
      await copy.owner.query(`update audit.frontier set xid = '0'`);
      expect(await copy.seal()).toBe(at(12));
      expect(await copy.verified()).toEqual([]);
    }));

  test('with a transaction number of its own making is named', () =>
    onCopy(async (copy) => {
      await copy.enter('mười một');
      await copy.tamper(`update audit.events set xid = '9000000000' where id = (select max(id) from audit.events)`);
      expect(await copy.verified()).toEqual([expect.stringMatching(/^the event with the id \d+ was passed over/)]);
    }));

  test('is told of after a minute, where nobody seals', () =>
    onCopy(async (copy) => {
      await copy.enter('mười một');
      expect(await copy.unsealed()).toBeNull();
      await copy.tamper(
        `update audit.events set at = at - interval '61 seconds' where id = (select max(id) from audit.events)`,
      );
      expect(await copy.verified()).toEqual([]);
      expect(await copy.unsealed()).toMatch(/^1 older than a minute without a number, the first with the id \d+$/);
      await copy.tamper('update audit.frontier set cluster = 0'); // as after a restore, until a server has looked
      expect(await copy.verified()).toEqual([]);
      await copy.seal();
      expect(await copy.unsealed()).toBeNull();
    }));
});

const idOf = (copy: SealedScratch, name: string): Promise<string> =>
  copy.value('select id from registry.scratch where name = $1', [name]);

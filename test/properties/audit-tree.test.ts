import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { consistencyOf, isConsistent, leafHashOf, pathOf, rootOf, rootOfInclusion } from '../kit/rfc6962.js';
import { SealedScratch } from '../kit/sealed-scratch.js';

const EVENTS = 300;
let sealed: SealedScratch;
let leaves: Buffer[];

beforeAll(async () => {
  sealed = await SealedScratch.open();
  const { owner } = sealed;
  await owner.query(`insert into registry.scratch (id, alliance_id, name) select gen_random_uuid(), gen_random_uuid(), 'số ' || n
    from generate_series(1, ${EVENTS}) n`);
  while ((await sealed.value<number>('select max(seq)::int from audit.sequence')) !== (await numberOfEvents())) {
    await owner.query('select audit.seal()');
  }
  // The tree grows by uneven steps, and is the same as if it had been made at once.
  for (let step = 1; (await sealed.size()) < (await numberOfEvents()); step = (step * 5) % 37) {
    await owner.query('select audit.grow_tree($1)', [step]);
  }
  const { rows } = await owner.query<{ line: string }>(
    `select audit.leaf(e, s.seq, s.sealed_at) as line from audit.sequence s join audit.events e on e.id = s.event_id order by s.seq`,
  );
  leaves = rows.map(({ line }) => leafHashOf(line));
}, 60_000);

afterAll(() => sealed.drop());

const numberOfEvents = (): Promise<number> => sealed.value('select count(*)::int from audit.events');
const decoded = (proof: readonly string[]): Buffer[] => proof.map((hash) => Buffer.from(hash, 'base64'));
const twoSizes = fc.tuple(fc.nat(), fc.nat()).map(([one, other]) => {
  const sizes = [1 + (one % leaves.length), 1 + (other % leaves.length)];
  return [Math.min(...sizes), Math.max(...sizes)] as const;
});

test('the root of every size is that of RFC 6962', async () => {
  for (const size of [0, 1, 2, 3, 4, 7, 8, 9, 255, 256, 257, leaves.length]) {
    const root = await sealed.value<Buffer>('select audit.range_hash(0, $1)', [size]);
    expect(root.equals(rootOf(leaves.slice(0, size)))).toBe(true);
  }
});

test('who asked for the root of a small tree does not walk through a great one', async () => {
  const grown = await SealedScratch.open();
  const { owner } = grown;
  const walked = (): Promise<number> =>
    grown.value(
      `select seq_tup_read::int from pg_stat_xact_all_tables where schemaname = 'audit' and relname = 'nodes'`,
    );
  const nodesWalkedFor = async (size: number): Promise<number> => {
    await owner.query('begin');
    const before = await walked();
    await owner.query('select audit.range_hash(0, $1)', [size]);
    const after = await walked();
    await owner.query('commit');
    return after - before;
  };
  await grown.enter('một');
  const small = await grown.seal();
  await owner.query('analyze audit.nodes');
  for (let asked = 0; asked < 10; asked += 1) await nodesWalkedFor(small); // a plan is kept from the sixth time on
  await owner.query(`insert into registry.scratch (id, alliance_id, name) select gen_random_uuid(), gen_random_uuid(), 'số ' || n
    from generate_series(1, ${EVENTS}) n`);
  expect(await nodesWalkedFor(await grown.seal())).toBe(0);
  await grown.drop();
});

test('an inclusion proof leads from any event to the root of any size, and from no other event', () =>
  fc.assert(
    fc.asyncProperty(twoSizes, async ([seq, size]) => {
      const proof = decoded(await sealed.value('select audit.inclusion_proof($1, $2)', [seq, size]));
      const signed = leaves.slice(0, size);
      expect(proof).toEqual(pathOf(seq - 1, signed));
      const [leaf, another] = [leaves[seq - 1] as Buffer, leaves[seq % leaves.length] as Buffer];
      expect(rootOfInclusion(seq - 1, size, leaf, proof)).toEqual(rootOf(signed));
      expect(rootOfInclusion(seq - 1, size, another, proof)).not.toEqual(rootOf(signed));
    }),
  ));

test('a consistency proof leads from the root of any size to that of any greater one, and from no other root', () =>
  fc.assert(
    fc.asyncProperty(twoSizes, async ([from, to]) => {
      const proof = decoded(await sealed.value('select audit.consistency_proof($1, $2)', [from, to]));
      const [first, second] = [rootOf(leaves.slice(0, from)), rootOf(leaves.slice(0, to))];
      expect(proof).toEqual(consistencyOf(from, leaves.slice(0, to)));
      expect(isConsistent([from, first], [to, second], proof)).toBe(true);
      expect(isConsistent([from, rootOf([])], [to, second], proof)).toBe(false);
    }),
  ));

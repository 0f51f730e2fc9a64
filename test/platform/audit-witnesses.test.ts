import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { SealedScratch } from '../kit/sealed-scratch.js';

/** Checkpoints, where they are kept, and the keys that sign them. */
let sealed: SealedScratch;
/** How many events came before the six that are entered. */
let before: number;

beforeAll(async () => {
  sealed = await SealedScratch.open();
  before = await sealed.seal();
  for (const name of ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu']) {
    await sealed.enter(name);
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

test('a key that was put into the table, and signed nothing, is named', () =>
  onCopy(async (copy) => {
    expect(await copy.verified()).toEqual([]);
    await copy.owner.query(
      `insert into audit.signing_keys (name, public_key) select name, sha256('x') from audit.signing_keys limit 1`,
    );
    const key = await copy.value<string>(
      `select audit.verifier_key(name, public_key) from audit.signing_keys order by step desc limit 1`,
    );
    expect(await copy.verified()).toEqual([
      `the key ${key} was put into audit.signing_keys: it signed nothing, and is none that is believed`,
    ]);
  }));

test('checkpoints that were taken from the database are named, a range of them each', () =>
  onCopy(async (copy) => {
    const [first, second, fourth] = [before + 1, before + 2, before + 4];
    await copy.tamper(`delete from audit.checkpoints where size in (${first}, ${second}, ${fourth})`);
    expect(await copy.verified()).toEqual([
      `2 checkpoints, of ${first} to ${second} events, are in CHECKPOINT_FILE and not in the database`,
      `the checkpoint of ${fourth} events is in CHECKPOINT_FILE and not in the database`,
    ]);
    expect(await copy.exportVerified()).toEqual([]);
    await copy.tamper('delete from audit.checkpoints');
    const file = readFileSync(copy.checkpointFile, 'utf8');
    writeFileSync(copy.checkpointFile, file.replaceAll('htx-registry/', 'another-log/'));
    expect((await copy.verified()).filter((what) => what.includes('not in the database'))).toEqual([]);
  }));

describe('who has the key signs another history', () => {
  /** The second of the six is another event, and all that he can reach is signed anew, the checkpoint file included. */
  async function forge(copy: SealedScratch): Promise<void> {
    const sizes = (await copy.keptNotes()).map((note) => Number(note.split('\n')[1]));
    await copy.tamper(
      `update audit.events set actor = 'ai đó' where id = (select event_id from audit.sequence where seq = ${before + 2})`,
      'delete from audit.nodes',
      'delete from audit.checkpoints',
      'select audit.grow_tree(1000000)',
    );
    writeFileSync(copy.checkpointFile, '');
    for (const size of sizes) await copy.sign(size);
  }

  test('no checkpoint of his own tells from where on the log is another one', () =>
    onCopy(async (copy) => {
      const kept = await copy.keptNotes();
      await forge(copy);
      expect(await copy.verified()).toEqual([]);
      const [last, secondToLast] = [before + 6, before + 5];
      const twice = (size: number) => `two logs of ${size} events were signed with this key`;
      const somewhere = (from: number, to: number) =>
        `event ${from} or one of those up to ${to} is not the one that was signed, and the hash kept for it was changed as well`;
      for (const found of [copy.verified.bind(copy), copy.exportVerified.bind(copy)]) {
        expect(await found(kept.slice(-1))).toEqual([somewhere(1, last), twice(last)]);
        expect(await found(kept.slice(-2))).toEqual([somewhere(1, secondToLast), twice(secondToLast)]);
        expect(await found([kept[0] ?? '', ...kept.slice(-1)])).toEqual([somewhere(before + 1, last), twice(last)]);
        expect((await found(kept))[0]).toMatch(`event ${before + 2} is not the one that was signed`);
      }
    }));

  test('where the checkpoint file was out of his reach, it tells', () =>
    onCopy(async (copy) => {
      const file = readFileSync(copy.checkpointFile);
      await forge(copy);
      writeFileSync(copy.checkpointFile, file);
      expect((await copy.verified())[0]).toMatch(`event ${before + 2} is not the one that was signed`);
    }));
});

test('an export that is older than checkpoints names the greatest of them', () =>
  onCopy(async (copy) => {
    const end = await copy.size();
    const file = readFileSync(copy.checkpointFile, 'utf8');
    await copy.enter('bảy');
    await copy.seal();
    await copy.enter('tám');
    await copy.seal();
    const younger = await copy.keptNotes();
    await copy.tamper(
      `delete from audit.checkpoints where size > ${end}`,
      `delete from audit.nodes where (index + 1) << level > ${end}`,
      `delete from audit.sequence where seq > ${end}`,
    );
    writeFileSync(copy.checkpointFile, file);
    expect(await copy.exportVerified(younger)).toEqual([
      `event ${end + 1} was removed: the log ends at ${end}, but ${end + 2} events were signed for`,
    ]);
  }));
